#include "base/hash.hpp"

#include <array>

#include <xxhash.h>

namespace baraza {

std::string hash_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::string result;
  for (const unsigned char byte : canonical.digest) {
    result.push_back(digits[byte >> 4]);
    result.push_back(digits[byte & 0xF]);
  }
  return result;
}

}  // namespace baraza
