// What a character does to the words around it.
#pragma once

#include <cstdint>

namespace baraza::language {

// From `letter` on, it stands in a word.
enum class Role : std::uint8_t {
  other,
  hyphen,
  apostrophe,
  dot,
  comma,
  letter,
  digit,
  silent,     // soft hyphens and joiners: inside a word, and gone when it is folded
  spaceless,  // of a script that writes no spaces
};

inline bool in_word(Role role) { return role >= Role::letter; }

// U+FFFD, which stands for bytes that are no UTF-8, is `other`.
Role role_of(char32_t character);

}  // namespace baraza::language
