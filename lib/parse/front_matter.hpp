// Splits the text of a record into its YAML front matter and its Markdown body.
//
// A record opens with a line "---", holds YAML up to the next line "---" and goes on in
// Markdown. Nothing here knows YAML: both halves are only found and counted, so that every
// later stage can name the line that the author sees.
//
// Source: the convention Jekyll started, https://jekyllrb.com/docs/front-matter/
#pragma once

#include <string_view>

#include "base/result.hpp"

namespace baraza::parse {

// Two views into one file's text; neither may outlive it.
struct SplitText {
  std::string_view front_matter = {};  // without its fences; may be empty
  std::string_view body = {};          // what follows the closing fence's line; may be empty
  int body_line = 0;                   // the line in the file where body starts, from 1
};

// Finds both halves of `text`, which is UTF-8 with LF or CRLF line ends. `path` only names the
// file in errors.
//
// Fails with [front-matter-missing] E120 if line 1 is not a fence, and with
// [front-matter-unclosed] E121, at the opening fence, if no second one follows.
Result<SplitText> split_front_matter(std::string_view text, std::string_view path);

}  // namespace baraza::parse
