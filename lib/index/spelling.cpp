#include "index/spelling.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

#include "base/text.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

// Which letters a word holds, 64 buckets: an edit changes at most two of them. A cheap look
// before the distance is counted.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word)
    letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return letters;
}

using Rank = std::tuple<std::size_t, bool, std::size_t, std::string_view>;

// Words within `allowed` edits, the nearest first, at most `most`: fewest edits, then the same
// first byte, then most documents, then by their bytes.
std::vector<Rank> find_near(const std::vector<Index::KnownWord>& known, std::string_view word,
                            std::size_t allowed, std::size_t most) {
  constexpr std::size_t most_bytes_an_edit = 4;
  constexpr int most_letters_an_edit = 8;  // both characters may have four bytes
  const std::uint64_t letters = letters_of(word);
  std::vector<Rank> near;
  for (const Index::KnownWord& one : known) {
    const std::size_t bytes = one.text.size();
    const std::size_t apart = bytes > word.size() ? bytes - word.size() : word.size() - bytes;
    if (apart > allowed * most_bytes_an_edit) continue;
    if (std::popcount(letters ^ letters_of(one.text)) >
        static_cast<int>(allowed) * most_letters_an_edit)
      continue;
    if (language::is_number(one.text)) continue;
    const std::size_t edits = edit_distance(word, one.text, allowed);
    if (edits > allowed) continue;
    const Rank rank(edits, one.text.front() != word.front(), ~one.documents, one.text);
    const auto at = std::lower_bound(near.begin(), near.end(), rank);
    if (at != near.end() && std::get<3>(*at) == one.text) continue;
    near.insert(at, rank);
    if (near.size() > most) near.pop_back();
    if (near.size() == most) allowed = std::min(allowed, std::get<0>(near.back()));
  }
  return near;
}

}  // namespace

std::string nearest_word(const std::vector<Index::KnownWord>& known, std::string_view word) {
  const std::size_t characters = count_characters(word);
  if (characters < 3 || language::is_number(word)) return {};
  const std::vector<Rank> near = find_near(known, word, characters <= 4 ? 1 : 2, 1);
  return near.empty() ? std::string() : std::string(std::get<3>(near.front()));
}

std::vector<std::string> nearest_words(const std::vector<Index::KnownWord>& known,
                                       std::string_view word) {
  const std::size_t characters = count_characters(word);
  if (characters < 3 || language::is_number(word)) return {};
  constexpr std::size_t far = 3;  // so far only from the same first letter
  const std::size_t allowed = characters <= 4 ? 1 : characters <= 7 ? 2 : far;
  std::vector<std::string> words;
  for (const auto& [edits, other_letter, rarity, near] : find_near(known, word, allowed, 3))
    if (edits < far || !other_letter) words.emplace_back(near);
  return words;
}

void drop_stop_words(std::vector<Index::KnownWord>& known,
                     const std::vector<std::string>& languages) {
  std::erase_if(known, [&](const Index::KnownWord& one) {
    return language::is_stop_word_of_any(one.text, languages);
  });
}

}  // namespace baraza::index
