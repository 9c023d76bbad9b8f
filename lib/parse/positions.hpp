// Turns byte offsets into lines and columns, in constant time each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace baraza::parse {

// A stretch of a text, by offsets; the end is exclusive.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where the bytes of one text stand in its file. The text must outlive it. Lines end with LF.
class Positions {
 public:
  // `first_line` is the line in the file of the text's first byte.
  explicit Positions(std::string_view text, int first_line = 1);

  std::string_view text() const { return text_; }

  // Offsets beyond the text mean its end.
  int line_of(std::size_t offset) const;
  int column_of(std::size_t offset) const;                 // in characters, from 1
  Span span_of(std::size_t begin, std::size_t end) const;  // the end is exclusive
  std::size_t offset_of_line(int line) const;              // of the line's first byte
  std::size_t offset_of(int line, int column) const;       // of a character
  std::size_t end_of_line(int line) const;                 // of the line's last byte, plus one
  int last_line() const;

 private:
  std::size_t index_of(std::size_t offset) const;
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  int first_line_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::uint32_t> counts_;  // characters before each 64th byte
};

// `text` with LF in the place of CRLF; lines and columns stay the same.
std::string with_lf(std::string_view text);

}  // namespace baraza::parse
