// The words that carry a sentence and not its matter: the, and, ya, का. A query drops them
// unless nothing else is left; the index keeps them, so that a phrase may hold them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace baraza::language {

// Is `word`, folded and without accents, a stop word of `language` (a BCP 47 tag)? Of a
// language without a list none is: there are lists for en, fr, hi, id, pt and sw.
bool is_stop_word(std::string_view word, std::string_view language);

}  // namespace baraza::language
