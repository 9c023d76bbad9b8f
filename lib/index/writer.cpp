#include "index/writer.hpp"

#include <cerrno>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "index/about.hpp"
#include "index/generation.hpp"
#include "index/index.hpp"
#include "index/node_io.hpp"
#include "index/postings.hpp"
#include "index/record_file.hpp"
#include "index/shards.hpp"

namespace baraza::index {
namespace {

constexpr const char* unfinished = "unfinished";  // the folder of the generation being written

// The generation being written, in a folder that is removed unless it was finished.
class Generation {
 public:
  Generation(const content::Bank& bank, std::string index_folder, const IndexOptions& options)
      : bank_(bank),
        index_folder_(std::move(index_folder)),
        folder_(join_path(index_folder_, unfinished)),
        options_(options),
        about_(make_about(bank, options.fields)) {}
  Generation(const Generation&) = delete;
  Generation& operator=(const Generation&) = delete;
  ~Generation() {
    shards_.reset();
    static_cast<void>(remove_tree(index_folder_, unfinished));
  }

  Status open() {
    if (Status made = make_folders(index_folder_); !made) return made;
    if (Status removed = remove_tree(index_folder_, unfinished); !removed) return removed;
    if (Status made = make_folders(folder_); !made) return made;
    Result<RecordFileWriter> entries = RecordFileWriter::open(join_path(folder_, "entries"));
    if (!entries) return entries.error();
    Result<RecordFileWriter> texts = RecordFileWriter::open(join_path(folder_, "texts"));
    if (!texts) return texts.error();
    Result<RecordFileWriter> sheets = RecordFileWriter::open(join_path(folder_, "sheets"));
    if (!sheets) return sheets.error();
    Result<Shards> shards = Shards::create(folder_, options_.shards);
    if (!shards) return shards.error();
    entries_.emplace(std::move(*entries));
    texts_.emplace(std::move(*texts));
    sheets_.emplace(std::move(*sheets));
    shards_.emplace(std::move(*shards));
    return Done{};
  }

  Status add(const Document& document) {
    if (interrupted()) return Diagnostic{.message = "interrupted"};
    const std::string entry = encode(document.entry);
    const std::string texts = encode(document.texts);
    const std::string sheets = encode(document.sheets);
    const Postings postings = make_postings(document, stemmers_);
    if (Status added = entries_->add(entry); !added) return added;
    if (Status added = texts_->add(texts); !added) return added;
    if (Status added = sheets_->add(sheets); !added) return added;
    if (Status added = shards_->add(document, postings, bank_.facets, summary_.documents);
        !added)
      return added;

    fold_into_name(entry);
    fold_into_name(texts);
    fold_into_name(sheets);
    for (const Context& context : document.context) {
      fold_into_name(context.language);
      fold_into_name(context.text);
    }
    for (const auto& [term, posting] : postings)
      if (!posting.positions.empty()) ++words_[term];
    add_terms(about_, document.entry.terms);
    ++summary_.documents;
    if (document.entry.kind == Kind::lesson) ++summary_.lessons;

    pending_ += entry.size() + texts.size();
    if (pending_ < options_.flush_bytes) return Done{};
    pending_ = 0;
    return shards_->flush();
  }

  Result<IndexSummary> finish() {
    about_.documents = summary_.documents;
    about_.shards = options_.shards;
    summary_.words = words_.size();
    const std::string about = encode(about_);
    fold_into_name(about);
    const std::string interface = encode_interface();
    fold_into_name(interface);
    summary_.generation = name_;
    if (Status done = write_files(about, interface); !done) return done.error();
    if (Status done = take_place(); !done) return done.error();
    return summary_;
  }

 private:
  // The name is a hash of hashes of all that the generation is made from.
  void fold_into_name(std::string_view part) { name_ = hash_of(name_ + hash_of(part)); }

  std::string encode_interface() const {
    BinaryWriter out;
    out.number(options_.interface.size());
    for (const auto& [language, texts] : options_.interface) {
      out.text(language);
      put_node(out, texts);
    }
    return out.take();
  }

  Status write_files(const std::string& about, const std::string& interface) {
    BinaryWriter words;
    words.number(words_.size());
    for (const auto& [word, documents] : words_) {
      words.text(word);
      words.number(documents);
    }
    if (Status done = shards_->commit(); !done) return done;
    if (Status done = entries_->commit(); !done) return done;
    if (Status done = texts_->commit(); !done) return done;
    if (Status done = sheets_->commit(); !done) return done;
    if (Status done = write_whole(join_path(folder_, "words"),
                                  hash_of(words.bytes()) + words.bytes(), Sync::yes);
        !done)
      return done;
    if (Status done = write_whole(join_path(folder_, "interface"),
                                  hash_of(interface) + interface, Sync::yes);
        !done)
      return done;
    if (!options_.inputs.empty()) {
      if (Status done = write_whole(join_path(folder_, "inputs"), options_.inputs, Sync::yes);
          !done)
        return done;
    }
    if (Status done = write_whole(join_path(folder_, "about"), about, Sync::yes); !done)
      return done;
    if (Status done = seal(folder_); !done) return done;
    return sync_names(folder_);
  }

  // A whole generation of this name is this one; it is left to its readers.
  Status take_place() {
    const std::string place = join_path(index_folder_, summary_.generation);
    const Result<std::string> current = read_current(index_folder_);
    if (Index::open_generation(place) && is_whole(place)) {
      summary_.unchanged = current && *current == summary_.generation;
      if (!options_.inputs.empty()) {
        if (Status done = write_whole(join_path(place, "inputs"), options_.inputs); !done)
          return done;
      }
      return summary_.unchanged ? Status(Done{})
                                : switch_to(index_folder_, summary_.generation);
    }
    if (Status removed = remove_tree(index_folder_, summary_.generation); !removed)
      return removed;
    if (std::rename(folder_.c_str(), place.c_str()) != 0)
      return system_error("write", place, errno);
    return switch_to(index_folder_, summary_.generation);
  }

  const content::Bank& bank_;
  std::string index_folder_;
  std::string folder_;
  const IndexOptions& options_;
  About about_;
  std::optional<RecordFileWriter> entries_;
  std::optional<RecordFileWriter> texts_;
  std::optional<RecordFileWriter> sheets_;
  std::optional<Shards> shards_;
  Stemmers stemmers_;
  std::map<std::string, std::uint32_t> words_;  // with the number of their documents
  std::string name_ = std::to_string(format_version);
  std::size_t pending_ = 0;
  IndexSummary summary_;
};

// The generation in use, if it was made of the same inputs and can be opened.
std::optional<IndexSummary> find_unchanged(const std::string& index_folder,
                                           const IndexOptions& options) {
  if (options.inputs.empty()) return std::nullopt;
  const Result<std::string> current = read_current(index_folder);
  if (!current || current->empty()) return std::nullopt;
  const std::string folder = join_path(index_folder, *current);
  const std::string path = join_path(folder, "inputs");
  if (kind_of(path) != EntryKind::file) return std::nullopt;
  const Result<std::string> inputs = read_file(path, path);
  if (!inputs || *inputs != options.inputs) return std::nullopt;
  const Result<Index> index = Index::open_generation(folder);
  if (!index || index->about().shards != options.shards || !is_whole(folder))
    return std::nullopt;
  return IndexSummary{
      .generation = *current, .unchanged = true, .documents = index->about().documents};
}

}  // namespace

Result<IndexSummary> write_index(const content::Bank& bank, const RecordReader& read,
                                 const std::string& index_folder, const IndexOptions& options) {
  if (std::optional<IndexSummary> same = find_unchanged(index_folder, options))
    return std::move(*same);
  Generation generation(bank, index_folder, options);
  if (Status opened = generation.open(); !opened) return opened.error();
  const Status gathered = each_document(
      bank, read, [&](const Document& document) { return generation.add(document); });
  if (!gathered) return gathered.error();
  return generation.finish();
}

}  // namespace baraza::index
