#include "base/json.hpp"
#include "tools/format/citation.hpp"

namespace baraza::tools {
namespace {

void write_names(JsonWriter& json, const std::vector<Name>& names) {
  json.key("author").begin_array();
  for (const Name& name : names) {
    json.begin_object();
    if (name.family.empty()) {
      json.key("literal").value(name.literal);
    } else {
      json.key("family").value(name.family);
      if (!name.given.empty()) json.key("given").value(name.given);
    }
    json.end_object();
  }
  json.end_array();
}

void write_date(JsonWriter& json, const content::Date& date) {
  json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
  json.value(date.year);
  if (date.month != 0) json.value(date.month);
  if (date.day != 0) json.value(date.day);
  json.end_array().end_array();
  if (date.about) json.key("circa").value(true);
  json.end_object();
}

void write_item(JsonWriter& json, const Citation& citation) {
  json.begin_object().key("id").value(citation.id).key("type").value(citation.type);
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) json.key(name).value(value);
  };
  field("title", citation.title);
  if (!citation.authors.empty()) write_names(json, citation.authors);
  field("container-title", citation.container);
  field("volume", citation.volume);
  field("issue", citation.issue);
  field("publisher", citation.publisher);
  if (citation.date.known()) write_date(json, citation.date);
  field("DOI", citation.doi);
  field("URL", citation.url);
  field("language", citation.language);
  field("note", citation.note);
  field("abstract", citation.abstract);
  json.end_object();
}

}  // namespace

std::string to_csl(const std::vector<Citation>& citations) {
  JsonWriter json(true);
  json.begin_array();
  for (const Citation& citation : citations) write_item(json, citation);
  json.end_array();
  return json.text();
}

}  // namespace baraza::tools
