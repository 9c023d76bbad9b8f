// What the JSON of hits, lists and whole records share.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "index/hit.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

// Members of an object that is open: id, kind, title, language and case; where it is written
// and where it can be read.
void write_identity(JsonWriter& json, const index::Entry& entry, const Look& look);
// Terms, evidence, period, stage, state, authors, publisher and dates.
void write_facts(JsonWriter& json, const index::Entry& entry, const Look& look);
// The terms alone, each with its label, by facet.
void write_terms(JsonWriter& json, const index::Entry& entry, const Look& look);
// The insights of a lesson.
void write_insights(JsonWriter& json, const std::vector<index::CountedStanding>& insights);
// Numbers of cases, as an object.
void write_tally(JsonWriter& json, const index::Tally& tally);
// Ranges are bytes within, and characters outside: pairs of a begin and an exclusive end.
void write_ranges(JsonWriter& json, const std::string& text,
                  const std::vector<index::Range>& ranges);

}  // namespace baraza::tools
