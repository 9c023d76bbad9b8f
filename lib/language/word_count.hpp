// How many words a text has, as its reader counts them.
#pragma once

#include <cstddef>
#include <string_view>

namespace baraza::language {

// What stands between spaces is one word if it has a letter or a digit: `village-level`,
// `1,000`, `don't`. In scripts without spaces each word of ICU's dictionaries is one.
std::size_t count_words(std::string_view text);

}  // namespace baraza::language
