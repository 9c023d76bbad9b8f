#include "parse/markdown_lost.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace baraza::parse {
namespace {

constexpr std::size_t most_signs = 6;

// A line of a paragraph without the signs of quotes before it.
Stretch line_of(const Positions& positions, int line) {
  const std::size_t end = positions.end_of_line(line);
  const std::size_t start = positions.offset_of_line(line);
  return {std::min(positions.text().find_first_not_of(" \t>", start), end), end};
}

// How many cells a row has; 0 if the line is none, or only marks columns. A `|` in code or
// after a backslash parts nothing, and two of them beside each other are no cell.
std::size_t cells_of_row(std::string_view line) {
  std::size_t bars = 0;
  bool code = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '`') code = !code;
    if (line[i] != '|' || code || (i > 0 && line[i - 1] == '\\')) continue;
    if (i + 1 < line.size() && line[i + 1] == '|') return 0;
    ++bars;
  }
  const bool words = line.find_first_not_of("|:-= \t\r") != std::string_view::npos;
  if (bars < 2 || !words) return 0;
  const std::size_t last = line.find_last_not_of(" \t\r");
  return bars + 1 - (line.front() == '|' ? 1 : 0) - (line[last] == '|' ? 1 : 0);
}

bool is_line_of_dashes(std::string_view line) {
  return line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|:-=+ \t\r") == std::string_view::npos;
}

}  // namespace

void check_lost_headings(cmark_node* paragraph, const Positions& positions,
                         MarkdownReport& report) {
  const int first = cmark_node_get_start_line(paragraph);
  const int last = std::max(first, cmark_node_get_end_line(paragraph));
  for (int line = first; line <= last; ++line) {
    Stretch stretch = line_of(positions, line);
    if (line == first) stretch.begin = std::max(stretch.begin, begin_of(positions, paragraph));
    const std::string_view text =
        positions.text().substr(stretch.begin, stretch.end - stretch.begin);
    const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
    if (signs < 2 || signs > most_signs || signs == text.size()) continue;
    if (text[signs] == ' ' || text[signs] == '\t' || text[signs] == '\r') continue;
    const Stretch marks = {stretch.begin, stretch.begin + signs};
    report.add("E187", marks,  // heading-space
               "`" + std::string(signs, '#') + "` without a space behind it makes no heading",
               "put a space after it, and a blank line before it", Severity::warning,
               report.put({marks.end, marks.end}, " "));
  }
}

void check_rows_without_dashes(cmark_node* paragraph, const Positions& positions,
                               MarkdownReport& report) {
  const int first = cmark_node_get_start_line(paragraph);
  const int last = std::max(first, cmark_node_get_end_line(paragraph));
  Stretch top = {};
  std::size_t cells_of_top = 0;  // of the row above; 0: it was none
  bool twice = false;
  for (int line = first; line <= last; ++line) {
    const Stretch stretch = line_of(positions, line);
    const std::string_view text =
        positions.text().substr(stretch.begin, stretch.end - stretch.begin);
    if (is_line_of_dashes(text)) return;  // another check tells what is wrong with it
    const std::size_t cells = text.empty() ? 0 : cells_of_row(text);
    if (twice) continue;
    twice = cells > 0 && cells_of_top > 0;
    if (twice) continue;
    cells_of_top = cells;
    top = stretch;
  }
  if (!twice) return;
  std::string dashes = "|";
  for (std::size_t i = 0; i < std::min<std::size_t>(cells_of_top, 12); ++i) dashes += " --- |";
  report.add("E188", top,  // table-without-dashes
             "these rows make no table: a line of dashes is missing below the first",
             "write `" + dashes + "` below this line, and a blank line above it",
             Severity::warning);
}

}  // namespace baraza::parse
