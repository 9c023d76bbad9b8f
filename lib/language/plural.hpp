// Which form of a noun follows a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baraza::language {

// The plural category of CLDR (zero, one, two, few, many, other) for `count` things in
// `language`, a BCP 47 tag: `one` for 1 in English, for 0 and 1 in French. `other` for an
// unknown language.
std::string plural_category(std::uint64_t count, std::string_view language);

}  // namespace baraza::language
