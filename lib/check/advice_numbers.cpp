// Numbers, and what is true or false, as people write them.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/advice.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How many zeros a word stands for; -1: it is no such word.
int zeros_of(const std::string& word) {
  constexpr std::array<std::pair<std::string_view, int>, 13> words = {{
      {"hundred", 2},
      {"k", 3},
      {"thousand", 3},
      {"lakh", 5},
      {"m", 6},
      {"mn", 6},
      {"mio", 6},
      {"million", 6},
      {"crore", 7},
      {"b", 9},
      {"bn", 9},
      {"billion", 9},
      {"trillion", 12},
  }};
  for (const auto& [name, zeros] : words)
    if (word == name || (name.size() > 4 && word == std::string(name) + "s")) return zeros;
  return -1;
}

// The digits and signs from the first digit to the last, and the words before and behind.
struct Amount {
  std::string digits = {};
  std::string before = {};
  std::string behind = {};
};

Amount split_amount(std::string_view text) {
  std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin;
  constexpr std::string_view inside = ",. '_";
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (is_digit(text[at]))
      end = at + 1;
    else if (inside.find(text[at]) == std::string_view::npos)
      break;
  }
  if (begin > 0 && text[begin - 1] == '-') --begin;
  return {std::string(text.substr(begin, end - begin)),
          std::string(trim(text.substr(0, begin))), std::string(trim(text.substr(end)))};
}

// Are the digits in groups of three, `1,200,000`, with that sign between?
bool is_grouped(std::string_view digits, char sign) {
  const std::vector<std::string_view> groups = split(digits, sign);
  if (groups.size() < 2 || groups[0].empty() || groups[0].size() > 3) return false;
  return std::all_of(groups.begin(), groups.end(),
                     [](std::string_view group) {
                       return std::all_of(group.begin(), group.end(), is_digit);
                     }) &&
         std::all_of(groups.begin() + 1, groups.end(),
                     [](std::string_view group) { return group.size() == 3; });
}

bool is_plain(std::string_view digits) {
  if (digits.starts_with("-")) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  const std::string_view rest =
      point == std::string_view::npos ? std::string_view("0") : digits.substr(point + 1);
  return !whole.empty() && !rest.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
         std::all_of(rest.begin(), rest.end(), is_digit) &&
         (whole.size() == 1 || whole.front() != '0');
}

std::string without(std::string text, char sign) {
  std::erase(text, sign);
  return text;
}

// The digits without what groups them; `certain` only where they cannot be read otherwise.
std::string ungrouped(std::string digits, bool& certain) {
  certain = true;
  if (is_plain(digits)) return digits;
  std::string minus;
  if (digits.starts_with("-")) {
    minus = "-";
    digits.erase(0, 1);
  }
  for (const char sign : {',', ' ', '\'', '_', '.'}) {
    std::string whole = digits;
    std::string fraction;
    // 1,200,000.50
    const std::size_t point = digits.rfind('.');
    if (sign != '.' && point != std::string::npos) {
      whole = digits.substr(0, point);
      fraction = digits.substr(point);
    }
    if (!is_grouped(whole, sign)) continue;
    // One group of three behind a comma or a point may be a fraction.
    const auto signs = std::count(whole.begin(), whole.end(), sign);
    certain = signs > 1 || !fraction.empty() || (sign != ',' && sign != '.');
    std::string number = minus;
    number.append(without(whole, sign)).append(fraction);
    if (is_plain(number)) return number;
  }
  // 1,5
  const std::size_t comma = digits.find(',');
  if (comma != std::string::npos && digits.find(',', comma + 1) == std::string::npos) {
    digits[comma] = '.';
    certain = false;
    if (is_plain(digits)) return minus + digits;
  }
  return {};
}

// 5 with six zeros; 1.25 with six zeros.
std::string times(std::string digits, int zeros) {
  const std::size_t point = digits.find('.');
  std::size_t fraction = 0;
  if (point != std::string::npos) {
    fraction = digits.size() - point - 1;
    digits.erase(point, 1);
  }
  const auto wanted = static_cast<std::size_t>(zeros);
  if (fraction > wanted) {
    digits.insert(digits.size() - (fraction - wanted), ".");
  } else {
    digits.append(wanted - fraction, '0');
  }
  const std::size_t sign = digits.starts_with("-") ? 1 : 0;
  while (digits.size() > sign + 1 && digits[sign] == '0' && is_digit(digits[sign + 1]))
    digits.erase(sign, 1);
  return digits;
}

// Is it three capitals, as ISO 4217 has them, or a sign of money?
std::string currency_in(const std::string& word) {
  if (word.size() == 3 &&
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return word;
  return {};
}

}  // namespace

Advice advise_number(std::string_view text) {
  Advice advice;
  const std::string_view whole = trim(text);
  Amount amount = split_amount(whole);
  if (amount.digits.empty()) return advice;
  bool certain = false;
  std::string digits = ungrouped(amount.digits, certain);
  if (digits.empty()) return advice;
  std::string unit = amount.behind;
  std::string currency = currency_in(amount.before);
  const std::size_t space = unit.find(' ');
  int zeros = zeros_of(to_lower(unit.substr(0, space)));
  if (zeros >= 0) {
    digits = times(std::move(digits), zeros);
    unit = space == std::string::npos ? "" : unit.substr(space + 1);
  }
  if (currency.empty()) currency = currency_in(unit);
  if (!currency.empty() && currency == unit) unit.clear();
  advice.better = digits;
  advice.certain =
      certain && zeros < 0 && amount.before.empty() && unit.empty() && currency.empty();
  if (advice.certain || (amount.before.empty() && unit.empty() && zeros < 0)) return advice;
  advice.hint = "write the number in digits alone, `" + digits + "`";
  if (!currency.empty())
    advice.hint += ", and the currency, `" + currency + "`, in a key of its own";
  advice.better.clear();
  return advice;
}

std::string read_yes_or_no(std::string_view text) {
  const std::string lower = to_lower(trim(text));
  for (const std::string_view yes : {"yes", "y", "true", "on", "t"})
    if (lower == yes) return "true";
  for (const std::string_view no : {"no", "n", "false", "off", "f"})
    if (lower == no) return "false";
  return {};
}

}  // namespace baraza::check
