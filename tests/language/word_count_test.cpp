#include "language/word_count.hpp"

#include <string>

#include <doctest/doctest.h>

using baraza::language::count_words;

TEST_CASE("words are counted as a reader counts them") {
  struct Row {
    std::string_view text;
    std::size_t count;
  };
  const Row rows[] = {
      {"", 0},
      {" - ", 0},
      {"One", 1},
      {"One, two; three!", 3},
      {"village-level well-being", 2},
      {"1,000 wells at 0.17", 4},
      {"don't say l'eau", 3},
      {"and/or", 1},
      {"(s1, s2)", 2},
      {"one\u00A0two\nthree", 3},
      {"U.S.A. money", 2},
      {"कुआँ सूख गया।", 3},
      {"井干了", 3},
      {"ውሃ አለ።", 2},
      {"\xFF\xFE", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(count_words(row.text) == row.count);
  }
}
