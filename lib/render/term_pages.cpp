#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/pages.hpp"

namespace baraza::render {
namespace {

using content::Facet;
using content::Term;

const Term* find_term(const Maker& maker, std::size_t facet, const std::string& id) {
  const content::Vocabulary* list =
      maker.bank().vocabularies.find(maker.bank().facets[facet].vocabulary);
  return list == nullptr ? nullptr : list->find(id);
}

// The terms of a facet that have a page, by label.
std::vector<std::pair<std::string, std::string>> sorted_terms(const Maker& maker,
                                                              std::size_t facet,
                                                              const UsesByTerm& uses) {
  std::vector<std::pair<std::string, std::string>> terms;  // label, id
  for (const auto& [id, use] : uses) {
    if (use.has_page() && is_folder_name(id)) {
      terms.emplace_back(maker.catalogue.label(facet, id), id);
    }
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

std::string counts_of(const Maker& maker, const TermUse& use) {
  std::vector<std::string> counts;
  if (!use.lessons.empty()) {
    counts.push_back(maker.words.count("count.lessons", use.lessons.size()));
  }
  if (!use.cases.empty()) counts.push_back(maker.words.count("count.cases", use.cases.size()));
  return join(counts, maker.words.text("list.comma"));
}

// What the vocabulary says of a term: {description, note, broader, codes}.
View about_term(const Maker& maker, std::size_t facet, const std::string& id,
                const std::string& here) {
  View about =
      View().set("description", "").set("note", "").set("broader", View()).set("codes", View());
  const Term* term = find_term(maker, facet, id);
  if (term == nullptr) return about;
  View codes = View::list();
  for (const auto& [scheme, values] : term->codes) {
    codes.add(View()
                  .set("label", maker.words.text_or("codes." + scheme, scheme))
                  .set("value", join(values, ", ")));
  }
  about.set("description", maker.in_language(term->description))
      .set("note", maker.in_language(term->note))
      .set("codes", Maker::section(std::move(codes)));
  if (!term->broader.empty()) {
    about.set("broader", maker.term_link(here, facet, term->broader));
  }
  return about;
}

// A term's page, or that of two terms together.
struct Shelf {
  std::size_t facet = 0;
  std::string term = {};
  std::string folder = {};
  std::string title = {};
  std::vector<Crumb> crumbs = {};
  const TermUse* use = nullptr;
  std::vector<std::size_t> grouped_by = {};  // facets that are none of the page's own
  FacetTerms said = {};                      // the page's own terms
  View about = {};
  std::vector<Crumb> narrower = {};  // label and path of the pages for this and another term
};

struct GroupedLesson {
  std::string group = {};  // the label of its first term in the grouping facet
  FacetTerm term = {};     // that term; empty where it has none
  std::size_t lesson = 0;
};

// The facet the lessons are grouped by: the first of the others that any of them has.
std::size_t grouping_facet(const Maker& maker, const Shelf& shelf) {
  for (const std::size_t facet : shelf.grouped_by) {
    for (const std::size_t i : shelf.use->lessons) {
      if (!maker.catalogue.terms_of(maker.catalogue.lessons()[i], facet).empty()) return facet;
    }
  }
  return maker.bank().facets.size();
}

// Each lesson once, under its first term, which is the most important; those without one last.
std::vector<GroupedLesson> grouped(const Maker& maker, const Shelf& shelf) {
  const std::size_t facet = grouping_facet(maker, shelf);
  std::vector<GroupedLesson> all;
  for (const std::size_t i : shelf.use->lessons) {
    GroupedLesson one{.lesson = i};
    if (facet < maker.bank().facets.size()) {
      const auto& terms = maker.catalogue.terms_of(maker.catalogue.lessons()[i], facet);
      if (!terms.empty()) {
        one.term = {facet, terms.front()};
        one.group = maker.catalogue.label(facet, terms.front());
      }
    }
    all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const GroupedLesson& a, const GroupedLesson& b) {
    return std::forward_as_tuple(a.group.empty(), a.group, a.lesson) <
           std::forward_as_tuple(b.group.empty(), b.group, b.lesson);
  });
  return all;
}

View lesson_groups(const Maker& maker, const std::vector<GroupedLesson>& all, std::size_t from,
                   std::size_t to, const std::string& here, FacetTerms said) {
  View groups = View::list();
  const bool plain = all.empty() || all.front().group.empty();  // nothing to group by
  std::size_t number = 0;
  said.emplace_back();  // the term of the group
  while (from < to) {
    const std::string& label = all[from].group;
    View items = View::list();
    for (; from < to && all[from].group == label; ++from) {
      said.back() = all[from].term;
      items.add(maker.lesson_card(here, maker.catalogue.lessons()[all[from].lesson], said));
    }
    const std::string shown = label.empty() ? maker.words.text("term.other_group") : label;
    groups.add(View()
                   .set("label", plain ? "" : shown)
                   .set("anchor", "group_" + std::to_string(++number))
                   .set("items", std::move(items)));
  }
  return Maker::section(std::move(groups));
}

View insights_on(const Maker& maker, const TermUse& use, const std::string& here) {
  std::vector<const content::Card*> insights;
  for (const std::size_t i : use.lessons) {
    const LessonRef& ref = maker.catalogue.lessons()[i];
    for (const content::Card* one :
         maker.catalogue.insights_on(content::full_id(*ref.card, *ref.lesson))) {
      insights.push_back(one);
    }
  }
  std::sort(insights.begin(), insights.end(),
            [](const auto* a, const auto* b) { return a->id < b->id; });
  insights.erase(std::unique(insights.begin(), insights.end()), insights.end());
  return Maker::section(View::list_of(
      insights, [&](const content::Card* one) { return maker.insight_card(here, *one); }));
}

View digest_on(const Maker& maker, const TermUse& use, const std::string& here) {
  return Maker::section(View::list_of(use.digest, [&](std::size_t i) {
    return maker.digest_item(here, *maker.catalogue.digest()[i]);
  }));
}

// The pages for this term and another, by facet: [{label, items: [{label, href, count}]}].
View narrower(const Maker& maker, const Shelf& shelf, const std::string& here) {
  View groups = View::list();
  for (const Catalogue::Partner& partner : maker.catalogue.partners(shelf.facet)) {
    const UsesByTerm uses = maker.catalogue.together(shelf.facet, *shelf.use, partner.facet);
    View items = View::list();
    for (const auto& [label, id] : sorted_terms(maker, partner.facet, uses)) {
      const Facet& first = maker.bank().facets[partner.first ? shelf.facet : partner.facet];
      const std::string folder = partner.first ? pair_folder(first, shelf.term, id)
                                               : pair_folder(first, id, shelf.term);
      items.add(maker.link(here, page_in(folder), label)
                    .set("count", counts_of(maker, uses.find(id)->second)));
    }
    if (items.items().empty()) continue;
    groups.add(View()
                   .set("label", maker.bank().facets[partner.facet].label)
                   .set("items", std::move(items)));
  }
  return Maker::section(std::move(groups));
}

Status write_shelf(Maker& maker, const Shelf& shelf, bool of_pair) {
  const std::vector<GroupedLesson> lessons = grouped(maker, shelf);
  const std::vector<std::size_t>& cases = shelf.use->cases;
  const std::size_t per_page = maker.options.page_size;
  const std::size_t longest = std::max(lessons.size(), cases.size());
  const std::size_t count = std::max<std::size_t>(1, (longest + per_page - 1) / per_page);
  for (std::size_t number = 1; number <= count; ++number) {
    const std::string here = page_in(shelf.folder, number);
    const std::size_t from = (number - 1) * per_page;
    const std::size_t to = number * per_page;
    View shown = View::list();
    for (std::size_t i = from; i < std::min(to, cases.size()); ++i) {
      shown.add(maker.case_card(here, *maker.catalogue.cases()[cases[i]], shelf.said));
    }
    const bool first = number == 1;
    View page;
    page.set("title", shelf.title)
        .set("count", counts_of(maker, *shelf.use))
        .set("about", of_pair ? View() : about_term(maker, shelf.facet, shelf.term, here))
        .set("terms", View::list_of(shelf.narrower,
                                    [&](const Crumb& term) {
                                      return maker.link(here, term.path, term.label);
                                    }))
        .set("narrower", first && !of_pair ? narrower(maker, shelf, here) : View())
        .set("insights", first ? insights_on(maker, *shelf.use, here) : View())
        .set("lessons", lesson_groups(maker, lessons, std::min(from, lessons.size()),
                                      std::min(to, lessons.size()), here, shelf.said))
        .set("cases", Maker::section(std::move(shown)))
        .set("digest", first && !of_pair ? digest_on(maker, *shelf.use, here) : View())
        .set("pages", maker.pages(here, shelf.folder, number, count));
    const std::string titled = maker.words.fill(
        "pages.title", {{"title", shelf.title}, {"n", std::to_string(number)}});
    PageHead head{.path = here,
                  .title = first ? shelf.title : titled,
                  .description = maker.words.fill("term.description", {{"title", shelf.title}}),
                  .crumbs = shelf.crumbs,
                  .id = shelf.folder};
    if (Status done = maker.write(of_pair ? "pair" : "term", head, std::move(page)); !done) {
      return done;
    }
  }
  return Done{};
}

std::vector<std::size_t> facets_but(const Maker& maker, std::size_t one, std::size_t other) {
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < maker.bank().facets.size(); ++i) {
    if (i != one && i != other) rest.push_back(i);
  }
  return rest;
}

Status write_pairs(Maker& maker, const Shelf& shelf) {
  for (const Catalogue::Partner& partner : maker.catalogue.partners(shelf.facet)) {
    if (!partner.first) continue;  // made from the other side
    const Facet& facet = maker.bank().facets[shelf.facet];
    const Facet& other = maker.bank().facets[partner.facet];
    const UsesByTerm uses = maker.catalogue.together(shelf.facet, *shelf.use, partner.facet);
    const std::string label = maker.catalogue.label(shelf.facet, shelf.term);
    for (const auto& [other_label, id] : sorted_terms(maker, partner.facet, uses)) {
      Shelf pair{
          .facet = shelf.facet,
          .term = shelf.term,
          .folder = pair_folder(facet, shelf.term, id),
          .title = maker.words.fill("term.pair", {{"one", label}, {"other", other_label}}),
          .crumbs = shelf.crumbs,
          .use = &uses.find(id)->second,
          .grouped_by = facets_but(maker, shelf.facet, partner.facet),
          .said = {{shelf.facet, shelf.term}, {partner.facet, id}}};
      pair.crumbs.back().path = page_in(shelf.folder);
      pair.crumbs.push_back({other_label, ""});
      pair.narrower = {{label, page_in(shelf.folder)},
                       {other_label, page_in(term_folder(other, id))}};
      if (Status done = write_shelf(maker, pair, true); !done) return done;
    }
  }
  return Done{};
}

Status write_index(Maker& maker, std::size_t index,
                   const std::vector<std::pair<std::string, std::string>>& terms) {
  const Facet& facet = maker.bank().facets[index];
  const std::string here = page_in(facet_folder(facet));
  const content::Vocabulary* list = maker.bank().vocabularies.find(facet.vocabulary);
  View page;
  page.set("title", facet.label)
      .set("intro", list == nullptr ? "" : maker.in_language(list->description))
      .set("items", View::list_of(terms, [&](const auto& labelled) {
             const Term* term = find_term(maker, index, labelled.second);
             return maker.term_link(here, index, labelled.second)
                 .set("count",
                      counts_of(maker,
                                maker.catalogue.terms(index).find(labelled.second)->second))
                 .set("description",
                      term == nullptr ? "" : maker.in_language(term->description));
           }));
  return maker.write(
      "facet",
      {.path = here,
       .title = facet.label,
       .description = maker.words.fill("term.description", {{"title", facet.label}}),
       .crumbs = {{maker.words.text("nav.home"), std::string(home_path)}, {facet.label, ""}},
       .id = facet.plural},
      std::move(page));
}

}  // namespace

Status render_facet(Maker& maker, std::size_t index) {
  const Facet& facet = maker.bank().facets[index];
  const UsesByTerm& uses = maker.catalogue.terms(index);
  const auto terms = sorted_terms(maker, index, uses);
  if (terms.empty()) return Done{};
  if (Status done = write_index(maker, index, terms); !done) return done;

  for (const auto& [label, id] : terms) {
    const Shelf shelf{.facet = index,
                      .term = id,
                      .folder = term_folder(facet, id),
                      .title = label,
                      .crumbs = {{maker.words.text("nav.home"), std::string(home_path)},
                                 {facet.label, page_in(facet_folder(facet))},
                                 {label, ""}},
                      .use = &uses.find(id)->second,
                      .grouped_by = facets_but(maker, index, index),
                      .said = {{index, id}}};
    if (Status done = write_shelf(maker, shelf, false); !done) return done;
    if (Status done = write_pairs(maker, shelf); !done) return done;
  }
  return Done{};
}

}  // namespace baraza::render
