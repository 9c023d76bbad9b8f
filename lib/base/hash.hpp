// A fingerprint of bytes: the one place that knows xxhash.
//
// It tells contents apart and guards against damage, not against somebody who wants two
// contents to look alike.
//
// Source: XXH3 with 128 bits, https://github.com/Cyan4973/xxHash
#pragma once

#include <string>
#include <string_view>

namespace baraza {

// 32 hexadecimal digits, the same on every machine.
std::string hash_of(std::string_view bytes);

}  // namespace baraza
