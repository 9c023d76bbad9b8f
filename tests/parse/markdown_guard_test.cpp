#include "parse/markdown_guard.hpp"

#include <string>

#include <doctest/doctest.h>

#include "parse/markdown.hpp"
#include "tests/processor_time.hpp"
#include "told.hpp"

using namespace baraza;
using parse::times;

namespace {

std::string guard(const std::string& text) {
  Diagnostics found;
  const parse::Positions positions(text, 1);
  const std::string path = "x.md";
  const parse::MarkdownOptions options;
  parse::MarkdownReport report(positions, path, 1, options, found);
  const bool passes = parse::check_markdown_size(text, {}, report);
  CHECK(passes == found.empty());
  return parse::told(found);
}

}  // namespace

TEST_CASE("the guard passes what is at its limits and refuses what is beyond") {
  struct Row {
    std::string what;
    std::string good;
    std::string bad;
    std::string told;
  };
  const std::string lines = times(60, "a b c\n") + "\n";
  const Row rows[] = {
      {"bytes", times(2000, lines), times(4000, lines), "E160 1:1-1:2"},
      {"lines of a block", "x\n\n" + times(1500, "a\n"), "x\n\n" + times(1501, "a\n"),
       "E161 3:1-3:2"},
      {"bytes of a block", std::string(65'000, 'a'), std::string(66'000, 'a'), "E161 1:1-1:2"},
      {"brackets", times(300, "[]"), times(301, "[]"), "E162 1:1-1:2"},
      {"angles", times(400, "<a"), times(401, "<a"), "E163 1:1-1:2"},
      {"runs", times(1500, "*a"), times(1501, "*a"), "E164 1:1-1:2"},
      {"mails", times(600, "a@"), times(601, "a@"), "E163 1:1-1:2"},
      {"nesting", "a\n\n" + times(24, "> ") + "a", "a\n\n" + times(25, "> ") + "a",
       "E165 3:1-3:2"},
      {"nested lists", times(24, "- ") + "a", times(25, "- ") + "a", "E165 1:1-1:2"},
      {"pipes", times(101, "|"), times(102, "|a"), "E166 1:1-1:2"},
      {"cells", times(20, "|a") + "\n" + times(20, "|-") + "\n" + times(951, "a\n"),
       times(20, "|a") + "\n" + times(20, "|-") + "\n" + times(953, "a\n"), "E167 1:1-1:2"},
      {"cells of all tables", times(90, "a\n-|-\n" + times(499, "a\n") + "\n"),
       times(101, "a\n-|-\n" + times(499, "a\n") + "\n"), "E167 50201:1-50201:2"},
      {"equal signs", std::string(119, '!'), std::string(120, '!'), "E168 1:1-1:2"},
      {"blank lines", "a" + times(201, "\n"), "a" + times(202, "\n"), "E169 202:1-203:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(guard(row.good).empty());
    CHECK(guard(row.bad) == row.told);
  }
}

TEST_CASE("rules and underlines may be as long as they like") {
  CHECK(guard(std::string(500, '-') + "\n\n" + std::string(500, '=') + "\n").empty());
}

TEST_CASE("fenced code does not count, where the library sees code too") {
  const std::string evil = times(700, "[a") + "\n";
  struct Row {
    std::string what;
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {"fenced", "```\n" + evil + "```\n", ""},
      {"fenced by tildes", "~~~~\n```\n" + evil + "~~~~\n", ""},
      {"fenced in a list", "- a\n\n  ```\n  " + evil + "  ```\n", ""},
      {"after the fence", "```\n```\n" + evil, "E162 3:1-3:2"},
      {"a shorter fence does not close", "````\n```\n" + evil + "````\n", ""},
      {"a fence with a backtick in its words is none", "``` a`\n" + evil, "E162 1:1-1:2"},
      {"an indented fence is none", "    ```\n" + evil, "E162 1:1-1:2"},
      {"a comment hides the fence", "<!--\n```\n-->\n\n" + evil, "E162 5:1-5:2"},
      {"a comment in a list hides it", "- <!--\n  ```\n  -->\n\n" + evil, "E162 5:1-5:2"},
      {"a comment of one line hides nothing", "<!-- a -->\n```\n" + evil + "```\n", ""},
      {"but in raw HTML it does not end it", "<div>\n<!-- a -->\n```\n\n" + evil,
       "E162 5:1-5:2"},
      {"an open one after it hides", "<!-- a --> <!--\n```\n" + evil + "```\n", ""},
      {"a tag hides it up to a blank line", "<div>\n```\n\n" + evil, "E162 4:1-4:2"},
      {"a list item ends its code", "- a\n\n  ```\n\n" + evil, "E162 5:1-5:2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(guard(row.text) == row.told);
  }
}

TEST_CASE("a definition that many links copy is refused") {
  const std::string definition = "[a]: http://x.org/" + std::string(60'000, 'x') + "\n\n";
  CHECK(guard(definition + times(10, "[a]") + "\n").empty());
  CHECK(guard(definition + times(300, times(20, "[a]") + "\n\n")) == "E174 1:1-1:2");
}

TEST_CASE("Markdown bombs cost little time and little HTML") {
  const auto repeated = [](int count, const std::string& a, const std::string& b = "") {
    return times(count, a) + times(count, b);
  };
  struct Row {
    std::string what;
    std::string text;
  };
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += times(i, "  ") + "* a\n";
  std::string notes;
  for (int i = 0; i < 5000; ++i) notes += "[^" + std::to_string(i) + "]: a\n\n";
  std::string references;
  for (int i = 0; i < 20'000; ++i) references += "[r" + std::to_string(i) + "]: a\n\n";
  std::string ticks;
  for (int i = 1; i < 118; ++i) ticks += "e" + std::string(static_cast<std::size_t>(i), '`');
  const Row rows[] = {
      {"emphasis", repeated(60'000, "*a **a ")},
      {"links", repeated(60'000, "[a](b")},
      {"brackets", repeated(30'000, "[", "a]")},
      {"images", repeated(60'000, "![")},
      {"quotes", repeated(60'000, "> ") + "a"},
      {"lists", deep},
      {"ticks", times(4, ticks)},
      {"ticks in one block", times(8, ticks + "\n")},
      {"entities", repeated(20'000, "&")},
      {"angles", repeated(60'000, "</")},
      {"comments", repeated(16'000, "<!--")},
      {"declarations", repeated(16'000, "<!A ")},
      {"CDATA", repeated(8'000, "<![CDATA[")},
      {"instructions", repeated(20'000, "<?")},
      {"mails", repeated(20'000, "a@")},
      {"more mails", repeated(6'000, "a@b.c_")},
      {"addresses", repeated(8'000, "www.a.")},
      {"brackets after addresses", "http://a.b/" + repeated(30'000, ")")},
      {"colons", repeated(20'000, "a:b ")},
      {"schemes", repeated(8'000, "http://")},
      {"a tall table", "|a|b|\n|-|-|\n" + times(1400, "|\n")},
      {"a wide table", times(100, "|a") + "\n" + times(100, "|-") + "\n" + times(200, "a\n")},
      {"tables", times(2000, "|a\n|-\n\n")},
      {"one line for many columns",
       times(50, "|x") + "|\n" + times(50, "|-") + "|\n" + times(1400, "x\n")},
      {"footnotes", notes + times(200, times(100, "[^1] ") + "\n\n")},
      {"references", references + times(500, "[r1] ")},
      {"headings", times(20'000, "# a\n")},
      {"rules", times(20'000, "***\n")},
      {"hard breaks", times(700, "a\\\n")},
      {"tildes", repeated(20'000, "~~a ")},
      {"underscores", repeated(30'000, "_ ")},
      {"pluses", repeated(20'000, "+ ")},
      {"numbers", repeated(20'000, "1. ")},
      {"tabs", repeated(30'000, "\t")},
      {"backslashes", repeated(15'000, "\\a")},
      {"open footnotes", repeated(10'000, "[^a ")},
      {"titles", "[a](b '" + repeated(30'000, "'a")},
      {"definitions", repeated(20'000, "[a]:\n")},
      {"one definition", "[a" + repeated(20'000, "\\a")},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    const double begin = test::processor_time();
    const content::Body body = parse::parse_markdown(row.text, "x.md", 1, {}, found);
    const double took = test::processor_time() - begin;
    CHECK(took < 1.5);
    CHECK(body.html.size() <= 40 * row.text.size() + 200'000);
    CHECK(found.size() <= 3000);
  }
}

TEST_CASE("what the guard refuses in a text inside YAML is placed where that stands") {
  const std::string text = "a\n\n" + times(120, "!");
  Diagnostics in_block;
  parse::parse_markdown(text, "x.md", 11, {.indent = 6}, in_block);
  CHECK(parse::told(in_block) == "E168 13:7-13:8");
  Diagnostics in_line;
  parse::parse_markdown(text, "x.md", 7, {.whole = Span{7, 3, 7, 130}}, in_line);
  CHECK(parse::told(in_line) == "E168 7:3-7:130");
}
