// The nearest word that the index knows, for one that it does not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"

namespace baraza::index {

// Empty where nothing is near: one edit for words of three and four letters, two for longer
// ones; swapped neighbours are one edit. Of words equally near, one with the same first letter
// comes first, then the one in most documents, then the first by its bytes.
std::string nearest_word(const std::vector<Index::KnownWord>& known, std::string_view word);

// The nearest three, of words that are further away too: for a reader to choose from.
std::vector<std::string> nearest_words(const std::vector<Index::KnownWord>& known,
                                       std::string_view word);

// Takes out what nobody means who has mistyped a word: the stop words of `languages`.
void drop_stop_words(std::vector<Index::KnownWord>& known,
                     const std::vector<std::string>& languages);

}  // namespace baraza::index
