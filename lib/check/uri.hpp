// Addresses as schemas use them to name and find each other.
//
// Source: RFC 3986, sections 5.2 and 5.3, and its appendix B for taking an address apart.
#pragma once

#include <string>
#include <string_view>

namespace baraza::check {

struct Uri {
  std::string scheme = {};     // without its colon; empty: none, the reference is relative
  std::string authority = {};  // without its slashes
  std::string path = {};
  std::string query = {};     // without its question mark
  std::string fragment = {};  // without its hash
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;

  std::string text() const;
  bool operator==(const Uri&) const = default;
};

Uri split_uri(std::string_view text);
// The address that `reference` means in a document at `base`.
std::string resolve_uri(std::string_view base, std::string_view reference);
// `%41` becomes `A`; a `%` without two hexadecimal digits stays.
std::string percent_decode(std::string_view text);

}  // namespace baraza::check
