#include "render/template_set.hpp"

#include <memory>
#include <string>

#include <doctest/doctest.h>

namespace baraza::render {
namespace {

std::string brief(const Diagnostic& one) {
  return one.where.path + ":" + std::to_string(one.where.span.line) + ":" +
         std::to_string(one.where.span.column) + " " + one.rule + " " + one.message;
}

View sample() {
  View view;
  view.set("title", "Water & \"wells\"").set("empty", "").set("none", View());
  view.set("body", View::html("<p>it's</p>")).set("count", 2).set("person", View());
  view.set("place", View().set("country", "Kenya").set("town", "Lodwar"));
  view.set("lessons", View()
                          .add(View().set("claim", "Ask <first>").set("last", false))
                          .add(View().set("claim", "Stay").set("last", true)));
  return view;
}

Result<std::string> fill(const std::vector<TemplateSource>& sources, const View& view,
                         Mode mode = Mode::strict) {
  Diagnostics found;
  const TemplateSet set = make_template_set(sources, mode, found);
  for (const Diagnostic& one : found.all()) FAIL_CHECK(brief(one));
  return set.render("page", view);
}

TEST_CASE("a page is filled from texts, HTML, lists of maps and partials") {
  struct Row {
    std::string what, page, expected;
  };
  const Row rows[] = {
      {"a text is escaped", "<p>{{title}}</p>", "<p>Water &amp; &quot;wells&quot;</p>"},
      {"in an attribute too", "<p title='{{title}}'>",
       "<p title='Water &amp; &quot;wells&quot;'>"},
      {"HTML is not", "{{{body}}}{{&body}}", "<p>it's</p><p>it's</p>"},
      {"numbers are printed either way", "{{count}} {{{count}}}", "2 2"},
      {"what is empty or nothing prints nothing", "[{{empty}}{{none}}{{{none}}}]", "[]"},
      {"so does what is below nothing", "[{{person.name}}{{#person.name}}x{{/person.name}}]",
       "[]"},
      {"a list of maps", "{{#lessons}}{{claim}}{{^last}}, {{/last}}{{/lessons}}.",
       "Ask &lt;first&gt;, Stay."},
      {"an item sees what is around it", "{{#lessons}}{{place.town}} {{/lessons}}",
       "Lodwar Lodwar "},
      {"an item is handed to a partial",
       "<ul>\n  {{#lessons}}\n  {{> item}}\n  {{/lessons}}\n</ul>\n",
       "<ul>\n  <li>\n    Ask &lt;first&gt;\n  </li>\n  <li>\n    Stay\n  </li>\n</ul>\n"},
      {"an inline partial adds no indentation", "<b>{{> item}}</b>",
       "<b><li>\n  Water &amp; &quot;wells&quot;\n</li>\n</b>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    View view = sample();
    view.set("claim", "Water & \"wells\"");
    const Result<std::string> page = fill(
        {{"page", "page.html", row.page}, {"item", "item.html", "<li>\n  {{claim}}\n</li>\n"}},
        view);
    REQUIRE(page.has_value());
    CHECK(*page == row.expected);
  }
}

TEST_CASE("strict templates ask for names that exist and values of their form") {
  struct Row {
    std::string page, finding, hint;
  };
  const Row rows[] = {
      {"<p>\n  {{titel}}", "page.html:2:3 E425 the page has no `titel`",
       "did you mean `title`?"},
      {"{{#lesson}}{{/lesson}}", "page.html:1:1 E425 the page has no `lesson`",
       "did you mean `lessons` or `person`?"},
      {"{{^nope}}{{/nope}}", "page.html:1:1 E425 the page has no `nope`",
       "did you mean `none`?"},
      {"{{place.contry}}", "page.html:1:1 E425 `place` has no `contry`",
       "did you mean `country`?"},
      {"{{title.en}}", "page.html:1:1 E425 `title` has no `en`", ""},
      {"{{#lessons}}\n{{clam}}\n{{/lessons}}", "page.html:2:1 E425 the page has no `clam`",
       "did you mean `claim`?"},
      {"{{{title}}}", "page.html:1:1 E426 `title` is a text and must be escaped",
       "print it with `{{title}}`"},
      {"{{body}}", "page.html:1:1 E426 `body` is HTML and would show its tags",
       "print it with `{{{body}}}` in an element's text"},
      {"{{lessons}}", "page.html:1:1 E426 `lessons` is a list and cannot be printed",
       "open a section for its items: `{{#lessons}}`"},
      {"{{#place}}{{.}}{{/place}}", "page.html:1:11 E426 `.` is a map and cannot be printed",
       "print one of its names: `{{name}}`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    const Result<std::string> page = fill({{"page", "page.html", row.page}}, sample());
    REQUIRE(!page.has_value());
    CHECK(brief(page.error()) == row.finding);
    CHECK(page.error().hint == row.hint);
    CHECK(fill({{"page", "page.html", row.page}}, sample(), Mode::spec).has_value());
  }
}

TEST_CASE("an unknown name in a partial is found there, with the calls that led to it") {
  const Result<std::string> page =
      fill({{"page", "page.html", "a\n{{> list}}"},
            {"list", "list.html", "{{#lessons}}{{> item}}{{/lessons}}"},
            {"item", "item.html", "<li>{{clame}}</li>"}},
           sample());
  REQUIRE(!page.has_value());
  CHECK(brief(page.error()) == "item.html:1:5 E425 the page has no `clame`");
  REQUIRE(page.error().notes.size() == 2);
  CHECK(page.error().notes[0].where == Place{"list.html", {1, 13, 1, 21}});
  CHECK(page.error().notes[1].where == Place{"page.html", {2, 1, 2, 9}});
}

TEST_CASE("a partial that does not exist is found before any page is filled") {
  Diagnostics found;
  const TemplateSet set =
      make_template_set({{"page", "page.html", "<p>\n{{> itm}}"}, {"item", "item.html", "x"}},
                        Mode::strict, found);
  REQUIRE(found.size() == 1);
  CHECK(brief(found.all()[0]) == "page.html:2:1 E428 there is no template `itm`");
  CHECK(found.all()[0].hint == "did you mean `item`?");
  CHECK(!set.render("page", sample()).has_value());
  CHECK(set.render("item", sample()).has_value());
}

TEST_CASE("a template with mistakes leaves the others of its set usable") {
  Diagnostics found;
  const TemplateSet set = make_template_set({{"bad", "bad.html", "{{#a}}"},
                                             {"page", "page.html", "good"},
                                             {"user", "user.html", "{{> bad}}"}},
                                            Mode::strict, found);
  CHECK(found.size() == 1);  // one cause, one finding
  CHECK(set.names() == std::vector<std::string>{"bad", "page", "user"});
  CHECK(*set.render("page", View::map()) == "good");
  CHECK(brief(set.render("bad", View::map()).error()) ==
        "bad.html:0:0 E428 the template `bad` cannot be used");
  CHECK(brief(set.render("user", View::map()).error()) ==
        "user.html:1:1 E428 no template `bad` can be used");
  CHECK(brief(set.render("pge", View::map()).error()) ==
        "pge:0:0 E428 there is no template `pge`");
}

TEST_CASE("a later template takes the place of an earlier one of its name") {
  const Result<std::string> page = fill({{"page", "a.html", "{{> part}}"},
                                         {"part", "a.html", "first"},
                                         {"part", "b.html", "second"}},
                                        View::map());
  CHECK(*page == "second");
}

TEST_CASE("a partial may call itself as long as its data end") {
  View tree =
      View()
          .set("name", "a")
          .set("children", View().add(View().set("name", "b").set("children", View::list())));
  const std::vector<TemplateSource> sources = {
      {"page", "page.html", "{{name}}({{#children}}{{> page}}{{/children}})"}};
  CHECK(*fill(sources, tree) == "a(b())");

  const Result<std::string> endless =
      fill({{"page", "page.html", "x\n{{> page}}"}}, View::map());
  REQUIRE(!endless.has_value());
  CHECK(brief(endless.error()) == "page.html:2:1 E429 partials are nested deeper than 64");
  CHECK(endless.error().notes.size() == 5);
}

TEST_CASE("templates that multiply one another are stopped") {
  std::vector<TemplateSource> sources = {{"page", "page.html", "{{> p0}}"}};
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    sources.push_back({"p" + std::to_string(i), "p.html", next + next});
  }
  SUBCASE("by the size of the page") {
    sources.push_back({"p40", "p.html", std::string(1 << 18, 'a')});
  }
  SUBCASE("by the number of steps") { sources.push_back({"p40", "p.html", ""}); }
  const Result<std::string> page = fill(sources, View::map());
  REQUIRE(!page.has_value());
  CHECK(page.error().message == "the page grows without end");
}

TEST_CASE("what all pages share is reached by its name") {
  const auto site = std::make_shared<const View>(View().set("title", "Bank"));
  const View page = View().set("site", View::share(site)).set("title", "Wells");
  const Result<std::string> made =
      fill({{"page", "page.html", "<title>{{title}} · {{site.title}}</title>"}}, page);
  CHECK(*made == "<title>Wells · Bank</title>");
}

}  // namespace
}  // namespace baraza::render
