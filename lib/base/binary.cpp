#include "base/binary.hpp"

#include <bit>

#include "base/fixed_width.hpp"

namespace baraza {

void BinaryWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>((value & 0x7F) | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
}

void BinaryWriter::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
}

void BinaryWriter::real(double value) {
  put_fixed(bytes_, std::bit_cast<std::uint64_t>(value));
}

std::uint64_t BinaryReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return value;
  }
  fail();
  return 0;
}

std::string_view BinaryReader::view() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view result = rest_.substr(0, static_cast<std::size_t>(size));
  rest_.remove_prefix(result.size());
  return result;
}

std::string BinaryReader::text() { return std::string(view()); }

double BinaryReader::real() {
  if (rest_.size() < 8) {
    fail();
    return 0;
  }
  const auto bits = read_fixed<std::uint64_t>(rest_, 0);
  rest_.remove_prefix(8);
  return std::bit_cast<double>(bits);
}

std::size_t BinaryReader::count() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    fail();
    return 0;
  }
  return static_cast<std::size_t>(size);
}

void BinaryReader::fail() {
  bad_ = true;
  rest_ = {};
}

}  // namespace baraza
