// Numbers of a fixed width, least significant byte first: in a file of rows, any one is found
// by its place, without reading what stands before it.
#pragma once

#include <bit>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace baraza {

template <std::unsigned_integral Number>
void put_fixed(std::string& bytes, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    bytes.push_back(static_cast<char>((number >> (8 * i)) & 0xFF));
}

// The number that begins at the byte `at`; all of it must lie within the bytes. One load, where
// the machine has its bytes in this order.
template <std::unsigned_integral Number>
Number read_fixed(std::string_view bytes, std::size_t at) {
  assert(at <= bytes.size() && sizeof(Number) <= bytes.size() - at);
  Number number = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&number, bytes.data() + at, sizeof(Number));
  } else {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
      number |= static_cast<Number>(
          static_cast<Number>(static_cast<unsigned char>(bytes[at + i])) << (8 * i));
  }
  return number;
}

}  // namespace baraza
