#include "render/site.hpp"

#include <set>

#include <doctest/doctest.h>

#include "render/address.hpp"
#include "site_bank.hpp"

using namespace baraza;
using namespace baraza::render;

namespace {

// All relative links of a page, as paths of the site.
std::vector<std::string> links_of(const std::string& path, const std::string& html) {
  std::vector<std::string> links;
  for (const std::string_view mark : {"href=\"", "src=\""}) {
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at)) {
      at += mark.size();
      const std::string target = html.substr(at, html.find('"', at) - at);
      if (target.empty() || target.find(':') != std::string::npos) continue;
      const std::string file = target.substr(0, target.find('#'));
      const auto folder = std::filesystem::path(path).parent_path();
      links.push_back(file.empty() ? path : (folder / file).lexically_normal().string());
    }
  }
  return links;
}

std::string title_of(const std::string& html) {
  const std::size_t from = html.find("<title>") + 7;
  return html.substr(from, html.find("</title>") - from);
}

}  // namespace

TEST_CASE(
    "every link of the site leads to a file of the site, and every page has one heading") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  CHECK(site.twice.empty());
  std::set<std::string> titles;
  for (const auto& file : site.files) {
    const std::string& path = file.first;
    const std::string& html = file.second;
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    for (const std::string& link : links_of(path, html)) {
      CAPTURE(link);
      CHECK(site.has(link));
    }
    CHECK(count_of(html, "<h1") == 1);
    CHECK(titles.insert(title_of(html)).second);
    CHECK(html.find("Nobody described here took part.") != std::string::npos);
    CHECK(html.find("Content-Security-Policy") != std::string::npos);
  }
}

TEST_CASE("each kind of page is made, and each record is read once") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  for (const char* path :
       {"index.html", "404.html", "about/index.html", "assets/style.css", "cases/index.html",
        "cases/pump/index.html", "lessons/pump/ask/index.html", "insights/index.html",
        "insights/first/index.html", "digest/index.html", "countries/index.html",
        "countries/kenya/index.html", "countries/kenya/water/index.html",
        "sectors/water/index.html", "frameworks/index.html", "frameworks/lens/index.html"}) {
    CAPTURE(path);
    CHECK(site.has(path));
  }
  CHECK_FALSE(site.has("sectors/water/kenya/index.html"));
  for (const auto& [path, count] : site.reads) CHECK(count == 1);
  CHECK(site.reads.size() == 5);  // neither the draft nor what is held
}

TEST_CASE("what an author wrote is escaped, and what the code does not know is shown") {
  TestSite site = full_site();
  site.options.field_labels["wells_built"] = "Wells";
  REQUIRE(site.render().has_value());
  CHECK(site.says("cases/pump/index.html", "<h1>Pump &amp; pipe</h1>"));
  CHECK(site.says("cases/pump/index.html", "A pump &lt;that&gt; broke."));
  CHECK(site.says("cases/pump/index.html", "<dt>Wells</dt><dd>12"));
  CHECK(site.says("cases/pump/index.html", "since 2011"));
  CHECK(
      site.says("lessons/pump/ask/index.html",
                "They did (<a class=\"cite\" href=\"../../../cases/pump/index.html#source_s1\" "
                "title=\"A report – A. Li, 2016\">"));
}

TEST_CASE("drafts and held records are nowhere, unless drafts are asked for") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  CHECK(site.pages_with("Unfinished").empty());
  CHECK(site.pages_with("mali").empty());
  CHECK(site.pages_with("Never shown").empty());

  site.options.drafts = true;
  REQUIRE(site.render().has_value());
  CHECK(site.says("cases/draft/index.html", "This is a draft"));
  CHECK(site.has("countries/mali/index.html"));
  CHECK(site.pages_with("Held back").empty());
}

TEST_CASE("of a lesson-only case the lessons are shown and nothing tells which case it is") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  CHECK(site.says("lessons/secret/quiet/index.html", "Speak softly."));
  CHECK(site.says("sectors/water/index.html", "Speak softly."));
  CHECK_FALSE(site.has("cases/secret/index.html"));
  for (const char* hidden : {"hidden case", "Hidden Actor", "Hidden source", "togo"}) {
    CAPTURE(hidden);
    CHECK(site.pages_with(hidden).empty());
  }
}

TEST_CASE("a bank with two facets of its own and nothing but titles has a whole site") {
  TestSite site;
  site.bank.settings.title = "Mine";
  site.bank.facets = {
      {.field = "topics", .flag = "topic", .plural = "topics", .label = "Topics"},
      {.field = "authors", .flag = "by", .plural = "authors", .label = "Authors"}};
  site.add("cases/a.md", "{title: One, topics: [trees], authors: [ada]}");
  site.add("cases/b.md", "{title: Two}");
  REQUIRE(site.render().has_value());
  CHECK(site.has("topics/trees/ada/index.html"));
  CHECK(site.says("authors/ada/index.html", "One"));
  CHECK(site.has("cases/b/index.html"));
  CHECK_FALSE(site.has("countries/index.html"));
  CHECK_FALSE(site.has("insights/index.html"));
  CHECK_FALSE(site.has("frameworks/index.html"));
  CHECK(site.pages_with("0 lessons").empty());
  for (const auto& file : site.files) {
    const std::string& path = file.first;
    const std::string& html = file.second;
    if (!path.ends_with(".html")) continue;
    for (const std::string& link : links_of(path, html)) {
      CAPTURE(path);
      CAPTURE(link);
      CHECK(site.has(link));
    }
  }
}

TEST_CASE("an empty bank has a home page") {
  TestSite site;
  site.bank.settings.title = "Empty";
  REQUIRE(site.render().has_value());
  CHECK(site.says("index.html", "<h1>Empty</h1>"));
}

TEST_CASE("long lists go on over pages") {
  TestSite site;
  site.bank.settings.title = "Many";
  site.bank.facets = {
      {.field = "topics", .flag = "topic", .plural = "topics", .label = "Topics"}};
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    site.add("cases/" + std::string(id) + ".md",
             "{title: Case " + std::string(id) + ", topics: [trees]}");
  }
  site.options.page_size = 2;
  REQUIRE(site.render().has_value());
  CHECK(site.has("cases/page/3/index.html"));
  CHECK_FALSE(site.has("cases/page/4/index.html"));
  CHECK(count_of(site.files["cases/page/2/index.html"], "Page 2 of 3") == 2);  // head and foot
  CHECK(count_of(site.files["topics/trees/page/2/index.html"], "Page 2 of 3") == 2);
  CHECK(site.says("cases/page/2/index.html", "rel=\"prev\" href=\"../../index.html\""));
  CHECK(site.says("cases/page/2/index.html", "rel=\"next\" href=\"../3/index.html\""));
  CHECK(site.says("topics/trees/page/3/index.html", "Case e"));
}

TEST_CASE("whole addresses are written only where the bank's address is known") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  CHECK(site.pages_with("rel=\"canonical\"").empty());
  CHECK_FALSE(site.says("404.html", "<a "));

  site.bank.settings.url = "https://wells.example/bank";
  REQUIRE(site.render().has_value());
  CHECK(site.says("cases/pump/index.html",
                  "<link rel=\"canonical\" href=\"https://wells.example/bank/cases/pump/\">"));
  CHECK(site.says("404.html", "<a href=\"https://wells.example/bank/\">"));
}

TEST_CASE("links of a body lead to pages, and its pictures come along") {
  TestSite site = full_site();
  content::Body body;
  body.html = "<p><a href=\"\">d</a><a href=\"\">h</a><img src=\"\" alt=\"m\" /></p>";
  body.links = {{.target = "../ghana/dam.md#top"},
                {.target = "../ghana/held.md"},
                {.target = "img/map.png", .text = "m", .image = true}};
  body.slots = {{12, 0}, {29, 1}, {45, 2}};
  site.add("cases/kenya/linked.md", "{title: Linked, countries: [kenya]}", body);
  site.options.read_asset = [](const std::string& path) -> Result<std::string> {
    return "bytes of " + path;
  };
  REQUIRE(site.render().has_value());
  CHECK(site.says("cases/linked/index.html",
                  "<p><a href=\"../dam/index.html#top\">d</a><span>h</span><img "
                  "src=\"img/map.png\" alt=\"m\" /></p>"));
  CHECK(site.files["cases/linked/img/map.png"] == "bytes of cases/kenya/img/map.png");
}

TEST_CASE("the same bank gives the same site") {
  TestSite one = full_site();
  TestSite other = full_site();
  REQUIRE(one.render().has_value());
  REQUIRE(other.render().has_value());
  CHECK(one.files == other.files);
}

TEST_CASE("what keeps a site from being made is told") {
  SUBCASE("a template that is wrong, with its line") {
    TestSite site = full_site();
    site.templates.pages["case"] = {"templates/case.html", "<p>\n{{#open}}"};
    const Status done = site.render();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().where.path == "templates/case.html");
    CHECK(done.error().where.span.line == 2);
    CHECK(site.files.empty());
  }
  SUBCASE("a name that no page has") {
    TestSite site = full_site();
    site.templates.pages["case"].text = "\n<h1>{{titel}}</h1>";
    const Status done = site.render();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().rule == "E425");
    CHECK(done.error().where.span.line == 2);
  }
  SUBCASE("an interface text that is not there") {
    TestSite site = full_site();
    site.templates.texts = yaml("{nav: {home: Home}}");
    const Status done = site.render();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().rule == "E430");
  }
  SUBCASE("a facet in a folder of the site's own") {
    TestSite site = full_site();
    site.bank.facets[0].plural = "lessons";
    const Status done = site.render();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().rule == "E431");
  }
  SUBCASE("two pairs at one address") {
    TestSite site = full_site();
    site.bank.facets.push_back(
        {.field = "tags", .flag = "tag", .plural = "tags", .label = "Tags"});
    site.add("cases/x.md", "{title: X, countries: [kenya], tags: [water]}");
    const Status done = site.render();
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().rule == "E431");
  }
  SUBCASE("a record that cannot be read") {
    TestSite site = full_site();
    const Status done = render_site(
        site.bank,
        [](const content::Card&) -> Result<content::Record> {
          return Diagnostic{.rule = "E900", .message = "gone"};
        },
        site.templates, site.options, [](const File&) -> Status { return Done{}; });
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().rule == "E900");
  }
}
