// How many records were found, and how many of them have each term of each facet.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/find.hpp"
#include "index/index.hpp"
#include "index/plan.hpp"

namespace baraza::index {

struct Counted {
  std::size_t total = 0;
  std::vector<FacetCount> facets = {};
};

// All that `plan` finds, exactly; with `facets` also the terms, under all that it asks for but
// a facet's own filter. Labels are in `language`. May throw Xapian::Error.
//
// Of years each is counted in which a record's period had a day: from the first to the last
// that the records found name, as one that goes on is as good as known until its last update.
Result<Counted> count_found(const Index& index, const Plan& plan, const std::string& language,
                            bool facets);

}  // namespace baraza::index
