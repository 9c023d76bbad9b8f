#include "parse/suppressions.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace baraza;

namespace {

// `E321,E319 3-5 because it is so`
std::string told(const content::Suppression& wish) {
  std::string text;
  for (const auto& code : wish.codes) text += (text.empty() ? "" : ",") + code.code;
  text += " " + std::to_string(wish.first_line) + "-" + std::to_string(wish.last_line);
  return wish.reason.empty() ? text : text + " because " + wish.reason;
}

}  // namespace

TEST_CASE("a comment silences the next line and what belongs to it") {
  struct Row {
    std::string what, text;
    int body_line;
    std::string told;
  };
  const Row rows[] = {
      {"a value in one line",
       "---\n# baraza-disable-next-line E321 because of this\ntitle: x\nsummary: y\n---\n", 6,
       "E321 3-3 because of this"},
      {"a value over several lines",
       "---\n# baraza-disable-next-line E321 because of this\nsummary: >-\n  a\n\n  b\nx: "
       "y\n---\n",
       9, "E321 3-6 because of this"},
      {"a list in the column of its key",
       "---\n# baraza-disable-next-line E319 because x\nsources:\n- a\n- b\nx: y\n---\n", 8,
       "E319 3-5 because x"},
      {"an item of a list",
       "---\nsources:\n  # baraza-disable-next-line E319 because x\n  - id: a\n    title: b\n  "
       "- id: c\n---\n",
       8, "E319 4-5 because x"},
      {"two codes, a comma between",
       "---\n#baraza-disable-next-line E1, E2 because x\na: b\n---\n", 5,
       "E1,E2 3-3 because x"},
      {"CRLF", "---\r\n# baraza-disable-next-line E1 because x\r\na: b\r\n---\r\n", 5,
       "E1 3-3 because x"},
      {"other comments between",
       "---\n# baraza-disable-next-line E1 because x\n# why\na: b\n---\n", 6,
       "E1 4-4 because x"},
      {"no reason", "---\n# baraza-disable-next-line E1\na: b\n---\n", 5, "E1 3-3"},
      {"no code", "---\n# baraza-disable-next-line because x\na: b\n---\n", 5,
       " 3-3 because x"},
      {"a paragraph of the body",
       "---\na: b\n---\n\n<!-- baraza-disable-next-line E181 because x "
       "-->\n\nOne\ntwo\n\nthree\n",
       4, "E181 7-8 because x"},
      {"at the very end", "---\na: b\n---\n<!-- baraza-disable-next-line E181 because x -->\n",
       4, "E181 5-5 because x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto found = parse::find_suppressions(row.text, row.body_line);
    REQUIRE(found.size() == 1);
    CHECK(told(found.front()) == row.told);
  }
}

TEST_CASE("what is no such comment silences nothing") {
  for (const std::string text :
       {"---\ntitle: baraza-disable-next-line E1 because x\n---\n",
        "---\n# baraza-disable-next-lines E1 because x\ntitle: y\n---\n",
        "---\n# see baraza-disable-next-line E1 because x\ntitle: y\n---\n",
        "---\na: b\n---\n# baraza-disable-next-line E1 because x\n",
        "---\na: b\n---\nText <!-- baraza-disable-next-line E1 because x --> goes on\n"}) {
    CAPTURE(text);
    CHECK(parse::find_suppressions(text, 4).empty());
  }
}

TEST_CASE("each code of a comment has its place") {
  const auto found = parse::find_suppressions(
      "---\n  # baraza-disable-next-line E321 E319 because \u00E9\na: b\n---\n", 5);
  REQUIRE(found.size() == 1);
  CHECK(found.front().span == Span{2, 5, 2, 49});
  CHECK(found.front().codes.at(0).span == Span{2, 30, 2, 34});
  CHECK(found.front().codes.at(1).span == Span{2, 35, 2, 39});
}
