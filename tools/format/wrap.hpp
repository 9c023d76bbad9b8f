// Text in lines that fit, and in it the words that were found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/excerpt.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

// `text` in lines of at most `width` columns, each after `indent` and with a line end; nothing
// of an empty text. Words part at spaces; one of another script than Latin that is wider than a
// line is cut between letters, while an address or an id stays whole and is too long.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

// The same with `lead` before the first line and as many spaces before the others. Spaces that
// no line breaks at stay as they are.
std::string hung(std::string_view lead, std::string_view text, std::size_t width);

// The same for `parts` with ` · ` between, broken between two parts where that is possible.
// Empty parts are left out.
std::string wrapped_parts(const std::vector<std::string>& parts, std::size_t width,
                          std::string_view indent);

// `text` as a terminal may be given it, with `*` round `ranges`, or where there are colours
// with marks that take no room and that no text holds: show_marks() makes colours of them, in
// what is `around` them in that colour.
std::string marked(std::string_view text, const std::vector<index::Range>& ranges,
                   const Paint& paint);
std::string show_marks(std::string_view text, std::string_view around = {});

}  // namespace baraza::tools
