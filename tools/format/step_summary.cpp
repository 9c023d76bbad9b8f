#include "tools/format/step_summary.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t most_bytes = std::size_t{512} << 10;  // GitHub takes 1 MiB of a step
constexpr std::size_t longest_cell = 2000;                  // characters

// May the last character of `text` mean something to Markdown or HTML inside a cell? What means
// something only at the start of a line, such as `-`, does not there; `www.` makes a link.
bool is_markup(std::string_view text) {
  constexpr std::string_view signs = "\\`*_~^[](){}<>|!#&@:$";
  if (signs.find(text.back()) != std::string_view::npos) return true;
  return to_lower(text).ends_with("www.");
}

// Signs as the numbers of their characters, which stand for the sign and nothing else.
std::string as_it_is(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t from = i - std::min<std::size_t>(i, 3);
    result += is_markup(text.substr(from, i + 1 - from))
                  ? "&#" + std::to_string(static_cast<int>(text[i])) + ";"
                  : std::string(1, text[i]);
  }
  return result;
}

std::string things(std::size_t count) { return counted(count, "thing", "things"); }

std::string opening(const FindingsReport& report) {
  const Summary& summary = report.summary;
  const std::size_t grave = summary.from(report.fails_from);
  const std::size_t others = summary.findings() - grave;
  const std::string better = " would make it better.";
  if (grave > 0)
    return things(grave) + (grave == 1 ? " needs" : " need") +
           " mending before this can be published" +
           (others > 0 ? "; " + std::to_string(others) + " more" + better : ".");
  if (others > 0) return "Nothing stands in the way of publishing; " + things(others) + better;
  return "Nothing needs mending: " + counted(summary.files, "record was", "records were") +
         " checked.";
}

std::string where_text(const Place& place, const std::string& folder) {
  if (place.path.empty()) return "the whole bank";
  const std::string line = place.span.line > 0 ? ":" + std::to_string(place.span.line) : "";
  return "<code>" + as_it_is(visible(folder + place.path)) + line + "</code>";
}

std::string row_of(const Diagnostic& finding, const std::string& folder) {
  const std::string kind =
      name_of(finding.severity) + (finding.rule.empty() ? "" : " " + finding.rule);
  return "| " + as_it_is(kind) + " | " + where_text(finding.where, folder) + " | " +
         table_cell(finding.message) + " | " + table_cell(finding.hint) + " |\n";
}

}  // namespace

std::string table_cell(std::string_view text) {
  const std::string line = visible(shorten(text, longest_cell));
  const std::vector<std::string_view> parts = split(line, '`');
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool code = i % 2 == 1 && i + 1 < parts.size();
    if (i % 2 == 1 && !code) result += as_it_is("`");  // nothing closes it
    result += code ? "<code>" + as_it_is(parts[i]) + "</code>" : as_it_is(parts[i]);
  }
  return result;
}

std::string step_summary(const FindingsReport& report) {
  std::string text = opening(report) + "\n\n";
  if (report.findings.empty()) return text;
  text += "| | Where | What is wrong | How to mend it |\n| --- | --- | --- | --- |\n";
  std::size_t rows = 0;
  bool full = false;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::hint}) {
    for (const Diagnostic& finding : report.findings) {
      if (finding.severity != severity || full) continue;
      const std::string row = row_of(finding, report.folder);
      full = rows == most_rows || text.size() + row.size() > most_bytes;
      if (full) break;
      text += row;
      ++rows;
    }
  }
  const std::size_t left = report.findings.size() - rows;
  if (left > 0)
    text += "\nAnd " + std::to_string(left) +
            " more: `baraza check --format concise` lists them all.\n";
  return text + "\n";
}

}  // namespace baraza::tools
