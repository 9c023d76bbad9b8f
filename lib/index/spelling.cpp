#include "index/spelling.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

// Which letters a word holds, by the low bits of their bytes: an edit changes at most two
// characters. A cheap look before the distance is counted.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word)
    letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return letters;
}

// The most bytes that a character of `word` takes.
std::size_t widest(std::string_view word) {
  std::size_t most = 1;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    most = std::max<std::size_t>(most, byte >= 0xF0   ? 4
                                       : byte >= 0xE0 ? 3
                                       : byte >= 0xC0 ? 2
                                                      : 1);
  }
  return most;
}

std::size_t letters_apart(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::size_t>(std::popcount(a ^ b));
}

}  // namespace

struct Speller::Near {
  std::size_t edits = 0;
  bool other_letter = false;  // to begin with
  std::size_t rarity = 0;
  std::string_view text = {};

  auto rank() const { return std::tie(edits, other_letter, rarity, text); }
};

Speller::Speller(std::vector<Index::KnownWord> words, std::vector<std::string> languages)
    : words_(std::move(words)), languages_(std::move(languages)) {
  letters_.reserve(words_.size());
  for (const Index::KnownWord& word : words_) letters_.push_back(letters_of(word.text));
}

bool Speller::is_candidate(std::string_view word) const {
  return !language::is_number(word) && !language::is_stop_word_of_any(word, languages_);
}

// Words within `allowed` edits, the nearest first, at most `most`.
std::vector<Speller::Near> Speller::find_near(std::string_view word, std::size_t allowed,
                                              std::size_t most) const {
  const std::uint64_t letters = letters_of(word);
  const std::size_t wide = widest(word);
  std::vector<Near> near;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    constexpr std::size_t widest_of_all = 4;
    const std::string& text = words_[i].text;
    const std::size_t apart =
        text.size() > word.size() ? text.size() - word.size() : word.size() - text.size();
    // An edit changes the bytes of one character, and the letters of two.
    if (apart > allowed * widest_of_all) continue;
    const std::size_t changed = letters_apart(letters, letters_[i]);
    if (changed > allowed * widest_of_all * 2) continue;
    if (apart > allowed || changed > allowed * 2) {
      const std::size_t bytes = std::max(wide, widest(text));
      if (apart > allowed * bytes || changed > allowed * bytes * 2) continue;
    }
    const std::size_t edits = edit_distance(word, text, allowed);
    if (edits > allowed || !is_candidate(text)) continue;
    const Near one{edits, text.front() != word.front(), ~words_[i].documents, text};
    const auto at =
        std::lower_bound(near.begin(), near.end(), one,
                         [](const Near& a, const Near& b) { return a.rank() < b.rank(); });
    near.insert(at, one);
    if (near.size() > most) near.pop_back();
    if (near.size() == most) allowed = std::min(allowed, near.back().edits);
  }
  return near;
}

std::string Speller::nearest_word(std::string_view word) const {
  const std::size_t characters = count_characters(word);
  if (characters < 3 || language::is_number(word)) return {};
  constexpr std::size_t most = 20;
  for (const Near& one : find_near(word, characters <= 5 ? 1 : 2, most))
    if (is_slip(word, one, characters)) return std::string(one.text);
  return {};
}

// Two slips in a row spare the first letter, and whoever hits another key in a word of four
// letters has as a rule written another word.
bool Speller::is_slip(std::string_view word, const Near& near, std::size_t characters) {
  if (near.edits > 1) return !near.other_letter;
  return characters > 4 || count_characters(near.text) != characters ||
         std::is_permutation(word.begin(), word.end(), near.text.begin(), near.text.end());
}

std::vector<std::string> Speller::nearest_words(std::string_view word) const {
  const std::size_t characters = count_characters(word);
  if (characters < 3 || language::is_number(word)) return {};
  constexpr std::size_t far = 3;  // so far only from the same first letter
  const std::size_t allowed = characters <= 4 ? 1 : characters <= 7 ? 2 : far;
  std::vector<std::string> words;
  for (const Near& one : find_near(word, allowed, 3))
    if (one.edits < far || !one.other_letter) words.emplace_back(one.text);
  return words;
}

}  // namespace baraza::index
