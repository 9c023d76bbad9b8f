// What was meant as a heading or a table and became part of a paragraph.
#pragma once

#include "parse/markdown_report.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// Adds [heading-space], E187, for each line of the paragraph that begins with two to six signs
// `#` and no space behind them. One sign may be that of a word, `#MeToo`.
void check_lost_headings(cmark_node* paragraph, const Positions& positions,
                         MarkdownReport& report);
// Adds [table-without-dashes], E188, once for a paragraph with rows of a table: two lines or
// more, one after the other, each with two `|` that part words.
void check_rows_without_dashes(cmark_node* paragraph, const Positions& positions,
                               MarkdownReport& report);

}  // namespace baraza::parse
