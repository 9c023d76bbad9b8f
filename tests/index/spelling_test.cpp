#include "index/spelling.hpp"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::index {
namespace {

TEST_CASE("a speller finds what was meant") {
  const Speller speller({{"2015", 9},
                         {"accountability", 3},
                         {"bold", 5},
                         {"card", 2},
                         {"cart", 7},
                         {"किताब", 2},
                         {"teach", 4},
                         {"teacher", 6},
                         {"teachers", 9},
                         {"world", 1}},
                        {"en"});
  struct Row {
    std::string_view word, nearest;
  };
  const Row rows[] = {
      {"acountability", "accountability"},
      {"acuontability", "accountability"},
      {"teahcers", "teachers"},
      {"techer", "teacher"},
      {"wrold", "world"},
      {"car", "cart"},  // as near as card, and in more documents
      {"crad", "card"},
      {"cards", "card"},
      {"cars", ""},  // another letter in so short a word makes another word
      {"gold", ""},
      {"vorld", "world"},  // another first letter where no other is near
      {"peacher", "teacher"},
      {"techar", "teacher"},  // two slips behind the same letter
      {"pechar", ""},         // and none that spare no letter
      {"wrodl", ""},          // two in a word of five letters
      {"कितब", "किताब"},
      {"2016", ""},
      {"zz", ""},
      {"photosynthesis", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(speller.nearest_word(row.word) == row.nearest);
  }
}

TEST_CASE("a speller offers what is a little further away too") {
  const Speller speller({{"accountable", 1},
                         {"accountability", 3},
                         {"bold", 5},
                         {"cold", 7},
                         {"gold", 6},
                         {"hold", 5},
                         {"telephone", 2}},
                        {"en"});
  CHECK(speller.nearest_words("xylophone").empty());
  CHECK(speller.nearest_words("acountabilty") == std::vector<std::string>{"accountability"});
  CHECK(speller.nearest_words("acountabel") == std::vector<std::string>{"accountable"});
  CHECK(speller.nearest_words("fold") == std::vector<std::string>{"cold", "gold", "bold"});
  CHECK(speller.nearest_words("2015").empty());
  CHECK(speller.nearest_words("zz").empty());
}

TEST_CASE("nobody has mistyped a stop word of any language of the bank") {
  const std::vector<Index::KnownWord> known = {{"kama", 90}, {"na", 80},  {"tech", 2},
                                               {"the", 99},  {"thee", 1}, {"then", 50},
                                               {"za", 70}};
  const Speller both(known, {"en", "sw"});
  CHECK(both.nearest_word("teh") == "tech");
  CHECK(both.nearest_word("thn") == "");
  CHECK(both.nearest_word("nad") == "");
  CHECK(both.nearest_word("kamaa") == "");
  CHECK(both.nearest_words("thew") == std::vector<std::string>{"thee"});
  CHECK(Speller(known, {"en"}).nearest_word("kamaa") == "kama");
}

TEST_CASE("words with characters of several bytes are as near as others") {
  const Speller speller({{"école", 1}, {"किताबें", 1}, {"ecole", 1}, {"𞤀𞤣𞤤𞤢𞤥", 1}},
                        {"en"});
  CHECK(speller.nearest_word("éccole") == "école");
  CHECK(speller.nearest_word("कितब") == "");
  CHECK(speller.nearest_word("कितबें") == "किताबें");
  CHECK(speller.nearest_word("𞤀𞤣𞤤𞤢") == "𞤀𞤣𞤤𞤢𞤥");
  CHECK(speller.nearest_word("𞤀𞤣x𞤢𞤥") == "𞤀𞤣𞤤𞤢𞤥");
}

}  // namespace
}  // namespace baraza::index
