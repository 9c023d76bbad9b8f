// Words of links that say nothing of where they lead: `click here`, `soma zaidi`, यहाँ क्लिक करें.
//
// Who uses a screen reader hears the links of a page as a list, and who skims reads little
// else. Source: WCAG 2.2, technique G91, https://www.w3.org/WAI/WCAG22/Techniques/general/G91
#pragma once

#include <string_view>

namespace baraza::language {

// Is `words` in any of the languages of the table one of those, and nothing more? Letter case,
// signs around it and the width of spaces do not matter.
bool tells_nothing(std::string_view words);

// Is it a heading below which references follow, such as `Sources` or `Daftar pustaka`?
bool heads_references(std::string_view words);

}  // namespace baraza::language
