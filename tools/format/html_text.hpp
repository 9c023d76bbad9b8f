// The text of a record as a terminal shows it: headings, lists, quotations, tables and links.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "content/body.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

struct HtmlLook {
  std::size_t width = text_width;
  std::string indent = {};  // before all but the highest headings
  Paint paint = {};
  // How a reader gets to where a link leads; empty: nowhere, and its words alone are shown.
  std::function<std::string(const content::Link&)> where = {};
};

// Lines, each with its end, paragraphs apart by empty ones; below them where the links lead, by
// the numbers that stand in the text. Only the elements that the Markdown of records becomes
// mean something; of any other its text is shown. Bytes that a terminal must not be given are
// not in it.
std::string html_text(const content::Body& body, const HtmlLook& look);

}  // namespace baraza::tools
