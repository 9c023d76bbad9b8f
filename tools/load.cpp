#include "tools/load.hpp"

#include <chrono>
#include <utility>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/workers.hpp"
#include "check/check_bank.hpp"
#include "check/check_record.hpp"
#include "parse/bytes.hpp"
#include "parse/case_file.hpp"
#include "tools/pictures.hpp"

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
  record.findings = found.all();
  check::check_record(schema_for(definitions, record.front, path), definitions.schemas,
                      definitions.vocabularies, definitions.facets, record);
  return record;
}

// What a worker answers: the record of one file, and what the cache wants to know of the file.
struct Answer {
  bool readable = true;  // as a file that the cache may keep
  FileStamp stamp = {};
  std::string hash = {};
  std::string blob = {};
};

std::string to_bytes(const Answer& answer) {
  BinaryWriter out;
  out.flag(answer.readable);
  out.number(answer.stamp.size);
  out.number(static_cast<std::uint64_t>(answer.stamp.mtime_ns));
  out.number(answer.stamp.inode);
  out.text(answer.hash);
  out.text(answer.blob);
  return out.take();
}

Answer to_answer(std::string_view bytes) {
  BinaryReader in(bytes);
  Answer answer;
  answer.readable = in.flag();
  answer.stamp.size = in.number();
  answer.stamp.mtime_ns = static_cast<std::int64_t>(in.number());
  answer.stamp.inode = in.number();
  answer.hash = in.text();
  answer.blob = in.text();
  return answer;
}

// What stands in for a file is not the file: the cache must not take the one for the other.
Answer read_overlaid(const LoadedBank& loaded, const std::string& path,
                     const std::string& bytes) {
  Answer answer{.readable = false};
  answer.blob = content::encode(make_record(bytes, path, loaded.definitions));
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
    answer.blob = content::encode(unread);
    return answer;
  }
  answer.hash = hash_of(*bytes);
  // This is a worker: what it takes over in its copy of the store is lost, and told in the
  // answer.
  if (auto known = loaded.store->find_by_hash(path, answer.stamp, answer.hash))
    answer.blob = std::move(*known);
  else
    answer.blob = content::encode(make_record(*bytes, path, loaded.definitions));
  return answer;
}

void take_record(std::string_view blob, const std::string& path, LoadedBank& loaded) {
  Result<content::Record> head = content::decode_head(blob);
  if (!head) {
    loaded.found.add({.rule = "E116",
                      .where = {path, {}},
                      .message = "what was read of this file cannot be understood",
                      .hint = "remove the folder `.baraza` and try again"});
    return;
  }
  loaded.hashes[path] = hash_of(blob);
  loaded.found.add_all(head->findings);
  if (!head->suppressions.empty()) loaded.suppressions[path] = std::move(head->suppressions);
  loaded.bank.cards.push_back(std::move(head->card));
}

// The files that the cache does not know as they are now.
std::vector<std::string> take_unchanged(const std::vector<std::string>& paths,
                                        const Overlay& overlay, LoadedBank& loaded) {
  std::vector<std::string> changed;
  for (const std::string& path : paths) {
    const bool overlaid = find_overlaid(overlay, path) != nullptr;
    const std::optional<FileStamp> stamp =
        overlaid ? std::nullopt : stamp_of(join_path(loaded.root, path));
    const auto blob = stamp ? loaded.store->find(path, *stamp) : std::nullopt;
    if (blob)
      take_record(*blob, path, loaded);
    else
      changed.push_back(path);
  }
  return changed;
}

Status read_changed(const std::vector<std::string>& paths, const Overlay& overlay,
                    const Env& env, LoadedBank& loaded) {
  if (paths.empty()) return Done{};
  const WorkerTasks tasks = {
      .work =
          [&](std::size_t job) { return to_bytes(read_record(loaded, overlay, paths[job])); },
      .done = [&](std::size_t job, const std::string& bytes) -> Status {
        const Answer answer = to_answer(bytes);
        if (answer.readable)
          loaded.store->put(paths[job], answer.stamp, answer.hash, answer.blob);
        else
          loaded.unkept[paths[job]] = answer.blob;
        take_record(answer.blob, paths[job], loaded);
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

}  // namespace

std::string LoadedBank::inputs() const {
  std::string all = definitions.fingerprint;
  for (const content::Card& card : bank.cards) {
    const auto hash = hashes.find(card.path);
    all += '\n' + card.path + ' ' + (hash == hashes.end() ? std::string() : hash->second);
  }
  return hash_of(all);
}

content::RecordReader LoadedBank::reader() const {
  return [this](const content::Card& card) -> Result<content::Record> {
    if (const auto at = unkept.find(card.path); at != unkept.end())
      return content::decode(at->second);
    const std::optional<std::string> blob = store->read(card.path);
    if (!blob)
      return Diagnostic{.where = {card.path, {}},
                        .message = "what was read of this file is gone"};
    return content::decode(*blob);
  };
}

void check_cards(const LoadedBank& loaded, Diagnostics& found) {
  check::check_bank(loaded.bank, loaded.today, found);
}

Result<LoadedBank> load_bank(const Env& env, const Overlay& overlay) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return root.error();
  LoadedBank loaded;
  loaded.root = *root;
  loaded.today = env.today;
  loaded.definitions = read_definitions(loaded.root, loaded.found, overlay);
  loaded.bank.files = list_files(loaded.root, loaded.found, overlay);
  const std::vector<std::string> paths = records_of(loaded.bank.files);
  loaded.files = paths.size();
  // A cache that cannot be kept costs time and nothing else.
  const Status kept = make_folders(state_folder(loaded.root));
  loaded.store =
      std::make_shared<RecordStore>(join_path(state_folder(loaded.root), "records"),
                                    loaded.definitions.fingerprint + this_program(), now_ns());
  const std::vector<std::string> changed = take_unchanged(paths, overlay, loaded);
  if (const Status read = read_changed(changed, overlay, env, loaded); !read)
    return read.error();
  auto placed =
      find_placed_pictures(loaded.root, loaded.bank.files, *loaded.store, loaded.found);
  if (!placed) return placed.error();
  loaded.bank.placed_pictures = std::move(*placed);
  if (kept && overlay.empty()) static_cast<void>(loaded.store->save());
  content::sort_cards(loaded.bank.cards);
  loaded.bank.settings = loaded.definitions.settings;
  loaded.bank.facets = loaded.definitions.facets;
  loaded.bank.vocabularies = loaded.definitions.vocabularies;
  check_cards(loaded, loaded.found);
  loaded.found =
      check::apply_controls(loaded.bank.settings.rules, loaded.suppressions, loaded.found);
  return loaded;
}

}  // namespace baraza::tools
