#include <algorithm>
#include <numeric>
#include <ostream>

#include "language/width.hpp"
#include "tools/format/columns.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest_text = 24;  // below that, long texts go below the row
constexpr std::string_view text_indent = "    ";

using Row = std::vector<std::string>;

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string cut(const std::string& text, std::size_t width) {
  if (language::width_of(text) <= width) return text;
  return std::string(language::cut_to_width(text, width - std::min<std::size_t>(1, width))) +
         "…";
}

class Table {
 public:
  Table(const std::vector<Column>& columns, std::vector<Row> rows, const Paint& paint,
        std::ostream& out)
      : columns_(columns), rows_(std::move(rows)), paint_(paint), out_(out) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::size_t wide = 0;
      for (const Row& row : rows_) wide = std::max(wide, language::width_of(row[i]));
      widths_.push_back(wide);
    }
  }

  void write(std::size_t width) {
    if (width > 0 && !fit(width)) return write_stacked(width);
    for (std::size_t i = 0; i < rows_.size(); ++i) write_row(rows_[i], i == 0);
  }

 private:
  // Shares what room there is among long texts, the shortest first; false if there is too
  // little.
  bool fit(std::size_t width) {
    std::size_t used = gap.size() * (columns_.size() - 1);
    std::vector<std::size_t> flexible;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].flexible)
        flexible.push_back(i);
      else
        used += widths_[i];
    }
    std::sort(flexible.begin(), flexible.end(),
              [&](std::size_t a, std::size_t b) { return widths_[a] < widths_[b]; });
    std::size_t room = width > used ? width - used : 0;
    for (std::size_t i = 0; i < flexible.size(); ++i) {
      const std::size_t share = room / (flexible.size() - i);
      std::size_t& wide = widths_[flexible[i]];
      if (share < std::min(wide, narrowest_text)) return false;
      wide = std::min(wide, share);
      room -= wide;
    }
    return true;
  }

  void write_row(const Row& row, bool head) {
    std::string line;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string text = cut(row[i], widths_[i]);
      const std::string space(widths_[i] - language::width_of(text), ' ');
      if (i > 0) line += gap;
      if (columns_[i].number) line += space;
      line += head ? paint_(colour::faint, text)
                   : paint_(columns_[i].name == "id" ? colour::id : "", text);
      const bool last = i + 1 == columns_.size();
      if (!columns_[i].number && !last) line += space;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out_ << line << '\n';
  }

  // A row in one line, and each long text below it; nothing is cut.
  void write_stacked(std::size_t width) {
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      std::string line;
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].flexible || rows_[r][i].empty()) continue;
        line += line.empty() ? "" : gap;
        line += paint_(columns_[i].name == "id" ? colour::id : "", rows_[r][i]);
      }
      if (!line.empty()) out_ << line << '\n';
      for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].flexible) out_ << wrapped(rows_[r][i], width, text_indent);
    }
  }

  const std::vector<Column>& columns_;
  std::vector<Row> rows_;  // the first has the names
  std::vector<std::size_t> widths_;
  const Paint& paint_;
  std::ostream& out_;
};

}  // namespace

void write_table(const std::vector<index::Hit>& hits, const std::vector<Column>& columns,
                 const Look& look, std::size_t width, std::ostream& out) {
  std::vector<Row> rows(1);
  for (const Column& column : columns) rows.front().push_back(in_capitals(column.name));
  for (const index::Hit& hit : hits) {
    Row& row = rows.emplace_back();
    for (const Column& column : columns)
      row.push_back(column.text(hit, look, Audience::people));
  }
  Table(columns, std::move(rows), look.paint, out).write(width);
}

}  // namespace baraza::tools
