// The nearest word that an index knows, for one that it does not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"

namespace baraza::index {

// All words that a slip may have been meant for, laid out so that those near to it are soon
// found. The stop words of `languages` are none of them: whoever gets one instead of what they
// typed finds everything.
class Speller {
 public:
  Speller(std::vector<Index::KnownWord> words, std::vector<std::string> languages);

  // Empty where nothing is near: one edit for words of three to five letters, and no other
  // letter in one of three or four; two behind the same first letter for longer ones; swapped
  // neighbours are one edit. Of words equally near, one with the same first
  // letter comes first, then the one in most documents, then the first by its bytes.
  std::string nearest_word(std::string_view word) const;

  // The nearest three, of words that are further away too: for a reader to choose from.
  std::vector<std::string> nearest_words(std::string_view word) const;

 private:
  struct Near;
  std::vector<Near> find_near(std::string_view word, std::size_t allowed,
                              std::size_t most) const;
  static bool is_slip(std::string_view word, const Near& near, std::size_t characters);
  bool is_candidate(std::string_view word) const;

  std::vector<Index::KnownWord> words_;
  std::vector<std::uint64_t> letters_;  // which ones each of the words holds
  std::vector<std::string> languages_;
};

}  // namespace baraza::index
