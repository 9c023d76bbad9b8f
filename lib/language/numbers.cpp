#include "language/numbers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "language/fold.hpp"

namespace baraza::language {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

// Words that stand for noughts, beside a number.
const std::map<std::string, int>& scale_words() {
  static const std::map<std::string, int> words = [] {
    std::map<std::string, int> folded;
    const std::pair<std::string_view, int> list[] = {
        {"thousand", 3},  {"lakh", 5},    {"lakhs", 5},    {"million", 6},   {"millions", 6},
        {"crore", 7},     {"crores", 7},  {"billion", 9},  {"billions", 9},  {"trillion", 12},
        {"elfu", 3},      {"maelfu", 3},  {"laki", 5},     {"milioni", 6},   {"bilioni", 9},
        {"trilioni", 12}, {"ribu", 3},    {"juta", 6},     {"miliar", 9},    {"milyar", 9},
        {"triliun", 12},  {"mille", 3},   {"milliard", 9}, {"milliards", 9}, {"mil", 3},
        {"milhão", 6},    {"milhões", 6}, {"bilhão", 9},   {"bilhões", 9},   {"millón", 6},
        {"millones", 6},  {"हज़ार", 3},    {"हजार", 3},     {"लाख", 5},       {"करोड़", 7},
        {"करोड", 7},      {"अरब", 9},     {"खरब", 11},     {"ألف", 3},       {"مليون", 6},
        {"مليار", 9},     {"万", 4},      {"萬", 4},       {"億", 8},        {"亿", 8},
    };
    for (const auto& [word, noughts] : list) folded[fold(word)] = noughts;
    return folded;
  }();
  return words;
}

// What stands between the digits of one number.
enum class Sign { none, point, comma, apostrophe, space, wide_space, colon };

Sign sign_of(char32_t c) {
  switch (c) {
    case '.':
    case 0x066B:
      return Sign::point;
    case ',':
    case 0x066C:
      return Sign::comma;
    case '\'':
    case 0x2019:
      return Sign::apostrophe;
    case 0x00A0:
    case 0x2009:
    case 0x202F:
      return Sign::space;
    case ' ':
      return Sign::wide_space;
    case ':':
      return Sign::colon;
    default:
      return Sign::none;
  }
}

bool is_spaced(Sign sign) {
  return sign == Sign::space || sign == Sign::wide_space || sign == Sign::apostrophe;
}

// Digits and the signs between them, as they stand in the text.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string> parts = {};  // in digits of ASCII
  std::vector<Sign> signs = {};         // one fewer
};

class RunReader {
 public:
  explicit RunReader(std::string_view text) : text_(text) {}

  // Reads on from `at`, which is at a digit.
  Run read(std::size_t at) const {
    Run run{.begin = at};
    std::size_t sign_size = 0;
    Sign sign = Sign::none;
    while (true) {
      std::string digits;
      std::size_t end = read_digits(at + sign_size, digits);
      if (digits.empty() || !joins(run, sign, digits)) return run;
      if (!run.parts.empty()) run.signs.push_back(sign);
      run.parts.push_back(std::move(digits));
      run.end = at = end;
      std::string_view rest = text_.substr(at);
      if (rest.empty()) return run;
      const std::size_t before = rest.size();
      sign = sign_of(take_character(rest));
      sign_size = before - rest.size();
      if (sign == Sign::none) return run;
    }
  }

 private:
  std::size_t read_digits(std::size_t at, std::string& digits) const {
    std::string_view rest = text_.substr(std::min(at, text_.size()));
    while (!rest.empty()) {
      std::string_view next = rest;
      const int digit = u_charDigitValue(static_cast<UChar32>(take_character(next)));
      if (digit < 0) break;
      digits += static_cast<char>('0' + digit);
      rest = next;
    }
    return text_.size() - rest.size();
  }

  // A space or an apostrophe stands before three digits, and behind at most three.
  static bool joins(const Run& run, Sign sign, const std::string& digits) {
    if (run.parts.empty() || sign == Sign::point || sign == Sign::comma || sign == Sign::colon)
      return true;
    return run.parts.front().size() <= 3 && digits.size() == 3 &&
           std::all_of(run.signs.begin(), run.signs.end(), is_spaced);
  }

  std::string_view text_;
};

NumberValue value_of(std::string digits, int noughts) {
  while (digits.ends_with('0')) {
    digits.pop_back();
    ++noughts;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.empty()) noughts = 0;
  return {std::move(digits), noughts};
}

std::string joined(const std::vector<std::string>& parts) { return join(parts, ""); }

bool all_are(const std::vector<Sign>& signs, Sign one) {
  return std::all_of(signs.begin(), signs.end(), [&](Sign sign) { return sign == one; });
}

// `1,13,116`: groups of two or three digits, of three at the end.
bool are_groups(const std::vector<std::string>& parts) {
  return parts.front().size() <= 3 && parts.back().size() == 3 &&
         std::all_of(parts.begin() + 1, parts.end(), [](const std::string& part) {
           return part.size() == 2 || part.size() == 3;
         });
}

// What digits with one sign between them may mean: `1.700` is thousands or decimals, `0,17`
// decimals alone, `3,000` thousands alone.
std::vector<NumberValue> values_of_two(const std::vector<std::string>& parts) {
  std::vector<NumberValue> values;
  const std::string& last = parts.back();
  const bool thousands = last.size() == 3 && parts.front().size() <= 3 && parts.front() != "0";
  if (thousands) values.push_back(value_of(joined(parts), 0));
  if (!thousands || last != "000")
    values.push_back(value_of(joined(parts), -static_cast<int>(last.size())));
  return values;
}

// Empty where the digits are several numbers, such as those of a date.
std::vector<NumberValue> values_of(const Run& run) {
  const std::vector<std::string>& parts = run.parts;
  const std::vector<Sign>& signs = run.signs;
  if (signs.empty()) return {value_of(parts.front(), 0)};
  const Sign last = signs.back();
  if (std::all_of(signs.begin(), signs.end(), is_spaced)) {
    std::vector<NumberValue> values = {value_of(joined(parts), 0)};
    // With an ordinary space they may be two numbers.
    if (std::find(signs.begin(), signs.end(), Sign::wide_space) != signs.end())
      for (const std::string& part : parts) values.push_back(value_of(part, 0));
    return values;
  }
  if (signs.size() == 1) return values_of_two(parts);
  if (all_are(signs, last))
    return are_groups(parts) ? std::vector{value_of(joined(parts), 0)}
                             : std::vector<NumberValue>();
  const std::vector<Sign> before(signs.begin(), signs.end() - 1);
  const std::vector<std::string> whole(parts.begin(), parts.end() - 1);
  if (is_spaced(last) || !all_are(before, before.front()) || !are_groups(whole)) return {};
  return {value_of(joined(parts), -static_cast<int>(parts.back().size()))};
}

bool is_between_words(char c) { return c == ' ' || c == '-' || c == '\n'; }

// How many noughts the word beside a number stands for.
int noughts_of_word(std::string_view word) {
  const auto found = scale_words().find(fold(word));
  return found == scale_words().end() ? 0 : found->second;
}

std::string_view skip_space_before(std::string_view text) {
  for (bool again = true; again;) {
    again = !text.empty() && is_between_words(text.back());
    if (again) text.remove_suffix(1);
    if (text.ends_with("\u00A0")) {
      text.remove_suffix(2);
      again = true;
    }
  }
  return text;
}

std::string_view skip_space_after(std::string_view text) {
  for (bool again = true; again;) {
    again = !text.empty() && is_between_words(text.front());
    if (again) text.remove_prefix(1);
    if (text.starts_with("\u00A0")) {
      text.remove_prefix(2);
      again = true;
    }
  }
  return text;
}

bool is_word_part(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 ||
         (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

std::string_view word_after(std::string_view text) {
  text = skip_space_after(text);
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view next = rest;
    const char32_t c = take_character(next);
    const bool sign = c == U'万' || c == U'萬' || c == U'億' || c == U'亿';
    if (sign && rest.data() == text.data()) return text.substr(0, text.size() - next.size());
    if (!is_word_part(c)) break;
    rest = next;
  }
  return text.substr(0, text.size() - rest.size());
}

std::string_view word_before(std::string_view text) {
  text = skip_space_before(text);
  const std::size_t space = text.find_last_of(" \n(-");
  return space == nowhere ? text : text.substr(space + 1);
}

void add_scaled(Number& number, int noughts) {
  if (noughts == 0) return;
  std::vector<NumberValue> scaled = number.values;
  for (NumberValue& value : scaled)
    if (!value.digits.empty()) value.noughts += noughts;
  number.values.insert(number.values.end(), scaled.begin(), scaled.end());
}

bool is_small(const NumberValue& value) {
  if (value.digits.empty()) return true;
  if (value.noughts < 0) return false;
  const std::size_t length = value.digits.size() + static_cast<std::size_t>(value.noughts);
  return length == 1 || value == NumberValue{"1", 1} || value == NumberValue{"11", 0} ||
         value == NumberValue{"12", 0};
}

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  std::vector<Number> read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (text_.substr(at).starts_with("http")) {
        at = std::min(text_.find_first_of(" \n)>", at), text_.size());
        continue;
      }
      std::string_view rest = text_.substr(at);
      if (u_charDigitValue(static_cast<UChar32>(take_character(rest))) < 0) {
        at = text_.size() - rest.size();
        continue;
      }
      const Run run = RunReader(text_).read(at);
      add(run);
      at = run.end;
    }
    return std::move(numbers_);
  }

 private:
  void add(const Run& run) {
    const std::vector<Sign>& signs = run.signs;
    if (std::find(signs.begin(), signs.end(), Sign::colon) != signs.end()) return;
    std::vector<NumberValue> values = values_of(run);
    if (values.empty()) {
      for (const std::string& part : run.parts)
        add(run.begin, part, {value_of(part, 0)}, run.end);
      return;
    }
    add(run.begin, std::string(text_.substr(run.begin, run.end - run.begin)), std::move(values),
        run.end);
  }

  void add(std::size_t begin, std::string shown, std::vector<NumberValue> values,
           std::size_t end) {
    Number number{begin, std::move(shown), std::move(values)};
    number.small = is_small(number.values.front());
    if (std::string year = second_year(number); !year.empty())
      number.values.push_back(value_of(std::move(year), 0));
    const Number own = number;
    Number after = own;
    add_scaled(after, noughts_of_word(word_after(text_.substr(end))));
    add_scaled(number, noughts_of_word(word_before(text_.substr(0, begin))));
    number.values.insert(number.values.end(), after.values.begin(), after.values.end());
    std::sort(number.values.begin(), number.values.end());
    number.values.erase(std::unique(number.values.begin(), number.values.end()),
                        number.values.end());
    numbers_.push_back(std::move(number));
  }

  // `2016` of the `16` in `2014-16`.
  std::string second_year(const Number& number) const {
    if (number.text.size() != 2 || numbers_.empty()) return {};
    const Number& last = numbers_.back();
    const std::size_t end = last.offset + last.text.size();
    if (last.text.size() != 4 || end >= number.offset) return {};
    const std::string_view between = text_.substr(end, number.offset - end);
    const bool range = between == "-" || between == "–" || between == "/";
    return range ? last.text.substr(0, 2) + number.text : std::string();
  }

  std::string_view text_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> find_numbers(std::string_view text) { return NumberReader(text).read(); }

bool is_same(const Number& a, const Number& b) {
  return std::any_of(a.values.begin(), a.values.end(), [&](const NumberValue& value) {
    return std::binary_search(b.values.begin(), b.values.end(), value);
  });
}

}  // namespace baraza::language
