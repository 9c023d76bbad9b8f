// The stage language is where words are made, for the index, for queries and for the site
// alike: here it is decided what counts as a word of a text.
//
// A word is a run of letters, marks and digits of any script, folded so that what differs only
// in writing compares equal: `Résumé` and `resume`, `２０१५`, `२०१५` and `2015`. Vowel signs
// are kept, so कल, काल, कील and कुल are four words. What joins runs:
//
//   `'s` and `’s` at the end go          Kenya's        kenya
//   other apostrophes are closed up      don't, ng'ombe dont, ngombe
//   but one letter before one stands     l'école        l, ecole and joined lecole
//   hyphens give parts and the whole     village-level  village, level and joined villagelevel
//   numbers are one word                 1,000 1,5 1.50 1000, 1.5, 1.50
//   letters with full stops are one      U.S.A.         usa
//
// Scripts without spaces (Chinese, Thai, ...) are cut by ICU's dictionaries. Bytes that are no
// UTF-8 part words and are never part of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baraza::language {

// Changes whenever a text would give other words, stems or stop words than before; an index
// keeps the number it was made with.
inline constexpr int words_version = 2;

// A longer word is cut to this many bytes, at a character's border.
inline constexpr std::size_t max_word_bytes = 96;

struct Word {
  std::string text = {};       // folded, without accents: what is compared and indexed
  std::string accented = {};   // with its accents, for a stemmer; empty: the same as `text`
  std::size_t offset = 0;      // in bytes, of the word in the text
  std::size_t length = 0;      // in bytes, as it stands in the text
  std::uint32_t position = 0;  // from 1; a joined form has that of its first part
  bool joined = false;         // a further form of the parts that follow it

  const std::string& for_stemmer() const { return accented.empty() ? text : accented; }
  bool operator==(const Word&) const = default;
};

// The words of `text` in their order. A joined form stands before its parts.
std::vector<Word> words_of(std::string_view text);

// Digits, and nothing else but one point: `2015`, `1.5`. Such words are never corrected.
bool is_number(std::string_view word);

}  // namespace baraza::language
