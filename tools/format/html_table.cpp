#include "tools/format/html_table.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest_cell = 8;

enum class Side { left, centre, right };

struct Cell {
  std::string text = {};
  Side side = Side::left;
};

using Row = std::vector<Cell>;

Side side_of(const Element& cell) {
  if (cell.says("center")) return Side::centre;
  return cell.says("right") ? Side::right : Side::left;
}

class TableText {
 public:
  TableText(const Element& table, InlineText& texts) : texts_(texts) {
    gather(table);
    for (const Row& row : rows_) widths_.resize(std::max(widths_.size(), row.size()));
    for (const Row& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i)
        widths_[i] = std::max(widths_[i], language::width_of(row[i].text));
  }

  std::string write(std::size_t width) {
    if (rows_.empty()) return {};
    if (!fit(width)) return write_stacked(width);
    std::string text;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      text += write_row(rows_[i], i < heads_);
      if (i + 1 == heads_) text += rule();
    }
    return text;
  }

 private:
  void gather(const Element& element) {
    if (element.is("tr")) {
      Row row;
      for (const Element& cell : element.children)
        if (cell.is("th") || cell.is("td"))
          row.push_back({std::string(trim(texts_.of(cell))), side_of(cell)});
      if (!element.children.empty() && element.children.front().is("th"))
        heads_ = rows_.size() + 1;
      rows_.push_back(std::move(row));
      return;
    }
    for (const Element& child : element.children) gather(child);
  }

  // Takes room from the widest columns until all fit; false if they cannot.
  bool fit(std::size_t width) {
    const std::size_t gaps = gap.size() * (widths_.empty() ? 0 : widths_.size() - 1);
    const auto used = [&] { return std::accumulate(widths_.begin(), widths_.end(), gaps); };
    while (used() > width) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= narrowest_cell) return false;
      // Down to the next widest, or as far as it takes.
      std::size_t next = narrowest_cell;
      for (const std::size_t one : widths_)
        if (one < *widest) next = std::max(next, one);
      const std::size_t over = used() - width;
      *widest -= std::min(over, std::max<std::size_t>(1, *widest - next));
    }
    return true;
  }

  std::string write_row(const Row& row, bool head) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string lines =
          i < row.size() ? wrapped(row[i].text, widths_[i], "") : std::string();
      std::vector<std::string> parts;
      for (const std::string_view line : lines_of(lines))
        parts.push_back(head ? strong(line) : std::string(line));
      height = std::max(height, parts.size());
      cells.push_back(std::move(parts));
    }
    std::string text;
    for (std::size_t y = 0; y < height; ++y) {
      std::string line;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += gap;
        const Side side = i < row.size() ? row[i].side : Side::left;
        line += aligned(y < cells[i].size() ? cells[i][y] : "", widths_[i], side);
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      text += line + "\n";
    }
    return text;
  }

  static std::string aligned(const std::string& text, std::size_t width, Side side) {
    const std::size_t left = width - std::min(width, language::width_of(text));
    const std::size_t before = side == Side::left ? 0 : side == Side::right ? left : left / 2;
    return std::string(before, ' ') + text + std::string(left - before, ' ');
  }

  std::string rule() const {
    std::string line;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i > 0) line += gap;
      for (std::size_t x = 0; x < widths_[i]; ++x) line += "─";
    }
    return line + "\n";
  }

  std::string write_stacked(std::size_t width) const {
    std::string text;
    for (std::size_t i = heads_; i < rows_.size(); ++i) {
      if (!text.empty()) text += "\n";
      for (std::size_t x = 0; x < rows_[i].size(); ++x) {
        const bool named = heads_ > 0 && x < rows_[0].size() && !rows_[0][x].text.empty();
        const std::string name = named ? rows_[0][x].text + ": " : "";
        text += wrapped(name + rows_[i][x].text, width, "");
      }
    }
    return text;
  }

  InlineText& texts_;
  std::vector<Row> rows_;
  std::size_t heads_ = 0;  // how many rows are the head
  std::vector<std::size_t> widths_;
};

}  // namespace

std::string table_text(const Element& table, std::size_t width, InlineText& texts) {
  return TableText(table, texts).write(width);
}

}  // namespace baraza::tools
