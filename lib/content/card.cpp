#include "content/card.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace baraza::content {
namespace {

// Ids of sources cited as `s1` or as {id: s1, at: "p. 12"}.
std::vector<std::string> cited(const Node& node) {
  std::vector<std::string> ids;
  const Node* sources = node.find("sources");
  if (sources == nullptr) return ids;
  if (!sources->is_list()) return node.texts_of("sources");
  for (const Node& item : sources->children)
    if (std::string id = item.is_map() ? item.text_of("id") : item.scalar(); !id.empty())
      ids.push_back(std::move(id));
  return ids;
}

// Names of people, written as texts or as {name: ...}.
std::vector<std::string> names(const Node& node, std::string_view field) {
  std::vector<std::string> result;
  for (const Node& item : node.items_of(field))
    if (std::string name = item.is_map() ? item.text_of("name") : item.scalar(); !name.empty())
      result.push_back(std::move(name));
  return result;
}

TermsByFacet read_terms(const Node& node, const std::vector<Facet>& facets) {
  TermsByFacet terms;
  for (const Facet& facet : facets) {
    std::vector<std::string> named;
    for (std::string& term : node.texts_of(facet.field))
      if (std::find(named.begin(), named.end(), term) == named.end())
        named.push_back(std::move(term));
    if (!named.empty()) terms[facet.field] = std::move(named);
  }
  return terms;
}

Outcome read_outcome(const Node& node) {
  return {.id = node.text_of("id"),
          .claim = node.text_of("claim"),
          .aim = node.text_of("aim"),
          .direction = node.text_of("direction"),
          .basis = node.texts_of("basis"),
          .corroboration = node.text_of("corroboration"),
          .sources = cited(node)};
}

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (!word.empty() && std::find(list.begin(), list.end(), word) == list.end())
    list.push_back(word);
}

// A lesson is as strong as the outcomes that it names in `node`; where it says nothing of them,
// as those that rest on a source of its own.
void add_strength(const Node& node, const std::vector<Outcome>& outcomes, Lesson& lesson) {
  const bool says = node.find("outcomes") != nullptr;
  const std::vector<std::string> named = node.texts_of("outcomes");
  for (const Outcome& outcome : outcomes) {
    const bool shared = std::find_first_of(outcome.sources.begin(), outcome.sources.end(),
                                           lesson.sources.begin(),
                                           lesson.sources.end()) != outcome.sources.end();
    const bool bears =
        says ? std::find(named.begin(), named.end(), outcome.id) != named.end() : shared;
    if (!bears) continue;
    for (const std::string& basis : outcome.basis) add_once(lesson.basis, basis);
    add_once(lesson.corroboration, outcome.corroboration);
  }
}

Lesson read_lesson(const Node& node, const Card& card, const std::vector<Facet>& facets) {
  Lesson lesson;
  lesson.id = node.text_of("id");
  lesson.claim = node.text_of("claim");
  lesson.because = node.text_of("because");
  lesson.limits = node.text_of("limits");
  lesson.question = node.text_of("question");
  lesson.kind = node.text_of("kind");
  lesson.moments = node.texts_of("moments");
  lesson.roles = node.texts_of("roles");
  lesson.sources = cited(node);
  lesson.aliases = node.texts_of("aliases");
  lesson.terms = card.terms;
  for (auto& [field, terms] : read_terms(node, facets)) lesson.terms[field] = std::move(terms);
  const Node* id = node.find("id");
  lesson.span = id == nullptr ? node.span : id->span;
  add_strength(node, card.outcomes, lesson);
  return lesson;
}

Support read_support(const Node& node) {
  const Node* lesson = node.find("lesson");
  return {.lesson = node.text_of("lesson"),
          .stance = node.text_of("stance"),
          .why = node.text_of("why"),
          .span = lesson == nullptr ? node.span : lesson->span};
}

RecordKind read_kind(const Node& front, const std::string& language_of_path) {
  if (!language_of_path.empty() || front.find("translation_of") != nullptr)
    return RecordKind::translation;
  const std::string kind = front.text_of("kind");
  if (kind == "insight") return RecordKind::insight;
  if (kind == "digest") return RecordKind::digest;
  return RecordKind::case_study;
}

void read_period(const Node& front, Card& card) {
  const Node* period = front.find("period");
  if (period == nullptr) return;
  card.start = parse_date(period->text_of("start"));
  card.end = parse_date(period->text_of("end"));
  const Node* ongoing = period->find("ongoing");
  card.ongoing = ongoing != nullptr && ongoing->boolean;
}

void read_review(const Node& front, Card& card) {
  const Node* due = front.find_path({"review", "due"});
  if (due == nullptr) return;
  card.review_due = parse_date(due->scalar());
  card.review_span = due->span;
}

void read_last_dated(const Node& front, Card& card) {
  for (const Node* node :
       {front.find("published"), front.find("updated"), front.find_path({"review", "on"})}) {
    if (node == nullptr) continue;
    const Date date = parse_date(node->scalar());
    if (!date.known() ||
        (card.last_dated.known() && earliest_day(date) <= earliest_day(card.last_dated)))
      continue;
    card.last_dated = date;
    card.last_dated_span = node->span;
  }
}

void read_aliases(const Node& front, Card& card) {
  const Node* aliases = front.find("aliases");
  if (aliases == nullptr) return;
  card.aliases = front.texts_of("aliases");
  const std::vector<Node> one = {*aliases};
  for (const Node& alias : aliases->is_list() ? aliases->children : one)
    if (!alias.scalar().empty()) card.alias_spans.push_back(alias.span);
}

void read_lists(const Node& front, const std::vector<Facet>& facets, Card& card) {
  card.terms = read_terms(front, facets);
  const bool authors_are_terms =
      std::any_of(facets.begin(), facets.end(),
                  [](const Facet& facet) { return facet.field == "authors"; });
  if (!authors_are_terms) card.authors = names(front, "authors");
  card.tags = front.texts_of("tags");
  read_aliases(front, card);
  card.related = front.texts_of("related");
  for (const Node& item : front.items_of("outcomes"))
    if (item.is_map()) card.outcomes.push_back(read_outcome(item));
  for (const Node& item : front.items_of("lessons"))
    if (item.is_map() && !item.text_of("id").empty())
      card.lessons.push_back(read_lesson(item, card, facets));
  for (const Node& item : front.items_of("lenses"))
    if (std::string term = item.is_map() ? item.text_of("term") : item.scalar(); !term.empty())
      card.lenses.push_back(std::move(term));
  for (const Node& item : front.items_of("rests_on"))
    if (item.is_map()) card.rests_on.push_back(read_support(item));
}

}  // namespace

std::string_view name_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::case_study:
      return "case";
    case RecordKind::insight:
      return "insight";
    case RecordKind::digest:
      return "digest";
    case RecordKind::translation:
      return "translation";
  }
  return {};
}

bool speaks_for(std::string_view stance) { return stance == "supports" || stance == "partly"; }

std::string full_id(const Card& card, const Lesson& lesson) {
  return card.id + "#" + lesson.id;
}

PathName name_of_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (name.size() > 3 && name.substr(name.size() - 3) == ".md") name.remove_suffix(3);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {std::string(name), {}};
  // A language tag: two or three letters, perhaps more parts after hyphens.
  const std::string_view tag = name.substr(dot + 1);
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || primary.size() < 2 || primary.size() > 3) return {std::string(name), {}};
  return {std::string(name.substr(0, dot)), std::string(tag)};
}

Card make_card(const Node& front, const std::vector<Facet>& facets, const std::string& path) {
  const PathName name = name_of_path(path);
  Card card;
  card.kind = read_kind(front, name.language);
  card.id = name.id;
  card.path = path;
  card.title = front.text_of("title");
  if (const Node* title = front.find("title"); title != nullptr) card.title_span = title->span;
  card.summary = front.text_of("summary");
  card.language = name.language.empty() ? front.text_of("language") : name.language;
  read_period(front, card);
  const Node* stage = front.find("stage");
  if (stage != nullptr) card.stage = stage->is_map() ? stage->text_of("term") : stage->scalar();
  read_lists(front, facets, card);
  card.state = front.text_of("state");
  card.url = front.text_of("url");
  if (const Node* url = front.find("url"); url != nullptr) card.url_span = url->span;
  card.publisher = front.text_of("publisher");
  card.translation_of = front.text_of("translation_of");
  if (card.kind == RecordKind::translation && card.translation_of.empty())
    card.translation_of = name.id;
  card.owner = front.text_of("owner");
  card.sensitivity = front.text_of("sensitivity");
  card.embargo = front.text_of("embargo");
  card.published = front.text_of("published");
  if (const Node* day = front.find("published"); day != nullptr)
    card.published_span = day->span;
  card.updated = front.text_of("updated");
  read_last_dated(front, card);
  read_review(front, card);
  const Node* draft = front.find("draft");
  card.draft = draft != nullptr && draft->boolean;
  if (card.kind == RecordKind::translation) {
    card.source_hashes = pack(hashes_written(front));
    card.hash_place = find_hash_place(front);
  }
  return card;
}

}  // namespace baraza::content
