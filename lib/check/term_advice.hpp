// What would help whoever wrote a word that is no term of a list.
#pragma once

#include <string>
#include <string_view>

#include "content/vocabulary.hpp"

namespace baraza::check {

// The terms that may be meant, by id, label, other words or code; else where all of them are.
std::string advise_term(const content::Vocabulary& vocabulary, std::string_view word,
                        std::string_view language);

}  // namespace baraza::check
