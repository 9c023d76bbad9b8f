#include "language/numbers.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using baraza::language::find_numbers;
using baraza::language::is_same;
using baraza::language::Number;

namespace {

std::vector<std::string> written(std::string_view text) {
  std::vector<std::string> numbers;
  for (const Number& number : find_numbers(text)) numbers.push_back(number.text);
  return numbers;
}

bool share(std::string_view a, std::string_view b) {
  const std::vector<Number> first = find_numbers(a);
  const std::vector<Number> second = find_numbers(b);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  return is_same(first[0], second[0]);
}

}  // namespace

TEST_CASE("a number is all that belongs to it, and no more") {
  struct Row {
    std::string_view text;
    std::vector<std::string> numbers;
  };
  const Row rows[] = {
      {"", {}},
      {"no number", {}},
      {"Of 53, at least 21 (40%).", {"53", "21", "40"}},
      {"in 2011 300 people", {"2011", "300"}},
      {"about 26 000 homes", {"26 000"}},
      {"of 26,000 300 were", {"26,000", "300"}},
      {"1,234.56 or 1.234,56", {"1,234.56", "1.234,56"}},
      {"on 31.12.2011", {"31", "12", "2011"}},
      {"2,89,000 and 1'000", {"2,89,000", "1'000"}},
      {"at 9:30, of 12", {"12"}},
      {"see https://example.org/2011/12 for 7", {"7"}},
      {"the 1990s, 19th, COVID-19", {"1990", "19", "19"}},
      {"५३ और २,८९,०००", {"५३", "२,८९,०००"}},
      {"5.", {"5"}},
      {"5,", {"5"}},
      {".5", {"5"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(row.text) == row.numbers);
  }
}

TEST_CASE("a number is the same however a language writes it") {
  struct Row {
    std::string_view a, b;
    bool same;
  };
  const Row rows[] = {
      {"0.17", "0,17", true},
      {"0.71", "0,17", false},
      {"0.20", "0,2", true},
      {"1,700", "1.700", true},
      {"1,700", "1 700", true},
      {"1,700", "1\u00A0700", true},
      {"1,700", "1’700", true},
      {"1,700", "17,00", false},
      {"1,700", "17", false},
      {"3,000", "3", false},
      {"3,000", "30.000", false},
      {"289,000", "2,89,000", true},
      {"289,000", "२,८९,०००", true},
      {"289,000", "٢٨٩٬٠٠٠", true},
      {"53", "५३", true},
      {"53", "35", false},
      {"20 million", "2 करोड़", true},
      {"4 million", "40 लाख", true},
      {"4 million", "40 हज़ार", false},
      {"20 million", "milioni 20", true},
      {"20,000", "elfu 20", true},
      {"1.5 million", "1,5 juta", true},
      {"1.5 million", "1,500,000", true},
      {"26 thousand", "26.000", true},
      {"200,000", "20万", true},
      {"5-million", "milioni 5", true},
      {"1.234,56", "1,234.56", true},
      {"0", "00", true},
      {"2014", "2,014", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(share(row.a, row.b) == row.same);
    CHECK(share(row.b, row.a) == row.same);
  }
}

TEST_CASE("a range of years may leave out a century") {
  const std::vector<Number> years = find_numbers("2014-16");
  REQUIRE(years.size() == 2);
  CHECK(is_same(years[1], find_numbers("2016")[0]));
  CHECK(is_same(years[1], find_numbers("16")[0]));
  CHECK_FALSE(is_same(find_numbers("2014 16")[1], find_numbers("2016")[0]));
}

TEST_CASE("numbers up to twelve are small") {
  for (const std::string_view text : {"0", "1", "9", "10", "11", "12", "2 million"}) {
    CAPTURE(text);
    CHECK(find_numbers(text)[0].small);
  }
  for (const std::string_view text : {"13", "20", "100", "0.5", "1.5", "1,000", "2011"}) {
    CAPTURE(text);
    CHECK_FALSE(find_numbers(text)[0].small);
  }
}
