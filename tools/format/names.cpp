#include "tools/format/names.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

// Small words that begin a family's name.
constexpr std::array<std::string_view, 21> particles = {
    "al", "ap", "bin", "bint", "da", "de",  "del", "den", "der", "di",  "dos",
    "du", "el", "ibn", "la",   "le", "van", "von", "ter", "ten", "ould"};
constexpr std::array<std::string_view, 6> suffixes = {"Jr", "Jr.", "Sr", "Sr.", "II", "III"};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// `A.`, `J.-K.`, `Y.`: capitals, each with a full stop.
bool is_initials(std::string_view word) {
  if (word.empty() || word.back() != '.') return false;
  for (const char c : word) {
    const bool letter = is_capital(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && c != '.' && c != '-') return false;
  }
  return true;
}

// A capital, then something else than capitals alone, which would be an acronym.
bool is_name_word(std::string_view word) {
  if (word.empty() || is_small(word[0]) || !std::none_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '(' || c == ')' || c == '&' ||
               c == '/';
      }))
    return false;
  return std::any_of(word.begin() + 1, word.end(), [](char c) {
    return is_small(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.push_back(word);
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin,
                   std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i)
    text += (text.empty() ? "" : " ") + std::string(words[i]);
  return text;
}

// A part of a list of authors; a name without a family where it is not certain to be a person.
Name read_part(std::string_view part) {
  const std::vector<std::string_view> words = words_in(part);
  if (words.size() == 1 && is_name_word(words[0])) return {.family = std::string(words[0])};
  std::size_t initials = 0;
  while (initials < words.size() && is_initials(words[initials])) ++initials;
  std::size_t at = initials;
  while (at < words.size() && has(particles, words[at])) ++at;
  const bool person =
      initials > 0 && at < words.size() && words.size() - at <= 2 &&
      std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), is_name_word);
  if (!person) return {.literal = std::string(part)};
  return {.family = joined(words, initials, words.size()), .given = joined(words, 0, initials)};
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  constexpr std::array<std::string_view, 5> joints = {", and ", " and ", ", ", "; ", " & "};
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t after = text.size();
    for (const std::string_view joint : joints) {
      const std::size_t at = text.find(joint);
      if (at >= end) continue;
      end = at;
      after = at + joint.size();
    }
    if (const std::string_view part = trim(text.substr(0, end)); !part.empty())
      parts.push_back(part);
    text.remove_prefix(after);
  }
  return parts;
}

// Two or three words with capitals, which may be a person's or a team's.
bool may_be_name(std::string_view part) {
  const std::vector<std::string_view> words = words_in(part);
  return words.size() <= 3 && std::all_of(words.begin(), words.end(), is_name_word);
}

}  // namespace

std::vector<Name> names_in(std::string_view text) {
  text = trim(text);
  if (text.empty()) return {};
  const std::vector<std::string_view> parts = parts_of(text);
  std::vector<Name> names;
  for (const std::string_view part : parts) {
    Name name = read_part(part);
    const bool clear = !name.family.empty() || (part == others && !names.empty()) ||
                       (parts.size() > 1 && may_be_name(part));
    if (!clear || (parts.size() == 1 && name.given.empty()))
      return {{.literal = std::string(text)}};
    names.push_back(std::move(name));
  }
  return names;
}

Name name_of_person(std::string_view text) {
  const std::vector<std::string_view> words = words_in(text);
  std::size_t end = words.size();
  if (end > 2 && has(suffixes, words[end - 1])) --end;
  if (end < 2) return {.literal = std::string(trim(text))};
  std::size_t family = end - 1;
  while (family > 1 && has(particles, words[family - 1])) --family;
  return {.family = joined(words, family, words.size()), .given = joined(words, 0, family)};
}

}  // namespace baraza::tools
