#include "parse/markdown_tables.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>

#include "base/text.hpp"

namespace baraza::parse {
namespace {

// What stands between the pipes of a line, by offsets in the source. A pipe after a backslash
// parts nothing, and one in code does, as GitHub's rules have it:
// https://github.github.com/gfm/#tables-extension-
std::vector<Stretch> cells_of(std::string_view line, std::size_t begin) {
  std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t end = line.find_last_not_of(" \t\r") + 1;
  if (at < end && line[at] == '|') ++at;
  std::vector<Stretch> cells;
  std::size_t from = at;
  for (; at < end; ++at) {
    if (line[at] != '|' || (at > 0 && line[at - 1] == '\\')) continue;
    cells.push_back({begin + from, begin + at});
    from = at + 1;
  }
  if (from < end) cells.push_back({begin + from, begin + end});
  return cells;
}

std::vector<Stretch> cells_of_line(const Positions& positions, std::size_t begin) {
  const std::size_t end = positions.end_of_line(positions.line_of(begin));
  return cells_of(positions.text().substr(begin, end - begin), begin);
}

std::string_view part(const Positions& positions, const Stretch& stretch) {
  return positions.text().substr(stretch.begin, stretch.end - stretch.begin);
}

// Without the spaces around it.
Stretch tight(const Positions& positions, Stretch stretch) {
  const std::string_view words = part(positions, stretch);
  const std::string_view inner = trim(words);
  if (inner.empty()) return stretch;
  const auto before = static_cast<std::size_t>(inner.data() - words.data());
  return {stretch.begin + before, stretch.begin + before + inner.size()};
}

void report_too_many(const std::vector<Stretch>& cells, std::size_t wanted,
                     const Positions& positions, MarkdownReport& report) {
  const Stretch surplus = {tight(positions, cells[wanted]).begin,
                           tight(positions, cells.back()).end};
  Diagnostic finding{
      .rule = "E179",  // table-cells
      .where = report.place_of(surplus),
      .message = "the row has " + counted(cells.size(), "cell", "cells") + ", and " +
                 std::to_string(wanted) + (wanted == 1 ? " is" : " are") + " wanted",
      .hint =
          "the last would not be shown; give the first row another cell, or write `\\|` for "
          "a `|` that belongs to the text"};
  const bool empty =
      std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(wanted), cells.end(),
                  [&](const Stretch& cell) { return trim(part(positions, cell)).empty(); });
  if (empty) {
    const std::size_t line_end = positions.end_of_line(positions.line_of(cells.back().begin));
    finding.where = report.place_of({cells[wanted].begin, line_end});
    finding.hint = "take the empty ones out";
    finding.edits = report.put({cells[wanted].begin, line_end}, "");
  }
  report.add(std::move(finding));
}

bool is_line_of_dashes(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

}  // namespace

void check_table(cmark_node* table, const Positions& positions, MarkdownReport& report) {
  const std::size_t wanted = cmark_gfm_extensions_get_table_columns(table);
  for (cmark_node* row = cmark_node_first_child(table); row != nullptr;
       row = cmark_node_next(row)) {
    const std::size_t begin = begin_of(positions, row);
    const std::vector<Stretch> cells = cells_of_line(positions, begin);
    if (cells.size() == wanted || cells.empty()) continue;
    if (cells.size() > wanted) {
      report_too_many(cells, wanted, positions, report);
      continue;
    }
    const Stretch whole =
        tight(positions, {begin, positions.end_of_line(positions.line_of(begin))});
    const bool words = part(positions, whole).find('|') == std::string_view::npos;
    report.add("E179", whole,
               "the row has " + counted(cells.size(), "cell", "cells") + ", and " +
                   std::to_string(wanted) + " are wanted",
               words ? "put a blank line before it, if it is not part of the table"
                     : "add the cells that are missing, also where they are empty");
  }
}

void check_lost_table(cmark_node* paragraph, const Positions& positions,
                      MarkdownReport& report) {
  const int first = cmark_node_get_start_line(paragraph);
  const int last = std::max(first, cmark_node_get_end_line(paragraph));
  std::size_t above = begin_of(positions, paragraph);
  for (int line = first + 1; line <= last; ++line) {
    const std::size_t start = positions.offset_of_line(line);
    const std::size_t end = positions.end_of_line(line);
    const std::size_t begin = std::min(positions.text().find_first_not_of(" \t>", start), end);
    const Stretch dashes = tight(positions, {begin, end});
    if (is_line_of_dashes(part(positions, dashes))) {
      const std::size_t cells = cells_of_line(positions, begin).size();
      const std::size_t wanted = cells_of_line(positions, above).size();
      if (wanted > 1 && cells != wanted)
        report.add(
            "E179", dashes,
            "the line of dashes has " + counted(cells, "cell", "cells") + ", and " +
                std::to_string(wanted) + " are wanted",
            "this is no table yet: the line below the first row has one `---` for each of "
            "its cells");
    }
    above = begin;
  }
}

}  // namespace baraza::parse
