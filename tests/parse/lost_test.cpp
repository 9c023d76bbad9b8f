// What was meant as a heading, a table or an address and is none.
#include <string>

#include <doctest/doctest.h>

#include "parse/addresses.hpp"
#include "parse/markdown.hpp"
#include "tests/edited.hpp"
#include "told.hpp"

using namespace baraza;
using parse::times;
using test::edited;

namespace {

struct Row {
  std::string text;
  std::string told;
};

Diagnostics findings_of(const std::string& text) {
  Diagnostics found;
  parse::parse_markdown(text, "x.md", 1, {}, found);
  return found;
}

template <std::size_t count>
void check_told(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse::told(findings_of(row.text)) == row.told);
  }
}

}  // namespace

TEST_CASE("signs of a heading need a space behind them") {
  const Row rows[] = {
      {"##What was done\n", "E187 1:1-1:3"},
      {"Before.\n##What was done\nAfter.\n", "E187 2:1-2:3"},
      {"- ###A\n", "E187 1:3-1:6"},
      {"> ##A\n> ##B\n", "E187 1:3-1:5, E187 2:3-2:5"},
      {"##1 was first\n", "E187 1:1-1:3"},
      {"## What was done\n", ""},
      {"#MeToo was there\n", ""},
      {"##\n", ""},
      {"#######A\n", ""},
      {"\\##A\n", ""},
      {"The ##A of it\n", ""},
      {"`##A`\n", ""},
      {"```\n##A\n```\n", ""},
      {"    ##A\n", ""},
  };
  check_told(rows);
  const std::string text = "Before.\n\n##What was done\n";
  CHECK(edited(text, findings_of(text).all().at(0).edits) == "Before.\n\n## What was done\n");
}

TEST_CASE("rows of a table need a line of dashes below the first") {
  const Row rows[] = {
      {"| Year | Wells |\n| 2015 | 40 |\n", "E188 1:1-1:17"},
      {"Year | Wells | Remark\n2015 | 40 | dry\n", "E188 1:1-1:22"},
      {"As told:\n| Year | Wells |\n| 2015 | 40 |\n| 2016 | 52 |\n", "E188 2:1-2:17"},
      {"> | Year | Wells |\n> | 2015 | 40 |\n", "E188 1:3-1:19"},
      {"| Year | Wells |\n| --- | --- |\n| 2015 | 40 |\n", ""},
      {"| Year | Wells |\n| --- | --- | --- |\n| 2015 | 40 |\n", "E179 2:1-2:20"},
      {"| Year | Wells |\n", ""},
      {"Yes | No\nOne | Two\n", ""},
      {"| Year | Wells |\nand so on\n| 2015 | 40 |\n", ""},
      {"a || b || c\nd || e || f\n", ""},
      {"`a | b | c`\n`d | e | f`\n", ""},
      {"a \\| b \\| c\nd \\| e \\| f\n", ""},
      {"```\n| a | b |\n| c | d |\n```\n", ""},
  };
  check_told(rows);
  const Diagnostics found = findings_of("| Year | Wells | Dry |\n| 2015 | 40 | 2 |\n");
  CHECK(found.all().at(0).hint ==
        "write `| --- | --- | --- |` below this line, and a blank line above it");
}

TEST_CASE("an address that begins twice is told where it is, with what is meant") {
  struct Twice {
    std::string text;
    std::string told;
    std::string better;
  };
  const Twice rows[] = {
      {"url: https://https://example.org/a\n", "E189 1:6-1:22", "url: https://example.org/a\n"},
      {"[a](http://https://example.org)", "E189 1:5-1:20", "[a](https://example.org)"},
      {"HTTPS://http://example.org x", "E189 1:1-1:16", "http://example.org x"},
      {"https://https//example.org", "E189 1:1-1:16", "https://example.org"},
      {"https://http:/example.org", "E189 1:1-1:15", "https://example.org"},
      {"https://web.archive.org/web/2016/https://example.org", "", ""},
      {"https://https.example.org", "", ""},
      {"https://httpd.apache.org", "", ""},
      {"ftp://https://example.org", "", ""},
      {"https://", "", ""},
      {"://https://", "", ""},
  };
  for (const Twice& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    parse::check_addresses(row.text, "x.md", found);
    CHECK(parse::told(found) == row.told);
    if (!row.told.empty()) CHECK(edited(row.text, found.all().at(0).edits) == row.better);
  }
  Diagnostics many;
  parse::check_addresses(times(100'000, "https://"), "x.md", many);
  CHECK(many.size() == 201);
}
