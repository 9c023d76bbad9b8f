#include "content/vocabulary.hpp"

#include <doctest/doctest.h>

#include "tests/content/build_tree.hpp"

using baraza::content::make_boolean;
using baraza::content::make_number;
using baraza::content::make_vocabulary;
using baraza::content::Term;
using baraza::content::text_in;
using baraza::content::Texts;
using baraza::content::Vocabularies;
using baraza::content::Vocabulary;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

TEST_CASE("a text is found in the nearest language there is") {
  const Texts texts_by_tag = {{"en", "Water"}, {"pt", "Água"}, {"sw", "Maji"}};
  CHECK(text_in(texts_by_tag, "sw") == "Maji");
  CHECK(text_in(texts_by_tag, "pt-BR") == "Água");
  CHECK(text_in(texts_by_tag, "hi") == "Water");
  CHECK(text_in({{"", "plain"}, {"en", "English"}}, "hi") == "plain");
  CHECK(text_in({{"sw", "Maji"}}, "hi") == "Maji");
  CHECK(text_in({}, "en").empty());
}

TEST_CASE("a vocabulary is read from its tree, with codes and other words") {
  const Vocabulary list_of_sectors = make_vocabulary(
      map({{"label", map({{"en", text("Sectors")}})},
           {"terms", list({map({{"id", text("education")},
                                {"label", map({{"en", text("Education")}})},
                                {"alt", texts({"schooling"})},
                                {"codes", map({{"cofog", texts({"09"})}, {"sdg", text("4")}})},
                                {"aliases", texts({"schools"})}}),
                           map({{"id", text("old")},
                                {"deprecated", make_boolean(true)},
                                {"replaced_by", text("education")}}),
                           text("no map, left out")})}}),
      "schemas/vocabularies/sectors.yaml");
  CHECK(list_of_sectors.id == "sectors");
  CHECK_FALSE(list_of_sectors.framework);
  REQUIRE(list_of_sectors.terms.size() == 2);
  const Term& education = list_of_sectors.terms[0];
  CHECK(education.label_in("en") == "Education");
  CHECK(education.codes[0].second == std::vector<std::string>{"09"});
  CHECK(education.codes[1].second == std::vector<std::string>{"4"});
  CHECK(list_of_sectors.find("old")->deprecated);
  CHECK(list_of_sectors.find("old")->label_in("en") == "old");
  CHECK(list_of_sectors.find_alias("schools") == &education);
  CHECK(list_of_sectors.find("schools") == nullptr);
}

TEST_CASE("a term is found the same with its ids sorted and without, the first of two alike") {
  Vocabulary terms;
  for (const char* id : {"wells", "pumps", "wells", "", "roads"})
    terms.terms.push_back({.id = id});
  terms.terms[1].aliases = {"handpumps", "lifts"};
  terms.terms[4].aliases = {"lifts", "lanes"};
  const Vocabulary unsorted = terms;
  baraza::content::sort_ids(terms);
  REQUIRE(terms.by_id.size() == 5);
  for (const char* id : {"wells", "pumps", "", "roads", "a", "well", "wellsx"}) {
    CAPTURE(id);
    const Term* found = terms.find(id);
    const Term* expected = unsorted.find(id);
    CHECK((found == nullptr) == (expected == nullptr));
    if (found != nullptr && expected != nullptr)
      CHECK(found - terms.terms.data() == expected - unsorted.terms.data());
  }
  CHECK(terms.find_alias("lifts") == &terms.terms[1]);
  CHECK(terms.find_alias("lanes") == &terms.terms[4]);
  CHECK(terms.find_alias("pumps") == nullptr);
}

TEST_CASE("a framework is known by its folder and keeps what its publisher did not say") {
  const Vocabulary framework = make_vocabulary(
      map({{"label", text("System Behaviours")},
           {"publisher", text("Lankelly Chase")},
           {"status", text("a tool for learning, not a performance target")},
           {"groups", list({map({{"id", text("power")},
                                 {"label", text("Power")},
                                 {"expected_count", make_number("7")},
                                 {"note", text("not found")}})})},
           {"terms", list({map({{"id", text("shared-power")},
                                {"confidence", text("read")},
                                {"questions", texts({"Whose voice counted for less?"})},
                                {"questions_by", text("ours")}})})}}),
      "schemas/frameworks/system-behaviours.yaml");
  CHECK(framework.framework);
  CHECK(framework.expected_count == -1);
  REQUIRE(framework.groups.size() == 1);
  CHECK(framework.groups[0].expected_count == 7);
  REQUIRE(framework.terms.size() == 1);
  CHECK(framework.terms[0].questions.size() == 1);

  const Vocabularies all = {.lists = {}, .frameworks = {{framework.id, framework}}};
  CHECK(all.find_lens("system-behaviours/shared-power") != nullptr);
  CHECK(all.find_lens("system-behaviours/nothing") == nullptr);
  CHECK(all.find_lens("nothing/shared-power") == nullptr);
  CHECK(all.find_lens("shared-power") == nullptr);
}
