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

// The same of any of several languages.
bool is_stop_word_of_any(std::string_view word, const std::vector<std::string>& languages);

// The one of `languages` that has most of `words` for stop words: the first of equals, and
// empty where none has any.
std::string most_stop_words(const std::vector<std::string>& words,
                            const std::vector<std::string>& languages);

// The language of a text, as far as its stop words or its script tell; of equals the first of
// `likely`. Empty where nothing tells: of stop words two, or one of five letters, as short ones
// are words of many languages.
std::string guess_language(const std::vector<std::string>& words,
                           const std::vector<std::string>& likely);

}  // namespace baraza::language
