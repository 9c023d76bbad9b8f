// The templates of a bank: the program's own, one by one replaced by the bank's.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "render/site.hpp"

namespace baraza::tools {

// Reads templates/ of the bank at `root`. The interface texts are those of `language`, else of
// its primary language, else English, each missing text taken from English. What is wrong is
// found.
render::Templates read_templates(const std::string& root, const std::string& language,
                                 Diagnostics& found);

}  // namespace baraza::tools
