#include "tools/format/source_lines.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/text.hpp"
#include "language/width.hpp"
#include "parse/bytes.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t largest_read = std::size_t{8} << 20;
constexpr std::string_view tab_columns = "    ";
constexpr std::string_view tab_sign = "→   ";  // the same, and it can be seen
constexpr std::string_view more_before = "… ";
constexpr std::string_view more_after = " …";
constexpr std::size_t more_columns = 2;

std::string shown(std::string_view letter) {
  if (letter == "\t") return std::string(tab_columns);
  std::string_view rest = letter;
  if (!is_harmless(take_character(rest))) return "\uFFFD";
  return language::steady(letter);
}

// Passes over `count` characters, and answers how many there were.
std::size_t pass(std::string_view& text, std::size_t count) {
  std::size_t passed = 0;
  for (; passed < count && !text.empty(); ++passed) take_character(text);
  return passed;
}

}  // namespace

void SourceLines::put(const std::string& path, std::string_view text) {
  File& file = files_[path];
  file.text = parse::without_mark(text);
  file.lines = lines_of(file.text);
}

std::optional<std::string_view> SourceLines::line(const std::string& path, int number) {
  if (number < 1 || path.empty()) return std::nullopt;
  if (!files_.contains(path)) {
    const Result<std::string> bytes = read_file(join_path(root_, path), path, largest_read);
    put(path, bytes ? std::string_view(*bytes) : std::string_view());
  }
  const std::vector<std::string_view>& lines = files_[path].lines;
  if (static_cast<std::size_t>(number) > lines.size()) return std::nullopt;
  return lines[static_cast<std::size_t>(number) - 1];
}

ShownLine::ShownLine(std::string_view line, std::size_t from, std::size_t to,
                     std::size_t room) {
  const std::size_t around = 4 * room;  // in characters: more than can be shown
  read(line, from - std::min(from, around), from + around);
  show_tabs(from, to);
  choose(from, to, room);
  if (lead_ > 0) text_ = more_before;
  for (std::size_t i = begin_; i < end_; ++i) text_ += cells_[i].text;
  if (cut_after_ || end_ + 1 < cells_.size()) text_ += more_after;
}

// The last cell is empty and stands for what comes after the line.
void ShownLine::read(std::string_view line, std::size_t first, std::size_t last) {
  std::size_t character = pass(line, first);
  std::size_t column = 0;
  cut_before_ = character > 0;
  while (!line.empty() && character < last) {
    const language::Letter letter = language::take_letter(line);
    std::string text = shown(letter.text);
    const std::size_t columns = language::width_of(text);
    cells_.push_back({std::move(text), character, column, columns});
    character += letter.characters;
    column += columns;
  }
  cut_after_ = !line.empty();
  cells_.push_back({{}, character, column, 0});
}

// Of the tabs, those that are pointed at are what is wrong.
void ShownLine::show_tabs(std::size_t from, std::size_t to) {
  for (Cell& cell : cells_)
    if (cell.character >= from && cell.character < to && cell.text == tab_columns)
      cell.text = tab_sign;
}

// Round what is pointed at, and no more of it than fits.
void ShownLine::choose(std::size_t from, std::size_t to, std::size_t room) {
  const std::size_t total = cells_.back().column;
  end_ = cells_.size() - 1;
  if (!cut_before_ && !cut_after_ && total <= room) return;
  const std::size_t usable = room - std::min(room, more_columns);
  const std::size_t at = column_at(from);
  std::size_t start = 0;
  if (cut_before_ || column_at(to) > usable) {
    start = at - std::min(at, usable / 2);
    if (!cut_after_ && total - start < usable) start = total - std::min(total, usable);
    start = std::min(start, at);
  }
  while (cells_[begin_].column < start) ++begin_;
  if (cut_before_ || begin_ > 0) lead_ = more_columns;
  const std::size_t column = cells_[begin_].column;
  const bool rest_fits = !cut_after_ && lead_ + total - column <= room;
  const std::size_t left = (rest_fits ? room : usable) - std::min(usable, lead_);
  while (end_ > begin_ && cells_[end_].column - column > left) --end_;
}

std::size_t ShownLine::column_at(std::size_t character) const {
  const auto after = std::upper_bound(
      cells_.begin(), cells_.end(), character,
      [](std::size_t wanted, const Cell& cell) { return wanted < cell.character; });
  return after == cells_.begin() ? 0 : std::prev(after)->column;
}

ShownLine::Columns ShownLine::columns_of(std::size_t from, std::size_t to) const {
  const std::size_t first = cells_[begin_].column;
  const bool to_its_end = end_ + 1 == cells_.size() && !cut_after_;
  const std::size_t last = cells_[end_].column + (to_its_end ? 1 : 0);
  const auto end_cell = std::lower_bound(
      cells_.begin(), cells_.end(), to,
      [](const Cell& cell, std::size_t wanted) { return cell.character < wanted; });
  const std::size_t begin = column_at(from);
  const std::size_t end =
      std::max(begin + 1, end_cell == cells_.end() ? last : end_cell->column);
  if (end <= first || begin >= last) return {.shown = false};
  return {.from = lead_ + std::max(begin, first) - first,
          .to = lead_ + std::min(end, last) - first};
}

}  // namespace baraza::tools
