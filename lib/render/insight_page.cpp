#include <set>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/body_links.hpp"
#include "render/pages.hpp"
#include "render/record_view.hpp"

namespace baraza::render {
namespace {

using content::Card;

// One case on one side: {title, href, not_public, lessons: [{claim, href, stance, why}]}.
View stand_view(const Maker& maker, const Sides::Stand& stand, const std::string& here) {
  const bool open = maker.catalogue.has_page(*stand.card);
  return View()
      .set("title", open ? stand.card->title : "")
      .set("href", open ? link_between(here, page_in(case_folder(stand.card->id))) : "")
      .set("not_public", !open)
      .set("lessons", View::list_of(stand.lessons, [&](const auto& one) {
             const auto& [ref, support] = one;
             const std::string path = page_in(lesson_folder(ref.card->id, ref.lesson->id));
             return View()
                 .set("claim", ref.lesson->claim)
                 .set("href", link_between(here, path))
                 .set("stance", maker.term("stances", support->stance))
                 .set("stance_id", is_slug(support->stance) ? support->stance : "other")
                 .set("why", support->why);
           }));
}

// The terms of the bank's first facet that the cases of one side have: where they stand.
std::string places_of(const Maker& maker, const std::vector<Sides::Stand>& side) {
  if (maker.bank().facets.empty()) return {};
  std::set<std::string> labels;
  for (const Sides::Stand& stand : side) {
    for (const auto& [ref, support] : stand.lessons) {
      for (const std::string& term : maker.catalogue.terms_of(ref, 0)) {
        labels.insert(maker.catalogue.label(0, term));
      }
    }
  }
  return maker.words.list({labels.begin(), labels.end()});
}

// `mixed`: some case stands on both sides, so that one without a case is not without a voice.
View side_view(const Maker& maker, const std::vector<Sides::Stand>& side, std::string_view name,
               bool mixed, const std::string& here) {
  const std::string key(name);
  const std::string none = mixed ? "insight.none_alone" : "insight.none_" + key;
  const std::string places = places_of(maker, side);
  return View()
      .set("label", maker.words.text("insight." + key))
      .set("count", side.empty() ? "" : maker.words.count("count.cases", side.size()))
      .set("places", places)
      .set("none", side.empty() ? maker.words.text(none) : "")
      .set("items", View::list_of(side, [&](const Sides::Stand& stand) {
             return stand_view(maker, stand, here);
           }));
}

// Why the insight is in its state: {label, html} or nothing.
View because_view(const Maker& maker, const Card& card, View because) {
  if (!because.is_true()) return {};
  const std::string state = card.state.empty() ? "" : maker.term("states", card.state);
  return View()
      .set("label", state.empty()
                        ? maker.words.text("insight.because")
                        : maker.words.fill("insight.because_state", {{"state", state}}))
      .set("html", std::move(because));
}

}  // namespace

Status render_insight(Maker& maker, const Card& card, const content::Record& record) {
  const std::string here = page_in(insight_folder(card.id));
  RecordView parts(maker, record, here, here);
  BodyLinks links(maker, card, insight_folder(card.id));
  const Result<std::string> body =
      html_of(record.body, {2, "", links.on(here), parts.source_links()});
  if (!body) return body.error();

  const Sides sides = sides_of(maker.catalogue, card);
  View columns = View::list();
  const bool mixed = !sides.both.empty();
  columns.add(side_view(maker, sides.supporting, "for", mixed, here));
  if (mixed) columns.add(side_view(maker, sides.both, "both", mixed, here));
  columns.add(side_view(maker, sides.against, "against", mixed, here));

  parts.leave_out({"state", "because"});
  View page;
  page.set("title", card.title)
      .set("summary", card.summary)
      .set("draft", card.draft)
      .set("state", card.state.empty() ? "" : maker.term("states", card.state))
      .set("because", because_view(maker, card, parts.cited(record.front.text_of("because"))))
      .set("authors", parts.authors())
      .set("sides", std::move(columns))
      .set("body", body->empty() ? View() : View().set("html", View::html(*body)))
      .set("sources", parts.sources())
      .set("known", parts.known())
      .set("cite", parts.cite())
      .set("facts", parts.facts());
  const PageHead head{.path = here,
                      .title = card.title,
                      .description = description_of(card.summary),
                      .crumbs = {{maker.words.text("nav.home"), std::string(home_path)},
                                 {maker.words.text("nav.insights"), page_in("insights/")},
                                 {shorten(card.title, 60), ""}},
                      .language = card.language,
                      .id = card.id};
  return maker.write("insight", head, std::move(page));
}

}  // namespace baraza::render
