// Findings as GitHub shows them beside the lines of a change, and for people who never see a
// log.
//
// Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "check/rules.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/step_summary.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

// GitHub shows ten annotations of a kind and a step, and drops the others without a word.
constexpr std::size_t most_annotations = 10;

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      return "notice";
  }
  return "notice";
}

// A command ends where its line does, so no text may end one.
std::string for_data(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '%')
      result += "%25";
    else if (c == '\r')
      result += "%0D";
    else if (c == '\n')
      result += "%0A";
    else
      result += c;
  }
  return result;
}

std::string for_property(std::string_view text) {
  std::string result;
  for (const char c : for_data(text)) {
    if (c == ':')
      result += "%3A";
    else if (c == ',')
      result += "%2C";
    else
      result += c;
  }
  return result;
}

void add(std::string& properties, std::string_view name, std::string_view value) {
  properties += properties.empty() ? " " : ",";
  properties.append(name).append("=").append(for_property(value));
}

void add(std::string& properties, std::string_view name, int value) {
  if (value > 0) add(properties, name, std::to_string(value));
}

// Columns are only known to GitHub where all is on one line.
std::string properties_of(const Diagnostic& finding, const std::string& folder) {
  std::string properties;
  const Place& where = finding.where;
  if (!where.path.empty()) add(properties, "file", visible(folder + where.path));
  const bool one_line = where.span.end_line == where.span.line;
  if (where.span.line > 0) {
    add(properties, "line", where.span.line);
    if (one_line) add(properties, "col", where.span.column);
    add(properties, "endLine", std::max(where.span.end_line, where.span.line));
    if (one_line) add(properties, "endColumn", where.span.end_column);
  }
  const check::Rule* rule = check::find_rule(finding.rule);
  if (rule != nullptr)
    add(properties, "title", finding.rule + " " + std::string(rule->name));
  else if (!finding.rule.empty())
    add(properties, "title", finding.rule);
  return properties;
}

void write_command(const Diagnostic& finding, const std::string& folder, std::ostream& out) {
  std::string text = visible(finding.message);
  for (const Note& note : finding.notes)
    text += "\n" + visible(note.message) + ": " +
            place_text({folder + note.where.path, note.where.span});
  if (!finding.hint.empty()) text += "\nhelp: " + visible(finding.hint);
  out << "::" << command_of(finding.severity) << properties_of(finding, folder)
      << "::" << for_data(text) << '\n';
}

// What the last annotation says of those that are not shown.
void write_rest(const std::vector<const Diagnostic*>& findings, std::size_t shown,
                std::ostream& out) {
  Summary rest;
  for (std::size_t i = shown; i < findings.size(); ++i) count(*findings[i], rest);
  const bool grave = rest.errors + rest.warnings > 0;
  out << (grave ? "::warning" : "::notice") << " title=" << rest.findings()
      << " more::" << counts_text(rest) << (rest.findings() == 1 ? " is" : " are")
      << " not shown here: see the summary of this run, or run `baraza check`\n";
}

std::vector<const Diagnostic*> worst_first(const std::vector<Diagnostic>& findings) {
  std::vector<const Diagnostic*> result;
  result.reserve(findings.size());
  for (const Diagnostic& finding : findings) result.push_back(&finding);
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return a->severity < b->severity;
  });
  return result;
}

}  // namespace

Status write_github(const FindingsReport& report, const Env& env) {
  const std::vector<const Diagnostic*> findings = worst_first(report.findings);
  const std::size_t shown =
      findings.size() <= most_annotations ? findings.size() : most_annotations - 1;
  for (std::size_t i = 0; i < shown; ++i) write_command(*findings[i], report.folder, env.out);
  if (shown < findings.size()) write_rest(findings, shown, env.out);
  if (!env.quiet) env.err << to_text(report.summary) << '\n';
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");  // NOLINT(concurrency-mt-unsafe)
  if (path == nullptr || *path == '\0') return Done{};
  return append_to(path, step_summary(report));
}

}  // namespace baraza::tools
