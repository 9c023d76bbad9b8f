#include "render/maker.hpp"

#include <algorithm>
#include <functional>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/body_links.hpp"

namespace baraza::render {
namespace {

constexpr std::size_t description_length = 160;

}  // namespace

std::string description_of(std::string_view text) { return shorten(text, description_length); }

std::vector<const content::Card*> newest_first(std::vector<const content::Card*> cards) {
  const auto day = [](const content::Card* card) {
    return content::latest_day(content::parse_date(card->published));
  };
  std::sort(cards.begin(), cards.end(), [&](const content::Card* a, const content::Card* b) {
    return day(a) != day(b) ? day(a) > day(b) : a->id < b->id;
  });
  return cards;
}

Sides sides_of(const Catalogue& catalogue, const content::Card& insight) {
  std::vector<Sides::Stand> stands;
  for (const content::Support& support : insight.rests_on) {
    const LessonRef ref = catalogue.find_lesson(support.lesson);
    if (ref.lesson == nullptr) continue;
    auto at = std::find_if(stands.begin(), stands.end(),
                           [&](const Sides::Stand& stand) { return stand.card == ref.card; });
    if (at == stands.end()) at = stands.insert(stands.end(), {ref.card, {}, false, false});
    at->lessons.emplace_back(ref, &support);
    (content::speaks_for(support.stance) ? at->supports : at->against) = true;
  }
  std::sort(stands.begin(), stands.end(), [](const Sides::Stand& a, const Sides::Stand& b) {
    return a.card->id < b.card->id;
  });

  Sides sides;
  for (Sides::Stand& stand : stands) {
    std::vector<Sides::Stand>& side = stand.supports && stand.against ? sides.both
                                      : stand.supports                ? sides.supporting
                                                                      : sides.against;
    side.push_back(std::move(stand));
  }
  return sides;
}

Maker::Maker(const Catalogue& shown, const Words& texts, const TemplateSet& templates,
             const SiteOptions& given, const FileSink& sink)
    : catalogue(shown),
      words(texts),
      options(given),
      neighbours(shown),
      templates_(templates),
      sink_(sink) {
  digest_ = newest_first(catalogue.digest());
  for (const content::Card& card : bank().cards) files_.emplace(card.path, &card);
  find_digest_links();
}

const content::Card* Maker::shown_record(const std::string& path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return nullptr;
  const content::Card* card = found->second;
  if (card->kind == content::RecordKind::translation) card = bank().find(card->translation_of);
  return card != nullptr && catalogue.has_page(*card) ? card : nullptr;
}

void Maker::find_digest_links() {
  for (const content::Card* entry : digest_) {
    for (const content::Link& link : entry->links) {
      const content::Card* card = shown_record(path_in_bank(entry->path, link.target));
      if (card == nullptr || card == entry) continue;
      std::vector<const content::Card*>& on = digest_on_[card];
      if (on.empty() || on.back() != entry) on.push_back(entry);
    }
  }
}

const std::vector<const content::Card*>& Maker::digest_on(const content::Card& card) const {
  static const std::vector<const content::Card*> none;
  const auto found = digest_on_.find(&card);
  return found == digest_on_.end() ? none : found->second;
}

std::string Maker::page_of_file(const std::string& path) const {
  const content::Card* card = shown_record(path);
  if (card == nullptr) return {};
  if (card->kind == content::RecordKind::case_study) return page_in(case_folder(card->id));
  if (card->kind == content::RecordKind::insight) return page_in(insight_folder(card->id));
  const auto at = std::find(digest_.begin(), digest_.end(), card) - digest_.begin();
  const std::size_t number = static_cast<std::size_t>(at) / options.page_size + 1;
  return page_in("digest/", number) + "#entry_" + card->id;
}

Status Maker::write_file(std::string path, std::string bytes) const {
  return sink_({std::move(path), std::move(bytes)});
}

Status Maker::write(std::string_view name, const PageHead& head, View page) {
  page.set("page", frame(head));
  return write_bare(name, head.path, std::move(page));
}

Status Maker::write_bare(std::string_view name, std::string path, View page) {
  page.set("t", View::share(words.view()));
  if (!words.missing().empty()) {
    return Diagnostic{.rule = "E430",
                      .where = {},
                      .message = "no interface text is called `" + words.missing() + "`",
                      .hint = "add it to the file of interface texts"};
  }
  Result<std::string> html = templates_.render(name, page);
  if (!html) return html.error();
  ++pages_;
  return write_file(std::move(path), std::move(*html));
}

View Maker::frame(const PageHead& head) {
  const content::Settings& settings = bank().settings;
  std::string title = head.title;
  if (!titles_.insert(std::hash<std::string>()(title)).second && !head.id.empty()) {
    title += " (" + head.id + ")";
  }
  if (title != settings.title) title += words.text("site.title_joint") + settings.title;

  View crumbs = View::list();
  for (const Crumb& crumb : head.crumbs) {
    crumbs.add(View()
                   .set("label", crumb.label)
                   .set("href", crumb.path.empty() ? "" : link_between(head.path, crumb.path)));
  }
  const bool has_address = !settings.url.empty();
  return View()
      .set("lang", head.language.empty() ? language() : head.language)
      .set("title", title)
      .set("description", head.description)
      .set("canonical", has_address ? full_address(settings.url, head.path) : "")
      .set("style", link_between(head.path, style_path))
      .set("icon", link_between(head.path, icon_path))
      .set("home", link_between(head.path, home_path))
      .set("about", link_between(head.path, page_in("about/")))
      .set("is_home", head.path == home_path)
      .set("site_title", settings.title)
      .set("site_lang", language())
      .set("nav", navigation(head.path))
      .set("crumbs", section(std::move(crumbs)))
      .set("notice", in_language(settings.notice))
      .set("publisher", settings.publisher)
      .set("publisher_url",
           is_web_address(settings.publisher_url) ? settings.publisher_url : "")
      .set("licence", licence(settings.licence));
}

View Maker::navigation(const std::string& here) const {
  View nav = View::list();
  const auto add = [&](const std::string& folder, const std::string& label) {
    nav.add(link(here, page_in(folder), label).set("current", here.starts_with(folder)));
  };
  if (!catalogue.cases().empty()) add("cases/", words.text("nav.cases"));
  if (!catalogue.insights().empty()) add("insights/", words.text("nav.insights"));
  for (std::size_t i = 0; i < bank().facets.size(); ++i) {
    const UsesByTerm& uses = catalogue.terms(i);
    const bool used = std::any_of(uses.begin(), uses.end(), [&](const auto& use) {
      return catalogue.has_page(i, use.first);
    });
    if (used) add(facet_folder(bank().facets[i]), bank().facets[i].label);
  }
  if (!bank().vocabularies.frameworks.empty()) add("frameworks/", words.text("nav.frameworks"));
  if (!catalogue.digest().empty()) add("digest/", words.text("nav.digest"));
  add("about/", words.text("nav.about"));
  return nav;
}

std::string Maker::term(std::string_view vocabulary, std::string_view id) const {
  if (const content::Vocabulary* list = bank().vocabularies.find(vocabulary)) {
    if (const content::Term* found = list->find(id)) return found->label_in(language());
  }
  std::string spaced(id);
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  return words.text_or("terms." + std::string(vocabulary) + "." + std::string(id), spaced);
}

std::vector<std::string> Maker::terms(std::string_view vocabulary,
                                      const std::vector<std::string>& ids) const {
  std::vector<std::string> labels;
  labels.reserve(ids.size());
  for (const std::string& id : ids) labels.push_back(term(vocabulary, id));
  return labels;
}

std::string Maker::term_list(std::string_view vocabulary,
                             const std::vector<std::string>& ids) const {
  return join(terms(vocabulary, ids), words.text("list.comma"));
}

std::string Maker::in_language(const content::Texts& texts) const {
  return content::text_in(texts, language());
}

std::string Maker::licence_name(const std::string& spdx) const {
  std::string key = spdx;  // `CC-BY-4.0`: a dot parts the keys of texts
  std::replace(key.begin(), key.end(), '.', '_');
  return words.text_or("licences." + key + ".name", spdx);
}

View Maker::licence(const std::string& spdx) const {
  if (spdx.empty()) return {};
  std::string key = spdx;
  std::replace(key.begin(), key.end(), '.', '_');
  return View()
      .set("label", licence_name(spdx))
      .set("href", words.text_or("licences." + key + ".url", ""));
}

View Maker::section(View items) {
  if (items.items().empty()) return {};
  return View().set("items", std::move(items));
}

View Maker::link(const std::string& here, const std::string& path,
                 const std::string& label) const {
  return View().set("label", label).set("href", link_between(here, path));
}

View Maker::term_link(const std::string& here, std::size_t facet,
                      const std::string& term) const {
  const bool page = catalogue.has_page(facet, term);
  const std::string path = page_in(term_folder(bank().facets[facet], term));
  return View()
      .set("label", catalogue.label(facet, term))
      .set("href", page ? link_between(here, path) : "");
}

View Maker::term_group(const std::string& here, std::size_t facet,
                       const std::vector<std::string>& ids, const FacetTerms& said) const {
  View items = View::list();
  for (const std::string& id : ids) {
    const bool known = std::find(said.begin(), said.end(), FacetTerm{facet, id}) != said.end();
    if (!known) items.add(term_link(here, facet, id));
  }
  if (items.items().empty()) return {};
  return View().set("label", bank().facets[facet].label).set("items", std::move(items));
}

View Maker::case_card(const std::string& here, const content::Card& card,
                      const FacetTerms& said) const {
  return View()
      .set("title", card.title)
      .set("href", link_between(here, page_in(case_folder(card.id))))
      .set("lang", card.language == language() ? "" : card.language)
      .set("summary", card.summary)
      .set("draft", card.draft)
      .set("period", words.period(card.start, card.end, card.ongoing))
      .set("stage", card.stage.empty() ? "" : term("stages", card.stage))
      .set("lessons",
           card.lessons.empty() ? "" : words.count("count.lessons", card.lessons.size()))
      .set("groups", term_groups(here, card, said));
}

View Maker::lesson_card(const std::string& here, const LessonRef& ref,
                        const FacetTerms& said) const {
  const content::Lesson& lesson = *ref.lesson;
  const bool open = catalogue.has_page(*ref.card);
  const std::string& lang = ref.card->language;
  return View()
      .set("claim", lesson.claim)
      .set("href", link_between(here, page_in(lesson_folder(ref.card->id, lesson.id))))
      .set("lang", lang == language() ? "" : lang)
      .set("kind", lesson.kind.empty() ? "" : term("lesson-kinds", lesson.kind))
      .set("basis", term_list("bases", lesson.basis))
      .set("case",
           open ? link(here, page_in(case_folder(ref.card->id)), ref.card->title) : View())
      .set("not_public", !open)
      .set("groups", term_groups(here, ref, said));
}

View Maker::insight_card(const std::string& here, const content::Card& card) const {
  const Sides sides = sides_of(catalogue, card);
  // Beside a case on both sides, `none against it` would say too much.
  const auto side = [&](const char* key, const std::vector<Sides::Stand>& stands) {
    return stands.empty() && !sides.both.empty() ? "" : words.count(key, stands.size());
  };
  return View()
      .set("title", card.title)
      .set("href", link_between(here, page_in(insight_folder(card.id))))
      .set("lang", card.language == language() ? "" : card.language)
      .set("summary", card.summary)
      .set("draft", card.draft)
      .set("state", card.state.empty() ? "" : term("states", card.state))
      .set("for", side("count.cases_for", sides.supporting))
      .set("against", side("count.cases_against", sides.against))
      .set("both",
           sides.both.empty() ? "" : words.count("count.cases_both", sides.both.size()));
}

View Maker::digest_item(const std::string& here, const content::Card& card) const {
  return View()
      .set("title", card.title)
      .set("href", link_between(here, page_of_file(card.path)))
      .set("lang", card.language == language() ? "" : card.language)
      .set("publisher", card.publisher)
      .set("summary", card.summary);
}

View Maker::digest_list(const std::string& here,
                        const std::vector<const content::Card*>& entries) const {
  return section(View::list_of(
      entries, [&](const content::Card* entry) { return digest_item(here, *entry); }));
}

View Maker::pages(const std::string& here, const std::string& folder, std::size_t number,
                  std::size_t count) const {
  if (count <= 1) return {};
  const auto at = [&](std::size_t n) { return link_between(here, page_in(folder, n)); };
  return View()
      .set("previous", number > 1 ? at(number - 1) : "")
      .set("next", number < count ? at(number + 1) : "")
      .set("where", words.fill("pages.where",
                               {{"n", std::to_string(number)}, {"of", std::to_string(count)}}));
}

}  // namespace baraza::render
