// What the library takes and readers would stumble over: headings that skip a level, links and
// images without words, and lost cells of tables.
#pragma once

#include "parse/markdown_definitions.hpp"
#include "parse/markdown_report.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// Adds E175, E176 and E179 to E181. What stands in code is not looked at.
void check_markdown(cmark_node* document, const Positions& positions,
                    const MarkdownDefinitions& definitions, MarkdownReport& report);

}  // namespace baraza::parse
