#include "parse/markdown.hpp"

#include <string>

#include <doctest/doctest.h>

#include "told.hpp"

using namespace baraza;
using content::Body;
using parse::parse_markdown;

namespace {

std::string html_of(const std::string& text) {
  Diagnostics found;
  return parse_markdown(text, "x.md", 1, {}, found).html;
}

}  // namespace

TEST_CASE("Markdown becomes HTML") {
  struct Row {
    std::string text;
    std::string html;
  };
  const Row rows[] = {
      {"", ""},
      {"\n \n", ""},
      {"a *b* **c** ~~d~~ `e`\n",
       "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>\n"},
      {"## A b\n", "<h2 id=\"a-b\">A b</h2>\n"},
      {"a\\\nb\n", "<p>a<br>\nb</p>\n"},
      {"- a\n- b\n", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n"},
      {"3. a\n\n4. b\n", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"},
      {"> a\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {"```sh x\na < b\n```\n",
       "<pre tabindex=\"0\"><code class=\"language-sh\">a &lt; b\n</code></pre>\n"},
      {"***\n", "<hr>\n"},
      {"| A | B |\n|:-:|--:|\n| 1 | 2 |\n",
       "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"A B\"><table>\n"
       "<thead><tr><th scope=\"col\" class=\"center\">A</th><th scope=\"col\" "
       "class=\"right\">B</th>"
       "</tr></thead>\n<tbody>\n<tr><td class=\"center\">1</td><td "
       "class=\"right\">2</td></tr>\n"
       "</tbody></table></div>\n"},
      {"| A |\n|---|\n",
       "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"A\"><table>\n"
       "<thead><tr><th scope=\"col\">A</th></tr></thead>\n</table></div>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(html_of(row.text) == row.html);
  }
}

TEST_CASE("raw HTML is shown as text") {
  CHECK(html_of("<script>alert(1)</script>\n") ==
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
  CHECK(html_of("a <b onclick=\"x\">c</b>\n") ==
        "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n");
  CHECK(html_of("<!-- note -->\n") == "<p>&lt;!-- note --&gt;</p>\n");
}

TEST_CASE("what speaks to the program in a comment is never shown") {
  struct Comment {
    std::string text, html, passages;
  };
  const Comment rows[] = {
      {"<!-- baraza-disable-next-line E330 because it is public -->\n", "", ""},
      {"a <!-- baraza-x --> b\n", "<p>a  b</p>\n", "a b"},
      {"## A <!-- baraza-x -->\n", "<h2 id=\"a\">A </h2>\n", "A"},
      {"a\n<!-- baraza-x -->\nb\n", "<p>a</p>\n<p>b</p>\n", "a|b"},
      {"- a\n\n  <!-- baraza-x -->\n", "<ul>\n<li><p>a</p>\n</li>\n</ul>\n", "a"},
      {"<!-- baraza-x\n\nlines -->\n", "", ""},
      {"<!-- baraza-x --> b\n", "<p>b</p>\n", "b"},
      {"<div>\n<!-- baraza-x -->\n</div>\n", "<p>&lt;div&gt;\n\n&lt;/div&gt;</p>\n",
       "<div> </div>"},
      // Every other comment is shown, as all raw HTML is.
      {"<!-- note -->\n", "<p>&lt;!-- note --&gt;</p>\n", "<!-- note -->"},
      {"<!-- about baraza-x -->\n", "<p>&lt;!-- about baraza-x --&gt;</p>\n",
       "<!-- about baraza-x -->"},
      {"<!--baraza-x-->\n", "<p>&lt;!--baraza-x--&gt;</p>\n", "<!--baraza-x-->"},
      {"a <!-- b --> c\n", "<p>a &lt;!-- b --&gt; c</p>\n", "a <!-- b --> c"},
      {"<!-- baraza-x\n", "<p>&lt;!-- baraza-x</p>\n", "<!-- baraza-x"},
      {"`<!-- baraza-x -->`\n", "<p><code>&lt;!-- baraza-x --&gt;</code></p>\n",
       "<!-- baraza-x -->"},
      {"    <!-- baraza-x -->\n",
       "<pre tabindex=\"0\"><code>&lt;!-- baraza-x --&gt;\n</code></pre>\n",
       "<!-- baraza-x -->"},
  };
  for (const Comment& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    const Body body = parse_markdown(row.text, "x.md", 1, {}, found);
    for (const Diagnostic& one : found.all()) CHECK(one.rule == "E191");  // raw-html
    CHECK(body.html == row.html);
    std::string passages;
    for (const content::Passage& one : body.passages)
      passages += (passages.empty() ? "" : "|") + one.text;
    CHECK(passages == row.passages);
  }
}

TEST_CASE("links leave slots for their addresses") {
  Diagnostics found;
  const Body body = parse_markdown("é [a *b*](x.md \"T\")\nand ![alt](i.png) https://x.org\n",
                                   "x.md", 10, {}, found);
  CHECK(parse::told(found) == "E181 11:19-11:32");
  REQUIRE(body.links.size() == 3);
  CHECK(body.links[0].target == "x.md");
  CHECK(body.links[0].text == "a b");
  CHECK(body.links[0].span == Span{10, 11, 10, 15});
  CHECK(body.links[1].image);
  CHECK(body.links[1].text == "alt");
  CHECK(body.links[1].span == Span{11, 12, 11, 17});
  CHECK(body.links[2].target == "https://x.org");
  CHECK(body.links[2].span == Span{11, 19, 11, 32});
  REQUIRE(body.slots.size() == 3);
  std::string filled = body.html;
  for (std::size_t i = 3; i-- > 0;)
    filled.insert(body.slots[i].offset, body.links[body.slots[i].link].target);
  CHECK(filled ==
        "<p>é <a href=\"x.md\" title=\"T\">a <em>b</em></a>\n"
        "and <img src=\"i.png\" alt=\"alt\" loading=\"lazy\"> <a "
        "href=\"https://x.org\">https://x.org</a></p>\n");
}

TEST_CASE(
    "the address of a link is found where it was written, also in further lines and in lists") {
  struct Row {
    std::string text;
    Span span;
  };
  const Row rows[] = {
      {"a\n  b [c](d)\n", {2, 9, 2, 10}},
      {"- a\n  b [c](d)\n", {2, 9, 2, 10}},
      {"> a\n> b [c](d)\n", {2, 9, 2, 10}},
      {"[a\nb](d)\n", {2, 4, 2, 5}},
      {"# é [c](d)\n", {1, 9, 1, 10}},
      {"| é | [c](d) |\n|---|---|\n", {1, 11, 1, 12}},
      {"é <https://a.b>\n", {1, 4, 1, 15}},
      {"é a@b.org\n", {1, 3, 1, 10}},
      {"é www.x.org\n", {1, 3, 1, 12}},
      {"[c]( <d e> 'f')\n", {1, 7, 1, 10}},
      {"[c](d \"f\")\n", {1, 5, 1, 6}},
      {"[c](d_(e))\n", {1, 5, 1, 10}},
      {"[c](\nd)\n", {2, 1, 2, 2}},
      {"[c]()\n", {1, 1, 1, 6}},
      {"a\n> [c](\n> d)\n", {3, 3, 3, 4}},
      // The address of a reference stands in its definition.
      {"[x][r]\n\n[r]: d\n", {3, 6, 3, 7}},
      {"[R][]\n\n[r]:\n  <d e> 'f'\n", {4, 4, 4, 7}},
      {"> [r]\n>\n> [r]: d\n", {3, 8, 3, 9}},
      {"[r]: d\n[r2]: e\nx [y](z)\n", {3, 7, 3, 8}},
      {"- [r]: d\n  x [y](z)\n", {2, 9, 2, 10}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    const Body body = parse_markdown(row.text, "x.md", 1, {}, found);
    REQUIRE(body.links.size() == 1);
    CHECK(body.links[0].span == row.span);
  }
}

TEST_CASE("what follows a link that goes over the end of a line is found in its own line") {
  Diagnostics found;
  const Body body =
      parse_markdown("> x [a](b\n> \"c\") é [d](e)\n> [f](g)\n", "x", 1, {}, found);
  REQUIRE(body.links.size() == 3);
  CHECK(body.links[0].span == Span{1, 9, 1, 10});
  CHECK(body.links[1].span == Span{2, 14, 2, 15});
  CHECK(body.links[2].span == Span{3, 7, 3, 8});
}

TEST_CASE("what may not be linked or shown is a finding, and its words stay") {
  struct Row {
    std::string text;
    std::string told;
    std::string html;
  };
  const Row rows[] = {
      {"[a](javascript:x)\n", "E170 1:5-1:17", "<p>a</p>\n"},
      {"[a](JAVA&#83;cript:x)\n", "E170 1:5-1:21", "<p>a</p>\n"},
      {"[a](//x.org)\n", "E170 1:5-1:12", "<p>a</p>\n"},
      {"<ftp://x.org>\n", "E170 1:2-1:13", "<p>ftp://x.org</p>\n"},
      {"![a](https://x.org/i.png)\n", "E171 1:6-1:25", "<p>a</p>\n"},
      {"![a](data:image/png;base64,x)\n", "E171 1:6-1:29", "<p>a</p>\n"},
      {"a[^1]\n", "E172 1:2-1:6", "<p>a[^1]</p>\n"},
      {"a[^1] `[^2]` \\[^3]\n", "E172 1:2-1:6", "<p>a[^1] <code>[^2]</code> [^3]</p>\n"},
      {"[a][b]\n", "E173 1:4-1:7", "<p>[a][b]</p>\n"},
      {"[a][]\n", "E173 1:1-1:6", "<p>[a][]</p>\n"},
      {"[a] [b]\n", "", "<p>[a] [b]</p>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    const Body body = parse_markdown(row.text, "x.md", 1, {}, found);
    CHECK(parse::told(found) == row.told);
    CHECK(body.html == row.html);
    CHECK(body.slots.empty());
  }
}

TEST_CASE("marks without a definition are told where they stand") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {"é a[^1] b[^1]\n", "E172 1:4-1:8, E172 1:10-1:14"},
      {"a `[^1]` [^1]\n", "E172 1:10-1:14"},
      {"\\[^1] [^1]\n", "E172 1:7-1:11"},
      {"a\n  b[^1]\n", "E172 2:4-2:8"},
      {"> a\n> b[^1]\n", "E172 2:4-2:8"},
      {"## a[^1]\n", "E172 1:5-1:9"},
      {"| a | b[^1] |\n|---|---|\n| c | d[^2] |\n", "E172 1:8-1:12, E172 3:8-3:12"},
      {"- a\n  - b [c][d]\n", "E173 2:10-2:13"},
      {"[x](\ny) a[^1]\n", "E172 2:5-2:9"},
      {"[r]: d\nx [r] a[^1] [b][c]\n", "E172 2:8-2:12, E173 2:16-2:19"},
      {"[*a*][b]\n", "E173 1:6-1:9"},
      {"a[^1]\n\n[^1]: b[^2]\n", "E172 3:8-3:12"},
      {"```\na[^1] [b][c]\n```\n", ""},
      {"a[^]\n", ""},
      {"[sic] [a]\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    parse_markdown(row.text, "x.md", 1, {}, found);
    CHECK(parse::told(found) == row.told);
  }
}

TEST_CASE("footnotes have ids of their own, also where several texts share a page") {
  Diagnostics found;
  const Body body =
      parse_markdown("a[^x] b[^x]\n\n[^x]: note\n", "x.md", 1, {.id_prefix = "one"}, found);
  CHECK(found.empty());
  CHECK(body.html ==
        "<p>a<sup class=\"footnote-mark\"><a href=\"#one_fn__1\" id=\"one_fnref__1__1\" "
        "role=\"doc-noteref\">1</a></sup> b<sup class=\"footnote-mark\"><a href=\"#one_fn__1\" "
        "id=\"one_fnref__1__2\" role=\"doc-noteref\">1</a></sup></p>\n"
        "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"one_fn__1\"><p>note "
        "<a href=\"#one_fnref__1__1\" class=\"footnote-back\" "
        "role=\"doc-backlink\">\u21A9\uFE0E 1.1</a> "
        "<a href=\"#one_fnref__1__2\" class=\"footnote-back\" "
        "role=\"doc-backlink\">\u21A9\uFE0E 1.2</a>"
        "</p>\n</li>\n</ol></div>\n");
}

TEST_CASE("a link never stands within a link") {
  const std::string html = html_of("[a[^1]](x.md)\n\n[^1]: n\n");
  CHECK(html.find("<p><a href=\"\">a<sup>1</sup></a></p>") == 0);
}

TEST_CASE("headings and passages tell their words, anchors and lines") {
  Diagnostics found;
  const Body body = parse_markdown(
      "Intro *text*\n\n## What `changed`\n\n- one\n  two\n- three\n\n## What changed\n\n| A | "
      "B |\n"
      "|---|---|\n| 1 | 2 |\n",
      "x.md", 7, {}, found);
  REQUIRE(body.headings.size() == 2);
  CHECK(body.headings[0].id == "what-changed");
  CHECK(body.headings[0].span.line == 9);
  CHECK(body.headings[1].id == "what-changed-2");
  REQUIRE(body.passages.size() == 7);
  CHECK(body.passages[0] == content::Passage{"Intro text", "", "", 7});
  CHECK(body.passages[2] == content::Passage{"one two", "What changed", "what-changed", 11});
  CHECK(body.passages[6] == content::Passage{"1 2", "What changed", "what-changed-2", 19});
}

TEST_CASE("CRLF gives the same body as LF") {
  Diagnostics found;
  const Body lf = parse_markdown("a [b](c)\nd\n\n# e\n", "x", 1, {}, found);
  CHECK(parse_markdown("a [b](c)\r\nd\r\n\r\n# e\r\n", "x", 1, {}, found) == lf);
}
