#include "base/fixed_width.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

using namespace baraza;

TEST_CASE_TEMPLATE("numbers of a fixed width read back, from any place", Number, std::uint8_t,
                   std::uint16_t, std::uint32_t, std::uint64_t) {
  constexpr Number most = std::numeric_limits<Number>::max();
  std::string bytes = "x";
  for (const Number number : {Number{0}, Number{1}, Number{0x7F}, Number{most / 3}, most})
    put_fixed(bytes, number);
  REQUIRE(bytes.size() == 1 + 5 * sizeof(Number));
  std::size_t at = 1;
  for (const Number number : {Number{0}, Number{1}, Number{0x7F}, Number{most / 3}, most}) {
    CHECK(read_fixed<Number>(bytes, at) == number);
    at += sizeof(Number);
  }
}

TEST_CASE("the least significant byte of a number comes first") {
  std::string bytes;
  put_fixed(bytes, std::uint32_t{0x64636261});
  put_fixed(bytes, std::uint16_t{0x6665});
  CHECK(bytes == "abcdef");
  CHECK(read_fixed<std::uint64_t>("\x01\x02\x03\x04\x05\x06\x07\x08", 0) == 0x0807060504030201);
}
