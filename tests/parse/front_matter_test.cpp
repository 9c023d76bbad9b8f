#include "parse/front_matter.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/edited.hpp"

using namespace baraza;
using baraza::parse::split_front_matter;
using baraza::parse::SplitText;

TEST_CASE("split_front_matter finds both halves") {
  struct Row {
    std::string_view what, text, front_matter, body;
    int body_line;
  };
  const Row rows[] = {
      {"LF line ends", "---\na: 1\n---\nBody\n", "a: 1\n", "Body\n", 4},
      {"CRLF line ends", "---\r\na: 1\r\n---\r\nBody\r\n", "a: 1\r\n", "Body\r\n", 4},
      {"nothing between the fences", "---\n---\nBody\n", "", "Body\n", 3},
      {"a rule in the body is no fence", "---\n---\nx\n---\ny\n", "", "x\n---\ny\n", 3},
      {"spaces after a fence", "---  \na: 1\n--- \n", "a: 1\n", "", 4},
      {"no line end at the end", "---\na: 1\n---", "a: 1\n", "", 4},
      {"a longer row of hyphens is no fence", "---\na: ----\n----\n---\n", "a: ----\n----\n",
       "", 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Result<SplitText> split = split_front_matter(row.text, "wells.md");
    REQUIRE(split.has_value());
    CHECK(split->front_matter == row.front_matter);
    CHECK(split->body == row.body);
    CHECK(split->body_line == row.body_line);
  }
}

TEST_CASE("front matter that is missing or unclosed is told by its cause") {
  struct Row {
    std::string_view text, rule, message;
  };
  const Row rows[] = {
      {"title: x\n", "E120", "does not open with front matter"},
      {"\n\n---\na: 1\n---\n", "E120", "begins in line 3"},
      {"\u2014\na: 1\n---\n", "E120", "not exactly `---`"},
      {"----\na: 1\n---\n", "E120", "not exactly `---`"},
      {" ---\na: 1\n---\n", "E120", "not exactly `---`"},
      {"", "E120", "does not open"},
      {"---\na: 1\n", "E121", "never closed"},
      {"---", "E121", "never closed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<SplitText> split = split_front_matter(row.text, "wells.md");
    REQUIRE_FALSE(split.has_value());
    CHECK(split.error().rule == row.rule);
    CHECK(split.error().message.find(row.message) != std::string::npos);
    CHECK(split.error().where.span.line == 1);
  }
}

TEST_CASE("an unclosed front matter names the line that looks like its end") {
  const Result<SplitText> split = split_front_matter("---\na: 1\n----\nBody\n", "wells.md");
  REQUIRE_FALSE(split.has_value());
  REQUIRE(split.error().notes.size() == 1);
  CHECK(split.error().notes[0].where.span == Span{3, 1, 3, 5});
  const Result<SplitText> dots = split_front_matter("---\na: 1\n...\nBody\n", "wells.md");
  REQUIRE(dots.error().notes.size() == 1);
  CHECK(dots.error().notes[0].where.span == Span{3, 1, 3, 4});
}

TEST_CASE("a fence is mended where what stands beside it can only be fields") {
  struct Row {
    std::string text, mended;  // the same: left alone
  };
  const Row rows[] = {
      {"\n \n---\na: 1\n---\nBody\n", "---\na: 1\n---\nBody\n"},
      {"\u2014\na: 1\n---\n", "---\na: 1\n---\n"},
      {" ----\n# c\nl:\n  - x\n- y\n---\n", "---\n# c\nl:\n  - x\n- y\n---\n"},
      {"--\r\na: 1\r\n---\r\n", "---\r\na: 1\r\n---\r\n"},
      {"---\na: 1\n----\nBody\n", "---\na: 1\n---\nBody\n"},
      {"---\na: 1\n...\nBody\n", "---\na: 1\n---\nBody\n"},
      {"---\na: 1\n \u2014 \nBody\n-----\n", "---\na: 1\n---\nBody\n-----\n"},
      {"\n---\nA sentence.\n---\n", "\n---\nA sentence.\n---\n"},
      {"\n---\na: 1\n", "\n---\na: 1\n"},
      {"----\nA sentence.\n---\n", "----\nA sentence.\n---\n"},
      {"----\na: 1\n----\n", "----\na: 1\n----\n"},
      {"title: x\n---\n", "---\ntitle: x\n---\n"},
      {"A sentence.\n---\n", "A sentence.\n---\n"},
      {"---\na: 1\n\nA heading\n-----\n", "---\na: 1\n\nA heading\n-----\n"},
      {"---\na: 1\nBody\n", "---\na: 1\nBody\n"},
      {"---\n----\nBody\n", "---\n----\nBody\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<SplitText> split = split_front_matter(row.text, "wells.md");
    REQUIRE_FALSE(split.has_value());
    const std::string mended = test::edited(row.text, split.error().edits);
    CHECK(mended == row.mended);
    CHECK(split_front_matter(mended, "wells.md").has_value() == (mended != row.text));
  }
}
