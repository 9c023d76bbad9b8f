#include "parse/positions.hpp"

#include <algorithm>

namespace baraza::parse {
namespace {

constexpr std::size_t step = 64;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Positions::Positions(std::string_view text, int first_line)
    : text_(text), first_line_(first_line), line_starts_{0} {
  counts_.reserve(text.size() / step + 1);
  std::uint32_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % step == 0) counts_.push_back(characters);
    if (starts_character(text[at])) ++characters;
    if (text[at] == '\n') line_starts_.push_back(at + 1);
  }
  if (text.size() % step == 0) counts_.push_back(characters);
}

std::size_t Positions::index_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::size_t Positions::characters_before(std::size_t offset) const {
  const std::size_t from = offset / step;
  std::size_t characters = counts_[from];
  for (std::size_t at = from * step; at < offset; ++at) {
    if (starts_character(text_[at])) ++characters;
  }
  return characters;
}

int Positions::line_of(std::size_t offset) const {
  return first_line_ + static_cast<int>(index_of(std::min(offset, text_.size())));
}

int Positions::column_of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t start = line_starts_[index_of(offset)];
  return static_cast<int>(characters_before(offset) - characters_before(start)) + 1;
}

Span Positions::span_of(std::size_t begin, std::size_t end) const {
  return {line_of(begin), column_of(begin), line_of(end), column_of(end)};
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
  std::string lf;
  lf.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    lf += text[i];
  }
  return lf;
}

}  // namespace baraza::parse
