#include "parse/scalar.hpp"

#include <charconv>
#include <limits>
#include <string_view>
#include <utility>

namespace baraza::parse {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_from(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - begin;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal(std::string_view text) {
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  const std::size_t whole = digits_from(text, at);
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits_from(text, at + 1);
    if (whole == 0 && fraction == 0) return false;
    at += 1 + fraction;
  } else if (whole == 0) {
    return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t exponent = digits_from(text, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == text.size();
}

// The value of `text`, which is_decimal; what is too large becomes the largest number.
double decimal_value(std::string_view text) {
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc::result_out_of_range) return value;
  const std::size_t exponent = text.find_first_of("eE");
  const bool tiny = exponent != std::string_view::npos && exponent + 1 < text.size() &&
                    text[exponent + 1] == '-';
  if (tiny) return 0;
  const double largest = std::numeric_limits<double>::max();
  return text.front() == '-' ? -largest : largest;
}

// 0o17 and 0x1F. Answers false where `text` is neither.
bool read_prefixed(std::string_view text, double& value) {
  if (text.size() < 3 || text[0] != '0' || (text[1] != 'o' && text[1] != 'x')) return false;
  const int base = text[1] == 'o' ? 8 : 16;
  value = 0;
  for (const char c : text.substr(2)) {
    int digit = 16;
    if (is_digit(c)) digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit >= base) return false;
    value = value * base + digit;
    if (value > 1e300) value = 1e300;
  }
  return true;
}

bool is_one_of(std::string_view text, std::string_view a, std::string_view b,
               std::string_view c) {
  return text == a || text == b || text == c;
}

}  // namespace

content::Node make_plain(std::string text) {
  using Kind = content::Node::Kind;
  content::Node node{.plain = true};
  if (text.empty() || text == "~" || is_one_of(text, "null", "Null", "NULL")) return node;
  const bool yes = is_one_of(text, "true", "True", "TRUE");
  if (yes || is_one_of(text, "false", "False", "FALSE")) {
    node.kind = Kind::boolean;
    node.boolean = yes;
    return node;
  }
  double value = 0;
  if (is_decimal(text)) {
    node.kind = Kind::number;
    node.number = decimal_value(text);
  } else if (read_prefixed(text, value)) {
    node.kind = Kind::number;
    node.number = value;
  } else {
    node.kind = Kind::text;
  }
  node.text = std::move(text);
  return node;
}

}  // namespace baraza::parse
