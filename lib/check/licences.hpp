// The licences that texts, data and programs are often published under. For check's own files
// alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace baraza::check {

struct Licence {
  std::string_view id;     // as SPDX writes it
  std::string_view words;  // what people call it, in small letters, parted by `|`; may be empty
};

// Source: the SPDX licence list, https://spdx.org/licenses/
const std::vector<Licence>& licences();
// As a table of names is searched: small letters and digits alone.
std::string plain_name(std::string_view name);
// Null where nobody calls a licence so.
const Licence* find_licence(std::string_view name);

}  // namespace baraza::check
