#include "tools/format/records.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view no_basis = "none is named";

// An id as words: `official-evaluation` is `official evaluation`.
std::string words_of(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  return id;
}

std::string words_of(const std::vector<std::string>& ids) {
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const std::string& id : ids) words.push_back(words_of(id));
  return join(words, ", ");
}

std::string bold(std::string_view text, bool colour) {
  return colour ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
}

void write_fact(std::string_view name, const std::string& value, std::ostream& out) {
  if (value.empty()) return;
  constexpr std::size_t column = 16;
  std::string lines = wrapped(value, text_width, std::string(column, ' '));
  const std::string label(name);
  lines.replace(0, std::min(column, lines.size()),
                label + std::string(column - std::min(column - 1, label.size()), ' '));
  out << lines;
}

void write_facts(const index::Entry& entry, const index::About& about, std::ostream& out) {
  for (const index::FacetLabels& facet : about.facets) {
    const auto terms = entry.terms.find(facet.facet.field);
    if (terms == entry.terms.end()) continue;
    std::vector<std::string> labels;
    for (const std::string& term : terms->second)
      labels.push_back(facet.label(term, about.languages.front()));
    write_fact(facet.facet.label, join(labels, ", "), out);
  }
  write_fact("Period", period_text(entry), out);
  write_fact("Stage", words_of(entry.stage), out);
  write_fact("State", words_of(entry.state), out);
  const bool unsaid = entry.kind == index::Kind::lesson && entry.basis.empty();
  write_fact("Basis", unsaid ? std::string(no_basis) : words_of(entry.basis), out);
  write_fact("Corroboration", words_of(entry.corroboration), out);
  write_fact("Authors", join(entry.authors, ", "), out);
  write_fact("Publisher", entry.publisher, out);
  write_fact("Address", entry.url, out);
  write_fact("Lenses", join(entry.lenses, ", "), out);
  write_fact("File", entry.path + (entry.line > 0 ? ":" + std::to_string(entry.line) : ""),
             out);
}

// The text, without the passages that were `said` before it.
void write_passages(const std::vector<content::Passage>& passages,
                    const std::set<std::string>& said, bool colour, std::ostream& out) {
  std::string heading;
  for (const content::Passage& passage : passages) {
    if (passage.text == passage.heading) continue;  // the heading itself
    if (said.contains(passage.text)) continue;
    if (passage.heading != heading) {
      heading = passage.heading;
      if (!heading.empty()) out << '\n' << bold(heading, colour) << '\n';
    }
    out << '\n' << wrapped(passage.text, text_width, "");
  }
}

void write_outcomes_json(JsonWriter& json, const std::vector<content::Outcome>& outcomes) {
  json.key("outcomes").begin_array();
  for (const content::Outcome& outcome : outcomes) {
    json.begin_object().key("id").value(outcome.id).key("claim").value(outcome.claim);
    json.key("aim").value(outcome.aim).key("direction").value(outcome.direction);
    json.key("basis")
        .value(outcome.basis)
        .key("corroboration")
        .value(outcome.corroboration)
        .end_object();
  }
  json.end_array();
}

void write_bearings_json(JsonWriter& json, const index::Entry& entry) {
  json.key("rests_on").begin_array();
  for (const content::Support& support : entry.rests_on)
    json.begin_object()
        .key("lesson")
        .value(support.lesson)
        .key("stance")
        .value(support.stance)
        .key("why")
        .value(support.why)
        .end_object();
  json.end_array().key("insights").begin_array();
  for (const index::Standing& standing : entry.insights)
    json.begin_object()
        .key("id")
        .value(standing.insight)
        .key("title")
        .value(standing.title)
        .key("stance")
        .value(standing.stance)
        .end_object();
  json.end_array();
}

}  // namespace

std::string date_text(const content::Date& date) {
  if (!date.known()) return {};
  const auto padded = [](int value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  std::string text = padded(date.year, 4);
  if (date.month != 0) text += "-" + padded(date.month, 2);
  if (date.day != 0) text += "-" + padded(date.day, 2);
  return text + (date.about ? "~" : "");
}

std::string period_text(const index::Entry& entry) {
  const std::string start = date_text(entry.start);
  const std::string end = date_text(entry.end);
  if (start.empty()) return end.empty() ? "" : "to " + end;
  if (entry.ongoing || end.empty()) return "since " + start;
  return start == end ? start : start + " to " + end;
}

std::vector<std::string> terms_texts(const index::Entry& entry, const index::About& about) {
  std::vector<std::string> groups;
  for (const index::FacetLabels& facet : about.facets) {
    const auto terms = entry.terms.find(facet.facet.field);
    if (terms == entry.terms.end()) continue;
    std::vector<std::string> labels;
    for (const std::string& term : terms->second)
      labels.push_back(facet.label(term, about.languages.front()));
    groups.push_back(join(labels, ", "));
  }
  return groups;
}

std::string strength_text(const index::Entry& entry) {
  if (entry.basis.empty())
    return entry.kind == index::Kind::lesson ? "basis: " + std::string(no_basis) : "";
  const std::string text = "basis: " + words_of(entry.basis);
  return entry.corroboration.empty() ? text : text + " (" + words_of(entry.corroboration) + ")";
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string result;
  std::string line(indent);
  std::size_t used = language::width_of(indent);
  const std::size_t start = used;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const std::size_t wide = language::width_of(word);
    if (used > start && used + 1 + wide > width) {
      result += line + "\n";
      line = indent;
      used = start;
    }
    if (used > start) {
      line += ' ';
      ++used;
    }
    line += word;
    used += wide;
  }
  return used > start ? result + line + "\n" : result;
}

std::string wrapped_parts(const std::vector<std::string>& parts, std::size_t width,
                          std::string_view indent) {
  std::string result;
  std::string line;
  const std::size_t room = width - language::width_of(indent);
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    std::string longer = line;
    if (!line.empty()) longer += " · ";
    longer += part;
    if (line.empty() || language::width_of(longer) <= room) {
      line = longer;
      continue;
    }
    result += wrapped(line, width, indent);
    line = part;
  }
  return line.empty() ? result : result + wrapped(line, width, indent);
}

void write_terms(JsonWriter& json, const index::Entry& entry, const index::About& about) {
  json.key("terms").begin_object();
  for (const index::FacetLabels& facet : about.facets) {
    const auto terms = entry.terms.find(facet.facet.field);
    if (terms == entry.terms.end()) continue;
    json.key(facet.facet.field).begin_array();
    for (const std::string& term : terms->second)
      json.begin_object()
          .key("term")
          .value(term)
          .key("label")
          .value(facet.label(term, about.languages.front()))
          .end_object();
    json.end_array();
  }
  json.end_object();
}

void write_period(JsonWriter& json, const index::Entry& entry) {
  json.key("period").begin_object();
  json.key("start").value(date_text(entry.start)).key("end").value(date_text(entry.end));
  json.key("ongoing").value(entry.ongoing).end_object();
}

void write_case(JsonWriter& json, const index::Entry& entry) {
  json.key("case");
  if (entry.kind != index::Kind::lesson) {
    json.null();
    return;
  }
  json.begin_object()
      .key("id")
      .value(entry.case_id)
      .key("title")
      .value(entry.case_title)
      .end_object();
}

void write_record_text(const ShownRecord& record, const index::About& about, bool colour,
                       std::ostream& out) {
  const index::Entry& entry = record.entry;
  const index::Title& title = entry.title_in(about.languages);
  out << bold(index::name_of(entry.kind), colour) << " " << entry.id << "\n\n"
      << bold(wrapped(title.title, text_width, ""), colour);
  if (!title.summary.empty()) out << '\n' << wrapped(title.summary, text_width, "");
  out << '\n';
  if (entry.kind == index::Kind::lesson)
    write_fact("Case",
               entry.case_title.empty() ? std::string()
                                        : entry.case_title + " (" + entry.case_id + ")",
               out);
  write_facts(entry, about, out);
  if (!record.lessons.empty()) out << '\n' << bold("Lessons", colour) << '\n';
  for (const index::Entry& lesson : record.lessons)
    out << '\n'
        << wrapped(lesson.title_in(about.languages).title, text_width, "  ") << "  "
        << lesson.id << '\n';
  if (!entry.outcomes.empty()) out << '\n' << bold("Outcomes", colour) << '\n';
  for (const content::Outcome& outcome : entry.outcomes)
    out << '\n'
        << wrapped(outcome.claim, text_width, "  ") << "  " << words_of(outcome.aim) << ": "
        << words_of(outcome.direction) << "; basis: " << words_of(outcome.basis) << " ("
        << words_of(outcome.corroboration) << ")\n";
  if (!entry.rests_on.empty()) out << '\n' << bold("Rests on", colour) << '\n';
  for (const content::Support& support : entry.rests_on)
    out << '\n'
        << "  " << words_of(support.stance) << ": " << support.lesson << '\n'
        << wrapped(support.why, text_width, "    ");
  if (!entry.insights.empty()) out << '\n' << bold("Insights that rest on it", colour) << '\n';
  for (const index::Standing& standing : entry.insights)
    out << '\n'
        << wrapped(standing.title, text_width, "  ") << "  " << standing.insight << ": "
        << words_of(standing.stance) << '\n';
  std::set<std::string> said = {title.summary};
  for (const content::Support& support : entry.rests_on) said.insert(support.why);
  write_passages(record.passages, said, colour, out);
}

void write_record_json(const ShownRecord& record, const index::About& about,
                       std::ostream& out) {
  const index::Entry& entry = record.entry;
  const index::Title& title = entry.title_in(about.languages);
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza record").key("version").value(1);
  json.key("id").value(entry.id).key("kind").value(index::name_of(entry.kind));
  json.key("title").value(title.title).key("summary").value(title.summary);
  write_case(json, entry);
  json.key("path").value(entry.path).key("line").value(entry.line);
  write_terms(json, entry, about);
  json.key("basis").value(entry.basis).key("corroboration").value(entry.corroboration);
  write_period(json, entry);
  json.key("stage").value(entry.stage).key("state").value(entry.state);
  json.key("authors").value(entry.authors).key("tags").value(entry.tags);
  json.key("url").value(entry.url).key("publisher").value(entry.publisher);
  json.key("published").value(entry.published).key("updated").value(entry.updated);
  json.key("lessons").begin_array();
  for (const index::Entry& lesson : record.lessons)
    json.begin_object()
        .key("id")
        .value(lesson.id)
        .key("claim")
        .value(lesson.title_in(about.languages).title)
        .end_object();
  json.end_array();
  write_outcomes_json(json, entry.outcomes);
  write_bearings_json(json, entry);
  json.key("lenses").value(entry.lenses).key("text").begin_array();
  for (const content::Passage& passage : record.passages)
    json.begin_object()
        .key("text")
        .value(passage.text)
        .key("heading")
        .value(passage.heading)
        .end_object();
  json.end_array().end_object();
  out << json.text() << '\n';
}

}  // namespace baraza::tools
