// A translation against its original, text by text. For check's own files alone.
#pragma once

#include "base/diagnostic.hpp"
#include "content/outline.hpp"

namespace baraza::check {

// [stale-translation] for a text that has changed since it was translated,
// [unhashed-translation] where it is not said which text was, and [orphan-translation] for what
// the original does not have. Says nothing of texts that could not be read.
void check_translation(const content::Outline& translation, const content::Outline& original,
                       Diagnostics& found);

}  // namespace baraza::check
