// How many columns a text takes on a terminal.
//
// Widths are told by whole letters, as a reader sees them: a letter with the marks on it, an
// emoji made of several. Old terminals draw the parts of such an emoji side by side, new ones
// draw one picture; steady() is for where both must agree.
//
// Source: Unicode Standard Annex #11 (widths), Annex #29 (letters), Technical Standard #51
// (emoji)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace baraza::language {

// One letter of a text: the longest stretch that a reader takes for one.
struct Letter {
  std::string_view text = {};
  std::size_t characters = 0;  // code points; a bad byte counts as one
  std::size_t columns = 0;     // 0 for a control character, or a mark that sits on nothing
};

// Takes the first letter from `text`, which is not empty.
Letter take_letter(std::string_view& text);

// Wide characters take two columns, marks that sit on another and control characters none. A
// bad byte takes one.
std::size_t width_of(std::string_view text);

// The longest beginning of `text` that takes at most `columns`; marks stay with their letter.
std::string_view cut_to_width(std::string_view text, std::size_t columns);

// `letter` without what makes terminals disagree on how wide it is: the joiners of emoji, the
// tones of skin and the selectors of a picture or a sign. Letters of scripts stay whole.
std::string steady(std::string_view letter);

}  // namespace baraza::language
