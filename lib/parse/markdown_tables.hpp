// Counts the cells of tables in the source: the library drops those that are too many.
#pragma once

#include "parse/markdown_report.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// Adds [table-cells], E179, of each row that has not as many cells as the first.
void check_table(cmark_node* table, const Positions& positions, MarkdownReport& report);
// The same of lines that were to be a table and are none, since their line of dashes has not as
// many cells as the line above it.
void check_lost_table(cmark_node* paragraph, const Positions& positions,
                      MarkdownReport& report);

}  // namespace baraza::parse
