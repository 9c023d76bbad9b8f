// A fingerprint of bytes: the one place that knows xxhash.
//
// It tells contents apart and guards against damage, not against somebody who wants two
// contents to look alike.
//
// Source: XXH3 with 128 bits, https://github.com/Cyan4973/xxHash
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace baraza {

inline constexpr std::size_t hash_digits = 32;

// 32 hexadecimal digits, the same on every machine.
std::string hash_of(std::string_view bytes);
// The first half of them, where many are kept.
std::string short_hash(std::string_view bytes);

// The same of bytes that come one piece after the other.
class RunningHash {
 public:
  RunningHash();

  void add(std::string_view bytes);
  std::string digits() const;

 private:
  struct Freer {
    void operator()(XXH3_state_s* state) const;
  };

  std::unique_ptr<XXH3_state_s, Freer> state_;
};

}  // namespace baraza
