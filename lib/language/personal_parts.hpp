// The parts of find_personal. For language's own files alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace baraza::language {

// What was read from some place of a text on.
struct Reading {
  bool found = false;
  std::size_t end = 0;  // of what was found
};

// At a digit, `+` or `(`. Of digits that are no such number the end is told too.
Reading read_phone_number(std::string_view text, std::size_t at);
// At a digit, a sign or a letter for a direction.
Reading read_coordinates(std::string_view text, std::size_t at);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

// Moves `at` past `token`, if it stands there.
inline bool pass(std::string_view text, std::size_t& at, std::string_view token) {
  if (!text.substr(at).starts_with(token)) return false;
  at += token.size();
  return true;
}

// Moves `at` past one space: an ordinary one, one that does not break, or a narrow one.
inline bool pass_space(std::string_view text, std::size_t& at) {
  for (const std::string_view space : {" ", "\u00A0", "\u202F", "\u2009"})
    if (pass(text, at, space)) return true;
  return false;
}

inline void pass_spaces(std::string_view text, std::size_t& at) {
  while (pass_space(text, at)) {
  }
}

}  // namespace baraza::language
