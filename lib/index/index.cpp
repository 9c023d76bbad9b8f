#include "index/index.hpp"

#include <map>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "index/contents.hpp"
#include "index/damaged.hpp"
#include "index/databases.hpp"
#include "index/generation.hpp"
#include "index/marks.hpp"
#include "index/node_io.hpp"
#include "index/pack.hpp"
#include "index/seal.hpp"
#include "index/shard_task.hpp"
#include "index/spelling.hpp"
#include "index/standings.hpp"
#include "index/synonyms.hpp"
#include "index/words_known.hpp"

namespace baraza::index {

struct Index::Parts {
  std::string folder;
  std::string generation;
  Presence presence;
  About about;
  Contents contents;
  std::map<std::uint32_t, Pack> packs;  // by number
  Databases databases;
  std::optional<StandingsFile> standings;  // read when first asked for, as are
  std::vector<Marks> marks;                // those of each shard
  std::optional<Speller> speller;
};

namespace {

// Xapian trusts what its files say of themselves, and crashes where that is wrong. All other
// files are looked at as they are read.
Status look_at_shards(const std::string& folder) {
  Result<std::vector<SealedFile>> sealed = read_seal(folder);
  if (!sealed) return sealed.error();
  std::erase_if(
      *sealed, [](const SealedFile& file) { return file.path.find('/') == std::string::npos; });
  const std::vector<std::string> damage = find_damage(folder, *sealed, Look::sizes);
  return damage.empty() ? Status(Done{}) : Status(damaged_inside(damage.front()));
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
  Result<std::optional<Presence>> presence = Presence::enter(folder);
  if (!presence) return presence.error();
  if (!presence->has_value()) return damaged("`about` is missing, or was removed meanwhile");
  Result<About> about = read_about(folder);
  if (!about) return about.error();
  if (Status looked = look_at_shards(folder); !looked) return looked.error();
  Result<Contents> contents = Contents::open(join_path(folder, "contents"));
  if (!contents) return contents.error();
  std::map<std::uint32_t, Pack> packs;
  for (const PackSize& one : contents->packs()) {
    Result<Pack> pack = Pack::open(join_path(folder, pack_name(one.number)), one.bytes);
    if (!pack) return pack.error();
    packs.emplace(one.number, std::move(*pack));
  }

  const std::size_t slash = folder.find_last_of('/');
  auto parts = std::make_unique<Parts>(
      Parts{.folder = folder,
            .generation = slash == std::string::npos ? folder : folder.substr(slash + 1),
            .presence = std::move(**presence),
            .about = std::move(*about),
            .contents = std::move(*contents),
            .packs = std::move(packs),
            .databases = {},
            .standings = {},
            .marks = {},
            .speller = {}});
  const Result<std::size_t> count = ask_xapian<std::size_t>([&] {
    for (std::size_t i = 0; i < parts->about.shards; ++i) {
      parts->databases.shards.emplace_back(join_path(folder, shard_name(i)),
                                           Xapian::DB_BACKEND_GLASS);
      parts->databases.all.add_database(parts->databases.shards.back());
    }
    return static_cast<std::size_t>(parts->databases.all.get_doccount());
  });
  if (!count) return count.error();
  if (*count != parts->about.documents || parts->contents.size() != parts->about.documents)
    return damaged("its parts do not hold the same documents");
  return Index(std::move(parts));
}

const About& Index::about() const { return parts_->about; }
const std::string& Index::generation() const { return parts_->generation; }
const Databases& Index::databases() const { return parts_->databases; }
std::size_t Index::size() const { return parts_->contents.size(); }

std::optional<std::size_t> Index::number_of(std::uint32_t docid) const {
  return parts_->contents.number_of(docid);
}

Result<std::string> Index::part(std::size_t number, Part part) const {
  const std::optional<PackPlace> place =
      number < size() ? parts_->contents.place(number) : std::nullopt;
  if (!place) return damaged_inside("`contents` does not read as written");
  const auto pack = parts_->packs.find(place->pack);
  if (pack == parts_->packs.end())
    return damaged_inside("`" + pack_name(place->pack) + "` is missing");
  return pack->second.read(*place, part);
}

Result<std::vector<const Marks*>> Index::marks() const {
  for (std::size_t shard = parts_->marks.size(); shard < about().shards; ++shard) {
    const std::string path = join_path(shard_name(shard), marks_file);
    Result<Marks> marks = Marks::open(join_path(parts_->folder, path));
    if (!marks) return marks.error();
    parts_->marks.push_back(std::move(*marks));
  }
  std::vector<const Marks*> all;
  for (const Marks& marks : parts_->marks) all.push_back(&marks);
  return all;
}

Result<Entry> Index::entry(std::size_t number) const {
  const Result<std::string> bytes = part(number, Part::entry);
  if (!bytes) return bytes.error();
  bool ok = false;
  Entry entry = decode_entry(*bytes, ok);
  if (!ok || entry.id != parts_->contents.id(number))
    return damaged_inside("entry " + std::to_string(number));
  if (entry.kind != Kind::lesson) return entry;
  if (!parts_->standings) {
    Result<StandingsFile> standings =
        StandingsFile::open(join_path(parts_->folder, "insights"));
    if (!standings) return standings.error();
    parts_->standings = std::move(*standings);
  }
  Result<std::vector<Standing>> insights = parts_->standings->of(entry.id);
  if (!insights) return insights.error();
  entry.insights = std::move(*insights);
  return entry;
}

Result<std::vector<Text>> Index::texts(std::size_t number) const {
  const Result<std::string> bytes = part(number, Part::texts);
  if (!bytes) return bytes.error();
  bool ok = false;
  std::vector<Text> texts = decode_texts(*bytes, ok);
  if (!ok) return damaged_inside("the text of entry " + std::to_string(number));
  return texts;
}

Result<std::vector<Sheet>> Index::sheets(std::size_t number) const {
  const Result<std::string> bytes = part(number, Part::sheets);
  if (!bytes) return bytes.error();
  bool ok = false;
  std::vector<Sheet> sheets = decode_sheets(*bytes, ok);
  if (!ok) return damaged_inside("the fields of entry " + std::to_string(number));
  return sheets;
}

Result<content::Node> Index::interface_texts(const std::vector<std::string>& languages) const {
  const auto decode = [&](std::string_view bytes) -> Result<content::Node> {
    BinaryReader in(bytes);
    std::vector<std::string> tags;
    std::vector<content::Node> texts;
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
      tags.push_back(in.text());
      texts.push_back(take_node(in));
    }
    if (!in.ok() || !in.at_end()) return damaged("its interface texts do not read as written");
    if (texts.empty()) return content::make_null();
    return texts[choose_language({tags.begin(), tags.end()}, languages)];
  };
  return read_side_file(parts_->folder, "interface", decode);
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

Result<std::optional<std::size_t>> Index::find_number(std::string_view id) const {
  const Contents& contents = parts_->contents;
  const Result<std::size_t> at = contents.lower_bound(id);
  if (!at) return at.error();
  if (*at == contents.size() || contents.id(*at) != id) return std::optional<std::size_t>();
  return std::optional(*at);
}

Result<std::optional<Entry>> Index::find_entry(std::string_view id) const {
  const Result<std::optional<std::size_t>> number = find_number(id);
  if (!number) return number.error();
  if (!number->has_value()) return std::optional<Entry>();
  Result<Entry> found = entry(**number);
  if (!found) return found.error();
  return std::optional(std::move(*found));
}

Result<std::vector<Entry>> Index::entries_with(std::string_view begin, std::size_t most) const {
  const Contents& contents = parts_->contents;
  const Result<std::size_t> first = contents.lower_bound(begin);
  if (!first) return first.error();
  std::vector<Entry> entries;
  for (std::size_t i = *first; i < contents.size() && entries.size() < most; ++i) {
    Result<Entry> one = entry(i);
    if (!one) return one.error();
    if (!one->id.starts_with(begin)) break;
    entries.push_back(std::move(*one));
  }
  return entries;
}

Result<std::vector<Entry>> Index::lessons_of(std::string_view case_id) const {
  return entries_with(std::string(case_id) + "#", size());
}

Result<std::vector<std::string>> Index::nearest_ids(std::string_view id) const {
  std::vector<std::string> known;
  known.reserve(size());
  if (!parts_->contents.whole()) return damaged_inside("`contents` does not read as written");
  for (std::size_t i = 0; i < size(); ++i) known.emplace_back(parts_->contents.id(i));
  return nearest(known, id);
}

Result<std::vector<Index::KnownWord>> Index::words() const {
  return read_words(parts_->folder);
}

Result<const Speller*> Index::speller() const {
  if (parts_->speller) return &*parts_->speller;
  Result<std::vector<KnownWord>> known = words();
  if (!known) return known.error();
  std::set<std::string> named;
  for (const std::string_view name : Synonyms(about().synonyms).names())
    for (language::Word& word : language::words_of(name))
      if (!word.joined) named.insert(std::move(word.text));
  for (const KnownWord& word : *known) named.erase(word.text);
  for (const std::string& word : named) known->push_back({.text = word});
  parts_->speller.emplace(std::move(*known), about().word_languages);
  return &*parts_->speller;
}

}  // namespace baraza::index
