#include <doctest/doctest.h>

#include "tests/content/build_tree.hpp"

using baraza::content::make_boolean;
using baraza::content::make_number;
using baraza::content::Node;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

TEST_CASE("a node answers for what it has and is quiet about the rest") {
  const Node node = map({{"a", text("x")},
                         {"n", make_number("2016")},
                         {"yes", make_boolean(true)},
                         {"many", list({text("p"), map({}), make_number("3")})},
                         {"inner", map({{"deep", text("y")}})}});
  CHECK(node.text_of("a") == "x");
  CHECK(node.text_of("n") == "2016");
  CHECK(node.text_of("yes") == "true");
  CHECK(node.text_of("inner").empty());
  CHECK(node.text_of("missing").empty());
  CHECK(node.texts_of("many") == std::vector<std::string>{"p", "3"});
  CHECK(node.texts_of("a") == std::vector<std::string>{"x"});
  CHECK(node.items_of("many").size() == 3);
  CHECK(node.items_of("a").empty());
  CHECK(node.find_path({"inner", "deep"})->text == "y");
  CHECK(node.find_path({"inner", "no", "deeper"}) == nullptr);
  CHECK(text("x").find("a") == nullptr);
  CHECK(node.find_key("n") == &node.keys[1]);
}

TEST_CASE("two values are the same as JSON has it") {
  struct Row {
    const char* what;
    Node a, b;
    bool same;
  };
  const Row rows[] = {
      {"numbers by value", make_number("1"), make_number("1.0"), true},
      {"a number is no text", make_number("1"), text("1"), false},
      {"true is not 1", make_boolean(true), make_number("1"), false},
      {"maps in any order", map({{"a", text("1")}, {"b", text("2")}}),
       map({{"b", text("2")}, {"a", text("1")}}), true},
      {"maps of other keys", map({{"a", text("1")}}), map({{"b", text("1")}}), false},
      {"lists in order", texts({"a", "b"}), texts({"b", "a"}), false},
      {"equal lists", texts({"a", "b"}), texts({"a", "b"}), true},
      {"a shorter list", texts({"a"}), texts({"a", "b"}), false},
      {"nothing", Node{}, Node{}, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(same_value(row.a, row.b) == row.same);
  }
}
