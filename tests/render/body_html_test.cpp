#include "render/body_html.hpp"

#include <doctest/doctest.h>

#include "render/body_links.hpp"

using namespace baraza;
using namespace baraza::render;

namespace {

// A body whose slots are the places just after each `href="` and `src="` of `html`.
content::Body body_of(const std::string& html, const std::vector<content::Link>& links) {
  content::Body body{.html = html, .slots = {}, .links = links, .headings = {}, .passages = {}};
  for (std::size_t at = 0; at < html.size(); ++at) {
    for (const std::string_view open : {"href=\"\"", "src=\"\""}) {
      if (html.compare(at, open.size(), open) != 0) continue;
      body.slots.push_back({at + open.size() - 1, body.slots.size()});
    }
  }
  return body;
}

BodyPlace place_for(const std::optional<std::string>& address) {
  BodyPlace place;
  place.link = [address](const content::Link&) -> Result<std::optional<std::string>> {
    return address;
  };
  return place;
}

std::optional<CitedSource> source_of(std::string_view id) {
  if (id == "hidden") return CitedSource{};
  if (id != "s1" && id != "s12") return {};
  return CitedSource{"#source_" + std::string(id), id == "s1" ? "\"One\"" : "Two"};
}

}  // namespace

TEST_CASE("the open links of a body are filled and escaped") {
  const content::Body body = body_of("<p><a href=\"\">x</a> <img src=\"\" alt=\"y\" /></p>",
                                     {{.target = "a"}, {.target = "b", .image = true}});
  CHECK(*html_of(body, place_for("u?a=1&b=\"")) ==
        "<p><a href=\"u?a=1&amp;b=&quot;\">x</a> <img src=\"u?a=1&amp;b=&quot;\" alt=\"y\" "
        "/></p>");
}

TEST_CASE("a link without an address keeps its words, an image its text") {
  const content::Body body = body_of(
      "<p><a href=\"\" title=\"t\">the <em>draft</em></a>, <img src=\"\" alt=\"m\" /></p>",
      {{.target = "a"}, {.target = "b", .text = "a <map>", .image = true}});
  CHECK(*html_of(body, place_for(std::nullopt)) ==
        "<p><span>the <em>draft</em></span>, a &lt;map&gt;</p>");
}

TEST_CASE("what a link fails with, the body fails with") {
  BodyPlace place;
  place.link = [](const content::Link&) -> Result<std::optional<std::string>> {
    return Diagnostic{.rule = "E900", .message = "cannot read"};
  };
  const Result<std::string> html = html_of(body_of("<a href=\"\">x</a>", {{}}), place);
  REQUIRE_FALSE(html.has_value());
  CHECK(html.error().rule == "E900");
}

TEST_CASE("headings sink below the page's own and skip no level") {
  struct Row {
    std::string_view what, html, shown;
    int top;
  };
  const Row rows[] = {
      {"already fit", "<h2 id=\"a\">A</h2><h3>B</h3>", "<h2 id=\"a\">A</h2><h3>B</h3>", 2},
      {"from h1", "<h1>A</h1><h2>B</h2>", "<h2>A</h2><h3>B</h3>", 2},
      {"a skipped level", "<h2>A</h2><h4>B</h4><h2>C</h2>", "<h3>A</h3><h4>B</h4><h3>C</h3>",
       3},
      {"deep ones stay h6", "<h1>A</h1><h2>B</h2><h3>C</h3>", "<h5>A</h5><h6>B</h6><h6>C</h6>",
       5},
      {"no heading", "<hr><p>h2</p>", "<hr><p>h2</p>", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    BodyPlace place = place_for("");
    place.top_level = row.top;
    CHECK(*html_of(body_of(std::string(row.html), {}), place) == row.shown);
  }
}

TEST_CASE("bodies that share a page have ids of their own") {
  BodyPlace place = place_for("#a");
  place.id_prefix = "one_";
  CHECK(*html_of(body_of("<h2 id=\"a\">A</h2><a href=\"\">x</a><a href=\"#fn-1\">1</a>",
                         {{.target = "#a"}}),
                 place) ==
        "<h2 id=\"one_a\">A</h2><a href=\"#one_a\">x</a><a href=\"#one_fn-1\">1</a>");
  // What stands elsewhere on the page has an id that is whole already.
  CHECK(*html_of(body_of("<p id=\"b\"><a href=\"\">x</a></p>", {{.target = "b.md"}}), place) ==
        "<p id=\"one_b\"><a href=\"#a\">x</a></p>");
}

TEST_CASE("ids of sources in round brackets become links") {
  struct Row {
    std::string_view text, html;
  };
  const Row rows[] = {
      {"so (s1).",
       "so (<a class=\"cite\" href=\"#source_s1\" title=\"&quot;One&quot;\">s1</a>)."},
      {"(s1, s12)",
       "(<a class=\"cite\" href=\"#source_s1\" title=\"&quot;One&quot;\">s1</a>, <a "
       "class=\"cite\" "
       "href=\"#source_s12\" title=\"Two\">s12</a>)"},
      {"(s1, s9)", "(s1, s9)"},
      {"(about s1)", "(about s1)"},
      {"held back (hidden). So", "held back. So"},
      {"in part (hidden, s1).",
       "in part (<a class=\"cite\" href=\"#source_s1\" title=\"&quot;One&quot;\">s1</a>)."},
      {"((s1)) & (",
       "((<a class=\"cite\" href=\"#source_s1\" title=\"&quot;One&quot;\">s1</a>)) &amp; ("},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(cited_html(row.text, source_of) == row.html);
  }
  CHECK(cited_html("(s1)", {}) == "(s1)");
  BodyPlace place = place_for("u");
  place.source = source_of;
  CHECK(*html_of(body_of("<p><code>(s1)</code> <a href=\"\">(s1)</a></p>", {{}}), place) ==
        "<p><code>(s1)</code> <a href=\"u\">(s1)</a></p>");
}

TEST_CASE("where no link can stand, citations are left out and other brackets stay") {
  CHECK(without_citations("One (s1), two (s9)\nand three\n(s1, s12).", source_of) ==
        "One, two (s9)\nand three.");
  CHECK(without_citations("(s1)", {}) == "(s1)");
}

TEST_CASE("a link names a file by its own file's folder and never leaves the bank") {
  struct Row {
    std::string_view target, path;
  };
  const Row rows[] = {
      {"b.md", "cases/kenya/b.md"},
      {"../ghana/b.md#x", "cases/ghana/b.md"},
      {"./img/a%20b.png", "cases/kenya/img/a b.png"},
      {"../../../etc/passwd", ""},
      {"/etc/passwd", ""},
      {"..%2f..%2f..%2fetc/passwd", ""},
      {".git/config", ""},
      {"a:b.md", ""},
      {"a%00.png", ""},
      {"a%ff.png", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(path_in_bank("cases/kenya/a.md", row.target) == row.path);
  }
  CHECK(is_copied("a/map.PNG"));
  CHECK_FALSE(is_copied("a/page.html"));
  CHECK_FALSE(is_copied("a/b.md"));
}
