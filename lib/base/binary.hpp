// Numbers, texts and lists as bytes and back: what records, caches and side files are written
// in.
//
// Numbers are unsigned LEB128, texts are their length and their bytes. A reader that meets
// bytes it cannot mean goes bad and stays so: every later read answers 0 or an empty text, and
// nothing is ever read outside the given bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace baraza {

class BinaryWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);
  void flag(bool value) { number(value ? 1 : 0); }
  void real(double value);  // its eight bytes, little-endian
  void raw(std::string_view bytes) { bytes_.append(bytes); }
  void reserve(std::size_t size) { bytes_.reserve(size); }

  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class BinaryReader {
 public:
  explicit BinaryReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::string text();
  std::string_view view();  // as text(), without a copy; lives as long as the bytes
  bool flag() { return number() != 0; }
  double real();
  // How many items follow. At least one byte an item must be left, so that a wrong count cannot
  // ask for more memory than the bytes could fill.
  std::size_t count();

  bool ok() const { return !bad_; }
  bool at_end() const { return rest_.empty(); }
  void fail();

 private:
  std::string_view rest_;
  bool bad_ = false;
};

}  // namespace baraza
