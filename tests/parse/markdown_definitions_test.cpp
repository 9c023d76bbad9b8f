#include "parse/markdown_definitions.hpp"

#include <string>

#include <doctest/doctest.h>

#include "parse/markdown.hpp"
#include "tests/processor_time.hpp"
#include "told.hpp"

using namespace baraza;
using parse::times;

namespace {

struct Row {
  std::string text;
  std::string told;
};

template <std::size_t count>
void check_told(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    parse::parse_markdown(row.text, "x.md", 1, {}, found);
    CHECK(parse::told(found) == row.told);
    for (const Diagnostic& one : found.all()) {
      CHECK(one.severity == (one.rule == "E191" ? Severity::hint : Severity::warning));
      CHECK(one.edits.empty());
      CHECK_FALSE(one.hint.empty());
    }
  }
}

}  // namespace

TEST_CASE("a footnote that no mark uses is told where it stands") {
  const Row rows[] = {
      {"a\n\n[^x]: n\n", "E177 3:1-3:5"},
      {"a[^x]\n\n[^x]: n\n", ""},
      {"a[^X]\n\n[^x]: n\n", ""},
      {"a[^x] `[^y]`\n\n[^x]: n\n\n[^y]: m\n", "E177 5:1-5:5"},
      // In lists and quotes too, and straight after a paragraph.
      {"> q\n>\n> [^b]: n\n", "E177 3:3-3:7"},
      {"- é\n\n  [^b]: n\n", "E177 3:3-3:7"},
      {"a\n[^b]: n\n", "E177 2:1-2:5"},
      {"[^b]: n\n", "E177 1:1-1:5"},
      {"a[^b]\n\n   [^b]:\n    n\n", ""},
      // The second of a name is not shown.
      {"a[^x]\n\n[^x]: n\n[^X]: m\n", "E177 4:1-4:5"},
      // Used in a footnote that is shown itself.
      {"a[^x]\n\n[^x]: see [^y]\n\n[^y]: m\n", ""},
      // No definitions: code, raw HTML, words, and no name.
      {"```\n[^x]: n\n```\n", ""},
      {"a\n\n    [^x]: n\n", ""},
      {"- a\n\n      [^x]: n\n", ""},
      {"- ```\n  [^x]: n\n  ```\n", ""},
      {"<div>\n[^x]: n\n</div>\n", "E191 1:1-1:6"},
      {"a [b](c)\n\n[^]: n\n", ""},
      {"a\n\n\\[^x]: n\n", ""},
      {"| a |\n|---|\n| `[^x]:` |\n", ""},
  };
  check_told(rows);
}

TEST_CASE("a definition of a link that nothing uses is told where it stands") {
  const Row rows[] = {
      {"a\n\n[x]: https://x.org\n", "E178 3:1-3:4"},
      {"a [x]\n\n[x]: https://x.org\n", ""},
      {"a [b][x]\n\n[x]: https://x.org\n", ""},
      {"a [X][]\n\n[x]: https://x.org\n", ""},
      {"a ![B][the  Ship]\n\n[the ship]: b.png\n", ""},
      {"a [é\nu]\n\n[É U]: https://x.org\n", ""},
      {"> a [é\n> u]\n\n[É U]: https://x.org\n", ""},
      {"[x]: <u v> 't'\n", "E178 1:1-1:4"},
      {"[x]:\n  u\n  \"t\n  t\"\n[y]: u\n", "E178 1:1-1:4, E178 5:1-5:4"},
      {"[x]: u\n[y]: v\nwords [x]\n", "E178 2:1-2:4"},
      {"> [y]: v\n", "E178 1:3-1:6"},
      {"- a\n\n  [y]: v\n", "E178 3:3-3:6"},
      {"## [a]\n[a]: u\n[b]: u\n", "E178 3:1-3:4"},
      // The second of a name does not count.
      {"[x]\n\n[x]: u\n[X]: v\n", "E178 4:1-4:4"},
      // Used in code alone.
      {"`a` and\n\n    [x]\n\n[x]: u\n", "E178 5:1-5:4"},
      // No definitions: words in a paragraph, code, remarks.
      {"a\n[x]: u\n", ""},
      {"[x]: see there\n", ""},
      {"[x]: \"see there\"\n", ""},
      {"[x] : u\n", ""},
      {"[x]:\n\nu\n", ""},
      {"[ ]: u\n", ""},
      {"```\n[x]: u\n```\n", ""},
      {"    [x]: u\n", ""},
      {"<div>\n[x]: u\n", "E191 1:1-1:6"},
      {"| a |\n|---|\n[x]: u\n", ""},
      {"\\[x]: u\n", ""},
      {"[//]: # (a remark)\n", ""},
      {"[comment]: <> (a remark)\n", ""},
  };
  check_told(rows);
}

TEST_CASE("definitions say what is wrong with them and where the first is") {
  Diagnostics found;
  parse::parse_markdown("a[^x] [y]\n\n[^x]: n\n[^x]: m\n\n[y]: u\n[Y]: v\n[^z]: m\n[z]: w\n",
                        "x.md", 5, {}, found);
  const std::vector<Diagnostic> all = found.sorted();
  REQUIRE(all.size() == 4);
  CHECK(all[0].message == "the footnote `[^x]` is here twice, and only the first is shown");
  REQUIRE(all[0].notes.size() == 1);
  CHECK(all[0].notes[0].where.span == Span{7, 1, 7, 5});
  CHECK(all[1].message == "`[Y]` has an address already, and only the first counts");
  CHECK(all[1].notes.at(0).where.span == Span{10, 1, 10, 4});
  CHECK(all[2].message == "no mark uses the footnote `[^z]`, so it is not shown");
  CHECK(all[3].message == "no link uses the address of `[z]`");
}

TEST_CASE("many definitions are read in the time their length asks for") {
  const std::string part = times(100, "[a]: u 'x\n") + "\n";
  const std::string texts[] = {
      times(800, part),
      times(800, times(100, "[^a]: u\n") + "\n"),
      times(800, times(100, "[a]:\n") + "\n"),
      times(800, times(60, "[a]: u (\n") + "\n"),
      times(40000, "> [a]: u\n\n"),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 20));
    Diagnostics found;
    const double begin = test::processor_time();
    parse::parse_markdown(text, "x.md", 1, {}, found);
    const double took = test::processor_time() - begin;
    CHECK(took < 5);
    CHECK(found.size() <= 201);
  }
}
