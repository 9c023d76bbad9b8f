#include "index/writer.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "base/files_copy.hpp"
#include "base/hash.hpp"
#include "base/workers.hpp"
#include "index/before.hpp"
#include "index/damaged.hpp"
#include "index/draft.hpp"
#include "index/flags.hpp"
#include "index/generation.hpp"
#include "index/index.hpp"
#include "index/node_io.hpp"
#include "index/pack_merge.hpp"
#include "index/words_known.hpp"

namespace baraza::index {
namespace {

class Writer {
 public:
  Writer(const content::Bank& bank, const Inputs& inputs, const RecordReader& read,
         std::string index_folder, const IndexOptions& options, Found found)
      : bank_(bank),
        inputs_(inputs),
        read_(read),
        index_folder_(std::move(index_folder)),
        folder_(join_path(index_folder_, unfinished)),
        options_(options),
        found_(std::move(found)) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { static_cast<void>(remove_tree(index_folder_, unfinished)); }

  Result<IndexSummary> write() {
    if (Status opened = open(); !opened) return opened.error();
    const std::vector<RecordGroup> groups = make_record_groups(inputs_.records);
    Result<WorkPlan> plan = plan_work(groups, before(), options_.shards);
    if (!plan) return plan.error();
    if (before() != nullptr && plan->tasks.empty()) return leave(before()->origin);
    if (Status made = make_folders(folder_); !made) return made.error();
    for (ShardTask& task : plan->tasks) {
      task.folder = folder_;
      task.flush_bytes = options_.flush_bytes;
    }
    fresh_pack_ =
        plan->tasks.front().pack - static_cast<std::uint32_t>(plan->tasks.front().shard);
    if (Status worked = work(*plan); !worked) return worked.error();
    draft_ = make_draft(make_about(bank_, inputs_.records, options_.fields), inputs_, *plan,
                        results_, before(), options_.shards);
    draft_.interface = encode_interface();
    if (before() != nullptr && draft_.name() == before()->origin.answers) {
      draft_.origin.answers = before()->origin.answers;
      return leave(std::move(draft_.origin));
    }
    return finish(*plan);
  }

 private:
  const Before* before() const { return found_.before ? &*found_.before : nullptr; }

  Status open() {
    if (Status made = make_folders(index_folder_); !made) return made;
    if (Status removed = remove_leftovers(index_folder_); !removed) return removed;
    summary_.from_nothing = before() == nullptr;
    summary_.why = found_.why;
    summary_.damaged = found_.damaged;
    return Done{};
  }

  // The generation in use answers as the one that would be written; but what it was made of may
  // have changed without a trace in it.
  Result<IndexSummary> leave(Origin now) {
    now.files = inputs_.files;
    if (now != before()->origin)
      if (Status written = write_whole(join_path(before()->folder, "origin"),
                                       with_hash(encode(now)), Sync::yes);
          !written)
        return written.error();
    summary_.unchanged = true;
    summary_.generation = before()->name;
    count(before()->contents.size(), [&](std::size_t i) { return before()->contents.id(i); });
    return summary_;
  }

  template <class IdOf>
  void count(std::size_t documents, const IdOf& id_of) {
    summary_.documents = documents;
    for (std::size_t i = 0; i < documents; ++i)
      if (id_of(i).find('#') != std::string::npos) ++summary_.lessons;
  }

  Status work(const WorkPlan& plan) {
    results_.resize(plan.tasks.size());
    std::optional<Diagnostic> lost;
    const WorkerTasks tasks = {
        .work =
            [&](std::size_t job) {
              return encode(work_on_shard(bank_, read_, plan.tasks[job]));
            },
        .done = [&](std::size_t job, const std::string& bytes) -> Status {
          Result<ShardResult> result = decode_shard_result(bytes);
          if (!result) return result.error();
          results_[job] = std::move(*result);
          return Done{};
        },
        .lost =
            [&](std::size_t job, const std::string& how) {
              lost = Diagnostic{.message = "the work on " + shard_name(plan.tasks[job].shard) +
                                           " of the index was not done: the worker " + how,
                                .hint = "the index in use was left as it is; try again"};
            }};
    const auto workers = static_cast<unsigned>(
        std::min<std::size_t>(std::max(options_.workers, 1U), most_workers));
    const WorkerLimits limits{.workers = workers,
                              .seconds = std::numeric_limits<double>::infinity()};
    if (Status worked = run_workers(plan.tasks.size(), limits, tasks); !worked) return worked;
    return lost ? Status(*lost) : Status(Done{});
  }

  // ---- the files of the new generation

  Result<IndexSummary> finish(const WorkPlan& plan) {
    if (Status gathered = gather_packs(); !gathered) return gathered.error();
    if (Status linked = link_shards(plan); !linked) return linked.error();
    if (Status written = write_files(); !written) return written.error();
    if (Status synced = sync(); !synced) return synced.error();
    if (Status placed = take_place(); !placed) return placed.error();
    summary_.made = draft_.made;
    summary_.removed = draft_.removed;
    count(draft_.rows.size(),
          [&](std::size_t i) -> const std::string& { return draft_.rows[i].id; });
    return summary_;
  }

  Status gather_packs() {
    for (const ShardResult& result : results_)
      for (const SealedFile& file : result.files) sealed_[file.path] = file;
    if (before() != nullptr) {
      const std::vector<std::uint32_t> chosen =
          choose_packs(draft_.rows, draft_.packs, fresh_pack_);
      if (!chosen.empty())
        if (Status merged = merge_packs(before()->folder, folder_, fresh_pack_, chosen,
                                        draft_.rows, draft_.packs);
            !merged)
          return merged;
    }
    std::erase_if(sealed_, [](const auto& file) { return file.first.starts_with("pack-"); });
    for (const PackSize& pack : draft_.packs) {
      const std::string name = pack_name(pack.number);
      if (Status taken = pack.number < fresh_pack_ ? link(name) : add(name); !taken)
        return taken;
    }
    return Done{};
  }

  // Those that were not worked on, or to no effect.
  Status link_shards(const WorkPlan& plan) {
    std::vector<bool> written(options_.shards);
    for (std::size_t i = 0; i < results_.size(); ++i)
      written[plan.tasks[i].shard] = !results_[i].files.empty();
    for (std::size_t shard = 0; shard < options_.shards; ++shard) {
      if (written[shard]) continue;
      const std::string folder = shard_name(shard);
      if (Status made = make_folders(join_path(folder_, folder)); !made) return made;
      for (const SealedFile& file : before()->sealed)
        if (file.path.starts_with(folder + "/"))
          if (Status linked = link(file.path); !linked) return linked;
    }
    return Done{};
  }

  // Shares a file of the generation before.
  Status link(const std::string& path) {
    const auto before_file =
        std::find_if(before()->sealed.begin(), before()->sealed.end(),
                     [&](const SealedFile& one) { return one.path == path; });
    if (before_file == before()->sealed.end()) return damaged("`" + path + "` is not sealed");
    const std::string place = join_path(folder_, path);
    if (Status linked = link_file(join_path(before()->folder, path), place); !linked)
      return linked;
    SealedFile file = *before_file;
    file.mtime_ns = stamp_of(place).value_or(FileStamp{}).mtime_ns;
    if (file.mtime_ns != before_file->mtime_ns) copied_.push_back(path);
    sealed_[path] = std::move(file);
    return Done{};
  }

  Status add(const std::string& path) {
    Result<SealedFile> file = seal_file(folder_, path);
    if (!file) return file.error();
    copied_.push_back(path);
    sealed_[path] = std::move(*file);
    return Done{};
  }

  Status write_files() {
    draft_.origin.answers = draft_.name();
    std::vector<Index::KnownWord> words;
    if (before() != nullptr) {
      Result<std::vector<Index::KnownWord>> known = read_words(before()->folder);
      if (!known) return known.error();
      words = std::move(*known);
    }
    if (Status done = write_words(folder_, counted_anew(words, draft_.words)); !done)
      return done;
    const std::pair<const char*, std::string> files[] = {
        {"about", encode(draft_.about)},
        {"contents", with_block_hashes(encode_contents(draft_.rows, draft_.packs))},
        {"flags", with_hash(encode_flags(bank_.facets, options_.schema))},
        {"insights", with_block_hashes(encode(draft_.standings))},
        {"interface", with_hash(draft_.interface)},
        {"origin", with_hash(encode(draft_.origin))}};
    for (const auto& [name, bytes] : files)
      if (Status done = write_whole(join_path(folder_, name), bytes); !done) return done;
    for (const char* name : {"about", "contents", "flags", "insights", "interface", "words"})
      if (Status done = add(name); !done) return done;
    std::vector<SealedFile> sealed;
    for (auto& [path, file] : sealed_) sealed.push_back(std::move(file));
    return write_seal(folder_, sealed);
  }

  std::string encode_interface() const {
    BinaryWriter out;
    out.number(options_.interface.size());
    for (const auto& [language, texts] : options_.interface) {
      out.text(language);
      put_node(out, texts);
    }
    return out.take();
  }

  // Everything that no other generation has brought to the disk.
  Status sync() {
    for (const ShardResult& result : results_)
      for (const SealedFile& file : result.files)
        if (file.path.find('/') != std::string::npos) copied_.push_back(file.path);
    copied_.insert(copied_.end(), {"origin", "seal"});
    for (std::size_t i = 0; i < options_.shards; ++i) copied_.push_back(shard_name(i));
    // All are sent off before the first is waited for, so that they travel together.
    for (const std::string& path : copied_) begin_sync(join_path(folder_, path));
    for (const std::string& path : copied_)
      if (Status synced = sync_file(join_path(folder_, path)); !synced) return synced;
    return sync_file(folder_);
  }

  // A generation that is read, or was damaged, may have the name: then this one takes another.
  Status take_place() {
    const Result<std::string> current = read_current(index_folder_);
    std::string name = draft_.origin.answers;
    while (kind_of(join_path(index_folder_, name)) != EntryKind::missing &&
           ((current && *current == name) || !remove_unread(index_folder_, name)))
      name = hash_of(name);
    const std::string place = join_path(index_folder_, name);
    if (std::rename(folder_.c_str(), place.c_str()) != 0)
      return system_error("write", place, errno);
    summary_.generation = name;
    return switch_to(index_folder_, name);
  }

  static constexpr std::size_t most_workers = 8;

  const content::Bank& bank_;
  const Inputs& inputs_;
  const RecordReader& read_;
  std::string index_folder_;
  std::string folder_;
  const IndexOptions& options_;
  Found found_;
  std::uint32_t fresh_pack_ = 0;  // packs from this number on are of this run
  std::vector<ShardResult> results_;
  Draft draft_;
  std::map<std::string, SealedFile> sealed_;  // by path
  std::vector<std::string> copied_;           // files and folders that are to be synced
  IndexSummary summary_;
};

}  // namespace

Result<IndexSummary> write_index(const content::Bank& bank, const Inputs& inputs,
                                 const RecordReader& read, const std::string& index_folder,
                                 const IndexOptions& options) {
  Found found = find_before(index_folder, inputs, options.shards);
  const bool is_built_on = found.before.has_value();
  Result<IndexSummary> written =
      Writer(bank, inputs, read, index_folder, options, std::move(found)).write();
  if (written || !is_built_on || !is_damage(written.error())) return written;
  // Bytes that rotted without a trace in their file's time are met only when they are read.
  return Writer(bank, inputs, read, index_folder, options,
                {.why = written.error().message, .damaged = true})
      .write();
}

}  // namespace baraza::index
