#include <ostream>

#include "base/json.hpp"
#include "tools/format/entry_json.hpp"
#include "tools/format/record.hpp"
#include "tools/format/record_writer.hpp"

namespace baraza::tools {
namespace {

void write_node(JsonWriter& json, const content::Node& node) {
  using Kind = content::Node::Kind;
  switch (node.kind) {
    case Kind::map:
      json.begin_object();
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        json.key(node.keys[i].name);
        write_node(json, node.children[i]);
      }
      json.end_object();
      return;
    case Kind::list:
      json.begin_array();
      for (const content::Node& child : node.children) write_node(json, child);
      json.end_array();
      return;
    case Kind::boolean:
      json.value(node.boolean);
      return;
    case Kind::number:
    case Kind::text:  // a number as its author wrote it: dates and codes may look like one
      json.value(node.scalar());
      return;
    default:
      json.null();
  }
}

void write_lessons(JsonWriter& json, const std::vector<index::Hit>& lessons) {
  json.key("lessons").begin_array();
  for (const index::Hit& lesson : lessons)
    json.begin_object()
        .key("id")
        .value(lesson.entry.id)
        .key("claim")
        .value(lesson.title)
        .end_object();
  json.end_array();
}

void write_stands(JsonWriter& json, const ShownRecord& record, const Look& look) {
  json.key("rests_on").begin_array();
  for (const index::Stand& stand : record.stands)
    for (const index::Stand::Bearing& bearing : stand.lessons) {
      json.begin_object().key("lesson").value(bearing.lesson.id);
      json.key("claim").value(bearing.lesson.title_in(look.languages).title);
      json.key("case").value(stand.case_id).key("case_title").value(stand.case_title);
      write_terms(json, bearing.lesson, look);
      json.key("stance").value(bearing.support.stance);
      json.key("why").value(why_of(record, bearing.support)).end_object();
    }
  json.end_array();
}

}  // namespace

void write_record_json(const ShownRecord& record, const Look& look, std::ostream& out) {
  const index::Entry& entry = record.hit.entry;
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza record").key("version").value(2);
  write_identity(json, entry, look);
  json.key("summary").value(entry.title_in(look.languages).summary);
  write_facts(json, entry, look);
  json.key("url").value(entry.url).key("tags").value(entry.tags);
  json.key("lenses").value(entry.lenses);
  write_lessons(json, record.lessons);
  write_stands(json, record, look);
  write_insights(json, record.hit.insights);
  json.key("fields");
  write_node(json, record.sheet.fields);
  json.key("text").begin_array();
  for (const content::Passage& passage : record.passages)
    json.begin_object()
        .key("text")
        .value(passage.text)
        .key("heading")
        .value(passage.heading)
        .key("line")
        .value(passage.line)
        .end_object();
  json.end_array().end_object();
  out << json.text() << '\n';
}

}  // namespace baraza::tools
