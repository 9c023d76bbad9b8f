#include "index/spelling.hpp"

#include <bit>
#include <cstdint>
#include <tuple>

#include "base/text.hpp"
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

}  // namespace

std::string nearest_word(const std::vector<Index::KnownWord>& known, std::string_view word) {
  const std::size_t characters = count_characters(word);
  if (characters < 3 || language::is_number(word)) return {};
  const std::size_t allowed = characters <= 4 ? 1 : 2;
  constexpr std::size_t most_bytes_an_edit = 4;
  constexpr int most_letters_an_edit = 8;  // both characters may have four bytes
  const std::uint64_t letters = letters_of(word);

  const Index::KnownWord* best = nullptr;
  std::tuple<std::size_t, bool, std::size_t> best_rank;
  for (const Index::KnownWord& one : known) {
    const std::size_t bytes = one.text.size();
    const std::size_t apart = bytes > word.size() ? bytes - word.size() : word.size() - bytes;
    if (apart > allowed * most_bytes_an_edit || language::is_number(one.text)) continue;
    if (std::popcount(letters ^ letters_of(one.text)) >
        static_cast<int>(allowed) * most_letters_an_edit)
      continue;
    const std::size_t edits = edit_distance(word, one.text, allowed);
    if (edits > allowed) continue;
    // Fewest edits, then the same first byte, then most documents.
    const std::tuple rank(edits, one.text.front() != word.front(), ~one.documents);
    if (best != nullptr && rank >= best_rank) continue;
    best = &one;
    best_rank = rank;
  }
  return best == nullptr ? std::string() : best->text;
}

}  // namespace baraza::index
