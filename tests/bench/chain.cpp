#include "tests/bench/chain.hpp"

namespace baraza::bench {

Chain::Chain() {
  number_of({});
  state_of(end, end);
}

std::size_t Chain::number_of(const std::string& word) {
  const auto [at, added] = numbers_.try_emplace(word, words_.size());
  if (added) words_.push_back(word);
  return at->second;
}

std::size_t Chain::state_of(std::size_t first, std::size_t second) {
  const auto [at, added] = known_states_.try_emplace({first, second}, states_.size());
  if (added) states_.emplace_back();
  return at->second;
}

void Chain::learn(const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::size_t before = end;
  std::size_t state = state_of(end, end);
  for (const std::string& word : words) {
    const std::size_t number = number_of(word);
    const std::size_t next = state_of(before, number);
    states_[state].push_back({number, next});
    before = number;
    state = next;
  }
  states_[state].push_back({end, end});
}

std::vector<std::string> Chain::walk(Random& random) const {
  constexpr std::size_t most_words = 60;
  std::vector<std::string> words;
  std::size_t state = 0;
  while (true) {
    const Step& step = random.pick(states_[state]);
    if (step.word == end || words.size() == most_words) return words;
    words.push_back(words_[step.word]);
    state = step.state;
  }
}

}  // namespace baraza::bench
