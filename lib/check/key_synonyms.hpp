// What people call the fields of a record when they do not look them up. For check's own files
// alone.
#pragma once

#include <string_view>
#include <vector>

namespace baraza::check {

// The keys that a writer of `key` may have meant, the likeliest first; a schema has some of
// them or none. Letter case, accents and what joins words do not matter.
std::vector<std::string_view> meant_by(std::string_view key);

}  // namespace baraza::check
