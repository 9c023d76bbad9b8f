#include "content/card.hpp"

#include <doctest/doctest.h>

#include "content/bank.hpp"
#include "tests/content/build_tree.hpp"

using baraza::content::Bank;
using baraza::content::Card;
using baraza::content::Date;
using baraza::content::earliest_day;
using baraza::content::Facet;
using baraza::content::is_before;
using baraza::content::latest_day;
using baraza::content::make_boolean;
using baraza::content::make_card;
using baraza::content::make_number;
using baraza::content::name_of_path;
using baraza::content::Node;
using baraza::content::parse_date;
using baraza::content::RecordKind;
using baraza::content::sort_cards;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

TEST_CASE("a date is one of EDTF's forms, and one that exists") {
  struct Row {
    const char* text;
    Date date;
  };
  const Row rows[] = {
      {"2016", {2016, 0, 0, false}},
      {"2016-05", {2016, 5, 0, false}},
      {"2016-05-31", {2016, 5, 31, false}},
      {"2016~", {2016, 0, 0, true}},
      {"2024-02-29", {2024, 2, 29, false}},
      {"2023-02-29", {}},
      {"2016-13", {}},
      {"2016-00", {}},
      {"16", {}},
      {"2016-5", {}},
      {"2016-05-31-01", {}},
      {"", {}},
      {"~", {}},
      {"-2016", {}},
      {"0000", {}},
      {"20x6", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_date(row.text) == row.date);
  }
  for (const char* text : {"2016", "2016-05", "2016-05-31", "2016~", "0987-01~", ""}) {
    CAPTURE(text);
    CHECK(text_of(parse_date(text)) == text);
  }
  CHECK(earliest_day(parse_date("2016")) == 20160101);
  CHECK(latest_day(parse_date("2016")) == 20161231);
  CHECK(latest_day(parse_date("2024-02")) == 20240229);
}

TEST_CASE("a date is before another only if it is for certain") {
  struct Row {
    std::string_view a, b;
    bool before;
  };
  const Row rows[] = {
      {"2015", "2016", true},           {"2016", "2016", false},
      {"2016", "2016-05", false},       {"2016-04", "2016-05", true},
      {"2016-05", "2016-05-31", false}, {"2015~", "2016", false},
      {"2015", "2016~", false},         {"2014~", "2016", true},
      {"2014~", "2016~", false},        {"2013~", "2016~", true},
      {"2015-12~", "2016-01", false},   {"2015-11~", "2016-01", true},
      {"2016-12", "2017-01~", false},   {"2015-12-31~", "2016-01-31", false},
      {"2015-12-31~", "2016-02", true}, {"2016~", "2014", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(is_before(parse_date(row.a), parse_date(row.b)) == row.before);
  }
}

TEST_CASE("a path gives the id and the language of its record") {
  CHECK(name_of_path("cases/kenya/tusome.md").id == "tusome");
  CHECK(name_of_path("cases/kenya/tusome.sw.md").id == "tusome");
  CHECK(name_of_path("cases/kenya/tusome.sw.md").language == "sw");
  CHECK(name_of_path("cases/kenya/tusome.pt-BR.md").language == "pt-BR");
  CHECK(name_of_path("cases/kenya/v1.2.md").id == "v1.2");
  CHECK(name_of_path("x.md").language.empty());
}

const std::vector<Facet> facets = {{.field = "countries"}, {.field = "sectors"}};

TEST_CASE("a card has what lists and checks need, and leaves out what has another form") {
  const Node front =
      map({{"title", text("Tusome")},
           {"countries", texts({"kenya", "kenya"})},
           {"sectors", text("education")},
           {"period", map({{"start", make_number("2014")}, {"end", make_number("2022")}})},
           {"stage", map({{"term", text("ended")}})},
           {"authors", list({map({{"name", text("A")}}), text("B"), map({})})},
           {"outcomes", list({map({{"id", text("o1")},
                                   {"basis", texts({"survey"})},
                                   {"corroboration", text("single-source")},
                                   {"sources", texts({"s1"})}}),
                              map({{"id", text("o2")},
                                   {"basis", texts({"audit"})},
                                   {"corroboration", text("independent")},
                                   {"sources", texts({"s2"})}})})},
           {"lessons",
            list({map({{"id", text("one")},
                       {"claim", text("C.")},
                       {"sources", list({map({{"id", text("s1")}, {"at", text("p. 1")}})})}}),
                  map({{"id", text("two")},
                       {"sectors", texts({"health"})},
                       {"sources", texts({"s9"})}}),
                  map({{"claim", text("has no id")}}), text("no map")})},
           {"draft", make_boolean(true)}});
  const Card card = make_card(front, facets, "cases/kenya/tusome.md");
  CHECK(card.kind == RecordKind::case_study);
  CHECK(card.id == "tusome");
  CHECK(card.terms.at("countries") == std::vector<std::string>{"kenya"});
  CHECK(card.terms.at("sectors") == std::vector<std::string>{"education"});
  CHECK(card.start.year == 2014);
  CHECK(card.stage == "ended");
  CHECK(card.authors == std::vector<std::string>{"A", "B"});
  CHECK_FALSE(card.publishable());
  REQUIRE(card.lessons.size() == 2);
  CHECK(card.lessons[0].terms == card.terms);
  CHECK(card.lessons[0].basis == std::vector<std::string>{"survey"});
  CHECK(card.lessons[0].corroboration == std::vector<std::string>{"single-source"});
  CHECK(card.lessons[1].terms.at("sectors") == std::vector<std::string>{"health"});
  CHECK(card.lessons[1].basis.empty());
  CHECK(full_id(card, card.lessons[1]) == "tusome#two");
}

TEST_CASE("a lesson is as strong as the outcomes that it names, else as those of its sources") {
  struct Row {
    std::string_view what;
    std::vector<std::pair<std::string, Node>> says;  // the lesson, besides its id and source
    std::vector<std::string> basis;
  };
  const Row rows[] = {
      {"nothing named", {}, {"survey"}},
      {"another one", {{"outcomes", texts({"o2"})}}, {"audit"}},
      {"both", {{"outcomes", texts({"o2", "o1"})}}, {"survey", "audit"}},
      {"none", {{"outcomes", list({})}}, {}},
      {"one that is not there", {{"outcomes", texts({"o3"})}}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::vector<std::pair<std::string, Node>> lesson = {{"id", text("l")},
                                                        {"sources", texts({"s1"})}};
    lesson.insert(lesson.end(), row.says.begin(), row.says.end());
    const Node front = map({{"outcomes", list({map({{"id", text("o1")},
                                                    {"basis", texts({"survey"})},
                                                    {"sources", texts({"s1"})}}),
                                               map({{"id", text("o2")},
                                                    {"basis", texts({"audit"})},
                                                    {"sources", texts({"s2"})}})})},
                            {"lessons", list({map(lesson)})}});
    CHECK(make_card(front, facets, "cases/x.md").lessons[0].basis == row.basis);
  }
}

TEST_CASE("a record is shown unless it is a draft, held or under an embargo") {
  struct Row {
    const char* key;
    Node value;
    bool shown;
  };
  const Row rows[] = {
      {"draft", make_boolean(true), false},   {"draft", make_boolean(false), true},
      {"sensitivity", text("hold"), false},   {"sensitivity", text("lesson-only"), true},
      {"embargo", text("2030-01-01"), false}, {"tags", texts({"x"}), true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.key);
    CHECK(make_card(map({{row.key, row.value}}), facets, "cases/a.md").publishable() ==
          row.shown);
  }
}

TEST_CASE("a facet may have the name of a field that people fill otherwise") {
  const Card card = make_card(map({{"title", text("T")}, {"authors", texts({"mary"})}}),
                              {{.field = "authors"}}, "cases/t.md");
  CHECK(card.authors.empty());
  CHECK(card.terms.at("authors") == std::vector<std::string>{"mary"});
}

TEST_CASE("the kind of a record comes from its kind and its name") {
  CHECK(make_card(map({{"kind", text("insight")}}), {}, "cases/insights/a.md").kind ==
        RecordKind::insight);
  CHECK(make_card(map({{"kind", text("digest")}}), {}, "cases/digest/a.md").kind ==
        RecordKind::digest);
  const Card translation = make_card(map({{"title", text("T")}}), {}, "cases/kenya/a.sw.md");
  CHECK(translation.kind == RecordKind::translation);
  CHECK(translation.translation_of == "a");
  CHECK(make_card(Node{}, facets, "cases/a.md").title.empty());
}

TEST_CASE("a bank finds records and lessons by id") {
  Bank bank;
  bank.cards = {
      make_card(map({{"kind", text("insight")}}), {}, "cases/insights/z.md"),
      make_card(map({{"lessons", list({map({{"id", text("l")}})})}}), {}, "cases/b.md"),
      make_card(map({}), {}, "cases/b.sw.md"), make_card(map({}), {}, "cases/a.md")};
  sort_cards(bank.cards);
  CHECK(bank.cards.front().id == "a");
  CHECK(bank.find("b")->path == "cases/b.md");
  CHECK(bank.find("z")->kind == RecordKind::insight);
  CHECK(bank.find("nothing") == nullptr);
  CHECK(bank.find_lesson("b#l").lesson->id == "l");
  CHECK(bank.find_lesson("b#x").card->id == "b");
  CHECK(bank.find_lesson("b#x").lesson == nullptr);
  CHECK(bank.find_lesson("b").card == nullptr);
}
