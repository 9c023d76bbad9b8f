// The records of a bank against each other: ids, references, links, and what insights rest on.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "content/bank.hpp"
#include "content/outline.hpp"

namespace baraza::check {

// Adds [id-taken], [unknown-case], [unknown-lesson], [thin-insight], [term-clash],
// [broken-link], [hidden-target], [nothing-translated], [picture-place], [review-overdue],
// [stale-translation], [unhashed-translation] and [orphan-translation]. `records` are the
// outlines of all records of the bank, by path; its cards are not looked at. What check_record
// fills in is there. `today` is a day as yyyymmdd; 0: no review is overdue.
void check_bank(const content::Bank& bank, const std::vector<content::Outline>& records,
                int today, Diagnostics& found);

}  // namespace baraza::check
