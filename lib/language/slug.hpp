// Names for addresses: ids made from titles, anchors made from headings.
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

// A slug of at most 80 characters, cut between words: `Água é vida!` gives `agua-e-vida`.
// Letters of other scripts than Latin have no place in one; a title of nothing else gives an
// empty text.
std::string slugify(std::string_view title);

// The id of a heading: its letters and digits of any script in lower case, joined by hyphens;
// may be empty.
std::string anchor(std::string_view heading);

}  // namespace baraza::language
