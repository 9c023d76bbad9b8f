// What a bank was at an earlier revision, as far as check must know it.
#pragma once

#include <string>

#include "base/result.hpp"
#include "tools/load.hpp"

namespace baraza::tools {

// Adds to loaded.found what was published in `revision` and cannot be found any more. Fails
// where git cannot tell.
Status check_since_revision(const std::string& revision, LoadedBank& loaded);

}  // namespace baraza::tools
