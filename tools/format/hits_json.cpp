#include <ostream>

#include "base/json.hpp"
#include "tools/format/entry_json.hpp"
#include "tools/format/explanation.hpp"
#include "tools/format/hits.hpp"

namespace baraza::tools {
namespace {

void write_counts(JsonWriter& json, const std::vector<index::FacetCount>& facets) {
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

// Groups name their hits by rank, as a hit may stand in several.
void write_groups(JsonWriter& json, const index::Hits& hits, const HitsView& view) {
  json.key("grouped_by").value(view.group).key("all_groups").value(hits.all_groups);
  json.key("groups").begin_array();
  for (const index::Group& group : hits.groups) {
    json.begin_object().key("key").value(group.key).key("label").value(group.label);
    json.key("total").value(group.total).key("ranks").begin_array();
    for (const std::size_t hit : group.hits) json.value(hits.hits[hit].rank);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

void write_hit_json(JsonWriter& json, const index::Hit& hit, const Look& look) {
  json.key("rank").value(hit.rank).key("score").value(hit.score);
  write_identity(json, hit.entry, look);
  json.key("title_highlights");
  write_ranges(json, hit.title, hit.title_ranges);
  write_facts(json, hit.entry, look);
  json.key("excerpt").begin_object().key("text").value(hit.excerpt.text).key("highlights");
  write_ranges(json, hit.excerpt.text, hit.excerpt.ranges);
  json.key("heading").value(hit.excerpt.heading).key("anchor").value(hit.excerpt.anchor);
  json.key("path")
      .value(hit.excerpt.path)
      .key("line")
      .value(hit.excerpt.line)
      .key("language")
      .value(hit.excerpt.language);
  json.end_object();
  write_insights(json, hit.insights);
  json.key("cases");
  if (hit.entry.kind == index::Kind::insight)
    write_tally(json, hit.tally);
  else
    json.null();
  if (!hit.gave.empty()) write_gave_json(json, hit.gave);
}

void write_hits_json(const index::Hits& hits, const Look& look, const HitsView& view,
                     std::ostream& out) {
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza search").key("version").value(1);
  json.key("query").value(view.query);
  json.key("total").value(hits.total).key("exact").value(hits.exact);
  json.key("offset").value(view.offset).key("replaced").begin_array();
  for (const index::Replacement& word : hits.replaced)
    json.begin_object().key("from").value(word.from).key("to").value(word.to).end_object();
  json.end_array().key("notes").value(hits.notes);
  write_counts(json, hits.facets);
  if (hits.explanation) write_explanation_json(json, *hits.explanation);
  if (hits.nothing_found) write_help_json(json, *hits.nothing_found);
  if (!view.group.empty()) write_groups(json, hits, view);
  json.key("hits").begin_array();
  for (const index::Hit& hit : hits.hits) {
    json.begin_object();
    write_hit_json(json, hit, look);
    json.end_object();
  }
  json.end_array().end_object();
  out << json.text() << '\n';
}

}  // namespace baraza::tools
