#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/pages.hpp"

namespace baraza::render {
namespace {

using content::Card;

constexpr std::size_t most_missing = 60;  // terms without anything that are named one by one

// One facet: how much stands under each of its terms, and which of its terms have nothing.
View coverage(const Maker& maker, std::size_t facet, const std::string& here) {
  const UsesByTerm& uses = maker.catalogue.terms(facet);
  std::map<std::string, View> rows;  // by label, then id
  for (const auto& [id, use] : uses) {
    if (!use.has_page()) continue;
    const auto n = [&](std::size_t size) { return maker.words.number(std::to_string(size)); };
    rows.emplace(maker.catalogue.label(facet, id) + '\n' + id,
                 maker.term_link(here, facet, id)
                     .set("cases", n(use.cases.size()))
                     .set("lessons", n(use.lessons.size())));
  }
  if (rows.empty()) return {};

  std::vector<std::string> missing;
  if (const content::Vocabulary* list =
          maker.bank().vocabularies.find(maker.bank().facets[facet].vocabulary)) {
    for (const content::Term& term : list->terms) {
      const auto use = uses.find(term.id);
      const bool used = use != uses.end() && use->second.has_page();
      if (!used && !term.deprecated) missing.push_back(term.label_in(maker.language()));
    }
  }
  std::sort(missing.begin(), missing.end());
  std::string said;
  if (missing.size() > most_missing)
    said = maker.words.count("about.missing_many", missing.size());
  if (!missing.empty() && said.empty()) {
    said = maker.words.fill("about.missing",
                            {{"terms", join(missing, maker.words.text("list.semicolon"))}});
  }
  return View()
      .set("label", maker.bank().facets[facet].label)
      .set("anchor", "cover_" + std::to_string(facet + 1))
      .set("missing", said)
      .set("rows", View::list_of(rows, [](const auto& row) { return row.second; }));
}

// How many outcomes of the bank's cases went which way, and on what they rest: {rows}.
View tally(const Maker& maker, const char* vocabulary,
           const std::map<std::string, int>& counts) {
  if (counts.empty()) return {};
  std::vector<std::string> order;  // as the vocabulary has them, then by id
  if (const content::Vocabulary* list = maker.bank().vocabularies.find(vocabulary)) {
    for (const content::Term& term : list->terms) {
      if (counts.count(term.id) != 0) order.push_back(term.id);
    }
  }
  for (const auto& [id, n] : counts) {
    if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
  }
  return View().set("rows", View::list_of(order, [&](const std::string& id) {
                      return View()
                          .set("label", maker.term(vocabulary, id))
                          .set("n", maker.words.number(std::to_string(counts.at(id))));
                    }));
}

}  // namespace

Status render_about(Maker& maker) {
  const std::string here = page_in("about/");
  const Catalogue& catalogue = maker.catalogue;
  std::map<std::string, int> directions;
  std::map<std::string, int> bases;
  for (const Card* card : catalogue.cases()) {
    for (const content::Outcome& outcome : card->outcomes) {
      if (!outcome.direction.empty()) ++directions[outcome.direction];
      for (const std::string& basis : outcome.basis) ++bases[basis];
    }
  }
  View facets = View::list();
  for (std::size_t i = 0; i < maker.bank().facets.size(); ++i) {
    View facet = coverage(maker, i, here);
    if (facet.is_true()) facets.add(std::move(facet));
  }
  std::vector<std::string> counts;
  const auto count = [&](const char* key, std::size_t n) {
    if (n > 0) counts.push_back(maker.words.count(std::string("count.") + key, n));
  };
  count("cases", catalogue.cases().size());
  count("lessons", catalogue.lessons().size());
  count("insights", catalogue.insights().size());
  count("digest", catalogue.digest().size());

  const content::Settings& settings = maker.bank().settings;
  const std::string label = maker.words.text("nav.about");
  View page;
  page.set("title", label)
      .set("description", maker.in_language(settings.description))
      .set("counts", maker.words.list(counts))
      .set("has_lessons", !catalogue.lessons().empty())
      .set("has_insights", !catalogue.insights().empty())
      .set("has_outcomes", !directions.empty())
      .set("has_frameworks", !maker.bank().vocabularies.frameworks.empty())
      .set("has_digest", !catalogue.digest().empty())
      .set("facets", Maker::section(std::move(facets)))
      .set("directions", tally(maker, "directions", directions))
      .set("bases", tally(maker, "bases", bases))
      .set("licence", maker.licence(settings.licence));
  return maker.write(
      "about",
      {.path = here,
       .title = label,
       .description = maker.words.text("about.coverage_intro"),
       .crumbs = {{maker.words.text("nav.home"), std::string(home_path)}, {label, ""}}},
      std::move(page));
}

// A host answers this page for any address that it does not know, however deep, so a relative
// link on it would lead astray. Where the bank's address is known the links are whole ones;
// else the page links to nothing, and its style is found from the topmost folder only.
Status render_not_found(Maker& maker) {
  const std::string& url = maker.bank().settings.url;
  View page;
  page.set("lang", maker.language())
      .set("site_title", maker.bank().settings.title)
      .set("notice", maker.in_language(maker.bank().settings.notice))
      .set("style", url.empty() ? std::string(style_path) : full_address(url, style_path))
      .set("home", url.empty() ? "" : url + "/");
  return maker.write_bare("404", "404.html", std::move(page));
}

}  // namespace baraza::render
