// The records of a bank against each other: ids, references, links, and what insights rest on.
#pragma once

#include "base/diagnostic.hpp"
#include "content/bank.hpp"

namespace baraza::check {

// Adds [id-taken], [unknown-case], [unknown-lesson], [thin-insight], [term-clash],
// [broken-link], [hidden-target], [nothing-translated] and [picture-place]. The cards are
// sorted, and their `references` are filled by check_record.
void check_bank(const content::Bank& bank, Diagnostics& found);

}  // namespace baraza::check
