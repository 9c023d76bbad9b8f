#include "publish/in_place.hpp"

#include <string>

#include "publish/paths.hpp"
#include "publish/survey.hpp"

namespace baraza::publish {
namespace {

constexpr std::string_view journal_name = ".baraza-journal";

Status copy_changed(Tree& site, Tree& standby, const Manifest& wanted) {
  for (const auto& [path, file] : wanted) {
    if (site.look(path).same_file(standby.look(path))) continue;
    const Result<std::string> bytes = standby.read(path);
    if (!bytes) return bytes.error();
    if (site.holds(path, *bytes)) continue;
    if (Status status = site.write(path, *bytes); !status) return status;
  }
  return Done();
}

}  // namespace

bool has_journal(Tree& standby) {
  return standby.look(std::string(journal_name)).kind == EntryKind::file;
}

void remove_journal(Tree& standby) {
  static_cast<void>(standby.remove(std::string(journal_name)));
}

Status replace_in_place(Tree& site, const Manifest& written, Tree& standby,
                        const Manifest& wanted) {
  Paths paths;
  for (const auto& [path, file] : wanted)
    if (Status status = paths.add(path); !status) return status;
  const Result<Survey> found = survey(
      site, written, wanted, [&](const std::string& path) { return paths.has_folder(path); });
  if (!found) return found.error();

  // All that is ours before or after is ours while it goes on.
  Manifest either = wanted;
  either.insert(written.begin(), written.end());
  const std::string journal = "the site is being made equal to this folder, file by file\n";
  const std::string manifest(manifest_name);
  Status status = standby.write(std::string(journal_name), journal, Sync::yes);
  if (status) status = site.write(manifest, render_manifest(either), Sync::yes);
  if (status) status = copy_changed(site, standby, wanted);
  if (!status) return status;

  for (const std::string& path : found->temporaries)
    if (status = site.remove(path); !status) return status;
  for (const std::string& path : found->stale) {
    if (paths.has_folder(path)) continue;  // a folder by now
    if (status = site.remove(path); !status) return status;
    site.remove_empty_above(path);
  }
  if (status = site.write(manifest, render_manifest(wanted), Sync::yes); !status) return status;
  remove_journal(standby);
  return Done();
}

}  // namespace baraza::publish
