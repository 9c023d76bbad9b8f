#include "index/spelling.hpp"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::index {
namespace {

TEST_CASE("nearest_word finds what was meant") {
  const std::vector<Index::KnownWord> known = {
      {"2015", 9},  {"accountability", 3}, {"bold", 5},    {"card", 2},     {"cart", 7},
      {"किताब", 2}, {"teach", 4},          {"teacher", 6}, {"teachers", 9}, {"world", 1}};
  struct Row {
    std::string_view word, nearest;
  };
  const Row rows[] = {
      {"acountability", "accountability"},
      {"acuontability", "accountability"},
      {"teahcers", "teachers"},
      {"techer", "teacher"},
      {"wrold", "world"},
      {"cars", "cart"},  // as near as card, and in more documents
      {"gold", "bold"},  // another first letter where no other is near
      {"कितब", "किताब"},
      {"2016", ""},
      {"zz", ""},
      {"photosynthesis", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest_word(known, row.word) == row.nearest);
  }
}

TEST_CASE("nearest_words offers what is a little further away too") {
  const std::vector<Index::KnownWord> known = {
      {"accountable", 1}, {"accountability", 3}, {"bold", 5},     {"cold", 7},
      {"gold", 6},        {"hold", 5},           {"telephone", 2}};
  CHECK(nearest_words(known, "xylophone").empty());
  CHECK(nearest_words(known, "acountabilty") == std::vector<std::string>{"accountability"});
  CHECK(nearest_words(known, "acountabel") == std::vector<std::string>{"accountable"});
  CHECK(nearest_words(known, "fold") == std::vector<std::string>{"cold", "gold", "bold"});
  CHECK(nearest_words(known, "2015").empty());
  CHECK(nearest_words(known, "zz").empty());
}

TEST_CASE("a stop word of any of the bank's languages is nothing that was meant") {
  std::vector<Index::KnownWord> known = {{"or", 9}, {"ya", 7}, {"orb", 1}};
  drop_stop_words(known, {"en", "sw"});
  CHECK(nearest_word(known, "org") == "orb");
  CHECK(known.size() == 1);
}

}  // namespace
}  // namespace baraza::index
