// A table of a text, in columns that fit.
#pragma once

#include <cstddef>
#include <string>

#include "tools/format/html_tree.hpp"
#include "tools/format/inline_text.hpp"

namespace baraza::tools {

// The lines of a <table> of at most `width` columns. Long cells take several lines; where the
// columns do not fit side by side, each row is a list of its cells below the names of their
// columns.
std::string table_text(const Element& table, std::size_t width, InlineText& texts);

}  // namespace baraza::tools
