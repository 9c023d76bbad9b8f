#include "tools/format/findings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

struct Format {
  std::string_view name;
  Status (*write)(const FindingsReport& report, const Env& env);
};

constexpr Format formats[] = {
    {"text", write_text},   {"concise", write_concise}, {"json", write_json},
    {"sarif", write_sarif}, {"github", write_github},
};

}  // namespace

std::vector<std::string> findings_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

Status write_findings(const FindingsReport& report, std::string_view format, const Env& env) {
  for (const Format& known : formats)
    if (known.name == format) return known.write(report, env);
  return Diagnostic{.message = "there is no format `" + std::string(format) + "`"};
}

std::size_t Summary::from(Severity least) const {
  if (least == Severity::hint) return findings();
  return errors + (least == Severity::warning ? warnings : 0);
}

void count(const Diagnostic& finding, Summary& summary) {
  if (finding.severity == Severity::error) ++summary.errors;
  if (finding.severity == Severity::warning) ++summary.warnings;
  if (finding.severity == Severity::hint) ++summary.hints;
}

std::string counts_text(const Summary& summary) {
  std::vector<std::string> parts;
  if (summary.errors > 0) parts.push_back(counted(summary.errors, "error", "errors"));
  if (summary.warnings > 0) parts.push_back(counted(summary.warnings, "warning", "warnings"));
  if (summary.hints > 0) parts.push_back(counted(summary.hints, "hint", "hints"));
  return join(parts, ", ");
}

std::string to_text(const Summary& summary) {
  if (summary.findings() == 0)
    return "no findings in " + (summary.file.empty() ? counted(summary.files, "file", "files")
                                                     : visible(summary.file));
  return counts_text(summary) + " in " + counted(summary.files_with, "file", "files");
}

std::string place_text(const Place& place) {
  std::string text = visible(place.path);
  if (place.span.line > 0) text += ":" + std::to_string(place.span.line);
  if (place.span.line > 0 && place.span.column > 0)
    text += ":" + std::to_string(place.span.column);
  return text;
}

}  // namespace baraza::tools
