// What the pages of a site say and where they lead, by kind of page.
#include <doctest/doctest.h>

#include "site_bank.hpp"

using namespace baraza;
using namespace baraza::render;

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
