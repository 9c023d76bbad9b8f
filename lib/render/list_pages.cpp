#include <algorithm>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/body_links.hpp"
#include "render/pages.hpp"
#include "render/record_view.hpp"

namespace baraza::render {
namespace {

using content::Card;

constexpr std::size_t most_on_home = 12;  // cases
constexpr std::size_t some_on_home = 6;   // insights: whole rows of two or three
constexpr std::size_t few_on_home = 4;    // digest entries
constexpr std::size_t most_terms_on_home = 30;

// What a list's item `i`, counted from 0, looks like on the page `here`.
template <class Make>
Status write_list(Maker& maker, const std::string& folder, const std::string& name,
                  std::size_t size, Make make) {
  const std::size_t per_page = maker.options.page_size;
  const std::size_t count = std::max<std::size_t>(1, (size + per_page - 1) / per_page);
  for (std::size_t number = 1; number <= count; ++number) {
    const std::string here = page_in(folder, number);
    View items = View::list();
    for (std::size_t i = (number - 1) * per_page; i < std::min(size, number * per_page); ++i) {
      Result<View> item = make(here, i);
      if (!item) return item.error();
      items.add(std::move(*item));
    }
    const std::string label = maker.words.text("nav." + name);
    View page;
    page.set("title", label)
        .set("intro", maker.words.text("list." + name))
        .set("count", maker.words.count("count." + name, size))
        .set("items", std::move(items))
        .set("pages", maker.pages(here, folder, number, count));
    const PageHead head{
        .path = here,
        .title = number == 1 ? label
                             : maker.words.fill("pages.title", {{"title", label},
                                                                {"n", std::to_string(number)}}),
        .description = maker.words.text("list." + name),
        .crumbs = {{maker.words.text("nav.home"), std::string(home_path)}, {label, ""}}};
    if (Status done = maker.write(name, head, std::move(page)); !done) return done;
  }
  return Done{};
}

// A facet with its terms and how much stands under each.
View browse_view(const Maker& maker, std::size_t facet, const std::string& here) {
  const content::Facet& which = maker.bank().facets[facet];
  std::vector<std::pair<std::string, const UsesByTerm::value_type*>> terms;  // by label
  for (const auto& use : maker.catalogue.terms(facet)) {
    if (!maker.catalogue.has_page(facet, use.first)) continue;
    terms.emplace_back(maker.catalogue.label(facet, use.first), &use);
  }
  if (terms.empty()) return {};
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->first) < std::tie(b.first, b.second->first);
  });
  const std::size_t total = terms.size();
  terms.resize(std::min(total, most_terms_on_home));
  return View()
      .set("label", which.label)
      .set("href", link_between(here, page_in(facet_folder(which))))
      .set("more", total > terms.size() ? maker.words.count("home.all_terms", total) : "")
      .set("items", View::list_of(terms, [&](const auto& term) {
             const TermUse& use = term.second->second;
             const bool lessons = !use.lessons.empty();
             const std::size_t n = lessons ? use.lessons.size() : use.cases.size();
             return maker.term_link(here, facet, term.second->first)
                 .set("n", maker.words.number(std::to_string(n)))
                 .set("unit", lessons ? maker.words.count("count.lessons", n)
                                      : maker.words.count("count.cases", n));
           }));
}

// {label, count, ...}: a list's heading, its first items and the way to all of them.
View excerpt(const Maker& maker, View items, const std::string& folder, const std::string& name,
             std::size_t size) {
  if (size == 0) return {};
  return View()
      .set("items", std::move(items))
      .set("href", link_between(home_path, page_in(folder)))
      .set("all", maker.words.count("home.all_" + name, size));
}

template <class Make>
View first_of(const std::vector<const Card*>& cards, std::size_t most, Make make) {
  View items = View::list();
  for (std::size_t i = 0; i < std::min(cards.size(), most); ++i) items.add(make(*cards[i]));
  return items;
}

}  // namespace

Status render_home(Maker& maker) {
  const std::string here(home_path);
  const Catalogue& catalogue = maker.catalogue;
  const content::Settings& settings = maker.bank().settings;
  std::vector<std::string> counts;
  const auto count = [&](const char* key, std::size_t n) {
    if (n > 0) counts.push_back(maker.words.count(std::string("count.") + key, n));
  };
  count("cases", catalogue.cases().size());
  count("lessons", catalogue.lessons().size());
  count("insights", catalogue.insights().size());
  count("digest", catalogue.digest().size());

  View facets = View::list();
  for (std::size_t i = 0; i < maker.bank().facets.size(); ++i) {
    View facet = browse_view(maker, i, here);
    if (facet.is_true()) facets.add(std::move(facet));
  }
  const std::vector<const Card*> cases = newest_first(catalogue.cases());
  const std::vector<const Card*> insights = newest_first(catalogue.insights());
  const auto case_card = [&](const Card& card) { return maker.case_card(here, card); };
  const auto insight_card = [&](const Card& card) { return maker.insight_card(here, card); };
  const auto teaser = [&](const Card& card) { return maker.digest_item(here, card); };

  const std::string description = maker.in_language(settings.description);
  View page;
  page.set("title", settings.title)
      .set("intro", description)
      .set("counts", maker.words.list(counts))
      .set("facets", Maker::section(std::move(facets)))
      .set("cases", excerpt(maker, first_of(cases, most_on_home, case_card), "cases/", "cases",
                            cases.size()))
      .set("insights", excerpt(maker, first_of(insights, some_on_home, insight_card),
                               "insights/", "insights", insights.size()))
      .set("digest", excerpt(maker, first_of(maker.digest_by_date(), few_on_home, teaser),
                             "digest/", "digest", catalogue.digest().size()));
  return maker.write("home",
                     {.path = here,
                      .title = settings.title,
                      .description = description_of(description),
                      .crumbs = {}},
                     std::move(page));
}

Status render_case_list(Maker& maker) {
  const std::vector<const Card*>& cases = maker.catalogue.cases();
  if (cases.empty()) return Done{};
  return write_list(maker, "cases/", "cases", cases.size(),
                    [&](const std::string& here, std::size_t i) -> Result<View> {
                      return maker.case_card(here, *cases[i]);
                    });
}

Status render_insight_list(Maker& maker) {
  const std::vector<const Card*>& insights = maker.catalogue.insights();
  if (insights.empty()) return Done{};
  return write_list(maker, "insights/", "insights", insights.size(),
                    [&](const std::string& here, std::size_t i) -> Result<View> {
                      return maker.insight_card(here, *insights[i]);
                    });
}

namespace {

// One entry of the digest as its list shows it.
Result<View> digest_entry(Maker& maker, const Card& card, const content::Record& record,
                          const std::string& here) {
  const content::Node& front = record.front;
  BodyLinks links(maker, card, "digest/" + card.id + "/");
  const Result<std::string> body = html_of(record.body, {3, card.id + "_", links.on(here), {}});
  if (!body) return body.error();
  std::vector<std::string> by;
  for (const char* part : {"author", "publisher"}) {
    if (std::string text = front.text_of(part); !text.empty()) by.push_back(std::move(text));
  }
  if (const std::string date = front.text_of("date"); !date.empty()) {
    by.push_back(maker.words.date(date));
  }
  const std::string archived = front.text_of("archived");
  const std::string seen = front.text_of("seen");
  RecordView parts(maker, record, here, here);
  parts.leave_out({"url", "archived", "author", "publisher", "date", "seen", "review"});
  return View()
      .set("anchor", "entry_" + card.id)
      .set("title", card.title)
      .set("href", is_web_address(card.url) ? card.url : "")
      .set("archived", is_web_address(archived) ? archived : "")
      .set("by", join(by, ", "))
      .set("seen", seen.empty() || seen == "original" ? "" : maker.term("seen", seen))
      .set("summary", card.summary)
      .set("draft", card.draft)
      .set("lang", card.language == maker.language() ? "" : card.language)
      .set("body", body->empty() ? View() : View().set("html", View::html(*body)))
      .set("groups", maker.term_groups(here, card))
      .set("facts", parts.facts(false));
}

}  // namespace

Status render_digest(Maker& maker, const RecordReader& read) {
  const std::vector<const Card*>& entries = maker.digest_by_date();
  if (entries.empty()) return Done{};
  const auto entry = [&](const std::string& here, std::size_t i) -> Result<View> {
    const Result<content::Record> record = read(*entries[i]);
    if (!record) return record.error();
    return digest_entry(maker, *entries[i], *record, here);
  };
  return write_list(maker, "digest/", "digest", entries.size(), entry);
}

}  // namespace baraza::render
