// The stage check holds content against schemas and rules and says what is wrong; here one
// record against its schema and the bank's vocabularies, all that can be said without another
// record.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "content/record.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// Adds to `record.findings` what check_tree finds in its front matter, and [unknown-term],
// [retired-term], [term-form], [unknown-item], [unknown-lens], [id-twice], [record-id],
// [id-of-file], [unused-source], [lesson-without-outcome], [event-outside-period],
// [event-out-of-order], [far-date],
// [unsourced-money], [long-sentence], [country-in-text], [kept-by-git], [unwritten-text].
// Fills in the card: `references` with the values that the schema marks `x-ref: case` or
// `lesson`, and `text_marks`. `schemas` are those of all records, by name: a key that belongs
// to another kind of record is told as such.
void check_record(const Schema& schema, const SchemasByName& schemas,
                  const content::Vocabularies& vocabularies,
                  const std::vector<content::Facet>& facets, content::Record& record);

// Every vocabulary that `schema` names is one of the bank's: [unknown-vocabulary]. One whose
// file has errors in `found` is not told again.
void check_schema_vocabularies(const Schema& schema, const content::Vocabularies& vocabularies,
                               Diagnostics& found);

}  // namespace baraza::check
