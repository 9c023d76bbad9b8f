#include <algorithm>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/body_links.hpp"
#include "render/pages.hpp"
#include "render/record_view.hpp"

namespace baraza::render {
namespace {

using content::Card;
using content::Lesson;
using content::Record;

constexpr std::size_t most_neighbours = 4;

std::string language_of(const Card& card, const Maker& maker) {
  return card.language.empty() ? maker.language() : card.language;
}

View related_cases(const Maker& maker, const Card& card, const std::string& here) {
  View items = View::list();
  for (const std::string& id : card.related) {
    const Card* other = maker.bank().find(id);
    if (other == nullptr || other->kind != content::RecordKind::case_study) continue;
    if (maker.catalogue.has_page(*other)) items.add(maker.case_card(here, *other));
  }
  return Maker::section(std::move(items));
}

// The insights that rest on any of these lessons, by id.
View insights_of(const Maker& maker, const Card& card,
                 const std::vector<const Lesson*>& lessons, const std::string& here) {
  std::vector<const Card*> insights;
  for (const Lesson* lesson : lessons) {
    for (const Card* one : maker.catalogue.insights_on(content::full_id(card, *lesson))) {
      insights.push_back(one);
    }
  }
  std::sort(insights.begin(), insights.end(),
            [](const Card* a, const Card* b) { return a->id < b->id; });
  insights.erase(std::unique(insights.begin(), insights.end()), insights.end());
  return Maker::section(
      View::list_of(insights, [&](const Card* one) { return maker.insight_card(here, *one); }));
}

// The parts of a case's page that are there, in the order of the page, for its list of
// contents.
View contents_of(const Maker& maker, const View& page) {
  View items = View::list();
  for (const char* part :
       {"lessons", "body", "outcomes", "timeline", "people", "funding", "transfer", "voices",
        "harms", "lenses", "insights", "known", "sources", "related", "elsewhere", "cite"}) {
    const View* section = page.find(part);
    if (section == nullptr || !section->is_true()) continue;
    items.add(View()
                  .set("label", maker.words.text(std::string("case.") + part))
                  .set("href", std::string("#part_") + part));
  }
  return Maker::section(std::move(items));
}

class CasePages {
 public:
  CasePages(Maker& maker, const Card& card, const Record& record)
      : maker_(maker),
        record_(record),
        card_(card),
        open_(maker.catalogue.has_page(card_)),
        path_(page_in(case_folder(card_.id))),
        links_(maker, card_, open_ ? case_folder(card_.id) : "lessons/" + card_.id + "/") {
    for (const Lesson& lesson : card_.lessons) {
      if (is_slug(lesson.id)) lessons_.push_back(&lesson);
    }
  }

  Status write_all() {
    if (open_) {
      if (Status done = write_case(); !done) return done;
      note_lenses();
    }
    for (const Lesson* lesson : lessons_) {
      if (Status done = write_lesson(*lesson); !done) return done;
    }
    return Done{};
  }

 private:
  Status write_case() {
    RecordView parts(maker_, record_, path_, path_);
    const Result<std::string> body =
        html_of(record_.body, {3, "", links_.on(path_), parts.source_links()});
    if (!body) return body.error();

    View page;
    page.set("title", card_.title)
        .set("summary", card_.summary)
        .set("draft", card_.draft)
        .set("groups", maker_.term_groups(path_, card_))
        .set("authors", parts.authors())
        .set("lessons",
             Maker::section(View::list_of(lessons_,
                                          [&](const Lesson* lesson) {
                                            return maker_.lesson_card(path_, {&card_, lesson});
                                          })))
        .set("outcomes", parts.outcomes())
        .set("body", body->empty() ? View() : View().set("html", View::html(*body)))
        .set("timeline", parts.timeline())
        .set("people", parts.people())
        .set("funding", parts.funding())
        .set("transfer", parts.transfer())
        .set("voices", parts.voices())
        .set("harms", parts.harms())
        .set("lenses", parts.lenses())
        .set("insights", insights_of(maker_, card_, lessons_, path_))
        .set("known", parts.known())
        .set("sources", parts.sources())
        .set("related", related_cases(maker_, card_, path_))
        .set("elsewhere", maker_.digest_list(path_, maker_.digest_on(card_)))
        .set("cite", parts.cite())
        .set("facts", parts.facts());
    page.set("contents", contents_of(maker_, page));
    const std::string about = without_citations(card_.summary, parts.source_links());
    return maker_.write("case", head(path_, card_.title, about, card_.id, false), page);
  }

  Status write_lesson(const Lesson& lesson) {
    const LessonRef ref{&card_, &lesson};
    const std::string here = page_in(lesson_folder(card_.id, lesson.id));
    // Sources and texts of a case that is not public would tell which it is.
    RecordView parts(maker_, record_, here, open_ ? path_ : "");
    const ResolveSource sources = parts.source_links();
    std::string detail;
    for (const auto& [id, body] : record_.details) {
      if (id != lesson.id) continue;
      const Result<std::string> html = html_of(body, {3, "", links_.on(here), sources});
      if (!html) return html.error();
      detail = *html;
    }
    const auto text = [&](const std::string& said) {
      return said.empty() ? View() : View().set("html", View::html(cited_html(said, sources)));
    };
    View page;
    page.set("claim", lesson.claim)
        .set("draft", card_.draft)
        .set("kind", lesson.kind.empty() ? "" : maker_.term("lesson-kinds", lesson.kind))
        .set("because", text(lesson.because))
        .set("limits", text(lesson.limits))
        .set("detail", detail.empty() ? View() : View().set("html", View::html(detail)))
        .set("question", text(lesson.question))
        .set("strength", strength_of(lesson))
        .set("sources", open_ ? parts.sources(lesson.sources) : View())
        .set("case", open_ ? maker_.case_card(here, card_, terms_of(ref)) : View())
        .set("not_public", !open_)
        .set("groups", maker_.term_groups(here, ref))
        .set("moments", maker_.term_list("moments", lesson.moments))
        .set("roles", maker_.term_list("roles", lesson.roles))
        .set("facts", open_ ? parts.lesson_facts(lesson.id) : View())
        .set("useful", !lesson.moments.empty() || !lesson.roles.empty())
        .set("siblings", open_ ? siblings_of(lesson, here) : View())
        .set("insights", insights_of(maker_, card_, {&lesson}, here))
        .set("neighbours", neighbours_of(ref, here));
    return maker_.write("lesson",
                        head(here, lesson.claim, without_citations(lesson.because, sources),
                             card_.id + "#" + lesson.id, true),
                        page);
  }

  // How a claim is known, as words: by which kinds of evidence, and how many sources agree.
  View strength_of(const Lesson& lesson) const {
    return View()
        .set("known", !lesson.basis.empty() || !lesson.corroboration.empty())
        .set("basis", maker_.term_list("bases", lesson.basis))
        .set("corroboration", maker_.term_list("corroborations", lesson.corroboration));
  }

  FacetTerms terms_of(const LessonRef& ref) const {
    FacetTerms terms;
    for (std::size_t facet = 0; facet < maker_.bank().facets.size(); ++facet) {
      for (const std::string& term : maker_.catalogue.terms_of(ref, facet)) {
        terms.push_back({facet, term});
      }
    }
    return terms;
  }

  // The other lessons of the case; of one that is not public, they would tell more of it.
  View siblings_of(const Lesson& lesson, const std::string& here) const {
    View items = View::list();
    for (const Lesson* other : lessons_) {
      if (other == &lesson) continue;
      const std::string path = page_in(lesson_folder(card_.id, other->id));
      items.add(View().set("claim", other->claim).set("href", link_between(here, path)));
    }
    return Maker::section(std::move(items));
  }

  View neighbours_of(const LessonRef& ref, const std::string& here) {
    return Maker::section(
        View::list_of(maker_.neighbours.find(ref, most_neighbours),
                      [&](const LessonRef& near) { return maker_.lesson_card(here, near); }));
  }

  PageHead head(const std::string& here, const std::string& title, const std::string& about,
                const std::string& id, bool of_lesson) const {
    PageHead made{.path = here,
                  .title = title,
                  .description = description_of(about),
                  .crumbs = {{maker_.words.text("nav.home"), std::string(home_path)}},
                  .language = language_of(card_, maker_),
                  .id = id};
    if (!maker_.catalogue.cases().empty()) {
      made.crumbs.push_back({maker_.words.text("nav.cases"), page_in("cases/")});
    }
    if (of_lesson && open_) made.crumbs.push_back({shorten(card_.title, 60), path_});
    made.crumbs.push_back({of_lesson ? maker_.words.text("lesson.name") : card_.title, ""});
    return made;
  }

  void note_lenses() {
    for (const content::Node& lens : record_.front.items_of("lenses")) {
      const std::string term = lens.is_map() ? lens.text_of("term") : lens.scalar();
      if (term.empty()) continue;
      const std::string framework = term.substr(0, term.find('/'));
      const RecordView there(maker_, record_, page_in(framework_folder(framework)), path_);
      maker_.lens_uses[term].push_back(
          {card_.id, lens.text_of("fits"), there.cited(lens.text_of("because"))});
    }
  }

  Maker& maker_;
  const Record& record_;
  const Card& card_;
  bool open_;
  std::string path_;
  BodyLinks links_;
  std::vector<const Lesson*> lessons_;
};

}  // namespace

Status render_case(Maker& maker, const Card& card, const Record& record) {
  return CasePages(maker, card, record).write_all();
}

}  // namespace baraza::render
