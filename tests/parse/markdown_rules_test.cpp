#include "parse/markdown_rules.hpp"

#include <string>

#include <doctest/doctest.h>

#include "parse/case_file.hpp"
#include "parse/markdown.hpp"
#include "tests/edited.hpp"
#include "tests/processor_time.hpp"
#include "told.hpp"

using namespace baraza;
using parse::times;

namespace {

struct Row {
  std::string text;
  std::string told;
};

std::string told_of(const std::string& text) {
  Diagnostics found;
  parse::parse_markdown(text, "x.md", 1, {}, found);
  for (const Diagnostic& one : found.all()) CHECK_FALSE(one.hint.empty());
  return parse::told(found);
}

template <std::size_t count>
void check_told(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(told_of(row.text) == row.told);
  }
}

// The words that a finding is about, for rows whose text is one line.
std::string words_told(const std::string& text, const std::string& rule) {
  Diagnostics found;
  parse::parse_markdown(text + "\n", "x.md", 1, {}, found);
  std::string words;
  for (const Diagnostic& one : found.sorted()) {
    CAPTURE(text);
    CHECK(one.rule == rule);
    CHECK(one.severity == Severity::warning);
    CHECK(one.edits.empty());
    CHECK(one.where.span.end_line == 1);
    const auto begin = static_cast<std::size_t>(one.where.span.column - 1);
    const auto end = static_cast<std::size_t>(one.where.span.end_column - 1);
    words += (words.empty() ? "" : " | ") + text.substr(begin, end - begin);
  }
  return words;
}

}  // namespace

TEST_CASE("a tag or a comment is told where it begins") {
  const Row rows[] = {
      {"a <b>c</b> d\n", "E191 1:3-1:6"},
      {"a<br>b<br/>c\n", "E191 1:2-1:6, E191 1:7-1:12"},
      {"## A <i>b</i>\n", "E191 1:6-1:9"},
      {"| <b>a</b> |\n| --- |\n| b |\n", "E191 1:3-1:6"},
      {"<div\n class=\"x\">\na\n</div>\n", "E191 1:1-1:5"},
      {"a <!-- b --> c\n", "E191 1:3-1:13"},
      {"a <!-- baraza-disable-next-line E191 --> c\n", ""},
      {"a < b > c, 3<4 and `<b>`\n", ""},
      {"```\n<b>\n```\n", ""},
  };
  check_told(rows);
}

TEST_CASE("headings go down one level at a time, and begin with the second") {
  const Row rows[] = {
      {"## A\n\n### B\n\n#### C\n\n## D\n", ""},
      {"## A\n\n#### B\n", "E175 3:1-3:5"},
      {"## A\n\n#### B\n\n#### C\n\n###### D\n", "E175 3:1-3:5, E175 7:1-7:7"},
      {"### A\n\n### B\n\n## C\n", "E175 1:1-1:4"},
      {"a\n\n  ### A ###\n", "E175 3:3-3:6"},
      {"> ## A\n>\n> #### B\n", "E175 3:3-3:7"},
      {"- #### B\n", "E175 1:3-1:7"},
      {"# A\n", "E176 1:1-1:2"},
      {"# A\n\n### B\n\n# C\n", "E176 1:1-1:2, E176 5:1-5:2"},
      {"# A\n\n#### B\n", "E176 1:1-1:2, E175 3:1-3:5"},
      {"A é\n===\n", "E176 1:1-1:4"},
      {"A\n---\n\n### B\n", ""},
      {"## A\n\n```\n#### B\n# C\n```\n", ""},
      {"## A\n\n    #### B\n", ""},
      {"## A\n\n\\#### B\n\n#B\n", ""},
      {"a\n", ""},
  };
  check_told(rows);
}

TEST_CASE("headings of the first level become the second where there are no others") {
  struct Mend {
    std::string text, mended;  // the same: left alone
  };
  const Mend rows[] = {
      {"# A\n\nb\n\n#   C #\n", "## A\n\nb\n\n##   C #\n"},
      {"> # É\n", "> ## É\n"},
      {"# A\n\n## B\n", "# A\n\n## B\n"},
      {"# A\n\nB\n---\n", "# A\n\nB\n---\n"},
      {"# A\n\nB\n===\n", "# A\n\nB\n===\n"},
  };
  for (const Mend& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    parse::parse_markdown(row.text, "x.md", 1, {}, found);
    const std::string mended = test::mended(row.text, found.sorted());
    CHECK(mended == row.mended);
    CHECK(told_of(mended).empty() == (mended != row.text));
  }
}

TEST_CASE("rows of a table have as many cells as the first") {
  const Row rows[] = {
      {"| a | b |\n|---|---|\n| 1 | 2 |\n", ""},
      {"a | b\n--|--\n1 | 2\n", ""},
      {"| a | b |\n|---|---|\n| 1 | é | 3 | 4 |\n", "E179 3:11-3:16"},
      {"| a | b |\n|---|---|\n| 1 | 2 | 3\n", "E179 3:11-3:12"},
      {"| a | b |\n|---|---|\n| 1 | 2 | |\n", "E179 3:10-3:12"},
      {"| a | b |\n|---|---|\n| 1 | 2 |||\n", "E179 3:10-3:12"},
      {"| a | b |\n|---|---|\n| 1 | |\n|   |   |\n", ""},
      {"| a | b |\n|---|---|\n| 1 |\n", "E179 3:1-3:6"},
      {"| a | b |\n|---|---|\n| 1 | 2 |\nwords\n", "E179 4:1-4:6"},
      // A pipe after a backslash is a word's, one in code is not.
      {"| a | b |\n|---|---|\n| 1 \\| 2 | `3 \\| 4` |\n", ""},
      {"| a | b |\n|---|---|\n| 1 \\\\| 2 | 3 |\n", ""},
      {"| a | b |\n|---|---|\n| 1 | `2 | 3` |\n", "E179 3:12-3:14"},
      {"> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n", "E179 3:13-3:14"},
      {"- | a | b |\n  |---|---|\n  | 1 |\n", "E179 3:3-3:8"},
      {"| a |\n|---|\nwords\n", ""},
      // No table, for want of a cell in the line of dashes.
      {"| a | b |\n|---|\n| 1 | 2 |\n", "E179 2:1-2:6"},
      {"w\n| a | b |\n| - | - | - |\n", "E179 3:1-3:14"},
      {"```\n| a | b |\n|---|\n```\n", ""},
      {"    | a | b |\n    |---|\n", ""},
      {"a\n---|\n", ""},
  };
  check_told(rows);
}

TEST_CASE("rows of a table say what they have and what is wanted") {
  struct Said {
    std::string row, message, hint;
    bool edit = false;
  };
  const Said rows[] = {
      {"| 1 | 2 | 3 |", "the row has 3 cells, and 2 are wanted",
       "the last would not be shown; give the first row another cell, or write `\\|` for a `|` "
       "that belongs to the text"},
      {"| 1 | 2 | |", "the row has 3 cells, and 2 are wanted", "take the empty ones out", true},
      {"| 1 |", "the row has 1 cell, and 2 are wanted",
       "add the cells that are missing, also where they are empty"},
      {"words", "the row has 1 cell, and 2 are wanted",
       "put a blank line before it, if it is not part of the table"},
  };
  for (const Said& row : rows) {
    CAPTURE(row.row);
    Diagnostics found;
    parse::parse_markdown("| a | b |\n|---|---|\n" + row.row + "\n", "x", 1, {}, found);
    REQUIRE(found.size() == 1);
    CHECK(found.all()[0].severity == Severity::error);
    CHECK(found.all()[0].message == row.message);
    CHECK(found.all()[0].hint == row.hint);
    REQUIRE(found.all()[0].edits.size() == (row.edit ? 1 : 0));
    if (row.edit) CHECK(found.all()[0].edits[0] == Edit{{3, 10, 3, 12}, ""});
  }
}

TEST_CASE("an image has words for those who do not see it") {
  const Row rows[] = {
      {"![A pump](p.png)\n", ""},
      {"é ![](p.png \"t\")\n", "E180 1:3-1:6"},
      {"![ ](p.png)\n", "E180 1:1-1:5"},
      {"![`a`](p.png)\n", ""},
      {"[![](p.png)](q.md)\n", "E180 1:2-1:5"},
      {"![][p]\n\n[p]: p.png\n", "E180 1:1-1:7"},
      {"`![](p.png)`\n\n    ![](p.png)\n", ""},
      {"\\![](p.png)\n", "E181 1:3-1:5"},
  };
  check_told(rows);
}

TEST_CASE("below a heading of references an address is part of one, and elsewhere it is not") {
  CHECK(told_of("## Sources\n\nOtieno 2016. https://example.org\n").empty());
  CHECK(told_of("## Sources\n\nSee https://example.org\n") == "E181 3:5-3:24");
  CHECK(told_of("## Sources\n\n## Text\n\nKUP. https://example.org\n") == "E181 5:6-5:25");
}

TEST_CASE("the words of a link say where it leads") {
  struct Link {
    std::string text, words;
  };
  const Link rows[] = {
      {"see [click here](x.md) now", "click here"},
      {"see [**here**](x.md)", "**here**"},
      {"[Read more ...](https://example.org)", "Read more ..."},
      {"[soma zaidi](x.md) [saiba mais](y.md)", "soma zaidi | saiba mais"},
      {"[link][r]", ""},  // no definition: words like others
      {"see [](x.md)", "[]"},
      {"see https://example.org/a for it", "https://example.org/a"},
      {"see www.example.org.", "www.example.org"},
      {"see <https://example.org> for it", "<https://example.org>"},
      {"see [https://example.org](https://example.org)", "https://example.org"},
      {"- see the page https://example.org for it", "https://example.org"},
      {"| see https://example.org | b |", "https://example.org"},
  };
  for (const Link& row : rows) {
    CAPTURE(row.text);
    if (row.text == "[link][r]") {
      CHECK(told_of(row.text) == "E173 1:7-1:10");
      continue;
    }
    CHECK(words_told(row.text, "E181") == row.words);
  }
}

TEST_CASE("addresses of citations, and words that say something, are no finding") {
  const std::string texts[] = {
      "see [the report](https://example.org)",
      "## Sources\n\nOtieno (2016). *Wells*. Nairobi:\nKUP. https://example.org/a\n",
      "- Inapatikana katika https://example.org/a\n",
      "[Here and Now Festival](x.md)",
      "[more teachers](x.md)",
      "[this link between poverty and health](x.md)",
      "[1](https://example.org)",
      "[`https://example.org`](x.md)",
      "`https://example.org` and\n\n    https://example.org",
      "a[^1]\n\n[^1]: County report. https://example.org and more",
      "https://example.org",
      "<https://example.org>.",
      "- https://example.org",
      "1. https://example.org;",
      "- County of Kitui. *Water report*. 2016. https://example.org/a.pdf",
      "- County of Kitui, *Water report*, 2016 (https://example.org/a.pdf).",
      "- Report (2016) <https://example.org/a.pdf>",
      "- Kitui. Report, 2006 - https://example.org/a (archived https://example.org/b)",
      "- https://example.org/a, the county's report",
      "- Report. Available at https://example.org/a",
      "* [s1] https://example.org/a; https://example.org/b",
      "| a | b |\n|---|---|\n| Report (page: https://example.org) | x |\n",
      "| a | b |\n|---|---|\n| Report | https://example.org |\n| https://example.org | x |",
      "[![A pump](p.png)](q.md)",
      "write to the office",
      "https:// and www.",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(told_of(text + "\n") == "");
  }
}

TEST_CASE("what leads to a person or a place is told with its place") {
  const Row rows[] = {
      {"é +254 712 345 678.\n", "E330 1:3-1:19"},
      {"Call +254 712\n  345 678 now\n", "E330 1:6-2:10"},
      {"> Call +254 712\n> 345 678 now\n", "E330 1:8-2:10"},
      {"## Call 0712 345 678\n", "E330 1:9-1:21"},
      {"| a | b |\n|---|---|\n| x | 0712 345 678 |\n", "E330 3:7-3:19"},
      {"- a\n  - 0712 345 678\n", "E330 2:5-2:17"},
      {"`0712 345 678` and 0712 345 678\n", "E330 1:20-1:32"},
      {"0712 345 678 and 0712 345 678\n", "E330 1:1-1:13, E330 1:18-1:30"},
      {"a[^1]\n\n[^1]: call 0712 345 678\n", "E330 3:12-3:24"},
      {"[call 0712 345 678](x.md)\n", "E330 1:7-1:19"},
      {"![call 0712 345 678](x.png)\n", "E330 1:8-1:20"},
      {"*x* [call us](tel:+254712345678)\n", "E330 1:19-1:32"},
      {"[0712 345 678](tel:+254712345678)\n", "E330 1:20-1:33"},
      {"<p>call 0712 345 678</p>\n", "E191 1:1-1:4, E330 1:9-1:21"},
      {"a <b>0712 345 678</b>\n", "E191 1:3-1:6, E330 1:6-1:18"},
      {"+254 **712** 345 678\n", "E330 1:1-1:21"},
      {"a@b.org x\n", "E331 1:1-1:8"},
      {"[Amina](mailto:amina@b.org?subject=x)\n", "E331 1:16-1:27"},
      {"<amina@b.org>\n", "E331 1:2-1:13"},
      {"*x* from a@b.org, c@d.org\n", "E331 1:10-1:17, E331 1:19-1:26"},
      {"mail [amina@b.org](mailto:amina@b.org)\n", "E331 1:7-1:18"},
      {"at -1.2921, 36.8219\n", "E332 1:4-1:20"},
      {"at 1°17'31\"S 36°49'19\"E\n", "E332 1:4-1:24"},
      // Not in code, not in an address, not a short public number.
      {"`0712 345 678` `a@b.org`\n", ""},
      {"```\n0712 345 678\na@b.org\n-1.2921, 36.8219\n```\n", ""},
      {"    0712 345 678\n", ""},
      {"[map](https://maps.example.org/?q=-1.2921,36.8219)\n", ""},
      {"[report](https://example.org/0712345678)\n", ""},
      {"[emergency](tel:112)\n", ""},
      {"clone git@github.com:wells/pumps, follow @wells@b.org\n", ""},
      {"[write](mailto:?subject=x)\n", ""},
      {"KES 12 000 000 in 2016-2017, pp. 1234-1250\n", ""},
      {"0712 `345` 678\n", ""},
  };
  check_told(rows);
}

TEST_CASE("all of it holds for the details of lessons and for texts of the front matter") {
  Diagnostics found;
  parse::parse_record(
      "---\n"
      "title: Wells of 0712 345 678\n"
      "id: 0712-345-678\n"
      "summary: >-\n"
      "  Call +254\n"
      "  712 345 678, or\n"
      "  write.\n"
      "contact: amina@b.org\n"
      "sources:\n"
      "  - id: s1\n"
      "    title: 'It''s at a@b.org'\n"
      "    url: https://example.org/0712345678\n"
      "    note: \"x\\u0020-1.2921,\\u002036.8219\"\n"
      "authors: [{name: A, orcid: 0000-0002-1825-0097}]\n"
      "phones: [0712 345 678, '0712 345 678']\n"
      "lessons:\n"
      "  - id: one\n"
      "    detail: |\n"
      "      # A\n"
      "\n"
      "      [here](x.md) 0712 345 678\n"
      "  - id: two\n"
      "    detail: \"### A\"\n"
      "  - detail: 0712-345-678\n"
      "detail: 0712-345-678\n"
      "---\n"
      "Body\n",
      "x.md", found);
  CHECK(parse::told(found) ==
        "E330 2:17-2:29, E330 5:8-6:14, E331 11:22-11:29, E332 13:11-13:41, E330 15:10-15:22, "
        "E330 15:25-15:37, E176 19:7-19:8, E181 21:8-21:12, E330 21:20-21:32, "
        "E175 23:13-23:20, E330 24:13-24:25, E330 25:9-25:21");
}

TEST_CASE(
    "many findings are counted, and a large text is read in the time its length asks for") {
  const std::string texts[] = {
      times(70000, "https://a.b x\n\n"),
      times(40000, "[here](x.md) a\n\n\n"),
      times(60000, "0712 345 678 or\n\n"),
      times(900, times(60, "0712\\-345\\-678 ") + "\n\n"),
      times(900, times(60, "0712 345 678 *a* ") + "\n\n"),
      times(60000, "#### A\n\n## B\n\n"),
      times(60, "| a | b |\n|---|---|\n" + times(1000, "| 1 | 2 | 3 |\n") + "\n"),
      times(900, times(50, "a | b\n|---|\n") + "\n"),
      times(10000, "![](p.png) [](x)\n\n"),
      times(900, times(80, "- https://a.b\n") + "\n"),
      "<!--\n" + times(60000, "0712 345 678\n\n") + "-->\n",
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    Diagnostics found;
    const double begin = test::processor_time();
    parse::parse_markdown(text, "x.md", 1, {}, found);
    const double took = test::processor_time() - begin;
    CHECK(took < 5);
    CHECK(found.size() <= 201);
    if (found.size() == 201) CHECK(found.all().back().rule == "E159");
  }
}
