// What people call a language.
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

// The name of the language of a BCP 47 tag, in the language of another: `Swahili` of `sw` in
// `en`, `Kiswahili` in `sw`. The tag itself where there is no name.
std::string language_name(std::string_view tag, std::string_view in);

}  // namespace baraza::language
