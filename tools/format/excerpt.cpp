#include "tools/format/excerpt.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view bar_of_numbers = " | ";

// A mark on the lines as they are: one line, or the first and the last of several.
struct Stretch {
  std::size_t mark = 0;
  int line = 0;
  std::size_t from = 0;  // characters, from 0
  std::size_t to = 0;    // on the last line; exclusive
  int last_line = 0;

  bool several() const { return last_line > line; }
};

// Below a line: what stands in which column, and whether it is of the primary mark.
struct Row {
  std::string signs = {};
  std::string kinds = {};  // beside each sign: 'p' primary, 's' secondary
  std::string label = {};  // behind all signs

  void put(std::size_t column, std::size_t count, char sign, char kind) {
    const std::size_t end = column + count;
    if (signs.size() < end) {
      signs.resize(end, ' ');
      kinds.resize(end, ' ');
    }
    std::fill_n(signs.begin() + static_cast<std::ptrdiff_t>(column), count, sign);
    std::fill_n(kinds.begin() + static_cast<std::ptrdiff_t>(column), count, kind);
  }
};

// What a mark says, and the columns of its signs.
struct Label {
  std::size_t mark = 0;
  std::size_t column = 0;
  std::size_t end = 0;
  std::string text = {};
};

bool can_be_shown(const std::optional<std::string_view>& line) {
  return line && !trim(*line).empty() && line->find('\0') == std::string_view::npos;
}

class Block {
 public:
  Block(const std::string& path, const std::vector<Mark>& marks, SourceLines& lines,
        const ExcerptStyle& style, std::ostream& out)
      : path_(path), marks_(marks), lines_(lines), style_(style), out_(out) {}

  std::vector<bool> write();

 private:
  void find_stretches();
  bool find_end(Stretch& stretch);
  void write_line(int number);
  void write_under(int number, const ShownLine& line);
  void write_labels(std::vector<Label> labels);
  void write_start_of_bar(const ShownLine& line);
  void write_end_of_bar(const ShownLine& line);
  void write_margin(int number);
  void write_gutter(char sign, bool text_follows);
  void write_row(const Row& row);
  void write_left_out();
  std::pair<std::size_t, std::size_t> focus_of(int number) const;
  bool starts_at_margin() const;

  const std::string& path_;
  const std::vector<Mark>& marks_;
  SourceLines& lines_;
  const ExcerptStyle& style_;
  std::ostream& out_;
  std::vector<Stretch> stretches_;
  std::vector<bool> told_;
  const Stretch* bar_ = nullptr;  // the one of several lines, if there is one
  std::size_t gutter_ = 0;        // columns for its bar
  std::size_t room_ = 0;          // columns for the text of a line
  char bar_sign_ = ' ';           // what stands in its column in the row to be written
};

std::vector<bool> Block::write() {
  told_.assign(marks_.size(), false);
  find_stretches();
  for (const Stretch& stretch : stretches_)
    if (stretch.several() && bar_ == nullptr) bar_ = &stretch;
  gutter_ = bar_ != nullptr ? 2 : 0;
  const std::size_t margin = style_.number_width + bar_of_numbers.size() + gutter_;
  room_ = std::max<std::size_t>(style_.width, margin + 20) - margin;
  std::map<int, bool> shown;  // a set, in order
  for (const Stretch& stretch : stretches_)
    shown[stretch.line] = shown[stretch.last_line] = true;
  int before = 0;
  for (const auto& [number, unused] : shown) {
    // One line between two is shown: `...` would take as much room.
    if (before > 0 && number == before + 2 && lines_.line(path_, number - 1))
      write_line(number - 1);
    else if (before > 0 && number > before + 1)
      write_left_out();
    write_line(number);
    before = number;
  }
  return told_;
}

void Block::find_stretches() {
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const Span& span = marks_[i].span;
    const std::optional<std::string_view> line = lines_.line(path_, span.line);
    if (!can_be_shown(line)) continue;
    Stretch stretch = {.mark = i,
                       .line = span.line,
                       .from = static_cast<std::size_t>(std::max(span.column, 1)) - 1,
                       .last_line = span.line};
    if (span.end_line > span.line && marks_[i].primary && find_end(stretch)) {
      // Its end is on a later line.
    } else if (span.end_line > span.line) {
      stretch.to = std::max(stretch.from + 1, count_characters(*line));
    } else {
      stretch.to = std::max(static_cast<std::size_t>(std::max(span.end_column, 1)) - 1,
                            stretch.from + 1);
    }
    told_[i] = true;  // until its label turns out to have no room
    stretches_.push_back(stretch);
  }
  std::stable_sort(stretches_.begin(), stretches_.end(),
                   [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
}

// The last line that has something of the stretch; false where that is its first.
bool Block::find_end(Stretch& stretch) {
  const Span& span = marks_[stretch.mark].span;
  for (int number = span.end_line; number > stretch.line; --number) {
    const std::optional<std::string_view> line = lines_.line(path_, number);
    if (!can_be_shown(line)) continue;
    const std::size_t length = count_characters(*line);
    const std::size_t end = number == span.end_line
                                ? static_cast<std::size_t>(std::max(span.end_column, 1)) - 1
                                : length;
    if (end == 0) continue;
    stretch.last_line = number;
    stretch.to = std::min(end, std::max<std::size_t>(length, 1));
    return true;
  }
  return false;
}

// The characters of a line that must be seen: of the primary mark, else of the first.
std::pair<std::size_t, std::size_t> Block::focus_of(int number) const {
  std::pair<std::size_t, std::size_t> focus = {0, 0};
  bool found = false;
  for (const Stretch& stretch : stretches_) {
    const bool primary = marks_[stretch.mark].primary;
    if (found && !primary) continue;
    if (stretch.several() && stretch.last_line == number)
      focus = {stretch.to - 1, stretch.to};
    else if (stretch.line == number)
      focus = {stretch.from, stretch.several() ? stretch.from + 1 : stretch.to};
    else
      continue;
    if (primary) return focus;
    found = true;
  }
  return focus;
}

// Does nothing stand before the stretch in its first line? Then the bar begins beside it.
bool Block::starts_at_margin() const {
  std::string_view line = lines_.line(path_, bar_->line).value_or(std::string_view());
  for (std::size_t i = 0; i < bar_->from && !line.empty(); ++i)
    if (const char32_t c = take_character(line); c != ' ' && c != '\t') return false;
  return true;
}

// The number of a line, or none below it, and what parts it from the text.
void Block::write_margin(int number) {
  const std::string digits = number > 0 ? std::to_string(number) : std::string();
  const std::size_t width = style_.number_width;
  const std::string padding(width - std::min(width, digits.size()), ' ');
  out_ << style_.paint(colour::blue, padding + digits + " |");
}

void Block::write_line(int number) {
  const auto [from, to] = focus_of(number);
  const ShownLine line(lines_.line(path_, number).value_or(std::string_view()), from, to,
                       room_);
  const bool first = bar_ != nullptr && bar_->line == number;
  const bool at_margin = first && starts_at_margin();
  std::string_view text = line.text();
  text = text.substr(0, text.find_last_not_of(' ') + 1);
  write_margin(number);
  write_gutter(at_margin ? '/' : bar_sign_, !text.empty());
  out_ << (gutter_ == 0 && !text.empty() ? " " : "") << text << '\n';
  if (at_margin) bar_sign_ = '|';
  write_under(number, line);
  if (first && !at_margin) write_start_of_bar(line);
  if (bar_ != nullptr && bar_->last_line == number) write_end_of_bar(line);
}

// The column of the bar, where the block has one.
void Block::write_gutter(char sign, bool text_follows) {
  if (gutter_ == 0) return;
  if (sign == ' ')
    out_ << (text_follows ? "   " : "");
  else
    out_ << ' ' << style_.paint(style_.colour, std::string(1, sign))
         << (text_follows ? " " : "");
}

// Carets and dashes in one row, the label of the last mark behind it, the others hanging below.
void Block::write_under(int number, const ShownLine& line) {
  Row row;
  std::vector<Label> labels;
  for (const bool primary : {false, true}) {  // carets over dashes
    for (const Stretch& stretch : stretches_) {
      const Mark& mark = marks_[stretch.mark];
      if (stretch.line != number || stretch.several() || mark.primary != primary) continue;
      const ShownLine::Columns columns = line.columns_of(stretch.from, stretch.to);
      told_[stretch.mark] = columns.shown;
      if (!columns.shown) continue;
      row.put(columns.from, columns.to - columns.from, primary ? '^' : '-',
              primary ? 'p' : 's');
      if (!mark.label.empty())
        labels.push_back({stretch.mark, columns.from, columns.to, visible(mark.label)});
    }
  }
  if (row.signs.empty()) return;
  std::stable_sort(labels.begin(), labels.end(),
                   [](const Label& a, const Label& b) { return a.column < b.column; });
  if (!labels.empty() && labels.back().end == row.signs.size() &&
      row.signs.size() + 1 + language::width_of(labels.back().text) <= room_) {
    row.label = " " + labels.back().text;
    labels.pop_back();
  }
  write_row(row);
  write_labels(std::move(labels));
}

// Each below its mark, the last first.
void Block::write_labels(std::vector<Label> labels) {
  std::erase_if(labels, [&](const Label& label) {
    const bool fits = label.column + language::width_of(label.text) <= room_;
    if (!fits) told_[label.mark] = false;
    return !fits;
  });
  if (labels.empty()) return;
  Row bars;
  for (const Label& label : labels) bars.put(label.column, 1, '|', 's');
  write_row(bars);
  while (!labels.empty()) {
    const Label label = std::move(labels.back());
    labels.pop_back();
    Row row;
    for (const Label& other : labels)
      if (other.column < label.column) row.put(other.column, 1, '|', 's');
    row.put(label.column, 0, ' ', ' ');
    row.label = label.text;
    write_row(row);
  }
}

//   |  ________^
void Block::write_start_of_bar(const ShownLine& line) {
  const std::size_t column = line.columns_of(bar_->from, bar_->from + 1).from;
  write_margin(0);
  out_ << "  " << style_.paint(style_.colour, std::string(column + 1, '_') + "^") << '\n';
  bar_sign_ = '|';
}

//   | |________^
void Block::write_end_of_bar(const ShownLine& line) {
  const std::size_t end = line.columns_of(bar_->to - 1, bar_->to).to;
  const std::size_t column = std::max<std::size_t>(end, 1) - 1;
  write_margin(0);
  out_ << ' ' << style_.paint(style_.colour, "|" + std::string(column + 1, '_') + "^") << '\n';
  bar_sign_ = ' ';
}

void Block::write_row(const Row& row) {
  write_margin(0);
  write_gutter(bar_sign_, true);
  if (gutter_ == 0) out_ << ' ';
  for (std::size_t i = 0; i < row.signs.size();) {
    const std::size_t end =
        std::min(row.kinds.find_first_not_of(row.kinds[i], i), row.kinds.size());
    const std::string_view run = std::string_view(row.signs).substr(i, end - i);
    if (row.kinds[i] == ' ')
      out_ << run;
    else
      out_ << style_.paint(row.kinds[i] == 'p' ? style_.colour : colour::blue, run);
    i = end;
  }
  out_ << style_.paint(colour::blue, row.label) << '\n';
}

// The bar goes on beside what is left out.
void Block::write_left_out() {
  out_ << style_.paint(colour::blue, "...");
  if (bar_sign_ != ' ') {
    const std::size_t margin = style_.number_width + bar_of_numbers.size();
    out_ << std::string(margin - std::min<std::size_t>(margin, 3), ' ')
         << style_.paint(style_.colour, std::string(1, bar_sign_));
  }
  out_ << '\n';
}

}  // namespace

std::vector<bool> write_excerpt(const std::string& path, const std::vector<Mark>& marks,
                                SourceLines& lines, const ExcerptStyle& style,
                                std::ostream& out) {
  return Block(path, marks, lines, style, out).write();
}

}  // namespace baraza::tools
