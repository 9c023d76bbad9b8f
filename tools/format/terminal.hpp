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

// How many columns a line of `descriptor` has: what COLUMNS says, as for other programs, else
// what the terminal says; 0 where it is no terminal, and lines may be of any length.
std::size_t columns_for(int descriptor, bool is_terminal);

// How wide text is set where a line has so many columns.
std::size_t width_within(std::size_t columns);

namespace colour {
inline constexpr std::string_view bold = "1";
inline constexpr std::string_view blue = "1;34";
inline constexpr std::string_view faint = "2";
inline constexpr std::string_view id = "36";         // cyan, of what can be copied
inline constexpr std::string_view found = "1;33";    // of words that were asked for
inline constexpr std::string_view underlined = "4";  // of links
std::string_view of(Severity severity);
}  // namespace colour

struct Paint {
  bool on = false;

  std::string operator()(std::string_view code, std::string_view text) const;
};

// How much of a word, and of a path, a message repeats, in characters.
inline constexpr std::size_t longest_word = 80;
inline constexpr std::size_t longest_path = 240;

// May a terminal be given this character? Not if it is a control character, ends a line,
// overrides the direction of what follows it, or is a byte order mark inside a text.
bool is_harmless(char32_t character);

// `text` in one line: tabs as a space, what is not harmless as U+FFFD.
std::string visible(std::string_view text);

}  // namespace baraza::tools
