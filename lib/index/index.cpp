#include "index/index.hpp"

#include <algorithm>
#include <utility>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/generation.hpp"
#include "index/node_io.hpp"
#include "index/record_file.hpp"

namespace baraza::index {

struct Index::Parts {
  std::string folder;
  std::string generation;
  About about;
  RecordFile entries;
  RecordFile texts;
  RecordFile sheets;
  Databases databases;
};

namespace {

// The bytes of a file that begins with their hash.
Result<std::string> read_hashed(const std::string& path) {
  constexpr std::size_t hash_size = 32;
  const Result<std::string> bytes = read_file(path, path);
  if (!bytes || bytes->size() < hash_size ||
      hash_of(std::string_view(*bytes).substr(hash_size)) != bytes->substr(0, hash_size))
    return damaged("`" + path + "` does not read as written");
  return bytes->substr(hash_size);
}

}  // namespace

Index::Index(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Index::Index(Index&& other) noexcept = default;
Index& Index::operator=(Index&& other) noexcept = default;
Index::~Index() = default;

Result<Index> Index::open(const std::string& index_folder) {
  constexpr int most_tries = 5;
  std::string before;
  for (int i = 0;; ++i) {
    const Result<std::string> current = read_current(index_folder);
    if (!current) return current.error();
    if (current->empty())
      return Diagnostic{.message = "this bank has no index yet", .hint = "run `baraza index`"};
    Result<Index> index = open_generation(join_path(index_folder, *current));
    // A generation that two writers have left behind since its name was read is gone.
    if (index || *current == before || i == most_tries) return index;
    before = *current;
  }
}

Result<Index> Index::open_generation(const std::string& folder) {
  const std::string about_path = join_path(folder, "about");
  if (kind_of(about_path) != EntryKind::file) return damaged("`" + about_path + "` is missing");
  const Result<std::string> bytes = read_file(about_path, about_path);
  if (!bytes) return damaged("`" + about_path + "` cannot be read");
  Result<About> about = decode_about(*bytes);
  if (!about) return about.error();
  Result<RecordFile> entries = RecordFile::open(join_path(folder, "entries"));
  if (!entries) return entries.error();
  Result<RecordFile> texts = RecordFile::open(join_path(folder, "texts"));
  if (!texts) return texts.error();
  Result<RecordFile> sheets = RecordFile::open(join_path(folder, "sheets"));
  if (!sheets) return sheets.error();

  const std::size_t slash = folder.find_last_of('/');
  auto parts = std::make_unique<Parts>(
      Parts{.folder = folder,
            .generation = slash == std::string::npos ? folder : folder.substr(slash + 1),
            .about = std::move(*about),
            .entries = std::move(*entries),
            .texts = std::move(*texts),
            .sheets = std::move(*sheets),
            .databases = {}});
  const Result<std::size_t> count = ask_xapian<std::size_t>([&] {
    for (std::size_t i = 0; i < parts->about.shards; ++i)
      parts->databases.all.add_database(
          Xapian::Database(folder + "/shard-" + std::to_string(i), Xapian::DB_BACKEND_GLASS));
    return static_cast<std::size_t>(parts->databases.all.get_doccount());
  });
  if (!count) return count.error();
  const std::size_t documents = parts->about.documents;
  if (*count != documents || parts->entries.size() != documents ||
      parts->texts.size() != documents || parts->sheets.size() != documents)
    return damaged("its parts do not hold the same documents");
  return Index(std::move(parts));
}

const About& Index::about() const { return parts_->about; }
const std::string& Index::generation() const { return parts_->generation; }
const Databases& Index::databases() const { return parts_->databases; }
std::size_t Index::size() const { return parts_->entries.size(); }

Result<Entry> Index::entry(std::size_t number) const {
  const Result<std::string> bytes = parts_->entries.read(number);
  if (!bytes) return bytes.error();
  bool ok = false;
  Entry entry = decode_entry(*bytes, ok);
  if (!ok) return damaged("entry " + std::to_string(number));
  return entry;
}

Result<std::vector<Text>> Index::texts(std::size_t number) const {
  const Result<std::string> bytes = parts_->texts.read(number);
  if (!bytes) return bytes.error();
  bool ok = false;
  std::vector<Text> texts = decode_texts(*bytes, ok);
  if (!ok) return damaged("the text of entry " + std::to_string(number));
  return texts;
}

Result<std::vector<Sheet>> Index::sheets(std::size_t number) const {
  const Result<std::string> bytes = parts_->sheets.read(number);
  if (!bytes) return bytes.error();
  bool ok = false;
  std::vector<Sheet> sheets = decode_sheets(*bytes, ok);
  if (!ok) return damaged("the fields of entry " + std::to_string(number));
  return sheets;
}

Result<content::Node> Index::interface_texts(const std::vector<std::string>& languages) const {
  const Result<std::string> bytes = read_hashed(join_path(parts_->folder, "interface"));
  if (!bytes) return bytes.error();
  BinaryReader in(*bytes);
  std::vector<std::string> tags;
  std::vector<content::Node> texts;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    tags.push_back(in.text());
    texts.push_back(take_node(in));
  }
  if (!in.ok() || !in.at_end()) return damaged("its interface texts do not read as written");
  if (texts.empty()) return content::make_null();
  return texts[choose_language({tags.begin(), tags.end()}, languages)];
}

Result<std::vector<Entry>> Index::entries() const {
  std::vector<Entry> all;
  all.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) {
    Result<Entry> one = entry(i);
    if (!one) return one.error();
    all.push_back(std::move(*one));
  }
  return all;
}

Result<std::size_t> Index::lower_bound(std::string_view id) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const Result<Entry> one = entry(middle);
    if (!one) return one.error();
    if (one->id < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Result<std::optional<std::size_t>> Index::find_number(std::string_view id) const {
  const Result<std::size_t> at = lower_bound(id);
  if (!at) return at.error();
  if (*at == size()) return std::optional<std::size_t>();
  const Result<Entry> one = entry(*at);
  if (!one) return one.error();
  return one->id == id ? std::optional(*at) : std::nullopt;
}

Result<std::optional<Entry>> Index::find_entry(std::string_view id) const {
  const Result<std::optional<std::size_t>> number = find_number(id);
  if (!number) return number.error();
  if (!number->has_value()) return std::optional<Entry>();
  Result<Entry> found = entry(**number);
  if (!found) return found.error();
  return std::optional(std::move(*found));
}

Result<std::vector<Entry>> Index::lessons_of(std::string_view case_id) const {
  const std::string prefix = std::string(case_id) + "#";
  const Result<std::size_t> first = lower_bound(prefix);
  if (!first) return first.error();
  std::vector<Entry> lessons;
  for (std::size_t i = *first; i < size(); ++i) {
    Result<Entry> one = entry(i);
    if (!one) return one.error();
    if (!one->id.starts_with(prefix)) break;
    lessons.push_back(std::move(*one));
  }
  return lessons;
}

Result<std::vector<std::string>> Index::nearest_ids(std::string_view id) const {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < size(); ++i) {
    Result<Entry> one = entry(i);
    if (!one) return one.error();
    known.push_back(std::move(one->id));
  }
  return nearest(known, id);
}

Result<std::vector<Index::KnownWord>> Index::words() const {
  const std::string path = join_path(parts_->folder, "words");
  const Result<std::string> bytes = read_hashed(path);
  if (!bytes) return bytes.error();
  BinaryReader in(*bytes);
  std::vector<KnownWord> words;
  words.reserve(in.count());
  while (in.ok() && !in.at_end()) {
    KnownWord& word = words.emplace_back();
    word.text = in.text();
    word.documents = static_cast<std::size_t>(in.number());
  }
  if (!in.ok()) return damaged("`" + path + "` does not read as written");
  return words;
}

}  // namespace baraza::index
