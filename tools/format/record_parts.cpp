// What happened, who took part and what to take from it.
#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/html_text.hpp"
#include "tools/format/record_writer.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

using content::Node;

// The record that a link of a record's text leads to, the address, or nothing.
std::string where_to(const content::Link& link, const std::string& path) {
  if (link.target.find("://") != std::string::npos || link.target.starts_with("mailto:"))
    return link.target;
  const std::string file = link.target.substr(0, link.target.find('#'));
  if (file.empty()) return {};
  if (file.ends_with(".md")) return content::name_of_path(file).id;
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? file : path.substr(0, slash + 1) + file;
}

}  // namespace

void RecordWriter::title(std::ostream& out) {
  out << look_.paint(colour::bold,
                     without_line_ends(wrapped(visible(record_.hit.title), look_.width, "")))
      << '\n';
  std::vector<std::string> parts;
  switch (entry_.kind) {
    case index::Kind::lesson:
      parts.push_back(word("lesson.name"));
      if (!entry_.lesson_kind.empty())
        parts.push_back(term("lesson-kinds", entry_.lesson_kind));
      break;
    case index::Kind::insight:
      parts.push_back(word("insight.name"));
      break;
    case index::Kind::digest:
      parts.push_back(word("nav.digest"));
      break;
    case index::Kind::case_study:
      parts.push_back(word("case.name"));
  }
  if (std::string by = authors(); !by.empty()) parts.push_back(std::move(by));
  for (std::string& part : parts) part = visible(part);
  out << wrapped_parts(parts, look_.width, "");
  const index::Title& title = entry_.title_in(look_.languages);
  if (!title.summary.empty()) out << '\n' << wrapped(visible(title.summary), look_.width, "");
}

std::string RecordWriter::authors() {
  // A digest entry's are those of what it points to, and stand among its facts.
  if (entry_.authors.empty() || entry_.kind == index::Kind::digest) return {};
  shown_.insert("authors");
  return word("case.by") + " " + words_.list(entry_.authors);
}

void RecordWriter::text(std::string_view heading_key, std::string_view field) {
  const std::string said = fields_.text_of(field);
  shown_.insert(std::string(field));
  if (said.empty()) return;
  heading(word(heading_key));
  line(said);
}

void RecordWriter::lessons() {
  if (record_.lessons.empty()) return;
  heading(word("case.lessons"));
  for (const index::Hit& lesson : record_.lessons) {
    gap();
    line(lesson.title);
    id_line(lesson.entry.id, 2);
  }
}

void RecordWriter::limits(const Node& item) {
  if (const std::string limits = item.text_of("limits"); !limits.empty())
    line(word("case.limits") + " " + limits, 4);
}

void RecordWriter::outcomes() {
  const std::vector<Node>& items = maps("outcomes");
  if (items.empty()) return;
  heading(word("case.outcomes"));
  for (const Node& outcome : items) {
    gap();
    std::vector<std::string> marks;
    if (const std::string direction = outcome.text_of("direction"); !direction.empty())
      marks.push_back(visible(term("directions", direction)));
    if (const std::string aim = outcome.text_of("aim"); !aim.empty())
      marks.push_back(visible(term("aims", aim)));
    *out_ << wrapped_parts(marks, look_.width, "  ");
    line(outcome.text_of("claim"), 4);
    std::string known = terms("bases", outcome.texts_of("basis"));
    if (const std::string agreed = outcome.text_of("corroboration"); !agreed.empty())
      known += " (" + term("corroborations", agreed) + ")";
    if (!known.empty()) line(word("lesson.basis") + " " + known, 4);
    limits(outcome);
    faint(citations(outcome), 4);
  }
}

void RecordWriter::body(std::string_view heading_key) {
  const content::Body& body = record_.sheet.body;
  if (body.empty()) return;
  const bool story = body.html.find("<h") == std::string::npos || !heading_key.empty();
  if (story && !heading_key.empty())
    heading(word(heading_key));
  else
    *out_ << '\n';
  *out_ << html_text(
      body, {.width = look_.width,
             .indent = "  ",
             .paint = look_.paint,
             .where = [&](const content::Link& link) { return where_to(link, entry_.path); }});
}

void RecordWriter::timeline() {
  std::vector<const Node*> events;
  for (const Node& event : maps("events")) events.push_back(&event);
  if (events.empty()) return;
  std::stable_sort(events.begin(), events.end(), [](const Node* a, const Node* b) {
    return content::earliest_day(content::parse_date(a->text_of("date"))) <
           content::earliest_day(content::parse_date(b->text_of("date")));
  });
  heading(word("case.timeline"));
  for (const Node* event : events) {
    gap();
    std::string head = words_.date(event->text_of("date"));
    if (const std::string choice = event->text_of("choice"); !choice.empty())
      head += "  (" + word("case.choice") + " " + term("choices", choice) + ")";
    line(head);
    line(event->text_of("what"), 4);
    faint(citations(*event), 4);
  }
}

std::string RecordWriter::actor_name(const std::string& id) const {
  for (const Node& actor : fields_.items_of("actors"))
    if (actor.text_of("id") == id) return actor.text_of("name");
  return id;
}

// `The county oversaw the committees: a word more`
std::string RecordWriter::relation(const Node& item) const {
  const std::string kind = item.text_of("kind");
  const std::string key = "relations." + kind;
  const bool known = !words_.text_or(key, "").empty();
  const std::string from = actor_name(item.text_of("from"));
  const std::string to = actor_name(item.text_of("to"));
  const std::string sentence = known ? words_.fill(key, {{"from", from}, {"to", to}})
                                     : from + " " + term("relations", kind) + " " + to;
  const std::string more = item.text_of("words");
  return more.empty() ? sentence : sentence + ": " + more;
}

void RecordWriter::people() {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;  // by kind
  for (const Node& actor : maps("actors")) {
    const std::string kind = actor.text_of("kind");
    const std::string role = actor.text_of("role");
    auto at = std::find_if(groups.begin(), groups.end(),
                           [&](const auto& group) { return group.first == kind; });
    if (at == groups.end()) at = groups.insert(groups.end(), {kind, {}});
    at->second.push_back(actor.text_of("name") +
                         (role.empty() ? "" : " (" + term("actor-roles", role) + ")"));
  }
  if (groups.empty()) return;
  heading(word("case.people"));
  for (const auto& [kind, names] : groups) {
    line(term("actor-kinds", kind));
    for (const std::string& name : names) item(name, 4);
  }
  const std::vector<Node>& relations = maps("relations");
  if (relations.empty()) return;
  heading(word("case.relations"));
  for (const Node& one : relations) item(relation(one));
}

std::string RecordWriter::years(const std::string& text) const {
  const std::size_t stroke = text.find('/');
  if (stroke == std::string::npos) return words_.date(text);
  const std::string end = text.substr(stroke + 1);
  return words_.period(content::parse_date(text.substr(0, stroke)), content::parse_date(end),
                       end == "..");
}

// `The committees: USD 12,500; 2014 to 2019`
std::string RecordWriter::money(const Node& item) const {
  const std::string from = item.text_of("from");
  std::vector<std::string> said;
  if (const std::string amount = item.text_of("amount"); !amount.empty())
    said.emplace_back(trim(item.text_of("currency") + " " + words_.number(amount)));
  if (const std::string when = item.text_of("years"); !when.empty())
    said.push_back(years(when));
  if (std::string terms = item.text_of("terms"); !terms.empty()) said.push_back(terms);
  const std::string who = from.empty() ? word("case.funder_unknown") : actor_name(from);
  return said.empty() ? who : who + ": " + join(said, "; ");
}

void RecordWriter::funding() {
  const std::vector<Node>& items = maps("funding");
  if (items.empty()) return;
  heading(word("case.funding"));
  for (const Node& one : items) {
    item(money(one));
    faint(citations(one), 4);
  }
}

void RecordWriter::transfer() {
  const Node* transfer = fields_.find("transfer");
  if (transfer == nullptr || !transfer->is_map()) return;
  bool any = false;
  for (const char* part : {"needs", "breaks_if", "not_tested_in"}) {
    const std::vector<std::string> texts = transfer->texts_of(part);
    if (texts.empty()) continue;
    if (!any) heading(word("case.transfer"));
    any = true;
    line(word("case." + std::string(part)));
    for (const std::string& text : texts) item(text, 4);
  }
  if (any) shown_.insert("transfer");
}

void RecordWriter::voices() {
  const std::vector<Node>& items = maps("voices");
  if (items.empty()) return;
  heading(word("case.voices"));
  for (const Node& voice : items) {
    gap();
    line("“" + voice.text_of("quote") + "”");
    std::vector<std::string> who = {voice.text_of("who"), voice.text_of("role")};
    if (const std::string consent = voice.text_of("consent"); !consent.empty())
      who.push_back(term("consent", consent));
    std::erase(who, "");
    line(join(who, ", "), 4);
    faint(citations(voice), 4);
  }
}

void RecordWriter::harms() {
  const Node* harms = fields_.find("harms");
  if (harms == nullptr) return;
  const bool none = harms->scalar() == "none-known";
  if (!none && (!harms->is_list() || harms->children.empty())) return;
  shown_.insert("harms");
  heading(word("case.harms"));
  if (none) return line(word("case.no_harms"));
  for (const Node& harm : harms->children) {
    const std::string whom = terms("groups", harm.texts_of("groups"));
    item((harm.is_map() ? harm.text_of("what") : harm.scalar()) +
         (whom.empty() ? "" : " (" + whom + ")"));
    faint(citations(harm), 4);
  }
}

void RecordWriter::lenses() {
  const std::vector<Node>& items = fields_.items_of("lenses");
  if (items.empty() || entry_.lenses.empty()) return;
  shown_.insert("lenses");
  heading(word("case.lenses"));
  for (const Node& lens : items) {
    const std::string id = lens.is_map() ? lens.text_of("term") : lens.scalar();
    const std::size_t stroke = std::min(id.find('/'), id.size());
    const std::string list = "frameworks/" + id.substr(0, stroke);
    const std::string own = stroke < id.size() ? id.substr(stroke + 1) : "";
    const bool known = look_.about.find_term(list, own) != nullptr;
    const std::string fits = lens.text_of("fits");
    const std::string because = lens.text_of("because");
    item((known ? look_.label(list, own) : id) + " (" + words_of(id.substr(0, stroke)) + ")" +
         (fits.empty() ? "" : ". " + term("fits", fits)) +
         (because.empty() ? "" : ": " + because));
  }
}

}  // namespace baraza::tools
