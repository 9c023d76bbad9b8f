// The facts of a record: where, when and how far; how it was made; and every field that has no
// part of the page to itself.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/address.hpp"
#include "render/record_view.hpp"

namespace baraza::render {
namespace {

using content::Node;

constexpr int deepest_value = 5;  // below it, only the texts are shown

// Fields that a page says elsewhere or that are for the bank's keepers alone.
constexpr std::array<std::string_view, 15> kept_back = {
    "schema",  "id",      "kind",     "title",          "summary",
    "lessons", "aliases", "related",  "licence",        "sensitivity",
    "embargo", "draft",   "rests_on", "translation_of", "source_hashes"};

void gather(const Node& node, std::vector<std::string>& texts) {
  if (std::string text = node.scalar(); !text.empty()) texts.push_back(std::move(text));
  for (const Node& child : node.children) gather(child, texts);
}

// `wells_built` is `Wells built`.
std::string spaced(std::string name) {
  for (char& one : name) {
    if (one == '_' || one == '-') one = ' ';
  }
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  }
  return name;
}

View value(std::string_view kind) {
  return View()
      .set("is_text", kind == "text")
      .set("is_link", kind == "link")
      .set("is_list", kind == "list")
      .set("is_map", kind == "map");
}

}  // namespace

View text_value(std::string text) { return value("text").set("text", std::move(text)); }

View link_value(std::string label, std::string href) {
  if (href.empty()) return text_value(std::move(label));
  return value("link").set("text", std::move(label)).set("href", std::move(href));
}

View list_value(View items) { return value("list").set("items", std::move(items)); }

View RecordView::value_of(const Node& node, int depth) const {
  if (depth > deepest_value) {
    std::vector<std::string> texts;
    gather(node, texts);
    return text_value(join(texts, ", "));
  }
  if (node.is_list()) {
    return list_value(View::list_of(
        node.children, [&](const Node& item) { return value_of(item, depth + 1); }));
  }
  if (node.is_map()) {
    View fields = View::list();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      fields.add(value_of(node.children[i], depth + 1).set("label", spaced(node.keys[i].name)));
    }
    return value("map").set("fields", std::move(fields));
  }
  if (node.kind == Node::Kind::boolean) {
    return text_value(maker_->words.text(node.boolean ? "facts.yes" : "facts.no"));
  }
  const std::string text = node.scalar();
  return is_web_address(text) ? link_value(text, text) : text_value(text);
}

View RecordView::fact(std::string_view key, View value) const {
  return std::move(value).set("label", maker_->words.text("facts." + std::string(key)));
}

std::string RecordView::organisation(const std::string& id) const {
  const content::Vocabulary* list = maker_->bank().vocabularies.find("organisations");
  const content::Term* term = list == nullptr ? nullptr : list->find(id);
  return term == nullptr ? id : term->label_in(maker_->language());
}

void RecordView::term_facts(View& facts) const {
  for (std::size_t i = 0; i < maker_->bank().facets.size(); ++i) {
    const std::vector<std::string>& terms = maker_->catalogue.terms_of(record_->card, i);
    if (terms.empty()) continue;
    View links = View::list();
    for (const std::string& term : terms) {
      const View link = maker_->term_link(here_, i, term);
      links.add(link_value(std::string(link.find("label")->text()),
                           std::string(link.find("href")->text())));
    }
    facts.add(list_value(std::move(links)).set("label", maker_->bank().facets[i].label));
  }
}

void RecordView::place_facts(View& facts) {
  if (const std::vector<Node>& places = maps("places"); !places.empty()) {
    facts.add(fact("places", list_value(View::list_of(places, [](const Node& place) {
                     return text_value(place.text_of("name"));
                   }))));
  }
  if (const std::vector<std::string> level = scalars("level"); !level.empty()) {
    facts.add(fact("level", text_value(maker_->term_list("levels", level))));
  }
}

void RecordView::own_facts(View& facts) {
  const content::Card& card = record_->card;
  const Node& front = record_->front;
  const Words& words = maker_->words;
  if (const std::string period = words.period(card.start, card.end, card.ongoing);
      !period.empty()) {
    shown_.insert("period");
    facts.add(fact("period", text_value(period)));
  }
  const Node* stage = front.find("stage");
  if (!card.stage.empty() && stage != nullptr && card.terms.count("stage") == 0) {
    shown_.insert("stage");
    const std::string as_of = stage->text_of("as_of");
    const std::string label = maker_->term("stages", card.stage);
    facts.add(fact(
        "stage", text_value(as_of.empty()
                                ? label
                                : words.fill("facts.as_of",
                                             {{"what", label}, {"date", words.date(as_of)}}))));
  }
  const auto list = [&](const char* field, const std::vector<std::string>& labels) {
    if (labels.empty()) return;
    facts.add(fact(field, list_value(View::list_of(labels, [](const std::string& label) {
                     return text_value(label);
                   }))));
  };
  list("groups", maker_->terms("groups", scalars("groups")));
  if (const std::vector<std::string> tags = scalars("tags"); !tags.empty()) {
    facts.add(fact("tags", text_value(join(tags, words.text("list.comma")))));
  }
  std::vector<std::string> organisations = scalars("contributors");
  for (std::string& one : organisations) one = organisation(one);
  // That a record is the bank's own goes without saying.
  if (std::vector<std::string> owner = scalars("owner");
      !owner.empty() && owner.front() != maker_->bank().settings.owner) {
    list("owner", {organisation(owner.front())});
  }
  list("contributors", organisations);
}

std::string RecordView::field_label(const std::string& name) const {
  const auto label = maker_->options.field_labels.find(name);
  return label == maker_->options.field_labels.end() ? spaced(name) : label->second;
}

void RecordView::unknown_facts(View& facts) {
  const Node& front = record_->front;
  for (std::size_t i = 0; i < front.keys.size() && front.is_map(); ++i) {
    const std::string& name = front.keys[i].name;
    const bool back = std::find(kept_back.begin(), kept_back.end(), name) != kept_back.end();
    if (back || !shown_.insert(name).second) continue;
    const Node& node = front.children[i];
    if (node.kind == Node::Kind::null || node.is_broken()) continue;
    facts.add(value_of(node, 0).set("label", field_label(name)));
  }
}

View RecordView::facts(bool terms) {
  View facts = View::list();
  for (const content::Facet& facet : maker_->bank().facets) shown_.insert(facet.field);
  if (terms) term_facts(facts);
  place_facts(facts);
  own_facts(facts);
  for (const char* elsewhere : {"published", "updated", "language"}) {
    if (record_->card.terms.count(elsewhere) == 0) shown_.insert(elsewhere);
  }
  unknown_facts(facts);
  return Maker::section(std::move(facts));
}

View RecordView::lesson_facts(const std::string& lesson_id) const {
  constexpr std::array<std::string_view, 12> known = {
      "id",       "claim",   "kind",  "because", "limits",  "detail",
      "question", "moments", "roles", "sources", "aliases", "outcomes"};
  View facts = View::list();
  for (const Node& lesson : record_->front.items_of("lessons")) {
    if (!lesson.is_map() || lesson.text_of("id") != lesson_id) continue;
    for (std::size_t i = 0; i < lesson.keys.size(); ++i) {
      const std::string& name = lesson.keys[i].name;
      const bool told = std::find(known.begin(), known.end(), name) != known.end() ||
                        maker_->bank().facet_by_field(name) != nullptr;
      const Node& node = lesson.children[i];
      if (told || node.kind == Node::Kind::null || node.is_broken()) continue;
      facts.add(value_of(node, 0).set("label", field_label(name)));
    }
    break;
  }
  return Maker::section(std::move(facts));
}

void RecordView::leave_out(std::initializer_list<std::string_view> fields) {
  for (const std::string_view field : fields) shown_.insert(std::string(field));
}

View RecordView::authors() {
  const std::vector<std::string>& names = record_->card.authors;
  if (names.empty()) return {};
  shown_.insert("authors");
  return View().set("label", maker_->words.list(names));
}

View RecordView::known() {
  View facts = View::list();
  if (const std::vector<std::string> interests = scalars("interests"); !interests.empty()) {
    facts.add(fact("interests", text_value(maker_->words.list(interests))));
  }
  if (const Node* made = record_->front.find("provenance"); made != nullptr && made->is_map()) {
    shown_.insert("provenance");
    for (std::size_t i = 0; i < made->keys.size(); ++i) {
      const std::string& name = made->keys[i].name;
      std::vector<std::string> texts = made->texts_of(name);
      if (name == "how") texts = maker_->terms("provenances", texts);
      if (name == "checked_with" && texts == std::vector<std::string>{"nobody"}) {
        texts = {maker_->words.text("facts.nobody")};
      }
      const std::string label = maker_->words.text_or("facts." + name, spaced(name));
      facts.add(text_value(maker_->words.list(texts)).set("label", label));
    }
  }
  if (const Node* review = record_->front.find("review");
      review != nullptr && review->is_map()) {
    shown_.insert("review");
    std::vector<std::string> said;
    if (const std::string status = review->text_of("status"); !status.empty()) {
      said.push_back(maker_->term("review", status));
    }
    for (const char* part : {"by", "on", "due"}) {
      const std::string text = review->text_of(part);
      if (text.empty()) continue;
      said.push_back(maker_->words.fill(std::string("facts.review_") + part,
                                        {{"what", maker_->words.date(text)}}));
    }
    facts.add(fact("review", text_value(join(said, ", "))));
  }
  const std::vector<std::string> published = scalars("published");
  const std::vector<std::string> updated = scalars("updated");
  const auto day = [&](const char* field, const std::vector<std::string>& text) {
    if (!text.empty()) facts.add(fact(field, text_value(maker_->words.date(text.front()))));
  };
  day("published", published);
  if (updated != published) day("updated", updated);
  return Maker::section(std::move(facts));
}

View RecordView::cite() const {
  const std::string own = record_->front.text_of("licence");
  const content::Settings& settings = maker_->bank().settings;
  return View()
      .set("text", citation())
      .set("address", settings.url.empty() ? "" : full_address(settings.url, here_))
      .set("licence", maker_->licence(own.empty() ? settings.licence : own));
}

std::string RecordView::citation() const {
  const content::Card& card = record_->card;
  const content::Settings& settings = maker_->bank().settings;
  std::string who = maker_->words.list(card.authors);
  if (who.empty()) who = settings.publisher.empty() ? settings.title : settings.publisher;
  const std::string& dated = card.published.empty() ? card.updated : card.published;
  const content::Date date = content::parse_date(dated);
  const std::string year = date.known() ? " (" + std::to_string(date.year) + ")" : "";
  std::string said = who + year + ". " + card.title;
  if (said.back() != '.' && said.back() != '?' && said.back() != '!') said += '.';
  said += " " + settings.title + ".";
  if (!card.updated.empty() && card.updated != card.published) {
    said +=
        " " + maker_->words.fill("cite.version", {{"date", maker_->words.date(card.updated)}});
  }
  return said;
}

}  // namespace baraza::render
