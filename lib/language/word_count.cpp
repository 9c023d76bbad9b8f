#include "language/word_count.hpp"

#include "base/text.hpp"
#include "language/role.hpp"
#include "language/words.hpp"

namespace baraza::language {
namespace {

bool is_spaceless(std::string_view word) {
  return !word.empty() && role_of(take_character(word)) == Role::spaceless;
}

bool holds_space(std::string_view text) {
  for (const std::string_view space : {" ", "\n", "\t", "\r", "\u00A0", "\u2009", "\u202F"})
    if (text.find(space) != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  std::size_t last_end = 0;
  bool last_spaceless = false;
  for (const Word& word : words_of(text)) {
    if (word.joined) continue;
    const bool spaceless = is_spaceless(text.substr(word.offset));
    const bool apart = count == 0 || spaceless || last_spaceless ||
                       holds_space(text.substr(last_end, word.offset - last_end));
    if (apart) ++count;
    last_end = word.offset + word.length;
    last_spaceless = spaceless;
  }
  return count;
}

}  // namespace baraza::language
