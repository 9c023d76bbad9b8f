// bank.yaml against the bank it belongs to: what its schema alone cannot tell.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/schema.hpp"
#include "content/tree.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// Adds [unknown-facet] for `pairs` and `gap_map`, and [unknown-term] for an `owner` that the
// vocabulary `organisations` does not list. `gap_map.by` may also be a field with a vocabulary
// of its own, so it is a facet or the name of a list.
void check_settings(const content::Node& bank_yaml, const std::string& path,
                    const std::vector<content::Facet>& facets,
                    const content::Vocabularies& vocabularies, Diagnostics& found);

}  // namespace baraza::check
