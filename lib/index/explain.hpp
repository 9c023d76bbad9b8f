// Tells how a question was understood and what each part of it gave to each hit; and, where
// nothing was found, what may help.
#pragma once

#include <string>
#include <vector>

#include "index/explanation.hpp"
#include "index/index.hpp"
#include "index/plan.hpp"

namespace baraza::index {

// May throw Xapian::Error.
Explanation explain(const Index& index, const Plan& plan);

// Xapian adds the weights of the parts of a query, so that each part asked by itself tells what
// it gave. May throw Xapian::Error.
void explain_hits(const Index& index, const Plan& plan, std::vector<Hit>& hits);

// For a plan by which nothing is found. May throw Xapian::Error.
Result<NothingFound> explain_nothing(const Index& index, const Plan& plan);

}  // namespace baraza::index
