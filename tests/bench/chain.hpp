// A word chain of order two: after any two words come those that came after them in the texts
// that were learnt, as often as they did there.
//
// Source: C. E. Shannon, A Mathematical Theory of Communication, 1948, section 3
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/random.hpp"

namespace baraza::bench {

class Chain {
 public:
  Chain();

  // One sentence. Where it says nothing it is passed over.
  void learn(const std::vector<std::string>& words);
  bool empty() const { return states_.front().empty(); }

  // A sentence of the same manner. It may be one that was learnt.
  std::vector<std::string> walk(Random& random) const;

 private:
  static constexpr std::size_t end = 0;  // of a sentence, and what stands before its first word

  struct Step {
    std::size_t word = 0;
    std::size_t state = 0;
  };

  std::size_t number_of(const std::string& word);
  std::size_t state_of(std::size_t first, std::size_t second);

  std::vector<std::string> words_;
  std::vector<std::vector<Step>> states_;  // by two words: what may follow
  std::map<std::string, std::size_t> numbers_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> known_states_;
};

}  // namespace baraza::bench
