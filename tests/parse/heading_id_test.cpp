#include "parse/heading_id.hpp"

#include <string>

#include <doctest/doctest.h>

using baraza::parse::HeadingIds;
using baraza::parse::make_anchor;

TEST_CASE("an anchor keeps the letters of any script") {
  struct Row {
    std::string text;
    std::string anchor;
  };
  const Row rows[] = {
      {"What changed", "what-changed"},
      {"  Costs: 5 % -- or more?  ", "costs-5-or-more"},
      {"The state\u2019s part", "the-states-part"},
      {"São Paulo", "são-paulo"},
      {"ÉCOLE", "école"},
      {"ДОМА", "дома"},
      {"किताबों का", "किताबों-का"},
      {"日本\u3001東京", "日本-東京"},
      {"a_b", "a-b"},
      {"\u201Cquoted\u201D \u2014 dash", "quoted-dash"},
      {"!?", ""},
  };
  for (const Row& row : rows) CHECK(make_anchor(row.text) == row.anchor);
}

TEST_CASE("two headings never share an id") {
  HeadingIds ids;
  CHECK(ids.next("Costs") == "costs");
  CHECK(ids.next("Costs 2") == "costs-2");
  CHECK(ids.next("Costs") == "costs-3");
  CHECK(ids.next("!") == "section");
  CHECK(ids.next("?") == "section-2");
}
