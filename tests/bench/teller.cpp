#include "tests/bench/teller.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace baraza::bench {

std::size_t count_words(const std::string& text) {
  return text.empty() ? 0
                      : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

std::string Teller::walk(Kind kind) {
  std::string sentence;
  for (const std::string& word : samples_.of(kind).chain.walk(random_)) {
    if (!sentence.empty()) sentence += ' ';
    sentence += fill_slots(word, names_, first_year_, last_year_, random_);
  }
  return sentence;
}

// A text with a most of characters is one of those that readers scan: no sentence of it is
// long.
bool Teller::is_short(const std::string& sentence, std::size_t most) {
  constexpr std::size_t most_words = 30;
  return most == no_end ||
         (count_characters(sentence) <= most && count_words(sentence) <= most_words);
}

std::string Teller::sentence(Kind kind, std::size_t most) {
  constexpr int tries = 200;
  std::string best = walk(kind);
  for (int i = 0; i < tries && !is_short(best, most); ++i) {
    std::string next = walk(kind);
    if (next.size() < best.size()) best = std::move(next);
  }
  if (most != no_end && count_characters(best) > most) best = shorten(best, most);
  return best;
}

std::string Teller::text(Kind kind, std::size_t most) {
  std::string told = sentence(kind, most);
  const std::size_t length = random_.pick(samples_.of(kind).lengths);
  for (std::size_t i = 1; i < length; ++i) {
    const std::string next = walk(kind);
    if (most != no_end && !is_short(next, most - std::min(most, count_characters(told) + 1)))
      continue;
    told += " " + next;
  }
  return told;
}

std::vector<std::string> Teller::paragraphs(Kind kind, std::size_t words) {
  std::vector<std::string> told;
  std::size_t left = 0;  // sentences of the paragraph
  for (std::size_t so_far = 0; so_far < words;) {
    const std::string next = walk(kind);
    so_far += count_words(next);
    if (left == 0) {
      left = random_.pick(samples_.of(kind).lengths);
      told.push_back(next);
    } else {
      told.back() += " " + next;
    }
    --left;
  }
  return told;
}

}  // namespace baraza::bench
