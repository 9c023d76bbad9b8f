// Reads the Markdown of a record into HTML with open links, and into plain text.
//
// The dialect is GitHub's with tables, footnotes, strikethrough and bare links. Raw HTML is
// shown as text. Source: https://github.github.com/gfm/
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "content/body.hpp"

namespace baraza::parse {

struct MarkdownOptions {
  // Several texts may stand on one page: their ids begin with this and `_`.
  std::string id_prefix = {};
  // How many characters stand before each line of the text in its file.
  int indent = 0;
  // Where the text's own lines are not its file's: the place of all of it.
  std::optional<Span> whole = {};
};

// `first_line` is the line in the file of the text's first line. Adds E160 to E181 and E330 to
// E332; a text that is refused for its size becomes an empty body. A link whose target is
// refused keeps its words, an image its alternative text.
content::Body parse_markdown(std::string_view text, const std::string& path, int first_line,
                             const MarkdownOptions& options, Diagnostics& found);

}  // namespace baraza::parse
