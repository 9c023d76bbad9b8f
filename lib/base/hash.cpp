#include "base/hash.hpp"

#include <new>

#include <xxhash.h>

namespace baraza {
namespace {

std::string digits_of(const XXH128_hash_t& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  std::string result;
  for (const unsigned char byte : canonical.digest) {
    result.push_back(digits[byte >> 4]);
    result.push_back(digits[byte & 0xF]);
  }
  return result;
}

}  // namespace

std::string hash_of(std::string_view bytes) {
  return digits_of(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string short_hash(std::string_view bytes) {
  return hash_of(bytes).substr(0, hash_digits / 2);
}

void RunningHash::Freer::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

RunningHash::RunningHash() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(state_.get());
}

void RunningHash::add(std::string_view bytes) {
  XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
}

std::string RunningHash::digits() const { return digits_of(XXH3_128bits_digest(state_.get())); }

}  // namespace baraza
