#include "tools/format/html_text.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

std::string text_of(const std::string& html, std::size_t width = 40, bool colour = false) {
  content::Body body{.html = html};
  return html_text(body, {.width = width, .indent = "  ", .paint = {colour}});
}

TEST_CASE("blocks become lines with an empty line between") {
  struct Row {
    std::string_view what, html, text;
  };
  const Row rows[] = {
      {"paragraphs", "<p>One\nand\nmore</p>\n<p>Two</p>\n", "  One and more\n\n  Two\n"},
      {"headings", "<h2 id=\"a\">A</h2>\n<p>x</p>\n<h3 id=\"b\">B</h3>\n<p>y</p>\n",
       "A\n  x\n\n  B\n\n  y\n"},
      {"a tight list", "<p>x</p>\n<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n<p>y</p>\n",
       "  x\n\n  • a\n  • b\n\n  y\n"},
      {"a loose list", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ul>\n",
       "  • a\n\n  • b\n\n    c\n"},
      {"lists in lists",
       "<ol start=\"9\">\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n<li>c\n</li>\n</ol>\n",
       "  9. a\n     • b\n  10. c\n"},
      {"a quotation", "<p>x</p>\n<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>y</p>\n",
       "  x\n\n  │ a\n  │\n  │ b\n\n  y\n"},
      {"a quotation in a list",
       "<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>\n", "  • │ a\n"},
      {"code", "<pre tabindex=\"0\"><code class=\"language-c\">a &lt; b\n\tc\n</code></pre>\n",
       "      a < b\n       c\n"},
      {"a rule", "<p>a</p>\n<hr>\n<p>b</p>\n", "  a\n\n  --------------------\n\n  b\n"},
      {"a line break", "<p>a<br>\nb</p>\n", "  a\n  b\n"},
      {"emphasis", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n",
       "  *a* **b** ~~c~~ `d`\n"},
      {"entities", "<p>&lt;p&gt; &amp;amp; &quot;x&quot; &#39;y&#39; &copy;</p>\n",
       "  <p> &amp; \"x\" 'y' &copy;\n"},
      {"nothing", "", ""},
      {"empty blocks", "<p></p>\n<ul>\n<li></li>\n</ul>\n<blockquote>\n</blockquote>\n", ""},
      {"no end", "<p>a<em>b<ul><li>c", "  a*bc*\n"},
      {"no beginning", "</p></li>x</blockquote>y<", "  xy\n"},
      {"an unknown element", "<video>x</video><p>y</p>", "  x\n\n  y\n"},
      {"a bidirectional trick", "<p>a\u202Eb\x1b[2J\x07\u202C</p>",
       "  a\uFFFDb\uFFFD[2J\uFFFD\uFFFD\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(text_of(std::string(row.html)) == row.text);
  }
}

TEST_CASE("a table fits by wrapping its widest cells, or becomes a list") {
  const std::string html =
      "<div class=\"table\"><table>\n<thead><tr><th scope=\"col\">Part</th>"
      "<th scope=\"col\" class=\"right\">Cost</th></tr></thead>\n<tbody>\n"
      "<tr><td>A chain and its handle</td><td class=\"right\">1,400</td></tr>\n"
      "<tr><td>手动泵</td><td class=\"right\">2</td></tr>\n<tr><td>x</td></tr>\n"
      "</tbody></table></div>\n";
  CHECK(text_of(html, 40) ==
        "  Part                     Cost\n"
        "  ──────────────────────  ─────\n"
        "  A chain and its handle  1,400\n"
        "  手动泵                      2\n"
        "  x\n");
  CHECK(text_of(html, 20) ==
        "  Part          Cost\n"
        "  ───────────  ─────\n"
        "  A chain and  1,400\n"
        "  its handle\n"
        "  手动泵           2\n"
        "  x\n");
  CHECK(text_of(html, 12) ==
        "  Part: A\n  chain and\n  its handle\n  Cost:\n  1,400\n\n"
        "  Part:\n  手动泵\n  Cost: 2\n\n  Part: x\n");
}

TEST_CASE("links are numbered and told below, each place once") {
  content::Body body{.html =
                         "<p><a href=\"\">one</a> <a href=\"\">two</a> <a href=\"\">again</a> "
                         "<a href=\"#x\">here</a> <img src=\"\" alt=\"A well\"></p>\n",
                     .links = {{.target = "https://a.org"},
                               {.target = "nowhere.md"},
                               {.target = "https://a.org"},
                               {.target = "well.jpg", .text = "A well", .image = true}}};
  constexpr std::string_view empty = "=\"\"";
  for (std::size_t at = body.html.find(empty); at != std::string::npos;
       at = body.html.find(empty, at + 1))
    body.slots.push_back({.offset = at + 2, .link = body.slots.size()});
  const HtmlLook look{.width = 60, .where = [](const content::Link& link) {
                        return link.target == "nowhere.md" ? std::string() : link.target;
                      }};
  CHECK(html_text(body, look) ==
        "one[1] two again[1] here [picture: A well][2]\n\n[1] https://a.org\n[2] well.jpg\n");
}

TEST_CASE("footnotes keep their marks") {
  CHECK(text_of(
            "<p>a<sup class=\"footnote-mark\"><a href=\"#fn__1\" id=\"fnref__1__1\" "
            "role=\"doc-noteref\">1</a></sup></p>\n<div class=\"footnotes\" "
            "role=\"doc-endnotes\">\n<ol>\n<li id=\"fn__1\"><p>The note. <a "
            "href=\"#fnref__1__1\" class=\"footnote-back\" role=\"doc-backlink\">\u21A9\uFE0E "
            "1</a></p>\n</li>\n</ol></div>\n") == "  a¹\n\n  (1) The note.\n");
}

TEST_CASE("colours end with each line and leave its indent alone") {
  CHECK(text_of("<p>a <strong>bold words over lines</strong> b</p>", 13, true) ==
        "  a \x1b[1mbold\x1b[0m\n  \x1b[1mwords over\x1b[0m\n  \x1b[1mlines\x1b[0m b\n");
  CHECK(text_of("<p><strong>a <em>b</em></strong></p>", 40, true) ==
        "  \x1b[1ma \x1b[0m\x1b[1;3mb\x1b[0m\n");
}

TEST_CASE("any nesting is shown without losing a word or the stack") {
  std::string html;
  for (int i = 0; i < 5000; ++i) html += "<blockquote>";
  html += "<p>deep</p>";
  CHECK(text_of(html).find("deep") != std::string::npos);
}

}  // namespace
}  // namespace baraza::tools
