#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "check/decimal.hpp"
#include "check/formats.hpp"
#include "check/json_tree.hpp"
#include "check/pattern.hpp"
#include "check/uri.hpp"

namespace baraza::check {

TEST_CASE("Patterns mean what ECMA-262 says, not what RE2 would take them for") {
  struct Row {
    std::string_view pattern, text;
    bool matches;
  };
  const Row rows[] = {
      {"^\\d+$", "12", true},
      {"^\\d+$", "१२", false},
      {"^\\w+$", "maçã", false},
      {"^\\p{Letter}+$", "maçã", true},
      {"^\\p{Script=Devanagari}+$", "काल", true},
      {"^\\S+$", "a\xC2\xA0z", false},
      {"^[^\\s]+$", "a\xE2\x80\xA8z", false},
      {"^[\\S]+$", "a z", false},
      {"^.$", "\n", false},
      {"^.$", "\xF0\x9F\x90\xB2", true},
      {"^[^]$", "\n", true},
      {"^[]$", "a", false},
      {"^(?<year>[0-9]{4})$", "2016", true},
      {"^\\u{1F432}$", "\xF0\x9F\x90\xB2", true},
      {"^\\uD83D\\uDC32$", "\xF0\x9F\x90\xB2", true},
      {"^\\x41\\cA?$", "A\x01", true},
      {"^[[:alpha:]]$", ":]", true},
      {"^a\\/b$", "a/b", true},
      {"^a$", "a\n", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    PatternProblem problem;
    const Pattern pattern = Pattern::compile(row.pattern, problem);
    CHECK(problem.message == "");
    CHECK(pattern.matches(row.text) == row.matches);
  }
}

TEST_CASE("A pattern that cannot be matched in one pass is told from a wrong one") {
  struct Row {
    std::string_view pattern;
    bool unsupported;
  };
  const Row rows[] = {{"(?=a)", true},  {"(?<!a)", true},  {"(a)\\1", true},
                      {"\\k<a>", true}, {"a{9999}", true}, {"\\p{Nobody}", true},
                      {"(a", false},    {"\\a", false},    {"[z-a]", false},
                      {"a**", false},   {"\\u{}", false},  {"\\", false}};
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    PatternProblem problem;
    CHECK(Pattern::compile(row.pattern, problem).matches("anything"));
    PatternProblem again;
    Pattern::compile(row.pattern, again);  // what is wrong is told each time
    CHECK(again.message == problem.message);
    CHECK(problem.message != "");
    CHECK(problem.unsupported == row.unsupported);
  }
}

TEST_CASE("Numbers keep every digit") {
  CHECK(Decimal("1.50", 1.5).text() == "1.5");
  CHECK(Decimal("-0.0", 0).text() == "0");
  CHECK(Decimal("1e3", 1000).text() == "1000");
  CHECK(Decimal("12e-4", 0.0012).text() == "0.0012");
  CHECK(Decimal("1e400", 0).text() == "1e400");
  CHECK(Decimal("0x10", 16).text() == "16");
  CHECK(Decimal("+7", 7).text() == "7");
  CHECK(Decimal("10", 10).compare(Decimal("9.99", 9.99)) > 0);
  CHECK(Decimal("-10", -10).compare(Decimal("-9", -9)) < 0);
  CHECK(Decimal("1e999999999999", 0).compare(Decimal("5", 5)) > 0);
  CHECK(Decimal("1e308", 1e308).is_multiple_of(Decimal("0.5", 0.5)));
  CHECK_FALSE(Decimal("1e308", 1e308).is_multiple_of(Decimal("3", 3)));
}

TEST_CASE("Formats of baraza's own") {
  struct Row {
    std::string_view format, right, wrong;
  };
  const Row rows[] = {
      {"edtf", "2016", "16"},
      {"edtf", "2016-05~", "2016-13"},
      {"edtf", "2016-02-29", "2015-02-29"},
      {"language", "pt-BR", "portuguese-"},
      {"language", "zh-Hant-TW", "e"},
      {"language", "de-1996", "en_GB"},
      {"language", "x-klingon", "en-a"},
      {"orcid", "0000-0002-1825-0097", "0000-0002-1825-0098"},
      {"orcid", "0000-0002-1694-233X", "0000000218250097"},
      {"spdx", "CC-BY-4.0", "CC BY 4.0"},
      {"spdx", "(MIT OR GPL-2.0+) AND CC0-1.0", "MIT OR"},
      {"slug", "south-africa", "South-Africa"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format);
    const Format* format = find_format(row.format);
    REQUIRE(format != nullptr);
    CHECK(format->holds(row.right));
    CHECK_FALSE(format->holds(row.wrong));
  }
  CHECK(impossible_date("2016-04-31") == "April 2016 has 30 days");
  CHECK(impossible_date("2016-00") == "a year has months 01 to 12");
}

TEST_CASE("Addresses are found from where they are written") {
  CHECK(resolve_uri("http://a/b/c/d;p?q", "../../g") == "http://a/g");
  CHECK(resolve_uri("http://a/b/c/d;p?q", "?y") == "http://a/b/c/d;p?y");
  CHECK(resolve_uri("schemas/case.schema.yaml", "parts.yaml#/$defs/a") ==
        "schemas/parts.yaml#/$defs/a");
  CHECK(resolve_uri("schemas/case.schema.yaml", "#a") == "schemas/case.schema.yaml#a");
  CHECK(percent_decode("a%20b%zz%4") == "a b%zz%4");
}

TEST_CASE("JSON is read with its places, and refused where it ends being JSON") {
  const Result<content::Node> tree =
      read_json("{\n \"a\": [1, \"é\\u00e9\\ud83d\\udc32\"]}", "a");
  REQUIRE(tree.has_value());
  const content::Node& list = *tree->find("a");
  CHECK(list.children[1].text == "éé\xF0\x9F\x90\xB2");
  CHECK(list.children[0].span == Span{2, 8, 2, 9});
  CHECK(list.children[1].span == Span{2, 11, 2, 32});
  for (const std::string_view wrong : {"", "{", "[1,]", "01", "\"a", "{a: 1}", "1 2", "\"\\x\"",
                                       "nul", "[1 2]", "-", "1.", "\"\\ud83d\\u0041\""}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_json(wrong, "a").has_value());
  }
  CHECK_FALSE(read_json(std::string(100'000, '['), "a").has_value());
}

}  // namespace baraza::check
