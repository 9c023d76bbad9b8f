// Finds the comments in which a writer asks check to be silent of one place.
//
// In the front matter, above the line that is meant:
//
//   # baraza-disable-next-line E321 because the country is named for comparison only
//
// and in the body, in a line of its own above the paragraph:
//
//   <!-- baraza-disable-next-line E181 because the words are the title of the page -->
//
// The form is ESLint's, https://eslint.org/docs/latest/use/configure/rules
#pragma once

#include <string_view>
#include <vector>

#include "content/suppression.hpp"

namespace baraza::parse {

// Of the whole text of a record, valid UTF-8, whose body starts in line `body_line`. One that
// names no code, or gives no reason, is found too; check says so.
std::vector<content::Suppression> find_suppressions(std::string_view text, int body_line);

}  // namespace baraza::parse
