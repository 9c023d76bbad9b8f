#include "language/stop_words.hpp"

#include <string_view>

#include <doctest/doctest.h>

#include "language/words.hpp"

namespace baraza::language {
namespace {

TEST_CASE("a stop word is known as words_of writes it") {
  struct Row {
    std::string_view language, text;
  };
  const Row rows[] = {{"en", "The AND of"}, {"en-GB", "yourselves a"}, {"fr", "même été À"},
                      {"hi", "हूँ का में है"},   {"id", "yang Dan"},        {"pt", "não até você"},
                      {"sw", "na ya Kwa"}};
  for (const Row& row : rows) {
    for (const Word& word : words_of(row.text)) {
      CAPTURE(word.text);
      CHECK(is_stop_word(word.text, row.language));
    }
  }
}

TEST_CASE("a word with matter is no stop word") {
  CHECK_FALSE(is_stop_word("lesson", "en"));
  CHECK_FALSE(is_stop_word("", "en"));
  CHECK_FALSE(is_stop_word("the", "de"));
  CHECK_FALSE(is_stop_word("the", ""));
}

}  // namespace
}  // namespace baraza::language
