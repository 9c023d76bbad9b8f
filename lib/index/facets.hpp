// How many of the records that were found have each term of each facet.
#pragma once

#include <string>
#include <vector>

#include "index/find.hpp"
#include "index/index.hpp"
#include "index/plan.hpp"

namespace baraza::index {

// Exact counts under all that `plan` asks for but a facet's own filter. Labels are in
// `language`. May throw Xapian::Error.
//
// Of years each is counted in which a record's period had a day: from the first to the last
// that the records found name, as one that goes on is as good as known until its last update.
std::vector<FacetCount> count_facets(const Index& index, const Plan& plan,
                                     const std::string& language);

}  // namespace baraza::index
