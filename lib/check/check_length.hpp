// How long a text is, which is for its bank to say.
#pragma once

#include "content/record.hpp"
#include "content/schema.hpp"

namespace baraza::check {

// Adds [text-words] to the findings of a case or a digest entry, not of a draft, whose text has
// fewer or more words than `settings` allow.
void check_length(const content::Settings& settings, content::Record& record);

}  // namespace baraza::check
