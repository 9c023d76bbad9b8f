// Reports what leads to a person or a place: in the texts of a front matter, and, for the other
// Markdown files, in words of any text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"
#include "language/personal.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// [phone-number], [email-address] or [coordinates], E330 to E332, of `words`.
Diagnostic personal_finding(language::PersonalKind kind, std::string_view words, Place where);

// Where `words` stand in `text` from `begin` on and before `end`; where they have a space, any
// white space may stand there. Empty if they are not there.
Stretch find_folded(std::string_view text, std::size_t begin, std::size_t end,
                    std::string_view words);

// Adds E330 to E332 of the texts that readers see; `text` is that of the whole file. Ids, web
// addresses and what is read as Markdown are left out.
void check_personal(const content::Node& front, std::string_view text, const std::string& path,
                    Diagnostics& found);

}  // namespace baraza::parse
