// The lines of a file that a finding is about, each with what is meant underlined.
//
// The manner is rustc's: carets for what is wrong, dashes with a label for what helps to
// understand it, a bar in the margin beside a stretch of several lines.
//
//   2 |   - id: amina
//     |         ----- first used here
//   ...
//   5 |   - id: amina
//     |         ^^^^^
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "tools/format/source_lines.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

// What is underlined.
struct Mark {
  Span span = {};
  std::string label = {};  // stands beside the line or below it; may be empty
  bool primary = true;     // with carets; else with dashes, and only its first line
};

struct ExcerptStyle {
  std::size_t number_width = 1;  // columns for the numbers of lines
  std::size_t width = text_width;
  Paint paint = {};
  std::string_view colour = colour::blue;  // of carets
};

// Writes the lines of all marks in one block, in their order, with `...` where lines are left
// out. Answers for each mark whether its label, or where it has none its line, is in the block:
// a line that is not there, blank or no text is not.
std::vector<bool> write_excerpt(const std::string& path, const std::vector<Mark>& marks,
                                SourceLines& lines, const ExcerptStyle& style,
                                std::ostream& out);

}  // namespace baraza::tools
