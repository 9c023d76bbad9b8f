// How many columns a text takes on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace baraza::language {

// Wide characters take two columns, marks that sit on another and control characters none
// (Unicode Standard Annex #11). A bad byte takes one.
std::size_t width_of(std::string_view text);

// The longest beginning of `text` that takes at most `columns`; marks stay with their letter.
std::string_view cut_to_width(std::string_view text, std::size_t columns);

}  // namespace baraza::language
