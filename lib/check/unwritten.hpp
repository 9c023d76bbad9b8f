// What `baraza new case` wrote and nobody has replaced. For check's own files alone.
#pragma once

#include "base/diagnostic.hpp"
#include "content/record.hpp"

namespace baraza::check {

// Adds [unwritten-text] once for the record, at the first such text: a hint in a draft, else an
// error.
void check_unwritten(const content::Record& record, Diagnostics& found);

}  // namespace baraza::check
