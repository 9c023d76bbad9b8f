// Numbers in running text, so that those of a text and of its translation can be compared.
//
// They are written in the digits of any script, with a point or a comma before their decimals
// and other signs between thousands: `1,700`, `1.700`, `1 700`, `१,७००`, `1,13,116`. Which of
// the two a sign is cannot always be told, and a word may stand for noughts, `20 million`, `2
// करोड़`, `milioni 20`; so a number may mean several values, and two numbers are the same if
// they share one.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baraza::language {

// Digits without noughts at either end, and how many noughts follow them; of decimals less than
// none. 1,700 is {17, 2}, 0.17 is {17, -2}, nought has no digits.
struct NumberValue {
  std::string digits = {};
  int noughts = 0;

  auto operator<=>(const NumberValue&) const = default;
};

struct Number {
  std::size_t offset = 0;  // in bytes, of its first digit in the text
  std::string text = {};   // as it is written
  std::vector<NumberValue> values = {};
  bool small = false;  // 12 or less: what many languages write in words

  bool operator==(const Number&) const = default;
};

// In the order of the text. Times, `9:30`, are left out, since some languages count the hours
// from another one; so are addresses of the web.
std::vector<Number> find_numbers(std::string_view text);

// May they mean the same?
bool is_same(const Number& a, const Number& b);

}  // namespace baraza::language
