#include "language/swahili.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace baraza::language {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Takes `prefix` off if at least `left` letters remain.
bool take(std::string_view& word, std::string_view prefix, std::size_t left) {
  if (!word.starts_with(prefix) || word.size() < prefix.size() + left) return false;
  word.remove_prefix(prefix.size());
  return true;
}

constexpr std::string_view persons[] = {"hatu", "hawa", "haya", "hazi", "ham", "hai", "ha",
                                        "tu",   "wa",   "ya",   "zi",   "ki",  "vi",  "li",
                                        "ni",   "m",    "u",    "a",    "i"};
constexpr std::string_view tenses[] = {"ngali", "nge", "na", "li", "ta", "me", "ka"};
constexpr std::string_view negative_tenses[] = {"ku", "ta", "ja"};

template <std::size_t size>
bool take_one_of(const std::string_view (&prefixes)[size], std::string_view& word) {
  constexpr std::size_t least = 4;
  return std::any_of(std::begin(prefixes), std::end(prefixes),
                     [&](std::string_view prefix) { return take(word, prefix, least); });
}

// Person and tense: `a-na-fundisha`, `ha-wa-ku-fundisha`.
bool take_verb_prefix(std::string_view& word) {
  if (!is_vowel(word.back()) || word.back() == 'o') return false;
  for (const std::string_view person : persons) {
    if (!word.starts_with(person)) continue;
    std::string_view rest = word.substr(person.size());
    const bool tensed = person.starts_with("ha") ? take_one_of(negative_tenses, rest)
                                                 : take_one_of(tenses, rest);
    if (!tensed) continue;
    word = rest;
    return true;
  }
  return false;
}

// The class of a noun or adjective. The longest prefix that fits is tried first.
void take_class_prefix(std::string_view& word) {
  if (take(word, "mwana", 4) || take(word, "wana", 4)) return;  // a person of: mwanachama
  if (take(word, "mwa", 4) || take(word, "waa", 4)) return;     // mwandishi, waandishi
  if (word.size() > 2 && is_vowel(word[2]) && (take(word, "ch", 3) || take(word, "vy", 3)))
    return;
  if (take(word, "ki", 3) || take(word, "vi", 3) || take(word, "wa", 3) ||
      take(word, "ma", 4) || take(word, "mi", 3))
    return;
  if (word.size() > 1 && !is_vowel(word[1]) && take(word, "m", 3)) return;
  take(word, "u", 4);
}

}  // namespace

std::string stem_swahili(std::string_view word) {
  const bool latin =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!latin || word.size() < 4) return std::string(word);

  if (word.size() >= 7 && word.ends_with("ni")) word.remove_suffix(2);
  if (!take_verb_prefix(word)) take_class_prefix(word);
  if (word.back() == 'a') take(word, "ku", 4);  // the infinitive, also inside mkulima
  if (word.size() >= 5 && is_vowel(word.back())) word.remove_suffix(1);
  return std::string(word);
}

}  // namespace baraza::language
