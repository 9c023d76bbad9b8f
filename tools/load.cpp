#include "tools/load.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/workers.hpp"
#include "check/check_bank.hpp"
#include "check/check_length.hpp"
#include "check/check_record.hpp"
#include "check/translated_texts.hpp"
#include "parse/bytes.hpp"
#include "parse/case_file.hpp"
#include "tools/pictures.hpp"
#include "tools/site_templates.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t worker_memory = std::size_t{2} << 30;

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Tells one build of the program from another, whatever version both call themselves.
std::string this_program() {
  const FileStamp stamp = stamp_of("/proc/self/exe").value_or(FileStamp{});
  return std::to_string(stamp.size) + "-" + std::to_string(stamp.mtime_ns);
}

std::string store_path(const std::string& root) {
  return join_path(state_folder(root), "records");
}

void add_links(const content::Body& body, content::Card& card) {
  card.links.insert(card.links.end(), body.links.begin(), body.links.end());
}

content::Record make_record(const std::string& bytes, const std::string& path,
                            const Definitions& definitions) {
  Diagnostics found;
  parse::Document document = parse::parse_record(bytes, path, found);
  content::Record record;
  record.card = content::make_card(document.front, definitions.facets, path);
  add_links(document.body, record.card);
  for (const auto& [lesson, body] : document.details) add_links(body, record.card);
  for (const content::Heading& heading : document.body.headings)
    record.card.anchors.push_back(heading.id);
  record.front = std::move(document.front);
  if (!record.front.is_map()) record.front.kind = content::Node::Kind::broken;  // told by parse
  record.body = std::move(document.body);
  record.details = std::move(document.details);
  record.suppressions = std::move(document.suppressions);
  record.examples = std::move(document.examples);
  record.findings = found.all();
  check::check_record(schema_for(definitions, record.front, path), definitions.schemas,
                      definitions.vocabularies, definitions.facets, record);
  check::check_length(definitions.settings, record);
  return record;
}

// What a worker answers: the record of one file, and what the cache wants to know of the file.
struct Answer {
  bool readable = true;  // as a file that the cache may keep
  bool known = false;    // the cache has it, by its hash: neither head nor blob is sent
  FileStamp stamp = {};
  std::string hash = {};
  std::string head = {};
  std::string blob = {};
};

void set_record(const content::Record& record, Answer& answer) {
  answer.head = content::encode_head(content::head_of(record));
  answer.blob = content::encode(record);
}

std::string to_bytes(const Answer& answer) {
  BinaryWriter out;
  out.flag(answer.readable);
  out.flag(answer.known);
  out.number(answer.stamp.size);
  out.number(static_cast<std::uint64_t>(answer.stamp.mtime_ns));
  out.number(answer.stamp.inode);
  out.text(answer.hash);
  out.text(answer.head);
  out.text(answer.blob);
  return out.take();
}

Answer to_answer(std::string_view bytes) {
  BinaryReader in(bytes);
  Answer answer;
  answer.readable = in.flag();
  answer.known = in.flag();
  answer.stamp.size = in.number();
  answer.stamp.mtime_ns = static_cast<std::int64_t>(in.number());
  answer.stamp.inode = in.number();
  answer.hash = in.text();
  answer.head = in.text();
  answer.blob = in.text();
  return answer;
}

// What stands in for a file is not the file: the cache must not take the one for the other.
Answer read_overlaid(const LoadedBank& loaded, const std::string& path,
                     const std::string& bytes) {
  Answer answer{.readable = false};
  set_record(make_record(bytes, path, loaded.definitions), answer);
  return answer;
}

Answer read_record(const LoadedBank& loaded, const Overlay& overlay, const std::string& path) {
  if (const auto* instead = find_overlaid(overlay, path); instead != nullptr)
    return read_overlaid(loaded, path, instead->value_or(std::string()));
  Answer answer;
  const Result<std::string> bytes =
      read_file(join_path(loaded.root, path), path, parse::max_file_bytes, &answer.stamp);
  if (!bytes) {
    content::Record unread;
    unread.card = content::make_card({}, {}, path);
    unread.findings.push_back(bytes.error());
    answer.readable = false;
    set_record(unread, answer);
    return answer;
  }
  answer.hash = hash_of(*bytes);
  answer.known = loaded.store->knows(path, answer.hash);
  if (!answer.known) set_record(make_record(*bytes, path, loaded.definitions), answer);
  return answer;
}

// The files that the cache does not know as they are now.
std::vector<std::string> find_changed(const std::vector<Entry>& files, const Overlay& overlay,
                                      LoadedBank& loaded) {
  std::vector<std::string> changed;
  for (const Entry& file : files)
    if (is_record(file.path) && (find_overlaid(overlay, file.path) != nullptr ||
                                 !loaded.store->find(file.path, file.stamp)))
      changed.push_back(file.path);
  return changed;
}

void take_answer(const std::string& path, Answer answer, LoadedBank& loaded) {
  if (answer.known && loaded.store->find_by_hash(path, answer.stamp, answer.hash)) return;
  if (answer.readable)
    loaded.store->put(path, answer.stamp, answer.hash, answer.head, answer.blob);
  else
    loaded.unkept[path] = {std::move(answer.head), std::move(answer.blob)};
}

Status read_changed(const std::vector<std::string>& paths, const Overlay& overlay,
                    const Env& env, LoadedBank& loaded) {
  if (paths.empty()) return Done{};
  const WorkerTasks tasks = {
      .work =
          [&](std::size_t job) { return to_bytes(read_record(loaded, overlay, paths[job])); },
      .done = [&](std::size_t job, const std::string& bytes) -> Status {
        take_answer(paths[job], to_answer(bytes), loaded);
        return Done{};
      },
      .lost =
          [&](std::size_t job, const std::string& how) {
            loaded.found.add(
                {.rule = "E117",
                 .where = {paths[job], {}},
                 .message = "reading this file took too long or crashed: the worker " + how,
                 .hint = "take out what is unusual in it, such as deeply nested or very long "
                         "parts"});
          }};
  return run_workers(paths.size(),
                     {.workers = static_cast<unsigned>(env.workers), .memory = worker_memory},
                     tasks);
}

// A record that cannot be got from the store, of a file that is still the one it was made of:
// that was read once in a worker, so this process need not fear it.
Result<content::Record> read_again(const LoadedBank& loaded, const std::string& path) {
  const auto kept = loaded.store->kept(path);
  const Result<std::string> bytes =
      read_file(join_path(loaded.root, path), path, parse::max_file_bytes);
  if (!kept || !bytes || hash_of(*bytes) != kept->hash)
    return Diagnostic{.where = {path, {}},
                      .message = "the file was changed while it was being read",
                      .hint = "try again"};
  return make_record(*bytes, path, loaded.definitions);
}

// Takes what every bank has of a record, and of a bank of cards its card.
Status take_record(const std::string& path, std::string_view head_bytes, LoadedBank& loaded) {
  Result<content::Head> head = content::decode_head(head_bytes);
  if (!head) {
    const Result<content::Record> record = loaded.read(path);
    if (!record) return record.error();
    head = content::decode_head(content::encode_head(content::head_of(*record)));
    if (!head) return head.error();
  }
  if (loaded.depth == Depth::cards) {
    Result<content::Card> card = loaded.read_card(path);
    if (!card) return card.error();
    loaded.bank.cards.push_back(std::move(*card));
  }
  loaded.found.add_all(head->findings);
  if (!head->suppressions.empty()) loaded.suppressions[path] = std::move(head->suppressions);
  loaded.records.push_back(std::move(head->outline));
  return Done{};
}

// Takes all that were read or found in the cache, but for those whose worker was lost.
Status take_records(const std::vector<Entry>& files, LoadedBank& loaded) {
  for (const Entry& file : files) {
    const std::string& path = file.path;
    if (!is_record(path)) continue;
    ++loaded.files;
    const auto unkept = loaded.unkept.find(path);
    const auto kept = unkept == loaded.unkept.end() ? loaded.store->kept(path) : std::nullopt;
    if (unkept == loaded.unkept.end() && !kept) continue;
    if (Status taken = take_record(path, kept ? kept->head : unkept->second.head, loaded);
        !taken)
      return taken;
  }
  content::sort_cards(loaded.bank.cards);
  return Done{};
}

// A translation is compared with its original text by text, and a head has no texts.
Status complete_translations(LoadedBank& loaded) {
  const auto complete = [&](content::Outline& outline) -> Status {
    const Result<content::Card> card = loaded.read_card(outline.path);
    if (!card) return card.error();
    outline = content::outline_of(*card);
    return Done{};
  };
  std::set<std::string> originals;
  for (content::Outline& record : loaded.records) {
    if (record.kind != content::RecordKind::translation) continue;
    originals.insert(record.translation_of);
    if (Status status = complete(record); !status) return status;
  }
  if (originals.empty()) return Done{};
  for (content::Outline& record : loaded.records)
    if (record.kind != content::RecordKind::translation && originals.contains(record.id))
      if (Status status = complete(record); !status) return status;
  return Done{};
}

}  // namespace

std::string LoadedBank::hash_of_file(const std::string& path) const {
  const auto kept = unkept.contains(path) ? std::nullopt : store->kept(path);
  return kept ? std::string(kept->hash) : std::string();
}

std::string LoadedBank::hash_of_record(const std::string& path) const {
  if (const auto at = unkept.find(path); at != unkept.end()) return hash_of(at->second.blob);
  const auto kept = store->kept(path);
  return kept ? std::string(kept->blob_hash) : std::string();
}

Result<content::Record> LoadedBank::read(const std::string& path) const {
  if (const auto at = unkept.find(path); at != unkept.end())
    return content::decode(at->second.blob);
  if (const std::optional<std::string> blob = store->read(path))
    if (Result<content::Record> record = content::decode(*blob)) return record;
  return read_again(*this, path);
}

Result<content::Card> LoadedBank::read_card(const std::string& path) const {
  if (const auto at = unkept.find(path); at != unkept.end())
    return content::decode_card(at->second.blob);
  if (const std::optional<std::string> blob = store->read(path))
    if (Result<content::Card> card = content::decode_card(*blob)) return card;
  Result<content::Record> record = read_again(*this, path);
  if (!record) return record.error();
  return std::move(record->card);
}

content::RecordReader LoadedBank::reader() const {
  return [this](const content::Card& card) { return read(card.path); };
}

std::map<std::string, std::string> hash_definitions(const std::string& root,
                                                    const Definitions& definitions) {
  std::map<std::string, std::string> hashes = hash_interface(root);
  hashes.insert(definitions.hashes.begin(), definitions.hashes.end());
  return hashes;
}

FileHashes hash_bank_files(const std::string& root) {
  Diagnostics ignored;
  const Definitions definitions = read_definitions(root, ignored);
  RecordStore store(store_path(root), definitions.fingerprint + this_program(), now_ns());
  FileHashes hashes{.records = {}, .definitions = hash_definitions(root, definitions)};
  for (const Entry& file : list_files(root, ignored)) {
    if (!is_record(file.path)) continue;
    std::string& hash = hashes.records[file.path];
    if (const auto kept = store.find(file.path, file.stamp)) {
      hash = kept->hash;
      continue;
    }
    const Result<std::string> bytes =
        read_file(join_path(root, file.path), file.path, parse::max_file_bytes);
    if (bytes) hash = hash_of(*bytes);
  }
  return hashes;
}

void check_cards(const LoadedBank& loaded, Diagnostics& found) {
  check::check_bank(loaded.bank, loaded.records, loaded.today, found);
  std::map<std::string_view, const content::Outline*> originals;
  for (const content::Outline& record : loaded.records)
    if (record.kind != content::RecordKind::translation) originals.emplace(record.id, &record);
  for (const content::Outline& record : loaded.records) {
    if (record.kind != content::RecordKind::translation) continue;
    const auto original = originals.find(record.translation_of);
    if (original == originals.end()) continue;
    // Both could be read a moment ago; what changed since is the next run's to tell.
    const Result<content::Record> own = loaded.read(record.path);
    const Result<content::Record> other = loaded.read(original->second->path);
    if (own && other)
      check::check_translated_texts(loaded.definitions.schema_trees.at("translation"), *own,
                                    *other, found);
  }
}

Result<LoadedBank> load_bank(const Env& env, Depth depth, const Overlay& overlay) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return root.error();
  LoadedBank loaded;
  loaded.root = *root;
  loaded.today = env.today;
  loaded.definitions = read_definitions(loaded.root, loaded.found, overlay);
  loaded.depth = depth;
  std::vector<Entry> files = list_files(loaded.root, loaded.found, overlay);
  // A cache that cannot be kept costs time and nothing else.
  const Status kept = make_folders(state_folder(loaded.root));
  loaded.store = std::make_shared<RecordStore>(
      store_path(loaded.root), loaded.definitions.fingerprint + this_program(), now_ns());
  // The workers first, as long as there is little that they share.
  const std::vector<std::string> changed = find_changed(files, overlay, loaded);
  if (const Status read = read_changed(changed, overlay, env, loaded); !read)
    return read.error();
  if (const Status taken = take_records(files, loaded); !taken) return taken.error();
  auto placed = find_placed_pictures(loaded.root, files, *loaded.store, loaded.found, overlay);
  if (!placed) return placed.error();
  loaded.bank.placed_pictures = std::move(*placed);
  if (kept && overlay.empty()) static_cast<void>(loaded.store->save());
  for (Entry& file : files) loaded.bank.files.push_back(std::move(file.path));
  if (const Status status = complete_translations(loaded); !status) return status.error();
  loaded.bank.settings = loaded.definitions.settings;
  loaded.bank.facets = loaded.definitions.facets;
  loaded.bank.vocabularies = loaded.definitions.vocabularies;
  loaded.bank.synonyms = loaded.definitions.synonyms;
  check_cards(loaded, loaded.found);
  loaded.found =
      check::apply_controls(loaded.bank.settings.rules, loaded.suppressions, loaded.found);
  return loaded;
}

}  // namespace baraza::tools
