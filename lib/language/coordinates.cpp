// Coordinates of a place, as decimal degrees or in degrees, minutes and seconds.
//
// Two decimals tell a town, three a street, and so only numbers with three or more count. Pairs
// of numbers are also results of trials, which stand near words of statistics.
#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include "base/text.hpp"
#include "language/personal_parts.hpp"

namespace baraza::language {
namespace {

struct Angle {
  double value = 0;
  int decimals = 0;       // of decimal degrees
  bool minus = false;     // written with one
  bool marked = false;    // by a sign for degrees or a letter for a direction
  bool lettered = false;  // by a letter
};

// Say that a pair before or after them is a place; parts of words.
constexpr std::string_view place_words[] = {
    "coordin", "coorden", "gps",  "koordinat", "latitud",    "location",
    "lat ",    "lat:",    "lat.", "located",   "viwianishi", "निर्देशांक"};
// Say that numbers after them are results.
constexpr std::string_view result_words[] = {
    "ci",    "interval", "coefficient", "coefficients", "estimate", "estimates", "se",
    "sd",    "beta",     "mean",        "means",        "ratio",    "ratios",    "rate",
    "rates", "odds",     "effect",      "effects",      "range",    "p",         "t",
    "f",     "β",        "index",       "score",        "scores"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool pass_degree(std::string_view text, std::size_t& at) {
  return pass(text, at, "°") || pass(text, at, "º") || pass(text, at, "˚");
}

// A letter for a direction that is no part of a word.
bool pass_direction(std::string_view text, std::size_t& at) {
  constexpr std::string_view letters = "NSEW";
  if (at >= text.size() || letters.find(text[at]) == std::string_view::npos) return false;
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  if (is_letter(after) || is_digit(after) || static_cast<unsigned char>(after) >= 0xC3)
    return false;
  ++at;
  return true;
}

// `S ` or `S` in front of a number.
bool pass_direction_before(std::string_view text, std::size_t& at) {
  constexpr std::string_view letters = "NSEW";
  if (at >= text.size() || letters.find(text[at]) == std::string_view::npos) return false;
  std::size_t next = at + 1;
  pass_space(text, next);
  if (!is_digit_at(text, next)) return false;
  at = next;
  return true;
}

// Spaces and then a sign for degrees or a direction, or nothing at all.
void pass_marks(std::string_view text, std::size_t& at, Angle& angle) {
  std::size_t next = at;
  pass_spaces(text, next);
  if (pass_degree(text, next)) {
    at = next;
    angle.marked = true;
    pass_spaces(text, next);
  }
  if (!pass_direction(text, next)) return;
  at = next;
  angle.marked = angle.lettered = true;
}

bool read_decimal(std::string_view text, std::size_t& at, Angle& angle) {
  angle.marked = angle.lettered = pass_direction_before(text, at);
  angle.minus = pass(text, at, "-") || pass(text, at, "−");
  const std::size_t begin = at;
  while (is_digit_at(text, at) && at - begin < 4) ++at;
  if (at == begin || at - begin > 3 || at >= text.size() || text[at] != '.') return false;
  const std::size_t point = at++;
  while (is_digit_at(text, at)) ++at;
  const std::size_t decimals = at - point - 1;
  if (decimals < 3 || decimals > 15) return false;
  angle.decimals = static_cast<int>(decimals);
  std::from_chars(text.data() + begin, text.data() + at, angle.value);
  pass_marks(text, at, angle);
  return true;
}

// `, `, `; `, ` / ` or spaces alone between two numbers, and perhaps a name of the second.
bool pass_between(std::string_view text, std::size_t& at, bool& punctuated) {
  const std::size_t begin = at;
  while (at < text.size() && (is_space(text[at]) || pass_space(text, at)))
    if (at < text.size() && is_space(text[at])) ++at;
  punctuated = pass(text, at, ",") || pass(text, at, ";") || pass(text, at, "/");
  while (at < text.size() && is_space(text[at])) ++at;
  for (const std::string_view name :
       {"longitude", "Longitude", "long", "Long", "lon", "Lon", "lng", "longitud"}) {
    if (!pass(text, at, name)) continue;
    while (at < text.size() &&
           (is_space(text[at]) || text[at] == ':' || text[at] == '.' || text[at] == '='))
      ++at;
    break;
  }
  return at > begin;
}

std::string lower_before(std::string_view text, std::size_t at) {
  const std::size_t begin = at > 40 ? at - 40 : 0;
  return to_lower(text.substr(begin, at - begin));
}

bool has_place_word(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string before = lower_before(text, begin);
  const std::string inside = to_lower(text.substr(begin, end - begin));
  return inside.find("lon") != std::string::npos ||
         std::any_of(
             std::begin(place_words), std::end(place_words),
             [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

bool has_result_word(std::string_view text, std::size_t at) {
  std::string word;
  const std::string before = lower_before(text, at);
  const std::string near = before.substr(before.size() > 12 ? before.size() - 12 : 0);
  if (near.find_first_of("=<>%") != std::string::npos) return true;
  for (const char c : before + " ") {
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    if (std::find(std::begin(result_words), std::end(result_words), word) !=
        std::end(result_words))
      return true;
    word.clear();
  }
  return false;
}

// Does another number with decimals stand before or after, as in a list of results?
bool is_in_list(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t after = end;
  while (after < text.size() && is_space(text[after])) ++after;
  if (after < text.size() && (text[after] == ',' || text[after] == ';')) {
    ++after;
    while (after < text.size() && is_space(text[after])) ++after;
    if (after < text.size() && text[after] == '-') ++after;
    const std::size_t digits = after;
    while (is_digit_at(text, after)) ++after;
    if (after > digits && after < text.size() && text[after] == '.' &&
        is_digit_at(text, after + 1))
      return true;
  }
  std::size_t before = begin;
  while (before > 0 && is_space(text[before - 1])) --before;
  if (before == 0 || (text[before - 1] != ',' && text[before - 1] != ';')) return false;
  --before;
  const std::size_t number = before;
  while (before > 0 && number - before < 12 && is_digit(text[before - 1])) --before;
  return before < number && before > 0 && text[before - 1] == '.';
}

bool is_free(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0) {
    const char before = text[begin - 1];
    constexpr std::string_view signs = "_./-+#@&$%";
    if (is_letter(before) || is_digit(before) || signs.find(before) != std::string_view::npos)
      return false;
    for (const std::string_view sign : {"€", "£", "₹", "−", "–"})
      if (text.substr(0, begin).ends_with(sign)) return false;
  }
  if (end >= text.size()) return true;
  const char after = text[end];
  if (is_letter(after) || is_digit(after) || after == '%' || after == '_') return false;
  std::size_t unit = end;
  pass_space(text, unit);
  if (pass(text, unit, "%")) return false;
  return after != '.' || !is_digit_at(text, end + 1);
}

// Could the two be a place on land, and do they look like one?
bool is_place(std::string_view text, std::size_t begin, std::size_t end, const Angle& first,
              const Angle& second) {
  const double low = std::min(first.value, second.value);
  const double high = std::max(first.value, second.value);
  if (low > 90 || high > 180 || high < 1) return false;
  if (first.marked && second.marked) return true;
  if (is_in_list(text, begin, end)) return false;
  if (has_place_word(text, begin, end)) return true;
  if (has_result_word(text, begin)) return false;
  if (first.decimals >= 4 && second.decimals >= 4) return true;
  // Three decimals are also thousands, in languages that part them with a point.
  return (first.minus || second.minus) && high >= 10;
}

Reading read_decimal_pair(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  Angle first;
  Angle second;
  bool punctuated = false;
  if (!read_decimal(text, at, first) || !pass_between(text, at, punctuated) ||
      !read_decimal(text, at, second))
    return {};
  if (!punctuated && !first.marked && (first.decimals < 4 || second.decimals < 4)) return {};
  if (!is_free(text, begin, at) || !is_place(text, begin, at, first, second)) return {};
  return {true, at};
}

bool pass_minute(std::string_view text, std::size_t& at) {
  return pass(text, at, "′") || pass(text, at, "’") || pass(text, at, "'");
}

bool pass_second(std::string_view text, std::size_t& at) {
  return pass(text, at, "″") || pass(text, at, "”") || pass(text, at, "\"") ||
         pass(text, at, "''") || pass(text, at, "′′");
}

bool pass_number(std::string_view text, std::size_t& at, std::size_t most, bool& fraction) {
  const std::size_t begin = at;
  while (is_digit_at(text, at) && at - begin <= most) ++at;
  if (at == begin || at - begin > most) return false;
  fraction = at < text.size() && text[at] == '.' && is_digit_at(text, at + 1);
  if (fraction) {
    ++at;
    while (is_digit_at(text, at)) ++at;
  }
  return true;
}

// `1°17'31"S`, `1° 17.52' S`, `S 1°17'31"`.
bool read_sexagesimal(std::string_view text, std::size_t& at, Angle& angle) {
  angle.lettered = pass_direction_before(text, at);
  bool fraction = false;
  if (!pass_number(text, at, 3, fraction) || fraction) return false;
  pass_spaces(text, at);
  if (!pass_degree(text, at)) return false;
  pass_spaces(text, at);
  if (!pass_number(text, at, 2, fraction)) return false;
  pass_spaces(text, at);
  if (!pass_minute(text, at)) return false;
  bool precise = fraction;
  std::size_t next = at;
  pass_spaces(text, next);
  if (pass_number(text, next, 2, fraction)) {
    pass_spaces(text, next);
    if (pass_second(text, next)) {
      precise = true;
      at = next;
    }
  }
  next = at;
  pass_spaces(text, next);
  if (pass_direction(text, next)) {
    angle.lettered = true;
    at = next;
  }
  return precise;
}

Reading read_sexagesimal_pair(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  Angle first;
  if (!read_sexagesimal(text, at, first)) return {};
  const std::size_t end = at;
  Angle second;
  bool punctuated = false;
  pass_between(text, at, punctuated);
  if (read_sexagesimal(text, at, second)) return {true, at};
  return {first.lettered, end};
}

}  // namespace

Reading read_coordinates(std::string_view text, std::size_t at) {
  if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) return {};
  const Reading decimal = read_decimal_pair(text, at);
  return decimal.found ? decimal : read_sexagesimal_pair(text, at);
}

}  // namespace baraza::language
