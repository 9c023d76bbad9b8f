#include "render/catalogue.hpp"

#include <doctest/doctest.h>

#include "site_bank.hpp"

using namespace baraza;
using namespace baraza::render;

namespace {

TestSite some_site() {
  TestSite site;
  site.bank.facets = {{.field = "countries", .flag = "country", .plural = "countries"},
                      {.field = "sectors", .flag = "sector", .plural = "sectors"},
                      {.field = "tags", .flag = "tag", .plural = "tags"}};
  site.bank.settings.pairs_named = true;
  site.bank.settings.pairs = {{"countries", "sectors"}};
  const auto add = [&](const std::string& id, const std::string& terms) {
    site.add("cases/x/" + id + ".md", "{title: " + id + ", " + terms +
                                          ", lessons: [{id: one, claim: A.}, {id: two, claim: "
                                          "B., sectors: [own]}]}");
  };
  add("a", "countries: [kenya], sectors: [health]");
  add("b", "countries: [kenya], sectors: [health, water]");
  add("c", "countries: [ghana], sectors: [health]");
  add("d", "countries: [ghana], sectors: [roads]");
  content::sort_cards(site.bank.cards);
  return site;
}

}  // namespace

TEST_CASE("terms gather cases by their own terms and lessons by theirs") {
  const TestSite site = some_site();
  const Catalogue catalogue(site.bank, false);
  REQUIRE(catalogue.lessons().size() == 8);
  const TermUse& health = catalogue.terms(1).find("health")->second;
  CHECK(health.cases == std::vector<std::size_t>{0, 1, 2});
  CHECK(health.lessons == std::vector<std::size_t>{0, 2, 4});
  const TermUse& own = catalogue.terms(1).find("own")->second;
  CHECK(own.cases.empty());
  CHECK(own.lessons.size() == 4);
  CHECK(catalogue.has_page(1, "own"));
  CHECK_FALSE(catalogue.has_page(1, "nothing"));
}

TEST_CASE("two terms stand together only where a case or a lesson has both") {
  const TestSite site = some_site();
  const Catalogue catalogue(site.bank, false);
  const TermUse& kenya = catalogue.terms(0).find("kenya")->second;
  const UsesByTerm together = catalogue.together(0, kenya, 1);
  CHECK(together.count("water") == 1);
  CHECK(together.count("roads") == 0);
  CHECK(together.find("health")->second.cases == std::vector<std::size_t>{0, 1});
  REQUIRE(catalogue.partners(0).size() == 1);
  CHECK(catalogue.partners(0)[0].first);
  CHECK_FALSE(catalogue.partners(1)[0].first);
  CHECK(catalogue.partners(2).empty());
}

TEST_CASE("a lesson's neighbours are of other cases and share most terms") {
  const TestSite site = some_site();
  const Catalogue catalogue(site.bank, false);
  Neighbours neighbours(catalogue);
  const auto cases_near = [&](std::size_t lesson, std::size_t most) {
    std::vector<std::string> ids;
    for (const LessonRef& near : neighbours.find(catalogue.lessons()[lesson], most)) {
      ids.push_back(near.card->id);
    }
    return ids;
  };
  CHECK(cases_near(0, 4) == std::vector<std::string>{"b", "c"});
  CHECK(cases_near(0, 1) == std::vector<std::string>{"b"});
  CHECK(cases_near(1, 4) == std::vector<std::string>{"b", "c", "d"});  // by `own`
  CHECK(cases_near(0, 4) == std::vector<std::string>{"b", "c"});
}
