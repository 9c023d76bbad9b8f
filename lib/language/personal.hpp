// Finds in a text what leads to a person or to a place: numbers of telephones, e-mail addresses
// and coordinates.
//
// Texts of public life are full of other numbers: money, years, pages, laws, ids, results of
// trials. Where a number may well be one of those nothing is found, so some that do lead to a
// person are missed. What stands inside a web address is not looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace baraza::language {

enum class PersonalKind : std::uint8_t { phone_number, email_address, coordinates };

struct Personal {
  PersonalKind kind = PersonalKind::phone_number;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;    // exclusive

  bool operator==(const Personal&) const = default;
};

// In the order of the text, none over another.
std::vector<Personal> find_personal(std::string_view text);

}  // namespace baraza::language
