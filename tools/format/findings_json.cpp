// Findings as a program of one's own reads them.
#include <ostream>

#include "base/json.hpp"
#include "tools/format/findings.hpp"

namespace baraza::tools {
namespace {

void write_place(JsonWriter& json, const Place& place) {
  json.key("path").value(place.path);
  json.key("line").value(place.span.line);
  json.key("column").value(place.span.column);
  json.key("end_line").value(place.span.end_line);
  json.key("end_column").value(place.span.end_column);
}

void write_finding(JsonWriter& json, const Diagnostic& finding) {
  json.begin_object();
  json.key("rule").value(finding.rule);
  json.key("severity").value(name_of(finding.severity));
  write_place(json, finding.where);
  json.key("message").value(finding.message);
  json.key("hint").value(finding.hint);
  json.key("notes").begin_array();
  for (const Note& note : finding.notes) {
    json.begin_object();
    write_place(json, note.where);
    json.key("message").value(note.message).end_object();
  }
  json.end_array();
  json.key("edits").begin_array();
  for (const Edit& edit : finding.edits) {
    json.begin_object();
    write_place(json, {finding.where.path, edit.span});
    json.key("text").value(edit.text).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

Status write_json(const FindingsReport& report, const Env& env) {
  JsonWriter json(true);
  json.begin_object();
  json.key("format").value("baraza findings");
  json.key("version").value(1);
  json.key("files").value(report.summary.files);
  json.key("errors").value(report.summary.errors);
  json.key("warnings").value(report.summary.warnings);
  json.key("hints").value(report.summary.hints);
  json.key("findings").begin_array();
  for (const Diagnostic& finding : report.findings) write_finding(json, finding);
  json.end_array().end_object();
  env.out << json.text() << '\n';
  return Done{};
}

}  // namespace baraza::tools
