#include "parse/heading_id.hpp"

#include <string>

#include <doctest/doctest.h>

using baraza::parse::HeadingIds;

TEST_CASE("an id keeps the letters of any script, and has no underscore") {
  HeadingIds ids;
  CHECK(ids.next("What `changed`, or not?") == "what-changed-or-not");
  CHECK(ids.next("São Paulo") == "são-paulo");
  CHECK(ids.next("किताबों") == "किताबों");
  CHECK(ids.next("fn__1") == "fn-1");
}

TEST_CASE("two headings never share an id") {
  HeadingIds ids;
  CHECK(ids.next("Costs") == "costs");
  CHECK(ids.next("Costs 2") == "costs-2");
  CHECK(ids.next("Costs") == "costs-3");
  CHECK(ids.next("!") == "section");
  CHECK(ids.next("?") == "section-2");
}
