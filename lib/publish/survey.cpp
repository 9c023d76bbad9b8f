#include "publish/survey.hpp"

#include <set>
#include <utility>

#include "base/hash.hpp"
#include "publish/paths.hpp"

namespace baraza::publish {
namespace {

Diagnostic in_the_way(const Tree& site, const std::string& path) {
  return {.message = "`" + join_path(site.shown(), path) +
                     "` is in the way of the site, and baraza did not write it",
          .hint = "move it away, or name another folder for the site"};
}

bool is_as_written(Tree& site, const std::string& path, const Manifest& written) {
  const auto at = written.find(path);
  if (at == written.end()) return false;
  const Result<std::string> bytes = site.read(path);
  return bytes && hash_of(*bytes) == at->second.hash;
}

// Everything in the site but what is wanted and what is baraza's own.
std::map<std::string, EntryKind> others_in(const std::map<std::string, EntryKind>& all,
                                           const Manifest& wanted) {
  std::set<std::string> filled;
  for (const auto& [path, kind] : all)
    if (const std::size_t slash = path.rfind('/'); slash != std::string::npos)
      filled.insert(path.substr(0, slash));
  std::map<std::string, EntryKind> others;
  for (const auto& [path, kind] : all)
    if (kind == EntryKind::folder ? !filled.contains(path) : !wanted.contains(path))
      others.emplace_hint(others.end(), path, kind);
  return others;
}

}  // namespace

Result<Survey> survey(Tree& site, const Manifest& written, const Manifest& wanted,
                      const std::function<bool(const std::string&)>& is_wanted_folder) {
  Survey found;
  std::map<std::string, EntryKind> all;
  const Status walked = site.walk([&](const std::string& path, EntryKind kind) {
    if (is_temporary(path.substr(path.rfind('/') + 1))) {
      found.temporaries.push_back(path);
      return false;
    }
    if (path != manifest_name) all.emplace(path, kind);
    return true;
  });
  if (!walked) return walked.error();

  for (const auto& [path, kind] : others_in(all, wanted)) {
    const bool folder = kind == EntryKind::folder;
    bool blocks = is_wanted_folder(path) || wanted.contains(path);
    for_each_folder_above(path, [&](const std::string& above) {
      if (wanted.contains(above)) blocks = true;
    });
    if (folder && blocks) continue;  // an empty folder is in nobody's way
    if (!folder && is_as_written(site, path, written)) {
      found.stale.push_back(path);
      continue;
    }
    if (blocks) return in_the_way(site, path);
    if (!folder && written.contains(path)) found.changed.push_back(path);
    found.foreign.emplace(path, kind);
  }
  return found;
}

}  // namespace baraza::publish
