#include <algorithm>
#include <set>

#include "render/address.hpp"
#include "render/pages.hpp"

namespace baraza::render {
namespace {

using content::Term;
using content::Texts;
using content::Vocabulary;

View texts_view(const Maker& maker, const std::vector<Texts>& texts) {
  View items = View::list();
  for (const Texts& one : texts) {
    if (const std::string text = maker.in_language(one); !text.empty()) items.add(text);
  }
  return Maker::section(std::move(items));
}

// The cases that hold a term against their own story, and how well it fits.
View uses_view(const Maker& maker, const std::string& id, const std::string& here) {
  const auto found = maker.lens_uses.find(id);
  if (found == maker.lens_uses.end()) return {};
  std::vector<LensUse> uses = found->second;
  std::sort(uses.begin(), uses.end(),
            [](const LensUse& a, const LensUse& b) { return a.case_id < b.case_id; });
  View items = View::list();
  for (const LensUse& use : uses) {
    const content::Card* card = maker.bank().find(use.case_id);
    if (card == nullptr) continue;
    items.add(maker.link(here, page_in(case_folder(card->id)), card->title)
                  .set("lang", card->language == maker.language() ? "" : card->language)
                  .set("fits", use.fits.empty() ? "" : maker.term("fits", use.fits))
                  .set("because", use.because)
                  .set("has_because", use.because.is_true()));
  }
  return Maker::section(std::move(items));
}

View term_view(const Maker& maker, const Vocabulary& framework, const Term& term,
               const std::string& here) {
  const std::string by =
      term.questions_by.empty() ? "" : "framework.questions_" + term.questions_by;
  return View()
      .set("anchor", "term_" + term.id)
      .set("label", term.label_in(maker.language()))
      .set("description", maker.in_language(term.description))
      .set("confidence",
           term.confidence.empty()
               ? ""
               : maker.words.text_or("framework.confidence." + term.confidence, ""))
      .set("note", maker.in_language(term.note))
      .set("questions", texts_view(maker, term.questions))
      .set("questions_by", by.empty() ? "" : maker.words.text_or(by, ""))
      .set("indicators", texts_view(maker, term.indicators))
      .set("uses", uses_view(maker, framework.id + "/" + term.id, here));
}

// The terms by group in the framework's order; those without a group come first, untitled.
View groups_view(const Maker& maker, const Vocabulary& framework, const std::string& here) {
  View groups = View::list();
  const auto add = [&](const std::string& id, const std::string& label,
                       const std::string& description, const std::string& note) {
    View items = View::list();
    for (const Term& term : framework.terms) {
      const bool known =
          std::any_of(framework.groups.begin(), framework.groups.end(),
                      [&](const content::TermGroup& group) { return group.id == term.group; });
      if (known ? term.group == id : id.empty()) {
        items.add(term_view(maker, framework, term, here));
      }
    }
    if (items.items().empty() && note.empty()) return;
    groups.add(View()
                   .set("label", label)
                   .set("description", description)
                   .set("note", note)
                   .set("items", std::move(items)));
  };
  add("", "", "", "");
  for (const content::TermGroup& group : framework.groups) {
    add(group.id, maker.in_language(group.label), maker.in_language(group.description),
        maker.in_language(group.note));
  }
  return groups;
}

// The entries of the digest that point to the framework's own address, and those that link to
// one of these.
View digest_view(const Maker& maker, const Vocabulary& framework, const std::string& here) {
  if (framework.url.empty()) return {};
  std::vector<const content::Card*> entries;
  const auto add = [&](const content::Card* entry) {
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) {
      entries.push_back(entry);
    }
  };
  for (const content::Card* entry : maker.digest_by_date()) {
    if (entry->url == framework.url) add(entry);
  }
  const std::size_t direct = entries.size();
  for (std::size_t i = 0; i < direct; ++i) {
    for (const content::Card* entry : maker.digest_on(*entries[i])) add(entry);
  }
  return maker.digest_list(here, entries);
}

std::string label_of(const Maker& maker, const Vocabulary& framework) {
  const std::string label = maker.in_language(framework.label);
  return label.empty() ? framework.id : label;
}

// How many cases are read with any of its terms, each once; empty without one.
std::string cases_read_with(const Maker& maker, const Vocabulary& framework) {
  std::set<std::string> cases;
  for (const Term& term : framework.terms) {
    const auto found = maker.lens_uses.find(framework.id + "/" + term.id);
    if (found == maker.lens_uses.end()) continue;
    for (const LensUse& use : found->second) cases.insert(use.case_id);
  }
  return cases.empty() ? "" : maker.words.count("count.cases_read", cases.size());
}

// Who published it, unless it is called by that name.
std::string publisher_of(const Maker& maker, const Vocabulary& framework) {
  return framework.publisher == label_of(maker, framework) ? "" : framework.publisher;
}

Status write_framework(Maker& maker, const Vocabulary& framework) {
  const std::string here = page_in(framework_folder(framework.id));
  const std::string label = label_of(maker, framework);
  const bool some_missing = framework.expected_count > static_cast<int>(framework.terms.size());
  View page;
  page.set("title", label)
      .set("description", maker.in_language(framework.description))
      .set("status", maker.in_language(framework.status))
      .set("publisher", publisher_of(maker, framework))
      .set("cases", cases_read_with(maker, framework))
      .set("year", maker.words.date(framework.year))
      .set("href", is_web_address(framework.url) ? framework.url : "")
      .set("licence", framework.licence.empty() ? maker.words.text("framework.no_licence")
                                                : maker.licence_name(framework.licence))
      .set("missing", some_missing
                          ? maker.words.fill("framework.missing",
                                             {{"here", std::to_string(framework.terms.size())},
                                              {"of", std::to_string(framework.expected_count)}})
                          : "")
      .set("notes", texts_view(maker, framework.notes))
      .set("digest", digest_view(maker, framework, here))
      .set("groups", groups_view(maker, framework, here));
  return maker.write("framework",
                     {.path = here,
                      .title = label,
                      .description = description_of(maker.in_language(framework.description)),
                      .crumbs = {{maker.words.text("nav.home"), std::string(home_path)},
                                 {maker.words.text("nav.frameworks"), page_in("frameworks/")},
                                 {label, ""}},
                      .id = framework.id},
                     std::move(page));
}

}  // namespace

Status render_frameworks(Maker& maker) {
  const std::string here = page_in("frameworks/");
  View items = View::list();
  for (const auto& [id, framework] : maker.bank().vocabularies.frameworks) {
    if (!is_folder_name(id)) continue;
    items.add(maker.link(here, page_in(framework_folder(id)), label_of(maker, framework))
                  .set("publisher", publisher_of(maker, framework))
                  .set("description", maker.in_language(framework.description))
                  .set("cases", cases_read_with(maker, framework)));
    if (Status done = write_framework(maker, framework); !done) return done;
  }
  if (items.items().empty()) return Done{};
  View page;
  page.set("title", maker.words.text("nav.frameworks"))
      .set("intro", maker.words.text("list.frameworks"))
      .set("items", std::move(items));
  return maker.write("frameworks",
                     {.path = here,
                      .title = maker.words.text("nav.frameworks"),
                      .description = maker.words.text("list.frameworks"),
                      .crumbs = {{maker.words.text("nav.home"), std::string(home_path)},
                                 {maker.words.text("nav.frameworks"), ""}}},
                     std::move(page));
}

}  // namespace baraza::render
