// A bank against what it was at an earlier revision: what others may cite or link to is still
// found.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/bank.hpp"

namespace baraza::check {

// Of every record that was published in `before`: [vanished-id] where no record has its id now,
// also as a former one; [vanished-lesson] where one of its lessons is gone without having
// become a former id of another one; [published-changed] where the date of its publication is
// another one or none. `revision` is what people call the earlier state: `v1.2`, `main`.
void check_since(const std::vector<content::Card>& before, const std::string& revision,
                 const content::Bank& now, Diagnostics& found);

}  // namespace baraza::check
