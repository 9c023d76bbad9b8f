// Records as a person or a program reads them: one whole, or as a hit among others.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "index/index.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

struct ShownRecord {
  index::Entry entry = {};
  std::vector<index::Entry> lessons = {};       // of a case
  std::vector<content::Passage> passages = {};  // its text in the reader's language
};

void write_record_text(const ShownRecord& record, const index::About& about, bool colour,
                       std::ostream& out);
// Its form is schemas/output/record.schema.yaml.
void write_record_json(const ShownRecord& record, const index::About& about, std::ostream& out);

// For records and hits alike.
std::string period_text(const index::Entry& entry);  // `2014 to 2022`, `since 2014`, or empty
std::string date_text(const content::Date& date);    // `2014-05`, `2014~`, or empty
// Labels of the record's terms, a text for each facet: `Kenya`, `Education, Health`.
std::vector<std::string> terms_texts(const index::Entry& entry, const index::About& about);
// `basis: survey, official evaluation (several kinds)`; a lesson without one says so;
// empty for others.
std::string strength_text(const index::Entry& entry);
void write_terms(JsonWriter& json, const index::Entry& entry, const index::About& about);
void write_period(JsonWriter& json, const index::Entry& entry);
void write_case(JsonWriter& json, const index::Entry& entry);
// `text` in lines of at most `width` columns, each after `indent`.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);
// The same for `parts` with ` · ` between, broken between two parts where that is possible.
// Empty parts are left out.
std::string wrapped_parts(const std::vector<std::string>& parts, std::size_t width,
                          std::string_view indent);

}  // namespace baraza::tools
