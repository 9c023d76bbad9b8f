// What depends on the day on which a record is checked. For check's own files alone.
#pragma once

#include "base/diagnostic.hpp"
#include "content/outline.hpp"

namespace baraza::check {

// Adds [review-overdue] where a review should have been, and [far-date] where the record says
// that it appeared or changed on a day that is yet to come. `today` is yyyymmdd in UTC; 0 if it
// is not known, when nothing is said.
void check_days(const content::Outline& record, int today, Diagnostics& found);

}  // namespace baraza::check
