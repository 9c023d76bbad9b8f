#include "index/shard_task.hpp"

#include <optional>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "base/files_copy.hpp"
#include "index/damaged.hpp"
#include "index/document.hpp"
#include "index/marks.hpp"
#include "index/postings.hpp"
#include "index/shard.hpp"

namespace baraza::index {
namespace {

class Worker {
 public:
  Worker(const content::Bank& bank, const RecordReader& read, const ShardTask& task)
      : bank_(bank),
        read_(read),
        task_(task),
        database_(join_path(task.folder, shard_name(task.shard))),
        loose_(database_ + "-loose"),
        taken_(task.taken) {}

  Result<ShardResult> work() {
    if (task_.before.empty())
      if (Status begun = begin(); !begun) return begun.error();
    for (const RecordGroup* group : task_.groups)
      if (Status made = make(*group); !made) return made.error();
    for (const auto& [id, old] : task_.old)
      if (!met_.contains(id))
        if (Status removed = remove(old); !removed) return removed.error();
    if (shard_)
      if (Status finished = finish(); !finished) return finished.error();
    return std::move(result_);
  }

 private:
  // Opens what is written to, as soon as there is something to write. A worker that died may
  // have left something.
  Status begin() {
    if (shard_) return Done{};
    const std::string name = shard_name(task_.shard);
    for (const std::string& left : {name, name + "-loose"})
      if (Status removed = remove_tree(task_.folder, left); !removed) return removed;
    Result<PackWriter> pack =
        PackWriter::open(join_path(task_.folder, pack_name(task_.pack)), task_.pack);
    if (!pack) return pack.error();
    pack_.emplace(std::move(*pack));
    if (!task_.before.empty())
      if (Status copied = copy(); !copied) return copied;
    Result<ShardWriter> shard =
        task_.before.empty() ? ShardWriter::create(loose_) : ShardWriter::edit(database_);
    if (!shard) return shard.error();
    shard_.emplace(std::move(*shard));
    return Done{};
  }

  // Damage is not handed on.
  Status copy() {
    const std::string name = shard_name(task_.shard);
    const std::vector<std::string> damage =
        find_damage(task_.before, task_.sealed, Look::bytes);
    if (!damage.empty()) return damaged(damage.front());
    if (task_.repack) return pack_to(join_path(task_.before, name));
    if (Status made = make_folders(database_); !made) return made;
    for (const SealedFile& file : task_.sealed)
      if (Status copied =
              copy_file(join_path(task_.before, file.path), join_path(task_.folder, file.path));
          !copied)
        return copied;
    return Done{};
  }

  Status pack_to(const std::string& from) {
    if (Status packed = pack_shard(from, database_); !packed) return packed;
    Diagnostics unread;
    for (const baraza::Entry& file : list_folder(task_.folder, shard_name(task_.shard), unread))
      result_.packed += file.stamp.size;
    return unread.empty() ? Status(Done{}) : Status(unread.all().front());
  }

  Status make(const RecordGroup& group) {
    std::vector<content::Record> records;
    for (const std::string& path : group.paths) {
      Result<content::Record> record = read_(path);
      if (!record) return record.error();
      records.push_back(std::move(*record));
    }
    std::vector<MadeDocument>& made = result_.groups.emplace_back();
    for (const Document& document : make_documents(bank_, std::move(records))) {
      Result<MadeDocument> one = put(document);
      if (!one) return one.error();
      made.push_back(std::move(*one));
    }
    return Done{};
  }

  Result<MadeDocument> put(const Document& document) {
    const PartBytes parts = encode_parts(document);
    MadeDocument made{.id = document.entry.id, .hash = hash_of_document(document, parts)};
    const auto old = task_.old.find(made.id);
    if (old != task_.old.end()) {
      met_.insert(made.id);
      made.docid = old->second.docid;
      made.same = old->second.hash == made.hash;
      if (made.same) {
        add_standings(document.entry);
        return made;
      }
    }
    if (Status begun = begin(); !begun) return begun.error();
    if (old != task_.old.end()) {
      if (Status counted = count_out(old->second); !counted) return counted.error();
    } else {
      made.docid = next_docid();
    }
    const Postings postings = make_postings(document, stemmers_);
    if (Status put = shard_->put(made.docid, document.entry, postings); !put)
      return put.error();
    marks_.put(made.docid, document.entry);
    const Result<PackPlace> place = pack_->add(parts);
    if (!place) return place.error();
    made.place = *place;
    count_in(document.entry, postings);
    add_standings(document.entry);
    if (Status flushed = flush(parts); !flushed) return flushed.error();
    return made;
  }

  Status remove(const OldDocument& old) {
    if (Status begun = begin(); !begun) return begun;
    if (Status counted = count_out(old); !counted) return counted;
    removed_.push_back(old.docid);
    return shard_->remove(old.docid);
  }

  // The first that is free, so that the numbers do not run away over the years.
  std::uint32_t next_docid() {
    while (next_ < taken_.size() && taken_[next_]) ++next_;
    return next_++;
  }

  Status flush(const PartBytes& parts) {
    pending_ += parts[static_cast<std::size_t>(Part::texts)].size();
    if (pending_ < task_.flush_bytes) return Done{};
    pending_ = 0;
    return shard_->flush();
  }

  // ---- counts

  // From nothing, words are counted at the end, all at once.
  void count_in(const Entry& entry, const Postings& postings) {
    if (!task_.before.empty())
      for (const auto& [term, posting] : postings)
        if (!posting.positions.empty()) ++result_.words[term];
    count_terms(entry, 1);
  }

  Status count_out(const OldDocument& old) {
    const Result<std::vector<std::string>> words = shard_->words_of(old.docid);
    if (!words) return words.error();
    for (const std::string& word : *words) --result_.words[word];
    count_terms(old.entry, -1);
    return Done{};
  }

  void count_terms(const Entry& entry, std::int64_t by) {
    for (const auto& [field, terms] : entry.terms)
      for (const std::string& term : terms) result_.terms[field][term] += by;
  }

  void add_standings(const Entry& entry) {
    for (LessonStanding& standing : standings_of(entry))
      result_.standings.push_back(std::move(standing));
  }

  // ---- the end

  Status finish() {
    if (Status closed = shard_->close(); !closed) return closed;
    shard_.reset();
    if (task_.before.empty()) {
      if (Status packed = pack_to(loose_); !packed) return packed;
      if (Status removed = remove_tree(task_.folder, shard_name(task_.shard) + "-loose");
          !removed)
        return removed;
      Result<std::map<std::string, std::int64_t>> words = count_words(database_);
      if (!words) return words.error();
      result_.words = std::move(*words);
    }
    if (Status written = write_marks(); !written) return written;
    Result<std::vector<SealedFile>> files = seal_folder(task_.folder, shard_name(task_.shard));
    if (!files) return files.error();
    result_.files = std::move(*files);
    result_.pack_bytes = pack_->size();
    if (result_.pack_bytes > 0) {
      if (Status written = pack_->commit(); !written) return written;
      Result<SealedFile> pack = seal_file(task_.folder, pack_name(task_.pack));
      if (!pack) return pack.error();
      result_.files.push_back(std::move(*pack));
    }
    for (const SealedFile& file : result_.files) begin_sync(join_path(task_.folder, file.path));
    return Done{};
  }

  Status write_marks() {
    const std::string name = join_path(shard_name(task_.shard), marks_file);
    if (!task_.before.empty()) {
      const Result<Marks> before = Marks::open(join_path(task_.before, name));
      if (!before) return before.error();
      marks_.keep(*before);
    }
    for (const std::uint32_t docid : removed_) marks_.remove(docid);
    return write_whole(join_path(task_.folder, name), marks_.encode());
  }

  const content::Bank& bank_;
  const RecordReader& read_;
  const ShardTask& task_;
  std::string database_;
  std::string loose_;  // before it is packed
  std::vector<bool> taken_;
  std::uint32_t next_ = 1;
  std::set<std::string> met_;  // the ids of old documents that were made again
  std::optional<ShardWriter> shard_;
  std::optional<PackWriter> pack_;
  MarksWriter marks_;
  std::vector<std::uint32_t> removed_;  // docids
  Stemmers stemmers_;
  std::size_t pending_ = 0;
  ShardResult result_;
};

}  // namespace

std::string shard_name(std::size_t shard) { return "shard-" + std::to_string(shard); }

Result<ShardResult> work_on_shard(const content::Bank& bank, const RecordReader& read,
                                  const ShardTask& task) {
  return Worker(bank, read, task).work();
}

}  // namespace baraza::index
