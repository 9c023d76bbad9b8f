// Tags that a writer brought along from a page of the web: they are shown as they are written.
#pragma once

#include <cstddef>
#include <string_view>

#include "parse/markdown_report.hpp"

namespace baraza::parse {

// Adds [raw-html], E191, for the tag or comment that `html` begins with, at the byte `begin` of
// the text. The end of a tag goes with its beginning.
void check_html(std::string_view html, std::size_t begin, MarkdownReport& report);

}  // namespace baraza::parse
