#include "tools/bank_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "index/flags.hpp"
#include "parse/bytes.hpp"
#include "parse/case_file.hpp"
#include "tools/defaults.hpp"

namespace baraza::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_other_file = std::size_t{64} << 20;  // a template, an image

// A Markdown file that no one reads, since its ending is another.
bool is_misnamed(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string ending = to_lower(path.substr(dot));
  return path.substr(dot) != ".md" &&
         (ending == ".md" || ending == ".markdown" || ending == ".mdown" || ending == ".mkd");
}

// What has the name of a schema or a template and is none would else be replaced in silence.
void add_if_no_file(const Entry& entry, Diagnostics& found) {
  if (!entry.path.ends_with(".yaml") && !entry.path.ends_with(".html")) return;
  found.add({.rule = "E110",
             .where = {entry.path, {}},
             .message = "cannot be read: it is not a file",
             .hint = "put a file in its place, or remove it to use the program's own"});
}

std::string_view default_file(std::string_view path) {
  for (const DefaultFile& file : default_files())
    if (file.path == path) return file.bytes;
  return {};
}

}  // namespace

Result<std::string> find_bank(const std::string& start) {
  const std::string from = real_path(start);
  fs::path folder = from.empty() ? fs::path(start) : fs::path(from);
  for (;;) {
    if (kind_of((folder / "cases" / "bank.yaml").string()) != EntryKind::missing)
      return folder.string();
    if (!folder.has_relative_path()) break;
    folder = folder.parent_path();
  }
  return Diagnostic{.message = "there is no bank here: no folder from `" + start +
                               "` upwards holds `cases/bank.yaml`",
                    .hint = "`baraza init` makes a bank; `-C DIR` names one elsewhere"};
}

const std::optional<std::string>* find_overlaid(const Overlay& overlay,
                                                const std::string& path) {
  const auto at = overlay.find(path);
  return at == overlay.end() ? nullptr : &at->second;
}

Result<std::string> read_bank_file(const std::string& root, const std::string& path,
                                   std::size_t most, const Overlay& overlay) {
  const std::optional<std::string>* instead = find_overlaid(overlay, path);
  if (instead == nullptr) return read_file(join_path(root, path), path, most);
  if (!*instead)
    return Diagnostic{.rule = "E110",
                      .where = {path, {}},
                      .message = "cannot be read: it is not among what is staged",
                      .hint = "stage it with `git add`, or take out what needs it"};
  return **instead;
}

std::vector<SourceFile> read_sources(const std::string& root, std::string_view top,
                                     Diagnostics& found, const Overlay& overlay) {
  std::map<std::string, SourceFile> files;
  for (const DefaultFile& file : default_files())
    if (file.path.starts_with(std::string(top) + "/"))
      files[std::string(file.path)] = {std::string(file.path), std::string(file.bytes), true};
  if (!root.empty() && kind_of(join_path(root, top)) != EntryKind::missing) {
    for (const Entry& entry : list_folder(root, std::string(top), found)) {
      if (entry.path.ends_with(".md")) continue;
      if (entry.kind != EntryKind::file) {
        add_if_no_file(entry, found);
        continue;
      }
      if (const auto* instead = find_overlaid(overlay, entry.path);
          instead != nullptr && !*instead)
        continue;
      Result<std::string> bytes = read_bank_file(
          root, entry.path,
          entry.path.ends_with(".yaml") ? parse::max_data_bytes : largest_other_file, overlay);
      if (bytes)
        files[entry.path] = {entry.path, std::move(*bytes), false};
      else
        found.add(bytes.error());
    }
  }
  for (const auto& [path, bytes] : overlay)  // those that are gone from the folder itself
    if (bytes && path.starts_with(std::string(top) + "/") && !path.ends_with(".md"))
      files[path] = {path, *bytes, false};
  std::vector<SourceFile> result;
  result.reserve(files.size());
  for (auto& [path, file] : files) result.push_back(std::move(file));
  return result;
}

std::string facets_mark(const std::string& schema_hash) {
  return BARAZA_VERSION " " + schema_hash;
}

std::vector<content::Facet> facets_of_bank(const std::string& start) {
  std::string bytes(default_file(case_schema_path));
  if (const Result<std::string> root = find_bank(start)) {
    Result<std::string> own =
        read_file(join_path(*root, case_schema_path), case_schema_path, parse::max_data_bytes);
    if (own) bytes = std::move(*own);
    if (std::optional<std::vector<content::Facet>> known = index::read_flags(
            join_path(state_folder(*root), "index"), facets_mark(short_hash(bytes))))
      return std::move(*known);
  }
  Diagnostics ignored;
  return content::find_facets(
      parse::parse_yaml_file(bytes, std::string(case_schema_path), ignored));
}

std::vector<Entry> list_files(const std::string& root, Diagnostics& found,
                              const Overlay& overlay) {
  std::vector<Entry> files;
  for (Entry& entry : list_folder(root, "cases", found)) {
    if (entry.kind == EntryKind::symlink)
      found.add({.rule = "E118",
                 .where = {entry.path, {}},
                 .message = "a symlink to a folder is not followed",
                 .hint = "put the folder itself here"});
    if (entry.kind != EntryKind::file || find_overlaid(overlay, entry.path) != nullptr)
      continue;
    if (is_misnamed(entry.path))
      found.add({.rule = "E119",
                 .where = {entry.path, {}},
                 .message = "the file looks like a record, but its name does not end in `.md`",
                 .hint = "rename it to end in `.md`, in small letters"});
    files.push_back(std::move(entry));
  }
  const auto by_path = [](const Entry& a, const Entry& b) { return a.path < b.path; };
  const std::size_t listed = files.size();
  for (const auto& [path, bytes] : overlay)
    if (bytes && path.starts_with("cases/")) files.push_back({.path = path});
  if (files.size() > listed) std::sort(files.begin(), files.end(), by_path);
  return files;
}

bool is_record(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name.size() > 3 && name.ends_with(".md") && name != "README.md";
}

std::string state_folder(const std::string& root) { return join_path(root, ".baraza"); }

}  // namespace baraza::tools
