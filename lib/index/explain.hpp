// Tells how a question was understood and what each part of it gave to each hit; and, where
// nothing was found, what may help.
#pragma once

#include <string>
#include <vector>

#include "index/explanation.hpp"
#include "index/index.hpp"
#include "index/plan.hpp"

namespace baraza::index {

// Xapian adds the weights of the parts of a query, so that each part asked by itself tells what
// it gave. `ids` are those of the hits. May throw Xapian::Error.
Explanation explain(const Index& index, const Plan& plan, const std::vector<std::string>& ids);

// For a plan by which nothing is found. May throw Xapian::Error.
Result<NothingFound> explain_nothing(const Index& index, const Plan& plan);

}  // namespace baraza::index
