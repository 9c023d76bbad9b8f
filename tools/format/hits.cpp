#include "tools/format/hits.hpp"

#include <algorithm>
#include <ostream>

#include "base/json.hpp"
#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/records.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view bold = "1";
constexpr std::string_view yellow = "33";
constexpr std::string_view faint = "2";

// Marks round what was found: control characters, so that no text holds them, until the text is
// wrapped; then colour, or `*` where there is none.
constexpr char mark_on = '\x01';
constexpr char mark_off = '\x02';

std::string marked(const std::string& text, const std::vector<index::Range>& ranges) {
  std::string result;
  std::size_t from = 0;
  for (const index::Range& range : ranges) {
    result.append(text, from, range.offset - from);
    result += mark_on;
    result.append(text, range.offset, range.length);
    result += mark_off;
    from = range.offset + range.length;
  }
  return result.append(text, from);
}

std::string painted(std::string_view text, std::string_view code, bool colour) {
  return colour ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m"
                : std::string(text);
}

std::string show_marks(const std::string& text, bool colour, std::string_view around) {
  std::string result;
  for (const char c : text) {
    if (c == mark_on)
      result += colour ? "\x1b[1;" + std::string(yellow) + "m" : "*";
    else if (c == mark_off)
      result += colour
                    ? "\x1b[0m" +
                          std::string(around.empty() ? "" : "\x1b[" + std::string(around) + "m")
                    : "*";
    else
      result += c;
  }
  return result;
}

void write_hit_text(const index::Hit& hit, std::size_t rank, const index::About& about,
                    bool colour, std::ostream& out) {
  const std::string number = std::to_string(rank) + ".";
  const std::string indent(std::max<std::size_t>(4, number.size() + 1), ' ');
  std::string title = wrapped(marked(hit.title, hit.title_ranges), text_width, indent);
  title.replace(0, number.size(), number);
  title.pop_back();
  out << painted(show_marks(title, colour, bold), bold, colour) << '\n';
  std::vector<std::string> facts = terms_texts(hit.entry, about);
  facts.insert(facts.begin(), std::string(index::name_of(hit.entry.kind)));
  facts.push_back(period_text(hit.entry));
  out << wrapped_parts(facts, text_width, indent);
  if (const std::string strength = strength_text(hit.entry); !strength.empty())
    out << wrapped(strength, text_width, indent);
  if (!hit.excerpt.text.empty()) {
    const std::string lead = hit.excerpt.heading.empty() ? "" : hit.excerpt.heading + ": ";
    out << show_marks(
        wrapped(lead + marked(hit.excerpt.text, hit.excerpt.ranges), text_width, indent),
        colour, "");
  }
  if (hit.entry.kind == index::Kind::lesson && !hit.entry.case_title.empty())
    out << painted(wrapped("from " + hit.entry.case_title, text_width, indent), faint, colour);
  out << painted(indent + hit.entry.id, faint, colour) << "\n\n";
}

// What to add to the command to see only the records with a term.
std::string way_to(const index::FacetCount& facet, const std::string& term,
                   const HitsView& view) {
  if (facet.field == "kind")
    return term == "case" || term == "lesson" ? "--" + term + "s" : "kind:" + term;
  const bool option =
      std::find(view.flags.begin(), view.flags.end(), facet.flag) != view.flags.end();
  return option ? "--" + facet.flag + " " + term : "--where " + facet.flag + "=" + term;
}

void write_facets_text(const index::Hits& hits, const HitsView& view, std::ostream& out) {
  bool first = true;
  for (const index::FacetCount& facet : hits.facets) {
    if (facet.terms.empty()) continue;
    out << (first ? "" : "\n") << facet.label << '\n';
    first = false;
    std::size_t wide = 0;
    for (const index::TermCount& term : facet.terms)
      wide = std::max(wide, language::width_of(term.label));
    for (const index::TermCount& term : facet.terms) {
      const std::string count = std::to_string(term.count);
      out << std::string(6 - std::min<std::size_t>(6, count.size()), ' ') << count << "  "
          << term.label << std::string(wide - language::width_of(term.label) + 2, ' ')
          << way_to(facet, term.term, view) << '\n';
    }
  }
}

void write_counts_json(JsonWriter& json, const std::vector<index::FacetCount>& facets) {
  json.key("facets").begin_array();
  for (const index::FacetCount& facet : facets) {
    json.begin_object().key("field").value(facet.field).key("flag").value(facet.flag);
    json.key("label").value(facet.label).key("terms").begin_array();
    for (const index::TermCount& term : facet.terms)
      json.begin_object()
          .key("term")
          .value(term.term)
          .key("label")
          .value(term.label)
          .key("count")
          .value(term.count)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

// Ranges are bytes within, and characters outside.
void write_ranges(JsonWriter& json, const std::string& text,
                  const std::vector<index::Range>& ranges) {
  json.begin_array();
  const auto characters = [&](std::size_t bytes) {
    return count_characters(std::string_view(text).substr(0, bytes));
  };
  for (const index::Range& range : ranges)
    json.begin_array()
        .value(characters(range.offset))
        .value(characters(range.offset + range.length))
        .end_array();
  json.end_array();
}

void write_hit_json(JsonWriter& json, const index::Hit& hit, std::size_t rank,
                    const index::About& about) {
  json.begin_object().key("rank").value(rank).key("id").value(hit.entry.id);
  json.key("kind").value(index::name_of(hit.entry.kind)).key("title").value(hit.title);
  write_case(json, hit.entry);
  json.key("path").value(hit.entry.path).key("score").value(hit.score);
  write_terms(json, hit.entry, about);
  json.key("basis").value(hit.entry.basis).key("corroboration").value(hit.entry.corroboration);
  write_period(json, hit.entry);
  json.key("stage").value(hit.entry.stage);
  json.key("excerpt").begin_object().key("text").value(hit.excerpt.text).key("highlights");
  write_ranges(json, hit.excerpt.text, hit.excerpt.ranges);
  json.key("heading").value(hit.excerpt.heading).end_object().end_object();
}

}  // namespace

void write_hits_text(const index::Hits& hits, const index::About& about, const HitsView& view,
                     std::ostream& out) {
  if (view.facets) return write_facets_text(hits, view, out);
  std::size_t rank = view.offset;
  for (const index::Hit& hit : hits.hits) write_hit_text(hit, ++rank, about, view.colour, out);
}

void write_hits_json(const index::Hits& hits, const index::About& about, const HitsView& view,
                     std::ostream& out) {
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza search").key("version").value(1);
  json.key("query")
      .value(view.query)
      .key("total")
      .value(hits.total)
      .key("exact")
      .value(hits.exact);
  json.key("offset").value(view.offset).key("replaced").begin_array();
  for (const index::Replacement& word : hits.replaced)
    json.begin_object().key("from").value(word.from).key("to").value(word.to).end_object();
  json.end_array().key("notes").value(hits.notes);
  write_counts_json(json, hits.facets);
  json.key("hits").begin_array();
  std::size_t rank = view.offset;
  for (const index::Hit& hit : hits.hits) write_hit_json(json, hit, ++rank, about);
  json.end_array().end_object();
  out << json.text() << '\n';
}

}  // namespace baraza::tools
