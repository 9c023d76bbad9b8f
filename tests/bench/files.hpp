// Made records as their writers would have written them: front matter in YAML, most of it in
// blocks, the story in Markdown, no line much longer than a screen is wide.
#pragma once

#include <string>

#include "tests/bench/records.hpp"

namespace baraza::bench {

std::string file_of(const MadeCase& made);
std::string file_of(const MadeInsight& made);

}  // namespace baraza::bench
