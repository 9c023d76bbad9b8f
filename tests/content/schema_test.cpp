#include "content/schema.hpp"

#include <doctest/doctest.h>

#include "tests/content/build_tree.hpp"

using baraza::content::Facet;
using baraza::content::find_facets;
using baraza::content::make_boolean;
using baraza::content::make_number;
using baraza::content::make_settings;
using baraza::content::Node;
using baraza::content::pairs_of;
using baraza::content::Settings;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

TEST_CASE("facets are the fields that a schema marks, in its order") {
  const Node schema = map(
      {{"properties",
        map({{"title", map({{"type", text("string")}})},
             {"topics",
              map({{"title", text("Topics")},
                   {"items", map({{"$ref", text("#/$defs/topic")}})},
                   {"x-facet", map({{"flag", text("topic")}, {"plural", text("topics")}})}})},
             {"authors", map({{"x-facet", make_boolean(true)}})}})},
       {"allOf",
        list({map({{"properties", map({{"era", map({{"x-facet", make_boolean(true)}})},
                                       {"off", map({{"x-facet", make_boolean(false)}})}})}})})},
       {"$defs", map({{"topic", map({{"x-vocabulary", text("topics-of-ours")}})}})}});
  const std::vector<Facet> facets = find_facets(schema);
  REQUIRE(facets.size() == 3);
  CHECK(facets[0] == Facet{"topics", "topic", "topics", "Topics", "topics-of-ours"});
  CHECK(facets[1] == Facet{"authors", "authors", "authors", "authors", ""});
  CHECK(facets[2].field == "era");
}

TEST_CASE("no facet has its pages in a folder of the site's own") {
  CHECK(baraza::content::is_site_folder("lessons"));
  CHECK(baraza::content::is_site_folder("page"));
  CHECK_FALSE(baraza::content::is_site_folder("topics"));
}

TEST_CASE("a schema that refers to itself has the facets it names and an end") {
  const Node schema =
      map({{"$ref", text("#")}, {"allOf", list({map({{"$ref", text("#/allOf/0")}})})}});
  CHECK(find_facets(schema).empty());
}

TEST_CASE("bank.yaml gives settings, and what it does not say has its default") {
  const Settings plain = make_settings(map({{"title", text("A bank")}}));
  CHECK(plain.title == "A bank");
  CHECK(plain.language() == "en");
  CHECK_FALSE(plain.pairs_named);
  CHECK_FALSE(plain.case_words.known());
  const auto words = [](Node least) {
    return make_settings(
               map({{"limits", map({{"case_words", map({{"least", std::move(least)}})}})}}))
        .case_words.least;
  };
  CHECK(words(make_number("200")) == 200);
  CHECK(words(make_number("-1")) == 0);
  CHECK(words(make_number("1e9")) == 0);
  CHECK(words(text("200")) == 0);

  const Settings full =
      make_settings(map({{"title", text("B")},
                         {"url", text("https://example.org/bank//")},
                         {"languages", texts({"sw", "en"})},
                         {"notice", map({{"sw", text("Taarifa")}})},
                         {"pairs", list({texts({"a", "b"}), texts({"odd"})})}}));
  CHECK(full.url == "https://example.org/bank");
  CHECK(full.language() == "sw");
  CHECK(full.notice.at("sw") == "Taarifa");
  REQUIRE(full.pairs.size() == 1);
}

TEST_CASE("every two facets pair unless bank.yaml names the pairs") {
  const std::vector<Facet> facets = {{.field = "a"}, {.field = "b"}, {.field = "c"}};
  Settings settings;
  CHECK(pairs_of(settings, facets).size() == 3);
  settings.pairs_named = true;
  settings.pairs = {{"c", "a"}, {"a", "unknown"}, {"b", "b"}};
  const auto pairs = pairs_of(settings, facets);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0] == std::pair<std::size_t, std::size_t>{2, 0});
}
