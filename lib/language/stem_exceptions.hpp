// Words that an algorithm stems wrongly, with the stem they get instead: data, by language.
#pragma once

#include <string_view>

namespace baraza::language {

// `word` is folded and without accents, `language` a primary tag. Empty: no exception.
std::string_view find_exception(std::string_view language, std::string_view word);

}  // namespace baraza::language
