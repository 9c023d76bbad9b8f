// Which addresses a text may link to.
#pragma once

#include <string>
#include <string_view>

namespace baraza::parse {

enum class TargetKind { relative, web, mail, phone, refused };

// What kind of address a link's target is. Refused are other schemes, addresses that begin with
// two slashes, and control characters, which browsers drop before they read a scheme.
TargetKind kind_of_target(std::string_view target);

// The scheme of an address as written, or empty.
std::string_view scheme_of(std::string_view target);

}  // namespace baraza::parse
