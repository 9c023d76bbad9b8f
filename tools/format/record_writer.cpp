#include "tools/format/record_writer.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

constexpr int deepest_value = 5;  // below it, only the texts are shown
constexpr std::size_t widest_label = 20;
constexpr std::size_t text_indent = 2;

constexpr std::array<std::string_view, 19> kept_back = {
    "schema",   "id",       "kind",    "title",       "summary",       "lessons",  "aliases",
    "related",  "licence",  "draft",   "sensitivity", "embargo",       "rests_on", "url",
    "language", "external", "because", "claim",       "translation_of"};

const std::vector<content::Node> no_items;

void gather(const content::Node& node, std::vector<std::string>& texts) {
  if (std::string text = node.scalar(); !text.empty()) texts.push_back(std::move(text));
  for (const content::Node& child : node.children) gather(child, texts);
}

// `wells_built` is `Wells built`.
std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  std::replace(name.begin(), name.end(), '-', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

}  // namespace

bool is_kept_back(std::string_view field) {
  return std::find(kept_back.begin(), kept_back.end(), field) != kept_back.end();
}

// --- forms of fields

bool RecordWriter::is_facet(const std::string& field) const {
  return entry_.terms.count(field) != 0;
}

const std::vector<content::Node>& RecordWriter::maps(const std::string& field) {
  const std::vector<Node>& items = fields_.items_of(field);
  const bool fits = !items.empty() && std::all_of(items.begin(), items.end(),
                                                  [](const Node& one) { return one.is_map(); });
  if (!fits || is_facet(field)) return no_items;
  shown_.insert(field);
  return items;
}

std::vector<std::string> RecordWriter::scalars(const std::string& field) {
  const Node* node = fields_.find(field);
  if (node == nullptr || node->is_map() || is_facet(field)) return {};
  if (node->is_list() && std::any_of(node->children.begin(), node->children.end(),
                                     [](const Node& one) { return one.is_map(); }))
    return {};
  shown_.insert(field);
  return fields_.texts_of(field);
}

// --- words

std::string RecordWriter::word(std::string_view key) const { return words_.text(key); }

std::string RecordWriter::term(std::string_view list, const std::string& id) const {
  if (look_.about.find_term(list, id) != nullptr) return look_.label(list, id);
  return words_.text_or("terms." + std::string(list) + "." + id, words_of(id));
}

std::string RecordWriter::terms(std::string_view list,
                                const std::vector<std::string>& ids) const {
  std::vector<std::string> labels;
  labels.reserve(ids.size());
  for (const std::string& id : ids) labels.push_back(term(list, id));
  return join(labels, word("list.comma"));
}

std::string RecordWriter::field_label(const std::string& name) const {
  const auto label = look_.about.fields.find(name);
  return label == look_.about.fields.end() ? spaced(name) : label->second;
}

std::string RecordWriter::value_text(const Node& node, int depth) const {
  if (depth > deepest_value) {
    std::vector<std::string> texts;
    gather(node, texts);
    return join(texts, ", ");
  }
  std::vector<std::string> parts;
  if (node.is_map()) {
    for (std::size_t i = 0; i < node.children.size(); ++i)
      parts.push_back(spaced(node.keys[i].name) + ": " +
                      value_text(node.children[i], depth + 1));
    return join(parts, ", ");
  }
  if (node.is_list()) {
    for (const Node& item : node.children) parts.push_back(value_text(item, depth + 1));
    return join(parts, "; ");
  }
  if (node.kind == Node::Kind::boolean) return word(node.boolean ? "facts.yes" : "facts.no");
  return node.scalar();
}

// --- lines

void RecordWriter::heading(const std::string& text) {
  *out_ << '\n' << look_.paint(colour::blue, visible(text)) << '\n';
  first_ = true;
}

void RecordWriter::gap() {
  if (!first_) *out_ << '\n';
  first_ = false;
}

void RecordWriter::line(const std::string& text, std::size_t indent) {
  *out_ << wrapped(visible(text), look_.width, std::string(indent, ' '));
}

void RecordWriter::item(const std::string& text, std::size_t indent) {
  *out_ << hung(std::string(indent, ' ') + "• ", visible(text), look_.width);
}

void RecordWriter::faint(const std::string& text, std::size_t indent) {
  const std::string lines = wrapped(visible(text), look_.width, std::string(indent, ' '));
  for (const std::string_view one : lines_of(lines))
    *out_ << std::string(indent, ' ') << look_.paint(colour::faint, one.substr(indent)) << '\n';
}

void RecordWriter::id_line(const std::string& id, std::size_t indent) {
  *out_ << std::string(indent, ' ') << look_.paint(colour::id, visible(id)) << '\n';
}

void RecordWriter::table(const std::vector<Fact>& facts) {
  std::size_t wide = 0;
  for (const Fact& fact : facts)
    wide = std::max(wide, std::min(widest_label, language::width_of(visible(fact.label))));
  for (const Fact& fact : facts) {
    const std::string label = visible(fact.label);
    const std::size_t used = language::width_of(label);
    const std::string indent(text_indent + wide + 2, ' ');
    std::string lines = wrapped(visible(fact.value), look_.width, indent);
    if (lines.empty()) continue;
    const std::string space(text_indent, ' ');
    if (used > wide)
      *out_ << space << look_.paint(colour::faint, label) << '\n' << lines;
    else
      *out_ << space << look_.paint(colour::faint, label) << std::string(wide - used + 2, ' ')
            << lines.substr(indent.size());
  }
}

// --- facts

void RecordWriter::add(std::vector<Fact>& facts, std::string label, std::string value) {
  if (!value.empty()) facts.push_back({std::move(label), std::move(value)});
}

void RecordWriter::add_terms(std::vector<Fact>& facts) const {
  for (const index::FacetLabels& facet : look_.about.facets) {
    const auto terms = entry_.terms.find(facet.facet.field);
    if (terms == entry_.terms.end()) continue;
    std::vector<std::string> labels;
    for (const std::string& term : terms->second)
      labels.push_back(facet.terms.label(term, look_.languages.front()));
    add(facts, facet.facet.label, join(labels, word("list.comma")));
  }
}

void RecordWriter::add_own(std::vector<Fact>& facts) {
  std::vector<std::string> places;
  for (const Node& place : maps("places")) places.push_back(place.text_of("name"));
  add(facts, word("facts.places"), join(places, word("list.comma")));
  add(facts, word("facts.level"), terms("levels", scalars("level")));
  if (const std::string period = words_.period(entry_.start, entry_.end, entry_.ongoing);
      !period.empty() && entry_.kind != index::Kind::digest) {
    shown_.insert("period");
    add(facts, word("facts.period"), period);
  }
  if (!entry_.stage.empty() && !is_facet("stage")) {
    shown_.insert("stage");
    const Node* stage = fields_.find("stage");
    const std::string as_of = stage == nullptr ? "" : stage->text_of("as_of");
    const std::string label = term("stages", entry_.stage);
    add(facts, word("facts.stage"),
        as_of.empty()
            ? label
            : words_.fill("facts.as_of", {{"what", label}, {"date", words_.date(as_of)}}));
  }
  if (entry_.kind == index::Kind::digest) add_digest(facts);
  add(facts, word("facts.groups"), terms("groups", scalars("groups")));
  add(facts, word("facts.tags"), join(scalars("tags"), word("list.comma")));
  add(facts, word("facts.owner"), terms("organisations", scalars("owner")));
  add(facts, word("facts.contributors"), terms("organisations", scalars("contributors")));
}

// Of what a digest entry points to.
void RecordWriter::add_digest(std::vector<Fact>& facts) {
  for (const char* field : {"author", "publisher"})
    add(facts, field_label(field), join(scalars(field), word("list.comma")));
  for (const std::string& date : scalars("date"))
    add(facts, field_label("date"), words_.date(date));
  for (const std::string& seen : scalars("seen"))
    add(facts, field_label("seen"), term("seen", seen));
}

void RecordWriter::add_unknown(std::vector<Fact>& facts) {
  for (std::size_t i = 0; i < fields_.keys.size() && fields_.is_map(); ++i) {
    const std::string& name = fields_.keys[i].name;
    const Node& node = fields_.children[i];
    if (is_kept_back(name) || is_facet(name) || !shown_.insert(name).second) continue;
    if (node.kind != Node::Kind::null && !node.is_broken())
      add(facts, field_label(name), value_text(node, 0));
  }
}

void RecordWriter::facts(std::ostream& out) {
  std::ostream* const before = std::exchange(out_, &out);
  std::vector<Fact> facts;
  add_terms(facts);
  add_own(facts);
  add_unknown(facts);
  add(facts, "Id", entry_.id);
  add(facts, "Address", address_of(entry_, look_.about));
  add(facts, "File", place_text(entry_));
  heading(word("case.facts"));
  table(facts);
  out_ = before;
}

}  // namespace baraza::tools
