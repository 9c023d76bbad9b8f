// How far drafts have come, for their writers.
#pragma once

#include <iosfwd>
#include <string>

#include "check/progress.hpp"

namespace baraza::tools {

// `draft cases/kenya/wells.md: 9 of 24 parts are written; the quickest to add:` and up to three
// lines.
void write_progress(const std::string& path, const check::Progress& progress,
                    std::ostream& out);

}  // namespace baraza::tools
