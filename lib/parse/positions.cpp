#include "parse/positions.hpp"

#include <algorithm>
#include <cstring>

namespace baraza::parse {
namespace {

constexpr std::size_t step = 64;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// How many of the bytes in [begin, end) start a character.
std::size_t characters_in(const char* begin, const char* end) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::size_t further = 0;  // bytes that only go on with one
  const char* at = begin;
  for (; end - at >= 8; at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    const std::uint64_t marks = (bytes >> 7U) & ~(bytes >> 6U) & ones;
    further += static_cast<std::size_t>((marks * ones) >> 56U);  // the sum of its bytes
  }
  for (; at < end; ++at) further += starts_character(*at) ? 0U : 1U;
  return static_cast<std::size_t>(end - begin) - further;
}

}  // namespace

Positions::Positions(std::string_view text, int first_line)
    : text_(text), first_line_(first_line), line_starts_{0} {
  counts_.reserve(text.size() / step + 1);
  const char* const begin = text.data();
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    counts_.push_back(static_cast<std::uint32_t>(characters));
    characters += characters_in(begin + at, begin + std::min(at + step, text.size()));
  }
  if (text.size() % step == 0) counts_.push_back(static_cast<std::uint32_t>(characters));
  line_starts_.reserve(text.size() / 32 + 1);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

std::size_t Positions::index_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::size_t Positions::characters_before(std::size_t offset) const {
  const std::size_t from = offset / step;
  const char* const begin = text_.data();
  return counts_[from] + characters_in(begin + from * step, begin + offset);
}

int Positions::column_in(std::size_t index, std::size_t offset) const {
  const std::size_t start = line_starts_[index];
  if (offset - start <= 2 * step) {
    const char* const begin = text_.data();
    return static_cast<int>(characters_in(begin + start, begin + offset)) + 1;
  }
  return static_cast<int>(characters_before(offset) - characters_before(start)) + 1;
}

int Positions::line_of(std::size_t offset) const {
  return first_line_ + static_cast<int>(index_of(std::min(offset, text_.size())));
}

int Positions::column_of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  return column_in(index_of(offset), offset);
}

Span Positions::span_of(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  end = std::min(end, text_.size());
  const std::size_t first = index_of(begin);
  const std::size_t last =
      end >= begin && (first + 1 >= line_starts_.size() || end < line_starts_[first + 1])
          ? first
          : index_of(end);
  return {first_line_ + static_cast<int>(first), column_in(first, begin),
          first_line_ + static_cast<int>(last), column_in(last, end)};
}

Cursor::Cursor(const Positions& positions, std::size_t begin)
    : positions_(positions),
      index_(positions.index_of(begin)),
      offset_(begin),
      column_(positions.column_in(index_, begin)) {}

Cursor::Point Cursor::at(std::size_t offset) {
  const std::vector<std::size_t>& starts = positions_.line_starts_;
  if (index_ + 1 < starts.size() && starts[index_ + 1] <= offset) {
    while (index_ + 1 < starts.size() && starts[index_ + 1] <= offset) ++index_;
    offset_ = starts[index_];
    column_ = 1;
  }
  const char* const begin = positions_.text_.data();
  column_ += static_cast<int>(characters_in(begin + offset_, begin + offset));
  offset_ = offset;
  return {positions_.first_line_ + static_cast<int>(index_), column_};
}

std::size_t Positions::offset_of_line(int line) const {
  const int index = line - first_line_;
  if (index < 0) return 0;
  if (static_cast<std::size_t>(index) >= line_starts_.size()) return text_.size();
  return line_starts_[static_cast<std::size_t>(index)];
}

std::size_t Positions::end_of_line(int line) const {
  const std::size_t next = text_.find('\n', offset_of_line(line));
  const std::size_t end = next == std::string_view::npos ? text_.size() : next;
  return end > 0 && end > offset_of_line(line) && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t Positions::offset_of(int line, int column) const {
  std::size_t at = offset_of_line(line);
  const std::size_t end = end_of_line(line);
  for (int passed = 1; passed < column && at < end; ++passed) {
    ++at;
    while (at < end && !starts_character(text_[at])) ++at;
  }
  return at;
}

int Positions::last_line() const {
  return first_line_ + static_cast<int>(line_starts_.size()) - 1;
}

std::string with_lf(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string lf;
  lf.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    lf += text[i];
  }
  return lf;
}

}  // namespace baraza::parse
