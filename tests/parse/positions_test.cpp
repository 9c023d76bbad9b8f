#include "parse/positions.hpp"

#include <string>

#include <doctest/doctest.h>

using baraza::Span;
using baraza::parse::Positions;

TEST_CASE("columns count characters, lines count from the first line given") {
  const std::string_view text = "ab\nhé日x\n\nz";
  const Positions positions(text, 5);
  CHECK(positions.span_of(0, 1) == Span{5, 1, 5, 2});
  CHECK(positions.span_of(text.find('x'), text.find('x') + 1) == Span{6, 4, 6, 5});
  CHECK(positions.line_of(text.find('z')) == 8);
  CHECK(positions.column_of(text.size()) == 2);
  CHECK(positions.column_of(text.size() + 100) == 2);
  CHECK(positions.last_line() == 8);
  CHECK(positions.offset_of(6, 4) == text.find('x'));
  CHECK(positions.offset_of(6, 99) == text.find('x') + 1);
  CHECK(positions.offset_of_line(99) == text.size());
}

TEST_CASE("columns are right far into a long line") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "é";
  const Positions positions(text, 1);
  for (int i = 0; i <= 1000; ++i) {
    REQUIRE(positions.column_of(static_cast<std::size_t>(i) * 2) == i + 1);
  }
}

TEST_CASE("a line's end leaves out both bytes of CRLF") {
  const Positions positions("ab\r\nc", 1);
  CHECK(positions.end_of_line(1) == 2);
  CHECK(positions.end_of_line(2) == 5);
}

TEST_CASE("with_lf takes the carriage return of CRLF alone") {
  CHECK(baraza::parse::with_lf("a\r\nb\rc\r\n") == "a\nb\rc\n");
}
