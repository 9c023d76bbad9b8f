#include "render/record_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/address.hpp"

namespace baraza::render {
namespace {

using content::Node;

const std::vector<Node> no_items;

std::string web(const std::string& address) {
  return is_web_address(address) ? address : std::string();
}

// A name within a sentence, told apart from the sentence's own words.
std::string marked(const std::string& name) { return "<b>" + escape_html(name) + "</b>"; }

// `datetime` of <time>: what HTML reads as a date, or nothing.
std::string machine_date(const std::string& text) {
  const content::Date date = content::parse_date(text);
  return date.known() && !date.about ? text : std::string();
}

}  // namespace

RecordView::RecordView(const Maker& maker, const content::Record& record, std::string here,
                       std::string sources_page)
    : maker_(&maker),
      record_(&record),
      here_(std::move(here)),
      sources_page_(std::move(sources_page)) {
  for (const Node& item : record.front.items_of("sources")) {
    if (item.is_map() && !item.text_of("id").empty()) {
      sources_.push_back({item.text_of("id"), &item});
    }
  }
}

const std::vector<Node>& RecordView::maps(const std::string& field) {
  const std::vector<Node>& items = record_->front.items_of(field);
  const bool fits = !items.empty() && std::all_of(items.begin(), items.end(),
                                                  [](const Node& one) { return one.is_map(); });
  if (!fits || record_->card.terms.count(field) != 0) return no_items;
  shown_.insert(field);
  return items;
}

std::vector<std::string> RecordView::scalars(const std::string& field) {
  const Node* node = record_->front.find(field);
  if (node == nullptr || node->is_map() || record_->card.terms.count(field) != 0) return {};
  if (node->is_list() && std::any_of(node->children.begin(), node->children.end(),
                                     [](const Node& one) { return one.is_map(); })) {
    return {};
  }
  shown_.insert(field);
  return record_->front.texts_of(field);
}

// --- sources
// ----------------------------------------------------------------------------------

ResolveSource RecordView::source_links() const {
  return [this](std::string_view id) -> std::optional<CitedSource> {
    for (const Source& one : sources_) {
      if (one.id != id) continue;
      if (sources_page_.empty()) return CitedSource{};
      return CitedSource{link_between(here_, sources_page_ + "#source_" + one.id),
                         title_of(one)};
    }
    return {};
  };
}

// `A report – A. Otieno, Ministry of Water, 2016`
std::string RecordView::title_of(const Source& source) const {
  const std::string by = makers_of(source);
  const std::string title = source.node->text_of("title");
  return by.empty() ? title : title + " – " + by;
}

View RecordView::cited(std::string_view text) const {
  return View::html(cited_html(text, sources_.empty() ? ResolveSource() : source_links()));
}

View RecordView::citations(const Node& item) const {
  View links = View::list();
  const Node* cited = item.find("sources");
  if (cited == nullptr) return {};
  const ResolveSource source = source_links();
  for (const Node& one : cited->is_list() ? cited->children : std::vector<Node>{*cited}) {
    const std::string id = one.is_map() ? one.text_of("id") : one.scalar();
    const std::string at = one.text_of("at");
    if (id.empty()) continue;
    const CitedSource found = source(id).value_or(CitedSource{});
    links.add(View()
                  .set("label", at.empty() ? id : join({id, at}, ", "))
                  .set("href", found.address)
                  .set("title", found.title));
  }
  const std::size_t count = links.items().size();
  if (count == 0) return {};
  return View()
      .set("label", maker_->words.count("case.cited", count))
      .set("items", std::move(links));
}

std::string RecordView::makers_of(const Source& source) const {
  std::vector<std::string> by;
  for (const char* part : {"author", "publisher"}) {
    if (std::string text = source.node->text_of(part); !text.empty()) {
      by.push_back(std::move(text));
    }
  }
  if (const std::string year = source.node->text_of("year"); !year.empty()) {
    by.push_back(maker_->words.date(year));
  }
  return join(by, ", ");
}

View RecordView::source(const Source& source) const {
  const Node& node = *source.node;
  const std::string kind = node.text_of("kind");
  const std::string seen = node.text_of("seen");
  return View()
      .set("id", source.id)
      .set("anchor", "source_" + source.id)
      .set("title", node.text_of("title"))
      .set("href", web(node.text_of("url")))
      .set("by", makers_of(source))
      .set("archived", web(node.text_of("archived")))
      .set("kind", kind.empty() ? "" : maker_->term("source-kinds", kind))
      .set("seen", seen.empty() || seen == "original" ? "" : maker_->term("seen", seen));
}

View RecordView::sources() {
  if (maps("sources").empty()) return {};
  return Maker::section(
      View::list_of(sources_, [&](const Source& one) { return source(one); }));
}

View RecordView::sources(const std::vector<std::string>& only) const {
  View items = View::list();
  for (const Source& one : sources_) {
    if (std::find(only.begin(), only.end(), one.id) != only.end()) items.add(source(one));
  }
  return Maker::section(std::move(items));
}

// --- what happened
// ----------------------------------------------------------------------------

View RecordView::outcomes() {
  return Maker::section(View::list_of(maps("outcomes"), [&](const Node& item) {
    const std::string direction = item.text_of("direction");
    const std::string aim = item.text_of("aim");
    const std::string corroboration = item.text_of("corroboration");
    return View()
        .set("claim", cited(item.text_of("claim")))
        .set("direction", direction.empty() ? "" : maker_->term("directions", direction))
        .set("direction_id", is_slug(direction) ? direction : "other")
        .set("aim", aim.empty() ? "" : maker_->term("aims", aim))
        .set("basis", maker_->term_list("bases", item.texts_of("basis")))
        .set("corroboration",
             corroboration.empty() ? "" : maker_->term("corroborations", corroboration))
        .set("limits", cited(item.text_of("limits")))
        .set("has_limits", !item.text_of("limits").empty())
        .set("sources", citations(item));
  }));
}

View RecordView::timeline() {
  std::vector<const Node*> events;
  for (const Node& item : maps("events")) events.push_back(&item);
  std::stable_sort(events.begin(), events.end(), [](const Node* a, const Node* b) {
    return content::earliest_day(content::parse_date(a->text_of("date"))) <
           content::earliest_day(content::parse_date(b->text_of("date")));
  });
  return Maker::section(View::list_of(events, [&](const Node* item) {
    const std::string date = item->text_of("date");
    const std::string choice = item->text_of("choice");
    return View()
        .set("date", maker_->words.date(date))
        .set("datetime", machine_date(date))
        .set("what", cited(item->text_of("what")))
        .set("choice", choice.empty() ? "" : maker_->term("choices", choice))
        .set("sources", citations(*item));
  }));
}

std::string RecordView::actor_name(const std::string& id) const {
  for (const Node& actor : record_->front.items_of("actors")) {
    if (actor.text_of("id") == id) return actor.text_of("name");
  }
  return id;
}

View RecordView::relations() {
  return Maker::section(View::list_of(maps("relations"), [&](const Node& item) {
    const std::string kind = item.text_of("kind");
    const std::string from = marked(actor_name(item.text_of("from")));
    const std::string to = marked(actor_name(item.text_of("to")));
    const std::string label = escape_html(maker_->term("relations", kind));
    const Words& words = maker_->words;
    const std::string key = "relations." + kind;
    const bool known = !words.text_or(key, "").empty();
    return View()
        .set("sentence", View::html(words.fill(known ? key : "relations.other",
                                               {{"from", from}, {"to", to}, {"kind", label}})))
        .set("words", cited(item.text_of("words")))
        .set("has_words", !item.text_of("words").empty());
  }));
}

View RecordView::people() {
  std::vector<std::pair<std::string, View>> groups;  // by kind, as they first appear
  for (const Node& item : maps("actors")) {
    const std::string kind = item.text_of("kind");
    const std::string role = item.text_of("role");
    auto at = std::find_if(groups.begin(), groups.end(),
                           [&](const auto& group) { return group.first == kind; });
    if (at == groups.end()) at = groups.insert(groups.end(), {kind, View::list()});
    at->second.add(View()
                       .set("name", item.text_of("name"))
                       .set("role", role.empty() ? "" : maker_->term("actor-roles", role)));
  }
  if (groups.empty()) return {};
  return View()
      .set("groups", View::list_of(groups,
                                   [&](const auto& group) {
                                     return View()
                                         .set("label", maker_->term("actor-kinds", group.first))
                                         .set("items", group.second);
                                   }))
      .set("relations", relations());
}

// --- what to take from it
// ---------------------------------------------------------------------

View RecordView::transfer() {
  const Node* transfer = record_->front.find("transfer");
  if (transfer == nullptr || !transfer->is_map()) return {};
  View items = View::list();
  for (const char* part : {"needs", "breaks_if", "not_tested_in"}) {
    const std::vector<std::string> texts = transfer->texts_of(part);
    if (texts.empty()) continue;
    items.add(View()
                  .set("label", maker_->words.text(std::string("case.") + part))
                  .set("items", View::list_of(texts, [&](const std::string& text) {
                         return cited(text);
                       })));
  }
  if (items.items().empty()) return {};
  shown_.insert("transfer");
  return Maker::section(std::move(items));
}

View RecordView::voices() {
  return Maker::section(View::list_of(maps("voices"), [&](const Node& item) {
    const std::string consent = item.text_of("consent");
    const std::string lang = item.text_of("language");
    return View()
        .set("quote", item.text_of("quote"))
        .set("lang", lang)
        .set("who", item.text_of("who"))
        .set("role", item.text_of("role"))
        .set("consent", consent.empty() ? "" : maker_->term("consent", consent))
        .set("sources", citations(item));
  }));
}

View RecordView::harms() {
  const Node* harms = record_->front.find("harms");
  if (harms == nullptr) return {};
  if (harms->scalar() == "none-known") {
    shown_.insert("harms");
    return View().set("none", true).set("items", View::list());
  }
  if (!harms->is_list() || harms->children.empty()) return {};
  shown_.insert("harms");
  return View()
      .set("none", false)
      .set("items", View::list_of(harms->children, [&](const Node& item) {
             const std::string what = item.is_map() ? item.text_of("what") : item.scalar();
             return View()
                 .set("what", cited(what))
                 .set("groups", maker_->term_list("groups", item.texts_of("groups")))
                 .set("sources", citations(item));
           }));
}

View RecordView::funding() {
  return Maker::section(View::list_of(maps("funding"), [&](const Node& item) {
    const std::string amount = item.text_of("amount");
    const std::string currency = item.text_of("currency");
    std::vector<std::string> said;  // how much, and when
    if (!amount.empty()) {
      said.emplace_back(trim(currency + " " + maker_->words.number(amount)));
    }
    if (std::string years = item.text_of("years"); !years.empty()) {
      const std::size_t stroke = years.find('/');
      if (stroke != std::string::npos) {
        const bool open = years.substr(stroke + 1) == "..";
        years = maker_->words.period(content::parse_date(years.substr(0, stroke)),
                                     content::parse_date(years.substr(stroke + 1)), open);
      } else {
        years = maker_->words.date(years);
      }
      said.push_back(years);
    }
    const std::string from = item.text_of("from");
    return View()
        .set("from",
             from.empty() ? maker_->words.text("case.funder_unknown") : actor_name(from))
        .set("said", join(said, maker_->words.text("list.comma")))
        .set("terms", cited(item.text_of("terms")))
        .set("has_terms", !item.text_of("terms").empty())
        .set("sources", citations(item));
  }));
}

View RecordView::lens(const Node& item) const {
  const std::string id = item.is_map() ? item.text_of("term") : item.scalar();
  const std::size_t stroke = std::min(id.find('/'), id.size());
  const std::string framework_id = id.substr(0, stroke);
  const auto& frameworks = maker_->bank().vocabularies.frameworks;
  const auto framework = frameworks.find(framework_id);
  const content::Term* term = maker_->bank().vocabularies.find_lens(id);
  const std::string fits = item.text_of("fits");
  const bool page = framework != frameworks.end() && is_folder_name(framework_id);
  std::string path = page_in(framework_folder(framework_id));
  if (term != nullptr) path += "#term_" + term->id;
  return View()
      .set("label", term == nullptr ? id : term->label_in(maker_->language()))
      .set("href", page ? link_between(here_, path) : "")
      .set("framework", page ? maker_->in_language(framework->second.label) : "")
      .set("fits", fits.empty() ? "" : maker_->term("fits", fits))
      .set("because", cited(item.text_of("because")))
      .set("has_because", !item.text_of("because").empty());
}

View RecordView::lenses() {
  const std::vector<Node>& items = record_->front.items_of("lenses");
  if (items.empty() || record_->card.lenses.empty()) return {};
  shown_.insert("lenses");
  return Maker::section(View::list_of(items, [&](const Node& item) { return lens(item); }));
}

}  // namespace baraza::render
