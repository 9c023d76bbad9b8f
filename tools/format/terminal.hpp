// What a terminal is shown: colours, lines that fit, and no byte of a file that could command
// it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace baraza::tools {

// How wide text is set, in columns, where there is room for it.
inline constexpr std::size_t text_width = 92;

// The same for what is written to `descriptor`: less where that is a narrow terminal.
std::size_t width_for(int descriptor);

namespace colour {
inline constexpr std::string_view bold = "1";
inline constexpr std::string_view blue = "1;34";
std::string_view of(Severity severity);
}  // namespace colour

struct Paint {
  bool on = false;

  std::string operator()(std::string_view code, std::string_view text) const;
};

// May a terminal be given this character? Not if it is a control character, ends a line,
// overrides the direction of what follows it, or is a byte order mark inside a text.
bool is_harmless(char32_t character);

// `text` in one line: tabs as a space, what is not harmless as U+FFFD.
std::string visible(std::string_view text);

// `text` behind `lead` and a line end; what does not fit into `width` columns goes on in lines
// below the place where it began. Spaces that no line breaks at stay as they are.
std::string hung(std::string_view lead, std::string_view text, std::size_t width);

}  // namespace baraza::tools
