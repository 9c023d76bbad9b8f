#include "tools/format/entry_json.hpp"

#include "base/text.hpp"

namespace baraza::tools {
namespace {

void write_case(JsonWriter& json, const index::Entry& entry) {
  json.key("case");
  if (entry.kind != index::Kind::lesson) {
    json.null();
    return;
  }
  json.begin_object().key("id").value(entry.case_id);
  json.key("title").value(entry.case_title).end_object();
}

}  // namespace

void write_terms(JsonWriter& json, const index::Entry& entry, const Look& look) {
  json.key("terms").begin_object();
  for (const index::FacetLabels& facet : look.about.facets) {
    const auto terms = entry.terms.find(facet.facet.field);
    if (terms == entry.terms.end()) continue;
    json.key(facet.facet.field).begin_array();
    for (const std::string& term : terms->second)
      json.begin_object()
          .key("term")
          .value(term)
          .key("label")
          .value(facet.terms.label(term, look.languages.front()))
          .end_object();
    json.end_array();
  }
  json.end_object();
}

void write_identity(JsonWriter& json, const index::Entry& entry, const Look& look) {
  const index::Title& title = entry.title_in(look.languages);
  json.key("id").value(entry.id).key("kind").value(index::name_of(entry.kind));
  json.key("title").value(title.title).key("language").value(title.language);
  write_case(json, entry);
  json.key("path").value(entry.path).key("line").value(entry.line);
  json.key("address").value(address_of(entry, look.about));
}

void write_facts(JsonWriter& json, const index::Entry& entry, const Look& look) {
  write_terms(json, entry, look);
  json.key("basis").value(entry.basis).key("corroboration").value(entry.corroboration);
  json.key("period").begin_object();
  json.key("start").value(content::text_of(entry.start));
  json.key("end").value(content::text_of(entry.end));
  json.key("ongoing").value(entry.ongoing).end_object();
  json.key("stage").value(entry.stage).key("state").value(entry.state);
  json.key("lesson_kind").value(entry.lesson_kind);
  json.key("authors").value(entry.authors).key("publisher").value(entry.publisher);
  json.key("published").value(entry.published).key("updated").value(entry.updated);
}

void write_tally(JsonWriter& json, const index::Tally& tally) {
  json.begin_object().key("for").value(tally.supporting);
  json.key("against").value(tally.against).key("both").value(tally.both).end_object();
}

void write_insights(JsonWriter& json, const std::vector<index::CountedStanding>& insights) {
  json.key("insights").begin_array();
  for (const index::CountedStanding& one : insights) {
    json.begin_object().key("id").value(one.standing.insight);
    json.key("title").value(one.standing.title).key("stance").value(one.standing.stance);
    json.key("cases");
    write_tally(json, one.tally);
    json.end_object();
  }
  json.end_array();
}

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

}  // namespace baraza::tools
