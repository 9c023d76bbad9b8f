// The lines of the files that findings are in, and one line as a terminal shows it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baraza::tools {

// Reads a file when one of its lines is first asked for.
class SourceLines {
 public:
  explicit SourceLines(std::string root) : root_(std::move(root)) {}
  SourceLines(SourceLines&&) = default;  // a copy would look into the other's texts

  // Text that stands in for a file, such as one of the program's own.
  void put(const std::string& path, std::string_view text);
  // Line `number`, from 1, without its end and without a byte order mark; none where there is
  // no such file or line.
  std::optional<std::string_view> line(const std::string& path, int number);

 private:
  struct File {
    std::string text = {};
    std::vector<std::string_view> lines = {};
  };

  std::string root_;
  std::map<std::string, File> files_;
};

// A line of a file, or the part of it round a place, with the column at which each character
// stands. Tabs take four columns, and those pointed at begin with an arrow; what a terminal
// must not be given is one U+FFFD each; of an emoji made of several, all are shown side by
// side, since only then do all terminals agree.
class ShownLine {
 public:
  // Shows at most `room` columns, with `…` where the line goes on; the characters `from` to
  // `to` (from 0, exclusive) are among them as far as they fit.
  ShownLine(std::string_view line, std::size_t from, std::size_t to, std::size_t room);

  const std::string& text() const { return text_; }

  struct Columns {
    std::size_t from = 0;
    std::size_t to = 0;  // exclusive; at least one more than `from`
    bool shown = true;   // is any of it in the part that is shown?
  };
  // Where the characters `from` to `to` stand, with the whole of letters they are part of.
  Columns columns_of(std::size_t from, std::size_t to) const;

 private:
  struct Cell {
    std::string text = {};
    std::size_t character = 0;  // the first of its characters
    std::size_t column = 0;     // in the whole of what was looked at
    std::size_t columns = 0;
  };

  void read(std::string_view line, std::size_t first, std::size_t last);
  void show_tabs(std::size_t from, std::size_t to);
  void choose(std::size_t from, std::size_t to, std::size_t room);
  std::size_t column_at(std::size_t character) const;

  std::vector<Cell> cells_;
  bool cut_before_ = false;  // is there more of the line before the first cell,
  bool cut_after_ = false;   // and behind the last?
  std::size_t begin_ = 0;    // the cells that are shown
  std::size_t end_ = 0;
  std::size_t lead_ = 0;  // columns before the first of them
  std::string text_;
};

}  // namespace baraza::tools
