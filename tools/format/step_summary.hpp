// Findings as a page for people who never saw a log: GitHub shows it with a run.
#pragma once

#include <string>
#include <string_view>

#include "tools/format/findings.hpp"

namespace baraza::tools {

// Markdown: a plain sentence, and a table of what is to be done, worst first; at most 200 rows
// and 512 KiB, and then how many more there are.
std::string step_summary(const FindingsReport& report);

// `text` as a cell of a table shows it, letter by letter, with what stands in backticks as
// code. Nothing in it is Markdown or HTML.
std::string table_cell(std::string_view text);

}  // namespace baraza::tools
