// What the library takes and readers would stumble over: headings that skip a level or are
// none, links and images without words, lost cells and rows of tables, and what leads to a
// person.
#pragma once

#include "parse/markdown_definitions.hpp"
#include "parse/markdown_report.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// Adds E175, E176, E179 to E181, E187, E188 and E330 to E332. What stands in code is not looked
// at.
void check_markdown(cmark_node* document, const Positions& positions,
                    const MarkdownDefinitions& definitions, MarkdownReport& report);

}  // namespace baraza::parse
