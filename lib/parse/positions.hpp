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
  friend class Cursor;

  std::size_t index_of(std::size_t offset) const;
  int column_in(std::size_t index, std::size_t offset) const;
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  int first_line_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::uint32_t> counts_;  // characters before each 64th byte
};

// The places of offsets that never go back: walks forward, so that all of them together cost
// no more than the text. The positions must outlive it.
class Cursor {
 public:
  struct Point {
    int line = 0;
    int column = 0;
  };

  Cursor(const Positions& positions, std::size_t begin);

  // `offset` is at least the one before, and within the text.
  Point at(std::size_t offset);

 private:
  const Positions& positions_;
  std::size_t index_;   // of the line
  std::size_t offset_;  // in that line, with column_ - 1 characters before it
  int column_;
};

// `text` with LF in the place of CRLF; lines and columns stay the same.
std::string with_lf(std::string_view text);

}  // namespace baraza::parse
