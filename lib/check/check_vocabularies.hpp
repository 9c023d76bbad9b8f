// Vocabularies and frameworks against themselves, and against the facets that use them.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// Adds [term-twice], [unknown-replacement], [unknown-broader], [broader-loop] and [facet-name].
void check_vocabularies(const content::Vocabularies& vocabularies,
                        const std::vector<content::Facet>& facets, Diagnostics& found);

}  // namespace baraza::check
