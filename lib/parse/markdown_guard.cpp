#include "parse/markdown_guard.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace baraza::parse {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Signs that may stand in rows of any length: rules and underlines of headings.
bool may_repeat(char c) {
  return is_letter(c) || is_digit(c) || is_space(c) || c == '-' || c == '=' || c == '.' ||
         c == '#' || static_cast<unsigned char>(c) >= 0x80;
}

// Counts what one block holds, a block being what stands between two blank lines.
struct Block {
  std::size_t begin = 0;
  std::size_t lines = 0;
  std::size_t bytes = 0;
  std::size_t brackets = 0;
  std::size_t angles = 0;
  std::size_t ats = 0;
  std::size_t runs = 0;
  std::size_t columns = 0;  // of the table whose line of dashes was read; 0: none
  std::size_t cells = 0;    // of it so far; short rows are filled up
  bool defines = false;     // holds a definition of a reference
};

class Guard {
 public:
  Guard(std::string_view text, const MarkdownLimits& limits, MarkdownReport& report)
      : text_(text), limits_(limits), report_(report) {}

  bool run();

 private:
  bool read_line(std::size_t begin, std::size_t end);
  bool read_fence(std::size_t begin, std::size_t end);
  bool count_markers(std::size_t begin, std::size_t end, std::size_t& content);
  bool count_signs(std::size_t begin, std::size_t end);
  void count_cells(std::string_view line, std::size_t pipes);
  void note_html(std::size_t content, std::size_t end);
  bool check_block();
  void end_block();
  bool refuse(const char* rule, std::size_t at, std::string message, std::string hint);
  std::string limit(std::size_t number) const { return std::to_string(number); }

  std::string_view text_;
  const MarkdownLimits& limits_;
  MarkdownReport& report_;
  Block block_ = {};
  std::size_t blank_ = 0;
  std::size_t all_brackets_ = 0;
  std::size_t all_cells_ = 0;
  std::size_t longest_definitions_ = 0;
  std::size_t definitions_at_ = 0;
  // The fence of the code the line is in: its sign, its length, and its column; 0: none.
  char fence_ = 0;
  std::size_t fence_length_ = 0;
  std::size_t fence_indent_ = 0;
  // Raw HTML hides fences from the library, up to a blank line or to the end of the text.
  bool html_ = false;
  bool html_for_good_ = false;
};

bool Guard::refuse(const char* rule, std::size_t at, std::string message, std::string hint) {
  report_.add(rule, {at, std::min(at + 1, text_.size())}, std::move(message), std::move(hint));
  return false;
}

bool Guard::run() {
  if (text_.size() > limits_.body_bytes) {
    return refuse("E160", 0,
                  "the text has " + limit(text_.size()) + " bytes; " +
                      limit(limits_.body_bytes) + " are allowed",
                  "split it into several records");
  }
  std::size_t begin = 0;
  while (begin < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    if (!read_line(begin, end)) return false;
    begin = end + 1;
  }
  end_block();
  if (all_brackets_ * longest_definitions_ > limits_.reference_bytes) {
    return refuse("E174", definitions_at_,
                  "these definitions of links are too long for the many brackets of the text",
                  "write the addresses at their links, or shorten them");
  }
  return true;
}

bool Guard::read_line(std::size_t begin, std::size_t end) {
  const std::size_t visible = text_.find_first_not_of(" \t\r", begin);
  if (visible >= end) {  // a blank line
    if (fence_ == 0) end_block();
    html_ = html_for_good_;
    if (++blank_ > limits_.blank_lines) {
      return refuse("E169", begin,
                    "more than " + limit(limits_.blank_lines) + " blank lines in a row",
                    "one blank line divides paragraphs");
    }
    return true;
  }
  blank_ = 0;
  if (read_fence(begin, end)) return true;
  if (block_.lines++ == 0) block_.begin = begin;
  block_.bytes += end + 1 - begin;
  std::size_t content = begin;
  if (!count_markers(begin, end, content) || !count_signs(begin, end)) return false;
  note_html(content, end);
  if (text_[content] == '[' &&
      text_.substr(content, end - content).find("]:") != std::string_view::npos) {
    block_.defines = true;
  }
  return check_block();
}

// Is the line part of fenced code, or does it open or close it?
bool Guard::read_fence(std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && text_[at] == ' ') ++at;
  const std::size_t indent = at - begin;
  const char sign = at < end ? text_[at] : '\0';
  std::size_t after = at;
  while (after < end && text_[after] == sign) ++after;
  if (fence_ != 0) {
    if (indent < fence_indent_) {  // left of it: a list item may have ended, and its code
      fence_ = 0;
      return false;
    }
    const bool closes = sign == fence_ && indent <= 3 && after - at >= fence_length_ &&
                        text_.find_first_not_of(" \t\r", after) >= end;
    if (closes) fence_ = 0;
    return true;
  }
  if (html_ || indent > 3 || (sign != '`' && sign != '~') || after - at < 3) return false;
  if (sign == '`' && text_.substr(after, end - after).find('`') != std::string_view::npos)
    return false;
  fence_ = sign;
  fence_length_ = after - at;
  fence_indent_ = indent;
  return true;
}

// Passes the markers of quotes and lists at the line's start.
bool Guard::count_markers(std::size_t begin, std::size_t end, std::size_t& content) {
  std::size_t markers = 0;
  std::size_t at = begin;
  while (at < end) {
    if (is_space(text_[at])) {
      ++at;
      continue;
    }
    std::size_t after = at;
    while (after < end && after - at < 10 && is_digit(text_[after])) ++after;
    const bool number =
        after > at && after < end && (text_[after] == '.' || text_[after] == ')');
    const bool bullet = std::string_view("-+*").find(text_[at]) != std::string_view::npos;
    if (number || bullet) {
      after = number ? after + 1 : at + 1;
      if (after < end && !is_space(text_[after])) break;
    } else if (text_[at] == '>') {
      after = at + 1;
    } else {
      break;
    }
    ++markers;
    at = after;
  }
  content = std::min(at, end - 1);
  if (markers <= limits_.nesting) return true;
  return refuse(
      "E165", begin,
      "more than " + limit(limits_.nesting) + " marks of lists or quotes open this line",
      "write the text in fewer levels");
}

bool Guard::count_signs(std::size_t begin, std::size_t end) {
  std::size_t pipes = 0;
  std::size_t equal = 1;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text_[i];
    const bool repeats = i > begin && text_[i - 1] == c;
    equal = repeats ? equal + 1 : 1;
    if (equal >= limits_.equal_in_a_row && !may_repeat(c)) {
      return refuse("E168", i + 1 - equal,
                    limit(equal) + " times the sign `" + std::string(1, c) + "` in a row",
                    "delete them, or put them in fenced code");
    }
    if (c == '[' || c == ']') ++block_.brackets;
    if (c == '<') ++block_.angles;
    if (c == '@') ++block_.ats;
    if ((c == '*' || c == '_' || c == '~') && !repeats) ++block_.runs;
    if (c == '|') ++pipes;
  }
  count_cells(text_.substr(begin, end - begin), pipes);
  if (pipes <= limits_.line_pipes) return true;
  return refuse("E166", begin,
                "a line with " + limit(pipes) + " signs `|`; " + limit(limits_.line_pipes) +
                    " are allowed",
                "make the table narrower");
}

// Each row of a table has as many cells as its line of dashes has columns, whatever it says.
void Guard::count_cells(std::string_view line, std::size_t pipes) {
  const bool dashes =
      line.find('-') != std::string_view::npos &&
      line.find_first_not_of("|:-> \t\r*+.)0123456789") == std::string_view::npos;
  if (dashes) block_.columns = std::max(block_.columns, pipes + 1);
  block_.cells += block_.columns;
  all_cells_ += block_.columns;
}

// Inside raw HTML the library sees no fences. Some kinds of it go over blank lines.
void Guard::note_html(std::size_t content, std::size_t end) {
  if (text_[content] != '<') return;
  const std::string_view line = text_.substr(content, end - content);
  if (line.starts_with("<!--") && line.find("-->", 2) != std::string_view::npos) return;
  html_ = true;
  std::string word;
  for (std::size_t i = content + 1; i < end && word.size() < 8 && is_letter(text_[i]); ++i) {
    word += static_cast<char>(text_[i] | 0x20);
  }
  const char next = content + 1 < end ? text_[content + 1] : '\0';
  if (next == '!' || next == '?' || word == "script" || word == "pre" || word == "style" ||
      word == "textarea") {
    html_for_good_ = true;
  }
}

bool Guard::check_block() {
  const auto too_many = [&](const char* rule, std::size_t most, const std::string& what) {
    return refuse(rule, block_.begin,
                  "more than " + limit(most) + what + " in what begins here",
                  "divide it by blank lines, or put it in fenced code");
  };
  if (block_.lines > limits_.block_lines) {
    return too_many("E161", limits_.block_lines, " lines without a blank one");
  }
  if (block_.bytes > limits_.block_bytes) {
    return too_many("E161", limits_.block_bytes, " bytes without a blank line");
  }
  if (block_.brackets > limits_.block_brackets) {
    return too_many("E162", limits_.block_brackets, " brackets");
  }
  if (block_.angles > limits_.block_angles)
    return too_many("E163", limits_.block_angles, " signs `<`");
  if (block_.ats > limits_.block_ats) return too_many("E163", limits_.block_ats, " signs `@`");
  if (block_.runs > limits_.block_runs) {
    return too_many("E164", limits_.block_runs, " runs of `*`, `_` or `~`");
  }
  if (block_.cells > limits_.table_cells) {
    return too_many("E167", limits_.table_cells, " cells of a table");
  }
  if (all_cells_ > limits_.body_cells) {
    return refuse("E167", block_.begin,
                  "more than " + limit(limits_.body_cells) + " cells in the tables up to here",
                  "put the data in a file beside the case");
  }
  return true;
}

void Guard::end_block() {
  all_brackets_ += block_.brackets;
  if (block_.defines && block_.bytes > longest_definitions_) {
    longest_definitions_ = block_.bytes;
    definitions_at_ = block_.begin;
  }
  block_ = {};
}

}  // namespace

bool check_markdown_size(std::string_view text, const MarkdownLimits& limits,
                         MarkdownReport& report) {
  return Guard(text, limits, report).run();
}

}  // namespace baraza::parse
