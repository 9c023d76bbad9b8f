#include <ostream>
#include <sstream>

#include "base/text.hpp"
#include "tools/format/record.hpp"
#include "tools/format/record_writer.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

void write_case(RecordWriter& parts) {
  parts.lessons();
  parts.outcomes();
  parts.body({});
  parts.timeline();
  parts.people();
  parts.funding();
  parts.transfer();
  parts.voices();
  parts.harms();
  parts.lenses();
  parts.insights();
  parts.known();
  parts.sources();
  parts.related();
  parts.cite();
}

void write_lesson(RecordWriter& parts) {
  parts.text("lesson.because", "because");
  parts.text("lesson.limits", "limits");
  parts.body("lesson.detail");
  parts.text("lesson.question", "question");
  parts.from_case();
  parts.evidence();
  parts.usefulness();
  parts.insights();
  parts.sources();
  parts.cite();
}

void write_insight(RecordWriter& parts, const std::vector<index::Stand>& stands) {
  std::vector<const index::Stand*> supporting;
  std::vector<const index::Stand*> against;
  std::vector<const index::Stand*> both;
  for (const index::Stand& stand : stands)
    (stand.supports && stand.against ? both
     : stand.supports                ? supporting
                                     : against)
        .push_back(&stand);
  parts.state();
  parts.side("for", supporting);
  if (!both.empty()) parts.side("both", both);
  parts.side("against", against);
  parts.body({});
  parts.known();
  parts.sources();
  parts.cite();
}

}  // namespace

void write_record_text(const ShownRecord& record, const Look& look, const render::Words& words,
                       std::ostream& out) {
  std::ostringstream rest;
  RecordWriter parts(record, look, words, rest);
  parts.title(out);
  switch (record.hit.entry.kind) {
    case index::Kind::lesson:
      write_lesson(parts);
      break;
    case index::Kind::insight:
      write_insight(parts, record.stands);
      break;
    default:
      write_case(parts);
  }
  parts.facts(out);
  out << rest.str();
}

}  // namespace baraza::tools
