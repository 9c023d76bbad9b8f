#include "parse/yaml_scan.hpp"

#include <limits>
#include <utility>

#include "base/text.hpp"
#include "parse/yaml_scanner.hpp"

namespace baraza::parse {

YamlScan scan_yaml(std::string_view text, int max_depth, Findings& found) {
  return YamlScanner(text, max_depth, found).run();
}

bool is_word(std::string_view text) {
  if (text.empty() || text.front() == '-') return false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '$') return false;
  }
  return true;
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

int indent_at(std::string_view text, std::size_t start) {
  int spaces = 0;
  while (start < text.size() && text[start] == ' ') {
    ++spaces;
    ++start;
  }
  return spaces;
}

bool is_no_break_space(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xC2\xA0" || text.substr(at, 3) == "\xE2\x80\xAF";
}

YamlScan YamlScanner::run() {
  while (pos_ < text_.size()) scan_line();
  if (!scan_.pieces.empty()) scan_.pieces.back().end = text_.size();
  return std::move(scan_);
}

std::size_t YamlScanner::line_end(std::size_t at) const {
  const std::size_t end = text_.find('\n', at);
  return end == std::string_view::npos ? text_.size() : end;
}

// The first `sign` of the line, or the line's end.
std::size_t YamlScanner::find_in_line(char sign, std::size_t at) const {
  const std::size_t end = line_end(at);
  const std::size_t found = cut(at, end).find(sign);
  return found == std::string_view::npos ? end : at + found;
}

std::size_t YamlScanner::next_line(std::size_t at) const {
  const std::size_t end = line_end(at);
  return end < text_.size() ? end + 1 : end;
}

std::size_t YamlScanner::skip_blanks(std::size_t at) const {
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  return at;
}

std::size_t YamlScanner::skip_no_break(std::size_t at) const {
  while (is_no_break_space(text_, at)) at += text_[at] == '\xC2' ? 2U : 3U;
  return at;
}

// Keeps where tabs stand in a line that holds nothing else, or only a comment.
void YamlScanner::note_tabs(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (text_[at] == '\t') scan_.tabs.push_back(at);
}

bool YamlScanner::is_blank_at(std::size_t offset) const {
  const char c = at(offset);
  return c == ' ' || c == '\t' || c == '\n';
}

int YamlScanner::column_of(std::size_t offset) const {
  const std::size_t above = cut(0, offset).rfind('\n');
  return static_cast<int>(above == std::string_view::npos ? offset : offset - above - 1);
}

bool YamlScanner::ends_line(std::size_t at) const {
  const std::size_t next = skip_blanks(at);
  if (this->at(next) == '\n') return true;
  return text_[next] == '#' && (next > at || at == 0 || is_blank_at(at - 1));
}

bool YamlScanner::is_dash(std::size_t at) const {
  return this->at(at) == '-' && is_blank_at(at + 1);
}

// Reports what makes the present piece unreadable.
void YamlScanner::breaks(const char* rule, std::size_t begin, std::size_t end,
                         std::string message, std::string hint, Edits edits) {
  found_.add(rule, begin, end, std::move(message), std::move(hint), Severity::error,
             std::move(edits));
  scan_.clean = false;
  if (!scan_.pieces.empty()) scan_.pieces.back().broken = true;
}

// Goes on after the line of `from` and all lines that belong to it by their indentation.
void YamlScanner::skip_value(std::size_t from, int parent) {
  pos_ = next_line(from);
  while (pos_ < text_.size()) {
    const int indent = indent_at(text_, pos_);
    const char c = at(pos_ + static_cast<std::size_t>(indent));
    if (c != '\n' && c != '\t' && indent <= parent) return;
    pos_ = next_line(pos_);
  }
}

void YamlScanner::begin_piece(std::size_t begin) {
  if (!scan_.pieces.empty()) scan_.pieces.back().end = begin;
  scan_.pieces.push_back({.begin = begin, .end = text_.size()});
}

void YamlScanner::name_piece(std::size_t begin, std::size_t end) {
  Piece& piece = scan_.pieces.back();
  piece.key_begin = begin;
  piece.key_end = end;
  std::string_view name = cut(begin, end);
  if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'')) {
    name = name.substr(1, name.size() - 2);
  }
  piece.key = name;
}

void YamlScanner::scan_line() {
  const std::size_t start = pos_;
  const int column = indent_at(text_, start);
  const std::size_t content = start + static_cast<std::size_t>(column);
  if (at(content) == '\n' || at(content) == '#') {
    pos_ = next_line(content);
    return;
  }
  if (scan_odd_line(content)) return;
  scan_entry(content, column);
}

// How many spaces begin the next line that opens with a dash as this one does, or with none; 0
// where none does before the next field of the record.
int YamlScanner::column_beside(std::size_t content) const {
  const bool dash = is_dash(skip_blanks(content));
  for (std::size_t line = next_line(content); line < text_.size(); line = next_line(line)) {
    const int column = indent_at(text_, line);
    const std::size_t visible = line + static_cast<std::size_t>(column);
    if (at(skip_blanks(visible)) == '\n' || at(visible) == '#') continue;
    if (column == 0) break;
    if (at(visible) != '\t' && is_dash(visible) == dash) return column;
  }
  return 0;
}

// Tabs, no-break spaces, and what begins or ends a document. Answers whether the line is done.
bool YamlScanner::scan_odd_line(std::size_t content) {
  if (at(content) == '\t') {
    const std::size_t after = skip_blanks(content);
    if (at(after) == '\n' || at(after) == '#') {
      note_tabs(pos_, after);
      pos_ = next_line(after);
      return true;
    }
    if (scan_.pieces.empty()) begin_piece(pos_);
    std::size_t tabs = content;
    while (at(tabs) == '\t') ++tabs;
    Edits edits = spaces_for_tabs(content);
    const int beside = column_beside(content);
    const std::string hint =
        "delete what the Tab key made, and press the space bar " +
        (!edits.empty() ? "twice for each"
         : beside > 0   ? std::to_string(beside) + " times, as many as begin the line beside it"
                        : "until the line begins where those beside it do");
    breaks("E134", content, tabs, "a tab is used to indent this line",
           edits.size() < 2 ? hint : hint + "; the lines below begin with tabs too",
           std::move(edits));
    skip_value(content, levels_.empty() ? 0 : levels_.back().column);
    return true;
  }
  if (is_no_break_space(text_, content)) {
    if (scan_.pieces.empty()) begin_piece(pos_);
    breaks("E149", content, skip_no_break(content),
           "a no-break space is used to indent this line",
           "type ordinary spaces in its place; it often comes from a word processor",
           plain_spaces(content));
    skip_value(content, levels_.empty() ? 0 : levels_.back().column);
    return true;
  }
  const std::string_view three = text_.substr(content, 3);
  if (content != pos_ || (three != "---" && three != "...") || !is_blank_at(content + 3)) {
    return false;
  }
  const bool opens = three == "---" && scan_.pieces.empty() && ends_line(content + 3);
  const bool closes = three == "..." && trim(text_.substr(content + 3)).empty();
  if (!opens && !closes) {
    begin_piece(content);
    breaks("E144", content, content + 3,
           "`" + std::string(three) + "` stands in the middle, where it ends the document",
           "delete this line; use a comment (`# ...`) to divide the fields");
    levels_.resize(levels_.empty() ? 0 : 1);
  }
  pos_ = next_line(content);
  return true;
}

void YamlScanner::scan_entry(std::size_t content, int column) {
  left_deeper_ = levels_.size() > 1 && levels_.back().column > column;
  left_ = {};
  while (!levels_.empty() && levels_.back().column > column) {
    left_ = levels_.back();
    levels_.pop_back();
  }
  if (levels_.size() > 1 && !levels_.back().map && levels_.back().column == column &&
      !is_dash(content) && levels_[levels_.size() - 2].column == column) {
    levels_.pop_back();  // a list that stands in the column of its key
  }
  if (levels_.empty()) {
    enter_root(content, column);
    return;
  }
  const Level top = levels_.back();
  if (column > top.column) {
    if (!top.pending) return report_indent(content, column);
    return scan_pending(content, column);
  }
  const bool root = levels_.size() == 1;
  if (top.map) {
    if (is_dash(content)) {
      if (!top.pending) return report_indent(content, column);
      return scan_pending(content, column);
    }
    if (top.pending && is_tight_dash(content)) return report_tight_dash(content, column);
    if (root) begin_piece(pos_);
    const std::optional<FoundKey> key = find_key(content);
    if (!key) return report_no_key(content, column);
    return scan_key(*key, column);
  }
  if (!is_dash(content)) return report_no_dash(content, column);
  if (root) begin_piece(pos_);
  scan_node(content, column, true);
}

// The first line of all, or one that stands left of it.
void YamlScanner::enter_root(std::size_t content, int column) {
  if (root_column_ >= 0 && !scan_.pieces.empty()) {
    const std::size_t first = scan_.pieces.front().begin;
    const auto width = static_cast<std::size_t>(indent_at(text_, first));
    const bool alone = scan_.pieces.size() == 1 && ends_in_line(first, column);
    found_.add(
        "E133", first, first + width, "this line begins with a space too many",
        "begin it in the column of the fields below it", Severity::error,
        alone ? put(first, first + width, std::string(static_cast<std::size_t>(column), ' '))
              : Edits{});
    scan_.clean = false;
    levels_.push_back({.column = column, .map = !scan_.list, .pending = false});
    root_column_ = column;
    scan_entry(content, column);
    return;
  }
  root_column_ = column;
  begin_piece(pos_);
  scan_.list = is_dash(content);
  const bool node = is_dash(content) || find_key(content) ||
                    std::string_view("[{|>&*!?").find(at(content)) != std::string_view::npos;
  if (!node) {
    levels_.push_back({.column = column, .map = true, .pending = false});
    return report_no_key(content, column);
  }
  scan_node(content, column, true);
  if (levels_.empty()) levels_.push_back({.column = column, .map = true, .pending = false});
}

// The value of an entry whose own line had none.
void YamlScanner::scan_pending(std::size_t content, int column) {
  levels_.back().pending = false;
  scan_node(content, column, true);
}

// A map, a list or a text that begins at `content`; `own_line` says that nothing but spaces
// stands before it.
void YamlScanner::scan_node(std::size_t content, int column, bool own_line) {
  const std::size_t first = content;
  if (scan_dashes(content, column)) return;
  own_line = own_line && content == first;
  const char c = at(content);
  if ((c == '?' || c == ':') && is_blank_at(content + 1)) {
    breaks("E153", content, content + 1,
           std::string("`") + c + "` alone does not make a key that can be read",
           "write a key as one word and a colon: `title: ...`");
    const std::size_t word = skip_blanks(content + 1);
    if (levels_.size() < 2 && is_word(trim(cut(word, line_end(word)))))
      name_piece(word, line_end(word));
    skip_value(content, column);
    const std::size_t next = pos_ + static_cast<std::size_t>(column);
    if (indent_at(text_, pos_) == column && at(next) == ':' && is_blank_at(next + 1))
      skip_value(next, column);  // the value of `? key`
    return;
  }
  if (own_line && is_tight_dash(content)) return report_tight_dash(content, column);
  if (const std::optional<FoundKey> key = find_key(content)) {
    levels_.push_back(
        {.column = column, .map = true, .pending = false, .begin = own_line ? content : 0});
    return scan_key(*key, column);
  }
  const int parent = levels_.empty() ? -1 : levels_.back().column;
  const std::size_t colon = find_in_line(':', content);
  if (own_line && !levels_.empty() && levels_.back().map && colon < line_end(content) &&
      is_word(cut(content, colon)) && !is_number(cut(content, colon)) && at(colon + 1) != '/') {
    levels_.push_back({.column = column, .map = true, .pending = false});
    return report_no_key(content, column);
  }
  // Dashes below could go on with a text.
  if (own_line && !levels_.empty() && levels_.back().map &&
      is_word(trim(cut(content, line_end(content)))) &&
      has_entries_below(content, std::numeric_limits<int>::max(), column + 1)) {
    levels_.push_back({.column = column, .map = true, .pending = false});
    return report_no_colon(content, column);
  }
  scan_value(content, parent, false);
}

// Any number of `- ` in one line. Answers whether the line ends with them.
bool YamlScanner::scan_dashes(std::size_t& content, int& column) {
  while (is_dash(content)) {
    if (levels_.empty() || levels_.back().map || levels_.back().column != column) {
      levels_.push_back({.column = column, .map = false, .pending = false});
    }
    if (ends_line(content + 1)) {
      levels_.back().pending = true;
      const std::size_t hash = skip_blanks(content + 1);
      if (at(hash) == '#' && !has_entries_below(hash, column + 1, column + 1))
        warn_hash(hash, content + 1);
      pos_ = next_line(content);
      return true;
    }
    levels_.back().pending = false;
    const std::size_t next = skip_blanks(content + 1);
    column += static_cast<int>(next - content);
    content = next;
  }
  return false;
}

void YamlScanner::scan_key(const FoundKey& key, int column) {
  levels_.back().pending = false;
  if (report_odd_key(key, column)) return;
  if (levels_.size() == 1) name_piece(key.begin, key.end);
  const char c = at(key.begin);
  if (c != '"' && c != '\'' && report_bad_start(key.begin, column)) return;
  scan_after_key(key.value, column);
}

void YamlScanner::scan_after_key(std::size_t content, int column) {
  if (ends_line(content)) {
    levels_.back().pending = true;
    const std::size_t hash = skip_blanks(content);
    if (at(hash) == '#' && !has_entries_below(hash, column, column + 1)) warn_hash(hash, hash);
    pos_ = next_line(content);
    return;
  }
  const std::size_t value = skip_blanks(content);
  if (is_dash(value)) {
    breaks("E157", value, value + 1, "a list cannot begin in the line of its key",
           "write each item in a line of its own below the key, or `[a, b]`");
    return skip_value(value, column);
  }
  scan_value(value, column, true);
}

// `key:`, followed by a space or the line's end; the key may be quoted.
std::optional<YamlScanner::FoundKey> YamlScanner::find_key(std::size_t content) const {
  const std::size_t end = line_end(content);
  const char quote = at(content);
  if (quote == '[' || quote == '{' || quote == '#') return std::nullopt;
  if (quote == '"' || quote == '\'') {
    std::size_t close = content + 1;
    while (close < end && text_[close] != quote)
      close += quote == '"' && text_[close] == '\\' ? 2U : 1U;
    const std::size_t colon = skip_blanks(close + 1);
    if (close >= end || at(colon) != ':' || !is_blank_at(colon + 1)) return std::nullopt;
    return FoundKey{content, close + 1, colon + 1};
  }
  for (std::size_t i = content; i < end; ++i) {
    if (text_[i] == '#' && i > content && is_blank_at(i - 1)) return std::nullopt;
    if (text_[i] != ':' || !is_blank_at(i + 1)) continue;
    const std::size_t last = content + trim(cut(content, i)).size();
    if (last == content) return std::nullopt;
    return FoundKey{content, last, i + 1};
  }
  return std::nullopt;
}

}  // namespace baraza::parse
