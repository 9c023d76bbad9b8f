#include "render/words.hpp"

#include <doctest/doctest.h>

using namespace baraza;
using namespace baraza::render;
using content::make_text;
using content::Node;

namespace {

Node map_of(const std::vector<std::pair<std::string, Node>>& entries) {
  Node map;
  map.kind = Node::Kind::map;
  for (const auto& [name, value] : entries) {
    map.keys.push_back({name, {}});
    map.children.push_back(value);
  }
  return map;
}

Words some_words() {
  Node months;
  months.kind = Node::Kind::list;
  for (const char* name : {"January", "February", "March", "April", "May"}) {
    months.children.push_back(make_text(name));
  }
  return Words(
      map_of({{"count", map_of({{"wells", map_of({{"one", make_text("{n} well")},
                                                  {"other", make_text("{n} wells")}})},
                                {"taps", map_of({{"zero", make_text("no tap")},
                                                 {"other", make_text("{n} taps")}})}})},
              {"list", map_of({{"comma", make_text(", ")}, {"last", make_text(" and ")}})},
              {"number", map_of({{"group", make_text(",")}, {"point", make_text(".")}})},
              {"date", map_of({{"months", months},
                               {"day", make_text("{day} {month} {year}")},
                               {"month", make_text("{month} {year}")},
                               {"about", make_text("about {date}")},
                               {"since", make_text("since {date}")},
                               {"until", make_text("until {date}")},
                               {"from_to", make_text("{start} to {end}")}})}}));
}

}  // namespace

TEST_CASE("dates are said in words") {
  struct Row {
    std::string text, said;
  };
  const Row rows[] = {{"2016-05-31", "31 May 2016"}, {"2016-05", "May 2016"},  {"2016", "2016"},
                      {"2016~", "about 2016"},       {"some day", "some day"}, {"", ""}};
  const Words words = some_words();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(words.date(row.text) == row.said);
  }
  const auto date = [](const char* text) { return content::parse_date(text); };
  CHECK(words.period(date("2011"), date("2016-05"), false) == "2011 to May 2016");
  CHECK(words.period(date("2011"), {}, true) == "since 2011");
  CHECK(words.period(date("2011"), date("2011"), false) == "2011");
  CHECK(words.period({}, date("2011"), false) == "until 2011");
  CHECK(words.period({}, {}, true).empty());
}

TEST_CASE("counts, numbers and lists are said in words") {
  const Words words = some_words();
  CHECK(words.count("count.wells", 1) == "1 well");
  CHECK(words.count("count.wells", 0) == "0 wells");
  CHECK(words.count("count.wells", 12345) == "12,345 wells");
  CHECK(words.count("count.taps", 0) == "no tap");
  CHECK(words.count("count.taps", 2) == "2 taps");
  CHECK(words.number("81800000") == "81,800,000");
  CHECK(words.number("1234") == "1234");
  CHECK(words.number("12345.5") == "12,345.5");
  CHECK(words.number("-1e9") == "-1e9");
  CHECK(words.list({}).empty());
  CHECK(words.list({"a"}) == "a");
  CHECK(words.list({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("a text that is not there is remembered") {
  const Words words = some_words();
  CHECK(words.missing().empty());
  CHECK(words.text_or("no.such", "otherwise") == "otherwise");
  CHECK(words.missing().empty());
  CHECK(words.text("no.such") == "no.such");
  CHECK(words.missing() == "no.such");
}
