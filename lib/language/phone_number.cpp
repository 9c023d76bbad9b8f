// Numbers of telephones, told from all the other numbers of a text.
//
// Sure signs are `+` and the code of a country, the `0` in front of a national number with as
// many digits as such numbers have, and the shapes of countries whose numbers have neither.
// Codes and lengths are those of https://www.itu.int/rec/T-REC-E.164
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "language/personal_parts.hpp"

namespace baraza::language {
namespace {

// The digits between two signs that part them.
struct Group {
  std::size_t digits = 0;
  bool bracketed = false;
};

// Digits with single spaces, hyphens, points or brackets between them.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool plus = false;
  std::string form = {};  // as written, with ordinary spaces and hyphens
  std::string digits = {};
  std::vector<Group> groups = {};
};

// In a shape `d` is a digit, `p` one from 1 on, `n` from 2 on, `m` from 6 on, and `~` a space
// or a hyphen; anything else is itself.
constexpr std::string_view shapes[] = {
    "mdddd~ddddd",    "91~mdddd~ddddd",                                       // India
    "(ndd) ndd-dddd", "(ndd)ndd-dddd",                                        // North America
    "ndd-ndd-dddd",   "1-ndd-ndd-dddd", "(pp) 9dddd-dddd", "(pp)9dddd-dddd",  // Brazil
    "pp 9dddd-dddd",
};

// A number after one of these is that of a telephone, in any form.
constexpr std::string_view phone_words[] = {
    "call",      "cell", "cellphone", "celular", "hp",  "hubungi",  "ligue",    "mobile",
    "phone",     "piga", "simu",      "sms",     "tel", "telefone", "telefono", "telepon",
    "telephone", "telp", "whatsapp",  "फोन",     "फ़ोन", "मोबाइल",
};
// May stand between such a word and the number.
constexpr std::string_view linking_words[] = {"adalah", "at",  "em", "is",
                                              "ke",     "kwa", "ni", "on"};
constexpr std::string_view number_words[] = {"namba",  "nambari", "no",     "nomor", "nr",
                                             "number", "numero",  "número", "नंबर"};
// A number after one of these is that of something else.
constexpr std::string_view other_words[] = {
    "brl",  "eur",     "gbp",       "ghs",      "idr",     "inr",    "kes",          "ksh",
    "ngn",  "rp",      "rs",        "tzs",      "ugx",     "usd",    "zar",          "account",
    "box",  "posta",   "acct",      "act",      "akaunti", "arxiv",  "bill",         "conta",
    "doi",  "grant",   "id",        "invoice",  "isbn",    "issn",   "kitambulisho", "law",
    "lei",  "licence", "license",   "loan",     "nik",     "orcid",  "passport",     "pmc",
    "pmid", "ref",     "reference", "rekening", "serial",  "sheria", "खाता",
};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_part_of_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The last words before `at`, the nearest first, in lower case. What stands between them, such
// as `: ` or `. `, is passed.
std::vector<std::string> words_before(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 4;
  std::string_view before = text.substr(at > 64 ? at - 64 : 0, std::min<std::size_t>(at, 64));
  std::vector<std::string> words;
  while (words.size() < most) {
    while (!before.empty() && !is_part_of_word(before.back())) {
      if (before.back() == '\n') return words;
      before.remove_suffix(1);
    }
    std::size_t begin = before.size();
    while (begin > 0 && is_part_of_word(before[begin - 1])) --begin;
    if (begin == before.size()) break;
    words.push_back(to_lower(before.substr(begin)));
    before = before.substr(0, begin);
  }
  return words;
}

bool pass_hyphen(std::string_view text, std::size_t& at) {
  return pass(text, at, "-") || pass(text, at, "\u2011");
}

bool opens_group(std::string_view text, std::size_t at) {
  return is_digit_at(text, at) ||
         (at < text.size() && text[at] == '(' && is_digit_at(text, at + 1));
}

// One group of digits at `at`, perhaps in brackets.
bool take_group(std::string_view text, std::size_t& at, Run& run) {
  const bool bracketed = text[at] == '(';
  std::size_t end = bracketed ? at + 1 : at;
  const std::size_t first = end;
  while (is_digit_at(text, end)) ++end;
  if (end == first) return false;
  if (bracketed && (end >= text.size() || text[end] != ')')) return false;
  run.digits += text.substr(first, end - first);
  run.groups.push_back({end - first, bracketed});
  if (bracketed) ++end;
  run.form += text.substr(at, end - at);
  at = end;
  return true;
}

Run read_run(std::string_view text, std::size_t at) {
  Run run{.begin = at, .end = at};
  if (pass(text, at, "+")) {
    run.plus = true;
  } else if (pass(text, at, "(+")) {  // `(+254) 712 ...`
    run.plus = true;
    std::size_t close = at;
    while (is_digit_at(text, close)) ++close;
    if (close == at || close >= text.size() || text[close] != ')') return run;
    run.digits = text.substr(at, close - at);
    run.groups.push_back({close - at, false});
    at = close + 1;
    run.end = at;
    pass_space(text, at);
  }
  while (opens_group(text, at) && take_group(text, at, run)) {
    run.end = at;
    std::size_t next = at;
    char sign = '\0';
    if (pass_space(text, next)) {
      sign = ' ';
    } else if (pass_hyphen(text, next)) {
      sign = '-';
    } else if (pass(text, next, ".")) {
      sign = '.';
    } else if (!run.groups.back().bracketed && (next >= text.size() || text[next] != '(')) {
      break;
    }
    if (!opens_group(text, next)) break;
    if (sign != '\0') run.form += sign;
    at = next;
  }
  return run;
}

// May a number begin here, or does what stands before it make another thing of it?
bool is_free_before(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_letter(before) || is_digit(before)) return false;
  if (before == ':') return at < 2 || !is_digit(text[at - 2]);
  constexpr std::string_view signs = "_/.-+#@=&,$%*~^";
  if (signs.find(before) != std::string_view::npos) return false;
  for (const std::string_view sign : {"–", "—", "−", "‑", "€", "£", "₹", "₦", "₵", "№", "¥"})
    if (text.substr(0, at).ends_with(sign)) return false;
  return true;
}

// The same of what stands after it.
bool is_free_after(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char after = text[at];
  if (is_letter(after) || after == '_' || after == '@' || after == '=') return false;
  if ((after == ',' || after == '/' || after == ':' || after == '.') &&
      is_digit_at(text, at + 1))
    return false;
  if (after == '-' && at + 1 < text.size() && is_letter(text[at + 1])) return false;
  std::size_t next = at;
  pass_space(text, next);
  for (const std::string_view unit : {"%", "°", "º", "‰"})
    if (pass(text, next, unit)) return false;
  for (const std::string_view dash : {"–", "—", "−"})
    if (pass(text, at, dash)) return !is_digit_at(text, at);
  return true;
}

// Points part the digits of telephones only where they part all of them: `0.123456789` is a
// fraction.
bool has_odd_points(const Run& run) {
  const auto points = std::count(run.form.begin(), run.form.end(), '.');
  return points > 0 &&
         (points < 2 || points + 1 != static_cast<std::ptrdiff_t>(run.groups.size()));
}

// Amounts and ranges of them, `65400-71200`.
bool is_round(const Run& run) {
  const std::string_view first =
      std::string_view(run.digits).substr(0, run.groups.empty() ? 0 : run.groups[0].digits);
  const bool two = run.groups.size() == 2 && !run.plus;
  if (two && run.digits[0] != '0' && first.ends_with("00") && run.digits.ends_with("00"))
    return true;
  return run.digits.ends_with("00000") ||
         (run.groups.size() == 2 && run.digits.ends_with("000") && first.ends_with("000"));
}

// Written as large amounts are, in threes: `712 345 678`.
bool is_in_threes(const Run& run) {
  if (run.groups.size() < 2 || run.groups.front().digits > 3) return false;
  return std::all_of(run.groups.begin() + 1, run.groups.end(),
                     [](const Group& group) { return group.digits == 3; });
}

bool is_international(const Run& run) {
  const std::size_t digits = run.digits.size();
  // Numbers of North America and of Russia have ten digits after the code: `+1 234 567 890` is
  // an amount.
  const std::size_t prefix = run.plus ? 0 : 2;
  if (!run.plus && !run.digits.starts_with("00")) return false;
  if (digits > prefix && (run.digits[prefix] == '1' || run.digits[prefix] == '7'))
    return digits == prefix + 11;
  if (run.plus) return digits >= 10 && digits <= 15 && run.digits[0] != '0';
  return digits >= 12 && digits <= 17 && run.digits[2] != '0';
}

// With the `0` that calls inside a country begin with.
bool is_national(const Run& run) {
  const std::size_t digits = run.digits.size();
  if (run.plus || digits < 9 || digits > 12 || run.digits[0] != '0' || run.digits[1] == '0')
    return false;
  if (run.groups.size() == 1) return digits >= 10;
  if (run.groups.size() > 6) return false;
  const Group& first = run.groups.front();
  if (first.digits < (first.bracketed ? 2U : 3U) || first.digits > 5) return false;
  return std::all_of(run.groups.begin() + 1, run.groups.end(), [](const Group& group) {
    return group.digits >= 2 && group.digits <= 7 && !group.bracketed;
  });
}

bool has_shape(std::string_view form, std::string_view shape) {
  if (form.size() != shape.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    char least = '\0';
    if (shape[i] == 'd') least = '0';
    if (shape[i] == 'p') least = '1';
    if (shape[i] == 'n') least = '2';
    if (shape[i] == 'm') least = '6';
    const bool fits = least != '\0'     ? is_digit(c) && c >= least
                      : shape[i] == '~' ? c == ' ' || c == '-'
                                        : c == shape[i];
    if (!fits) return false;
  }
  return true;
}

bool has_known_shape(const Run& run) {
  return !run.plus &&
         std::any_of(std::begin(shapes), std::end(shapes),
                     [&](std::string_view shape) { return has_shape(run.form, shape); });
}

enum class Before { nothing, phone, other };

// What the words before a number make of it.
Before judge_words_before(std::string_view text, const Run& run) {
  bool numbered = false;
  const std::vector<std::string> words = words_before(text, run.begin);
  for (const std::string& word : words) {
    if (holds(phone_words, word)) return Before::phone;
    if (holds(other_words, word)) return Before::other;
    if (holds(number_words, word))
      numbered = true;
    else if (!holds(linking_words, word))
      break;
  }
  if (holds(words, "isbn")) return Before::other;  // `ISBN-10: ...`, `ISBN (paperback) ...`
  return numbered && run.groups.size() == 1 ? Before::other : Before::nothing;
}

bool is_phone_number(std::string_view text, const Run& run) {
  if (run.digits.size() < 9 || has_odd_points(run)) return false;
  if (is_round(run)) return false;  // an amount
  if (!is_free_before(text, run.begin) || !is_free_after(text, run.end)) return false;
  const Before before = judge_words_before(text, run);
  if (before == Before::other) return false;
  if (is_international(run) || is_national(run) || has_known_shape(run)) return true;
  const bool marked = run.begin >= 2 && (text.substr(run.begin - 2, 2) == ": " ||
                                         text.substr(run.begin - 2, 2) == ". ");
  return before == Before::phone && !run.plus && run.digits.size() <= 12 &&
         (marked || !is_in_threes(run));
}

}  // namespace

Reading read_phone_number(std::string_view text, std::size_t at) {
  const Run run = read_run(text, at);
  if (run.groups.empty()) return {false, at + 1};
  return {is_phone_number(text, run), run.end};
}

}  // namespace baraza::language
