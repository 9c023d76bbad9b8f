#include "tools/gate.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

std::set<std::string> paths_with_errors(const Diagnostics& found) {
  std::set<std::string> paths;
  for (const Diagnostic& finding : found.all())
    if (finding.severity == Severity::error) paths.insert(finding.where.path);
  return paths;
}

// Is every one of these a record, which can be left out?
bool are_records(const std::set<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), [](const std::string& path) {
    return path.starts_with("cases/") && path.ends_with(".md");
  });
}

// Takes broken records out until what is left refers to nothing that is gone.
std::set<std::string> leave_out(LoadedBank& loaded) {
  std::set<std::string> out = paths_with_errors(loaded.found);
  for (std::size_t before = 0; before != out.size();) {
    before = out.size();
    const auto is_out = [&](const auto& record) { return out.contains(record.path); };
    std::erase_if(loaded.bank.cards, is_out);
    std::erase_if(loaded.records, is_out);
    Diagnostics found;
    check_cards(loaded, found);
    out.merge(paths_with_errors(found));
  }
  return out;
}

}  // namespace

SourceLines lines_of_bank(const LoadedBank& loaded) {
  SourceLines lines(loaded.root);
  for (const SourceFile& source : loaded.definitions.built_in)
    lines.put(source.path, source.bytes);
  return lines;
}

Gate pass_gate(LoadedBank& loaded, bool force, const Env& env) {
  if (!loaded.found.has_errors()) return {.open = true};
  std::vector<Diagnostic> errors_found = loaded.found.sorted();
  std::erase_if(errors_found,
                [](const Diagnostic& finding) { return finding.severity != Severity::error; });
  SourceLines lines = lines_of_bank(loaded);
  write_text(errors_found, lines, env);
  const std::size_t count = loaded.found.count(Severity::error);
  const std::string errors = counted(count, "error", "errors");
  const bool can_leave_out = are_records(paths_with_errors(loaded.found));
  if (!force || !can_leave_out) {
    env.err << errors << ": nothing was changed. ";
    if (force)
      env.err << "What the bank says about itself cannot be left out.\n";
    else if (!can_leave_out)
      env.err << (count == 1 ? "Mend it" : "Mend them") << " and try again.\n";
    else
      env.err << (count == 1 ? "Mend it" : "Mend them")
              << ", or use --force to leave broken records out.\n";
    return {.code = ExitCode::content};
  }
  const std::set<std::string> out = leave_out(loaded);
  env.err << errors << ": " << counted(out.size(), "record is", "records are")
          << " left out:\n";
  for (const std::string& path : out) env.err << "  " << visible(path) << '\n';
  return {.open = true, .code = ExitCode::content, .left_out = {out.begin(), out.end()}};
}

std::size_t count_drafts(const std::vector<content::Outline>& records) {
  return static_cast<std::size_t>(
      std::count_if(records.begin(), records.end(), [](const content::Outline& record) {
        return record.draft && record.kind != content::RecordKind::translation;
      }));
}

}  // namespace baraza::tools
