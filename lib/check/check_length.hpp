// How long the text of a case is, which is for its bank to say.
#pragma once

#include "content/record.hpp"
#include "content/schema.hpp"

namespace baraza::check {

// Adds [text-words] to the findings of a case, not of a draft, whose text has fewer or more
// words than `limits` allow.
void check_length(const content::WordLimits& limits, content::Record& record);

}  // namespace baraza::check
