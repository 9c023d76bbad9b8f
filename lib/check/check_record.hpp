// The stage check holds content against schemas and rules and says what is wrong; here one
// record against its schema and the bank's vocabularies, all that can be said without another
// record.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "content/record.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// Adds to `record.findings` what check_tree finds in its front matter, and [unknown-term],
// [retired-term], [unknown-item], [unknown-lens], [id-twice], [record-id], [id-of-file]. Fills
// `record.card.references` with the values that the schema marks `x-ref: case` or `lesson`.
void check_record(const Schema& schema, const content::Vocabularies& vocabularies,
                  const std::vector<content::Facet>& facets, content::Record& record);

// Every vocabulary that `schema` names is one of the bank's: [unknown-vocabulary]. One whose
// file has errors in `found` is not told again.
void check_schema_vocabularies(const Schema& schema, const content::Vocabularies& vocabularies,
                               Diagnostics& found);

// The ids of the terms that a writer may have meant by `word`: nearest by id, label, other
// words, codes and former ids; at most three.
std::vector<std::string> nearest_terms(const content::Vocabulary& vocabulary,
                                       std::string_view word);

}  // namespace baraza::check
