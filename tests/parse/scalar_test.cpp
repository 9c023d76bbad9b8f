#include "parse/scalar.hpp"

#include <string>

#include <doctest/doctest.h>

using baraza::content::Node;
using Kind = baraza::content::Node::Kind;

TEST_CASE("a plain scalar means what YAML 1.2 says, and nothing older") {
  struct Row {
    std::string text;
    Kind kind;
    double number;
  };
  const Row rows[] = {
      {"", Kind::null, 0},
      {"~", Kind::null, 0},
      {"null", Kind::null, 0},
      {"NULL", Kind::null, 0},
      {"nULL", Kind::text, 0},
      {"true", Kind::boolean, 0},
      {"False", Kind::boolean, 0},
      {"yes", Kind::text, 0},
      {"no", Kind::text, 0},
      {"NO", Kind::text, 0},
      {"on", Kind::text, 0},
      {"y", Kind::text, 0},
      {"2016", Kind::number, 2016},
      {"-7", Kind::number, -7},
      {"+7", Kind::number, 7},
      {"007", Kind::number, 7},
      {"0o17", Kind::number, 15},
      {"0o18", Kind::text, 0},
      {"0x1F", Kind::number, 31},
      {"0x", Kind::text, 0},
      {"1.5", Kind::number, 1.5},
      {".5", Kind::number, 0.5},
      {"5.", Kind::number, 5},
      {".", Kind::text, 0},
      {"1e3", Kind::number, 1000},
      {"1e", Kind::text, 0},
      {"-", Kind::text, 0},
      {"1_000", Kind::text, 0},
      {"12:30", Kind::text, 0},
      {"2016-05", Kind::text, 0},
      {"2016~", Kind::text, 0},
      {".inf", Kind::text, 0},
      {".nan", Kind::text, 0},
      {"1e-999", Kind::number, 0},
      {"0000-0002-1825-0097", Kind::text, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Node node = baraza::parse::make_plain(row.text);
    CHECK(node.kind == row.kind);
    CHECK(node.number == doctest::Approx(row.number));
    CHECK(node.plain);
    if (row.kind == Kind::number || row.kind == Kind::text) CHECK(node.text == row.text);
  }
  CHECK(baraza::parse::make_plain("TRUE").boolean);
  CHECK_FALSE(baraza::parse::make_plain("FALSE").boolean);
}

TEST_CASE("a number too large to hold is the largest one") {
  CHECK(baraza::parse::make_plain("1e999").number > 1e300);
  CHECK(baraza::parse::make_plain("-1e999").number < -1e300);
}
