#include "render/site.hpp"

#include <set>

#include <doctest/doctest.h>

#include "render/address.hpp"
#include "site_bank.hpp"

using namespace baraza;
using namespace baraza::render;

namespace {

// A bank of this repository's kind, with one record of each kind and each state.
// NOLINTNEXTLINE(readability-function-size): a bank, record by record
TestSite full_site() {
  TestSite site;
  site.bank.settings.title = "Wells";
  site.bank.settings.notice[""] = "Nobody described here took part.";
  site.bank.facets = {
      {.field = "countries", .flag = "country", .plural = "countries", .label = "Countries"},
      {.field = "sectors", .flag = "sector", .plural = "sectors", .label = "Sectors"}};
  site.add("cases/kenya/pump.md", R"(
title: Pump & pipe
summary: A pump <that> broke.
countries: [kenya]
sectors: [water]
period: {start: 2011, ongoing: true}
wells_built: 12
sources: [{id: s1, title: A report, author: A. Li, year: 2016, url: "https://example.org/r"}]
lessons:
  - {id: ask, claim: Ask first., because: They did (s1)., question: Why (s1)?, sources: [s1]}
  - {id: pay, claim: Pay late., sources: [s1]}
outcomes:
  - {id: o, claim: It ran., direction: better, basis: [survey], sources: [s1]}
  - {id: p, claim: It broke., direction: worse, sources: [s1, {id: s9, at: p. 3}]}
lenses: [{term: lens/one, fits: partly, because: It nearly did (s1).}]
related: [dam]
)");
  site.add("cases/ghana/dam.md", R"(
title: Dam
countries: [ghana]
sectors: [water]
lessons: [{id: wait, claim: Wait., sources: []}]
)");
  site.add("cases/ghana/secret.md", R"(
title: The hidden case
countries: [togo]
sectors: [water]
sensitivity: lesson-only
actors: [{id: a, name: Hidden Actor, kind: union}]
sources: [{id: s1, title: Hidden source}]
lessons: [{id: quiet, claim: Speak softly., because: "They heard (s1).", sources: [s1]}]
)");
  site.add("cases/ghana/draft.md", "{title: Unfinished, draft: true, countries: [mali]}");
  site.add("cases/ghana/held.md", "{title: Held back, sensitivity: hold, countries: [mali]}");
  site.add("cases/insights/first.md", R"(
kind: insight
title: Asking helps.
rests_on:
  - {lesson: "pump#ask", stance: supports, why: It did.}
  - {lesson: "pump#pay", stance: contradicts, why: It did not.}
  - {lesson: "dam#wait", stance: limits, why: Not always.}
  - {lesson: "secret#quiet", stance: supports, why: Quietly.}
  - {lesson: "draft#none", stance: supports, why: Never shown.}
state: open
because: Few cases & no trial.
)");
  site.add("cases/digest/paper.md",
           "{kind: digest, title: A paper, summary: Short., url: 'https://example.org/p'}");
  content::Vocabulary lens;
  lens.id = "lens";
  lens.framework = true;
  lens.label[""] = "A lens";
  lens.status[""] = "For learning.";
  lens.terms.push_back({.id = "one", .label = {{"", "First term"}}});
  site.bank.vocabularies.frameworks["lens"] = lens;
  return site;
}

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

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
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

TEST_CASE("a case tells its story before it counts what changed") {
  TestSite site = full_site();
  site.add("cases/kenya/told.md", R"(
title: Told
outcomes: [{id: o, claim: It ran., direction: better}]
lessons: [{id: ask, claim: Ask.}]
)",
           {.html = "<h2 id=\"start\">Start</h2><p>Once.</p>"});
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["cases/told/index.html"];
  std::size_t at = 0;
  for (const char* part : {"href=\"#part_lessons\"", "href=\"#part_body\"",
                           "href=\"#part_outcomes\"", "<h2 id=\"part_lessons\"",
                           "<h2 id=\"part_body\">The story</h2>\n<h3 id=\"start\">Start</h3>",
                           "<h2 id=\"part_outcomes\""}) {
    CAPTURE(part);
    const std::size_t next = html.find(part, at);
    REQUIRE(next != std::string::npos);
    at = next;
  }
}

TEST_CASE("a term's page has its cases first, and says its own terms only at its head") {
  TestSite site = full_site();
  site.add("cases/kenya/both.md", R"(
title: Both
countries: [kenya, ghana]
sectors: [water]
lessons: [{id: two, claim: Cross the border.}]
)");
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["countries/kenya/index.html"];
  CHECK(html.find("part_cases") < html.find("part_lessons"));
  CHECK(html.find("part_lessons") < html.find("part_insights"));
  CHECK(html.find("<li><a href=\"index.html\">") == std::string::npos);
  // Of its cards only those of the case that has another country too name a country; lessons
  // stand under the heading of their sector, so cards of cases alone name that.
  CHECK(count_of(html, "<ul class=\"terms\" aria-label=\"Countries\">") == 2);
  CHECK(count_of(html, "<ul class=\"terms\" aria-label=\"Sectors\">") == 2);
  const std::string& pair = site.files["countries/kenya/water/index.html"];
  CHECK(count_of(pair, "aria-label=\"Sectors\"") == 0);
  CHECK(count_of(pair, "aria-label=\"Countries\"") == 2);
}

TEST_CASE("relations and funding tell names from words") {
  TestSite site = full_site();
  site.add("cases/kenya/tied.md", R"(
title: Tied
sources: [{id: s1, title: A report}]
actors:
  - {id: a, name: Drivers & owners, kind: union}
  - {id: b, name: "Parliament, <upper> house", kind: legislature}
relations:
  - {from: a, to: b, kind: opposes, words: march (s1)}
  - {from: a, to: b, kind: watches-over}
funding:
  - {from: a, amount: 54000, currency: USD, years: 2014/2016, terms: Fuel; no more seen (s1)}
  - {terms: Gifts}
)");
  REQUIRE(site.render().has_value());
  const char* page = "cases/tied/index.html";
  CHECK(site.says(page,
                  "<li><b>Drivers &amp; owners</b> opposed <b>Parliament, &lt;upper&gt; "
                  "house</b><span class=\"own-words\">: march (<a class"));
  CHECK(site.says(page, "</b> – watches over – <b>"));
  CHECK(site.says(page, "<p><b>Drivers &amp; owners</b>: USD 54,000, 2014 to 2016</p>"));
  CHECK(site.says(page, "<p>Fuel; no more seen (<a class"));
  CHECK(site.says(page, "<p><b>A funder that is not named</b></p>\n<p>Gifts</p>"));
}

TEST_CASE("a lesson leads to the others of its case, unless the case is not public") {
  TestSite site = full_site();
  site.add("cases/ghana/quiet.md", R"(
title: Also hidden
sensitivity: lesson-only
lessons: [{id: one, claim: Say one.}, {id: two, claim: Say two.}]
)");
  REQUIRE(site.render().has_value());
  CHECK(
      site.says("lessons/pump/ask/index.html", "<a href=\"../pay/index.html\">Pay late.</a>"));
  // Its terms stand at its head, so the card of its case does not say them again.
  const std::string& html = site.files["lessons/pump/ask/index.html"];
  const std::string case_card = html.substr(html.find("<li class=\"card case-card\">"));
  CHECK(case_card.substr(0, case_card.find("</section>")).find("kenya") == std::string::npos);
  CHECK_FALSE(site.says("lessons/quiet/one/index.html", "Other lessons of this case"));
  CHECK_FALSE(site.says("lessons/dam/wait/index.html", "Other lessons of this case"));
}

TEST_CASE("the list of frameworks says how many cases are read with each") {
  TestSite site = full_site();
  site.bank.vocabularies.frameworks["lens"].publisher = "A lens";
  site.bank.vocabularies.frameworks["lens"].terms.push_back({.id = "two"});
  site.add("cases/kenya/more.md", "{title: More, lenses: [lens/one, lens/two]}");
  content::Vocabulary other;
  other.id = "other";
  other.publisher = "A house";
  site.bank.vocabularies.frameworks["other"] = other;
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["frameworks/index.html"];
  CHECK(count_of(html, "cases read with it") == 1);
  CHECK(html.find("2 cases read with it") != std::string::npos);
  CHECK(html.find("<span>A house</span>") != std::string::npos);
  CHECK(html.find("<span>A lens</span>") == std::string::npos);  // it is called so
}

TEST_CASE("sources of a claim are one or several, each with the place in it") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  const char* page = "cases/pump/index.html";
  CHECK(site.says(page,
                  "<p class=\"cited\">Source: <span><a class=\"cite\" href=\"#source_s1\""));
  CHECK(site.says(page, "<p class=\"cited\">Sources: <span><a"));
  CHECK(site.says(page, "s1</a></span> <span>s9, p. 3</span>"));
}

TEST_CASE("facts leave out what goes without saying") {
  TestSite site = full_site();
  site.bank.settings.owner = "us";
  site.add("cases/kenya/ours.md",
           "{title: Ours, owner: us, tags: [pumps, taps], published: 2020, updated: 2020}");
  site.add("cases/kenya/theirs.md",
           "{title: Theirs, owner: them, published: 2020, updated: 2021}");
  REQUIRE(site.render().has_value());
  CHECK(site.says("cases/ours/index.html", "<dt>Tags</dt><dd>pumps, taps</dd>"));
  CHECK(site.says("cases/ours/index.html", "<dt>Published</dt>"));
  CHECK(site.pages_with("<dt>Owner</dt>") ==
        std::vector<std::string>{"cases/theirs/index.html"});
  CHECK(site.pages_with("<dt>Updated</dt>") ==
        std::vector<std::string>{"cases/theirs/index.html"});
}

TEST_CASE("no citation of a source is left without its link") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  CHECK(site.pages_with("(s1").empty());
  CHECK(site.says("lessons/pump/ask/index.html",
                  "Why (<a class=\"cite\" href=\"../../../cases/pump/index.html#source_s1\" "
                  "title=\"A report – A. Li, 2016\">"));
  CHECK(site.says("lessons/pump/ask/index.html",
                  "<meta name=\"description\" content=\"They did.\">"));
  CHECK(site.says("lessons/secret/quiet/index.html", "<p>They heard.</p>"));
  CHECK(site.says("frameworks/lens/index.html",
                  "did (<a class=\"cite\" href=\"../../cases/pump/index.html#source_s1\" "
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

TEST_CASE("wherever a digest entry is listed, what it says stands below its title") {
  TestSite site = full_site();
  site.add("cases/digest/study.md",
           "{kind: digest, title: A study, summary: Pumps fail., publisher: A journal, "
           "countries: [kenya], url: 'https://example.org/s'}");
  REQUIRE(site.render().has_value());
  for (const char* path : {"index.html", "countries/kenya/index.html"}) {
    CAPTURE(path);
    CHECK(site.says(path, "#entry_study\">A study</a> <span class=\"by\">A journal</span>"));
    CHECK(site.says(path, "<p>Pumps fail.</p>"));
  }
}

TEST_CASE("a case leads back to the digest entries that link to it, each once") {
  TestSite site = full_site();
  site.add("cases/kenya/pump.sw.md", "{translation_of: pump, language: sw, title: Pampu}");
  const auto entry = [&](const std::string& id, std::vector<content::Link> links) {
    const std::string path = "cases/digest/" + id + ".md";
    site.add(path,
             "{kind: digest, title: About " + id + ", summary: S., url: 'https://e.org'}");
    site.bank.cards.back().links = std::move(links);
  };
  entry("one", {{.target = "../kenya/pump.md"}, {.target = "../kenya/pump.md#lessons"}});
  entry("two", {{.target = "https://example.org"}, {.target = "../kenya/pump.sw.md"}});
  entry("three", {{.target = "../ghana/held.md"}, {.target = "three.md"}, {.target = "no.md"}});
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["cases/pump/index.html"];
  CHECK(count_of(html, "../../digest/index.html#entry_one\">About one</a>") == 1);
  CHECK(count_of(html, "../../digest/index.html#entry_two\">About two</a>") == 1);
  CHECK(html.find("<a href=\"#part_elsewhere\">") != std::string::npos);
  CHECK(site.pages_with("part_elsewhere") == std::vector<std::string>{"cases/pump/index.html"});
  CHECK(html.find("About three") == std::string::npos);
}

TEST_CASE(
    "a framework leads to the digest entry at its address, and to those that link to it") {
  TestSite site = full_site();
  site.bank.vocabularies.frameworks["lens"].url = "https://example.org/lens";
  site.add("cases/digest/own.md",
           "{kind: digest, title: The lens, summary: S., url: 'https://example.org/lens'}");
  site.add("cases/digest/doubt.md",
           "{kind: digest, title: A doubt, summary: S., url: 'https://example.org/doubt'}");
  site.bank.cards.back().links = {{.target = "own.md"}};
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["frameworks/lens/index.html"];
  const std::size_t own = html.find("#entry_own\">The lens</a>");
  CHECK(own < html.find("#entry_doubt\">A doubt</a>"));
  CHECK(html.find("A doubt") != std::string::npos);
  CHECK(html.find("A paper") == std::string::npos);
}

TEST_CASE("an insight puts each case once on the side where its lessons stand") {
  TestSite site = full_site();
  REQUIRE(site.render().has_value());
  const std::string& html = site.files["insights/first/index.html"];
  const std::size_t supporting = html.find("<h3>For it</h3>");
  const std::size_t both = html.find("<h3>On both sides</h3>");
  const std::size_t against = html.find("<h3>Against it, or limiting it</h3>");
  REQUIRE(supporting < both);
  REQUIRE(both < against);
  const auto between = [&](std::size_t from, std::size_t to, const char* text) {
    const std::size_t at = html.find(text, from);
    return at < to;
  };
  CHECK(between(supporting, both, "A case that is not public"));
  CHECK(between(both, against, "Pump &amp; pipe"));
  CHECK(between(against, html.size(), ">Dam<"));
  CHECK(count_of(html, "<h4>") == 3);
  CHECK(count_of(html, "1 case:") + count_of(html, ">1 case<") == 3);
  CHECK(html.find(">Why it is still open:</strong> Few cases &amp; no trial.</p>") !=
        std::string::npos);
}

TEST_CASE("a side of an insight without a case says so once, and no card counts to 0") {
  TestSite site = full_site();
  site.add("cases/insights/second.md", R"(
kind: insight
title: Nobody objects.
rests_on: [{lesson: "dam#wait", stance: supports, why: It did.}]
)");
  site.add("cases/insights/third.md", R"(
kind: insight
title: It is both.
rests_on:
  - {lesson: "pump#ask", stance: supports, why: It did.}
  - {lesson: "pump#pay", stance: contradicts, why: It did not.}
)");
  REQUIRE(site.render().has_value());
  CHECK(site.says("insights/second/index.html", "No case in this bank stands against it yet."));
  CHECK(site.says("insights/index.html",
                  "<span>1 case for it</span><span>none against it</span>"));
  CHECK(count_of(site.files["insights/third/index.html"],
                 "No case stands on this side alone") == 2);
  CHECK(site.says("insights/index.html", "<p class=\"meta\"><span>1 on both sides</span></p>"));
  CHECK(site.pages_with("0 cases").empty());
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
