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

template <std::size_t size>
bool take_one_of(const std::string_view (&prefixes)[size], std::string_view& word,
                 std::size_t left) {
  return std::any_of(std::begin(prefixes), std::end(prefixes),
                     [&](std::string_view prefix) { return take(word, prefix, left); });
}

// Who or what acts; of people and of every class of things.
constexpr std::string_view persons[] = {"hatu", "hawa", "haya", "hazi", "ham", "hai", "ha",
                                        "tu",   "wa",   "ya",   "zi",   "ki",  "vi",  "li",
                                        "ni",   "m",    "u",    "a",    "i"};
constexpr std::string_view tenses[] = {"ngali", "mesha", "taka", "nge", "na", "li", "ta", "me"};
constexpr std::string_view negative_tenses[] = {"ku", "ta", "ja"};
// Who, which, where and when: `yali-yo-haribika`, those that broke.
constexpr std::string_view relatives[] = {"cho", "vyo", "yo", "lo", "zo",
                                          "ko",  "po",  "mo", "ye"};
// Of people it is a bare o, which some verbs begin with: `wana-o-soma`, but `wana-ongoza`.
constexpr std::string_view verbs_with_o[] = {"og", "ok", "om", "on"};
// Verbs that begin as if they were infinitives, and words that end as if they were places.
constexpr std::string_view roots_with_ku[] = {"kubal",  "kumbuk", "kusany", "kutana",
                                              "kutane", "kutani", "kutano"};
constexpr std::string_view roots_with_ni[] = {"amini",  "ampuni", "irani",  "karani",
                                              "madini", "maini",  "thamani"};

template <std::size_t size>
bool starts_with_one_of(std::string_view word, const std::string_view (&roots)[size]) {
  return std::any_of(std::begin(roots), std::end(roots),
                     [&](std::string_view root) { return word.starts_with(root); });
}

// Place: `shule-ni`, `soko-ni`, `mtaa-ni`; of short words only where no root ends so.
void take_place(std::string_view& word) {
  if (word.size() < 6 || !word.ends_with("ni")) return;
  if (std::any_of(std::begin(roots_with_ni), std::end(roots_with_ni),
                  [&](std::string_view root) { return word.ends_with(root); }))
    return;
  const bool two_vowels = is_vowel(word[word.size() - 3]) && is_vowel(word[word.size() - 4]);
  if (word.size() >= 7 || two_vowels || word.ends_with("oni")) word.remove_suffix(2);
}

// The marks of class that also stand before a verb for whom it is done to, and the reflexive.
void take_object(std::string_view& word) {
  if (take(word, "ji", 5) || take(word, "ki", 4) || take(word, "vi", 4) || take(word, "wa", 4))
    return;
  if (word.size() > 1 && !is_vowel(word[1])) take(word, "m", 4);
}

void take_relative(std::string_view person, std::string_view& word) {
  if (take_one_of(relatives, word, 4)) return;
  if ((person == "wa" || person == "u") && !starts_with_one_of(word, verbs_with_o))
    take(word, "o", 4);
}

// Person and tense, what they refer to, and the object: `a-na-fundisha`, `ha-wa-ku-fundisha`,
// `vi-li-vyo-haribika`, `wa-li-wa-saidia`.
bool take_verb_prefix(std::string_view& word) {
  if (!is_vowel(word.back()) || word.back() == 'o') return false;
  for (const std::string_view person : persons) {
    if (!word.starts_with(person)) continue;
    std::string_view rest = word.substr(person.size());
    if (person.starts_with("ha")) {
      if (!take_one_of(negative_tenses, rest, 4)) continue;
    } else {
      if (!take_one_of(tenses, rest, 4) && !take(rest, "ka", 5)) continue;
      take_relative(person, rest);
    }
    take_object(rest);
    word = rest;
    return true;
  }
  return take(word, "hu", 5);  // as a habit: `hu-fanya`
}

// The infinitive, also inside a noun: `ku-lima`, `m-ku-lima`.
void take_infinitive(std::string_view& word) {
  if (starts_with_one_of(word, roots_with_ku)) return;
  if (take(word, "ku", word.back() == 'a' ? 4 : 5)) take_object(word);
}

// The class of a noun or adjective. The longest prefix that fits is tried first.
void take_class_prefix(std::string_view& word) {
  if (take(word, "mwana", 4) || take(word, "wana", 4) || take(word, "uana", 4)) return;
  if (word.size() > 2 && word[2] != 'a' && take(word, "mw", 4)) return;  // mw-ongozo, mi-ongozo
  if (take(word, "mwa", 4) || take(word, "waa", 4)) return;              // mwa-limu, wa-limu
  if (word.size() > 2 && is_vowel(word[2]) && take(word, "mu", 4)) return;  // mu-ungano
  if (take(word, "ki", 3) || take(word, "vi", 3) || take(word, "wa", 3) ||
      take(word, "ma", 4) || take(word, "mi", 3))
    return;
  if (word.size() > 1 && !is_vowel(word[1]) && take(word, "m", 3)) return;
  take(word, "u", 4);
}

// The last vowel, and what stands before it: the passive -w-, the -z- of doers and causes after
// i and u, and the -aj- of those who do a thing by trade.
void take_ending(std::string_view& word) {
  const char last = word.back();
  if (!is_vowel(last) || word.size() < 4) return;
  if (word.size() == 4 && (last == 'i' || last == 'u')) return;
  word.remove_suffix(1);
  if (word.size() < 4) return;
  const char before = word[word.size() - 2];
  const bool cause = word.back() == 'z' && (before == 'i' || before == 'u');
  const bool passive = word.back() == 'w' && (!is_vowel(before) || word.size() >= 5);
  if (word.size() >= 5 && word.ends_with("aj"))
    word.remove_suffix(2);
  else if (cause || passive)
    word.remove_suffix(1);
}

}  // namespace

std::string stem_swahili(std::string_view word) {
  const bool latin =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!latin || word.size() < 4) return std::string(word);

  // Plurals of things that begin with ch-: vyakula, chakula.
  std::string singular;
  if (word.starts_with("vy") && is_vowel(word[2])) {
    singular = "ch" + std::string(word.substr(2));
    word = singular;
  }
  take_place(word);
  if (!take_verb_prefix(word)) {
    take_class_prefix(word);
    take_infinitive(word);
  }
  take_ending(word);
  return std::string(word);
}

}  // namespace baraza::language
