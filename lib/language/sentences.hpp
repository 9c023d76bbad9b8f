// Where the sentences of a text begin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baraza::language {

// The offsets in bytes at which sentences of `text` begin, 0 first; none of an empty text. A
// full stop behind an abbreviation that the language is known for (Prof., Jan.) ends none, nor
// does one behind an initial or before a small letter.
//
// Source: Unicode Standard Annex #29, with the suppressions of CLDR
std::vector<std::size_t> sentence_starts(std::string_view text, std::string_view language);

}  // namespace baraza::language
