#include "language/stop_words.hpp"

#include <string>
#include <string_view>
#include <vector>

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

TEST_CASE("a text is taken for the language that has most of its stop words") {
  const std::vector<std::string> languages = {"en", "fr", "sw"};
  CHECK(most_stop_words({"the", "son", "of", "a", "chief"}, languages) == "en");
  CHECK(most_stop_words({"son", "the"}, languages) == "en");
  CHECK(most_stop_words({"le", "maire", "et", "la", "ville"}, languages) == "fr");
  CHECK(most_stop_words({"wanawake", "na", "simu"}, languages) == "sw");
  CHECK(most_stop_words({"teachers"}, languages).empty());
  CHECK(most_stop_words({}, languages).empty());
  CHECK(guess_language({"ninataka", "kujua", "kuhusu", "maji"}, {"en"}) == "sw");
  CHECK(guess_language({"habari", "za", "ndege", "na", "meli"}, {"en"}) == "sw");
  CHECK(guess_language({"zzqq", "son"}, {"en"}).empty());
  CHECK(guess_language({"qwx", "ya"}, {"en", "sw"}).empty());
  CHECK(guess_language({"ya", "ya"}, {"en", "sw"}).empty());
  CHECK(guess_language({"शिकायत"}, {"en"}) == "hi");
  CHECK(guess_language({"teachers"}, {"en"}).empty());
}

}  // namespace
}  // namespace baraza::language
