#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/formats.hpp"
#include "check/languages.hpp"
#include "check/licences.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_of(std::string_view text, bool (*is)(char)) {
  for (const char c : text)
    if (!is(c)) return false;
  return true;
}

bool is_word(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest &&
         all_of(text, [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_letters(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest && all_of(text, is_letter);
}

// The parts of a language tag, taken one after the other.
class TagReader {
 public:
  explicit TagReader(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

  bool read() {
    if (take_private()) return done();
    // Four letters are reserved and longer ones were never registered: `Swahili` is a name.
    if (!is_letters(part(), 2, 3) || has_shorter(part())) return false;
    ++at_;
    for (int i = 0; i < 3 && is_letters(part(), 3, 3); ++i) ++at_;
    if (is_letters(part(), 4, 4)) ++at_;
    if (to_lower(part()) == "uk") return false;  // its code is GB
    if (is_letters(part(), 2, 2) || (part().size() == 3 && all_of(part(), is_digit))) ++at_;
    while (is_word(part(), 5, 8) || (is_word(part(), 4, 4) && is_digit(part().front()))) ++at_;
    while (is_word(part(), 1, 1) && part() != "x" && part() != "X") {
      ++at_;
      if (!take_words(2)) return false;
    }
    take_private();
    return done();
  }

 private:
  std::string_view part() const { return at_ < parts_.size() ? parts_[at_] : ""; }
  bool done() const { return at_ == parts_.size(); }

  // `swa` is written `sw`.
  static bool has_shorter(std::string_view primary) {
    const auto names = language_names();
    return std::any_of(names.begin(), names.end(), [&](const LanguageName& language) {
      return to_lower(primary) == language.code;
    });
  }

  bool take_words(std::size_t shortest) {
    const std::size_t from = at_;
    while (is_word(part(), shortest, 8)) ++at_;
    return at_ > from;
  }

  bool take_private() {
    if (part() != "x" && part() != "X") return false;
    ++at_;
    if (take_words(1)) return true;
    --at_;
    return false;
  }

  std::vector<std::string_view> parts_;
  std::size_t at_ = 0;
};

bool is_licence_id(std::string_view text) {
  // Known by another spelling, it is not named as SPDX names it.
  const Licence* known = find_licence(text);
  if (known != nullptr) return known->id == text;
  if (!text.empty() && text.back() == '+') text.remove_suffix(1);
  return !text.empty() && all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == ':';
  });
}

// Words of an SPDX expression, brackets standing alone.
std::vector<std::string_view> licence_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end =
        text.front() == '(' || text.front() == ')' ? 1 : text.find_first_of(" ()");
    if (text.front() != ' ') words.push_back(text.substr(0, end));
    text.remove_prefix(text.front() == ' ' ? 1 : std::min(end, text.size()));
  }
  return words;
}

}  // namespace

bool is_language_tag(std::string_view text) { return TagReader(split(text, '-')).read(); }

bool is_licence(std::string_view text) {
  bool want_id = true;
  int open = 0;
  for (const std::string_view word : licence_words(text)) {
    if (want_id && word == "(") {
      ++open;
    } else if (!want_id && word == ")") {
      if (--open < 0) return false;
    } else if (want_id) {
      if (!is_licence_id(word)) return false;
      want_id = false;
    } else {
      if (word != "AND" && word != "OR" && word != "WITH") return false;
      want_id = true;
    }
  }
  return !want_id && open == 0;
}

char orcid_check_digit(std::string_view text) {
  const std::string_view address = "https://orcid.org/";
  if (text.substr(0, address.size()) == address) text.remove_prefix(address.size());
  if (text.size() != 19) return '\0';
  unsigned total = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (i % 5 == 4) {
      if (text[i] != '-') return '\0';
      continue;
    }
    if (!is_digit(text[i])) return '\0';
    total = (total + static_cast<unsigned>(text[i] - '0')) * 2;
  }
  if (!is_digit(text.back()) && text.back() != 'X') return '\0';
  const unsigned check = (12 - total % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

bool is_orcid(std::string_view text) {
  const char check = orcid_check_digit(text);
  return check != '\0' && text.back() == check;
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '~' && (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')))
      return false;
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || (text.front() == '0' && digits > 1)) return false;
  const std::string_view rest = text.substr(digits);
  return rest == "#" || is_json_pointer(rest);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (hyphen ? c != '-' : !digit) return false;
  }
  return true;
}

}  // namespace baraza::check
