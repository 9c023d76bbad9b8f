#include "parse/bytes.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// By Odd::Kind; old line ends are one mistake, however many lines there are.
constexpr std::size_t most_placed[] = {20, 20, 20, 1};

// Do the bytes look like text of two bytes a character? Either a mark says so, or half of the
// first bytes are zero, all on one side.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view head = bytes.substr(0, 1024);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (head[at] == '\0') ++zeros[at % 2];
  }
  const std::size_t half = head.size() / 2;
  return half >= 2 && std::max(zeros[0], zeros[1]) * 10 >= half * 6 &&
         std::min(zeros[0], zeros[1]) * 10 <= half;
}

std::string code_point(char32_t character) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = character > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    text += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

bool is_control(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x85) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

bool is_line_separator(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029; }

// Has no width and no use inside a word: deleting it changes nothing that can be seen.
bool has_no_width(char32_t c) { return c == 0x200B || c == 0xFEFF; }

// Gives the direction of the signs beside it, as writers of Arabic or Hebrew must at times.
bool is_direction_mark(char32_t c) { return c == 0x200E || c == 0x200F || c == 0x061C; }

// Turns the direction of all that follows.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF && c != 0x061C) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

// Of the scripts of South-East Asia, where U+200B stands between words in the place of a space.
bool is_without_spaces(char32_t c) {
  return (c >= 0x0E00 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x1980 && c <= 0x1BBF) || (c >= 0xA980 && c <= 0xAADF);
}

struct Odd {
  enum class Kind { control, separator, hidden, lone_return };
  Kind kind = Kind::control;
  char32_t character = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool in_place = false;  // a hidden one where the text needs it
};

// Finds what a writer cannot see.
class OddFinder {
 public:
  explicit OddFinder(std::string_view text) : text_(text) {}

  std::vector<Odd> find();

 private:
  void add(char32_t c, std::size_t begin, std::string_view rest);
  void end_line();

  std::string_view text_;
  std::vector<Odd> all_ = {};
  std::size_t line_ = 0;  // the first of `all_` in the line
  char32_t before_ = 0;
  bool right_to_left_ = false;  // the line
  bool any_right_to_left_ = false;
};

std::vector<Odd> OddFinder::find() {
  std::string_view rest = text_;
  while (!rest.empty()) {
    const unsigned char byte = static_cast<unsigned char>(rest.front());
    if (byte >= 0x20 && byte < 0x7F) {  // nearly every character
      rest.remove_prefix(1);
      before_ = byte;
      continue;
    }
    const std::size_t begin = text_.size() - rest.size();
    const char32_t c = take_character(rest);
    if (is_right_to_left(c)) right_to_left_ = true;
    add(c, begin, rest);
    if (c == '\n') end_line();
    before_ = c;
  }
  end_line();
  for (Odd& one : all_)
    if (is_direction_mark(one.character)) one.in_place = any_right_to_left_;
  return std::move(all_);
}

void OddFinder::add(char32_t c, std::size_t begin, std::string_view rest) {
  Odd odd{.character = c, .begin = begin, .end = text_.size() - rest.size()};
  if (is_control(c)) {
    odd.kind = Odd::Kind::control;
  } else if (is_line_separator(c)) {
    odd.kind = Odd::Kind::separator;
  } else if (has_no_width(c) || is_direction_mark(c) || turns_direction(c)) {
    odd.kind = Odd::Kind::hidden;
    const char32_t after = rest.empty() ? 0 : take_character(rest);
    odd.in_place = c == 0x200B && (is_without_spaces(before_) || is_without_spaces(after));
  } else if (c == '\r' && (rest.empty() || rest.front() != '\n')) {
    odd.kind = Odd::Kind::lone_return;
  } else {
    return;
  }
  all_.push_back(odd);
}

void OddFinder::end_line() {
  for (; line_ < all_.size(); ++line_)
    if (turns_direction(all_[line_].character)) all_[line_].in_place = right_to_left_;
  any_right_to_left_ = any_right_to_left_ || right_to_left_;
  right_to_left_ = false;
}

Diagnostic describe_hidden(const Odd& odd, const Place& where, const std::string& name) {
  Diagnostic hidden{.severity = Severity::warning,
                    .rule = "E106",
                    .where = where,
                    .message = "the hidden character " + name + " stands here"};
  if (has_no_width(odd.character)) {
    hidden.hint = "delete it: it cannot be seen, and a search for the word would miss it";
    hidden.edits.push_back({where.span, ""});
  } else {
    hidden.hint = "delete it unless it is meant: it can make a text look other than it is";
  }
  return hidden;
}

Diagnostic describe(const Odd& odd, const Place& where) {
  const std::string name = code_point(odd.character);
  switch (odd.kind) {
    case Odd::Kind::control:
      return {
          .rule = "E104",
          .where = where,
          .message = "the control character " + name + " stands here",
          .hint = "delete it; it cannot be seen, and often comes from copying out of a PDF"};
    case Odd::Kind::separator:
      return {.rule = "E105",
              .where = where,
              .message = "the character " + name +
                         " stands here, which some programs take for "
                         "the end of a line",
              .hint = "put a space or a line end in its place",
              .edits = {{where.span, " "}}};
    case Odd::Kind::hidden:
      return describe_hidden(odd, where, name);
    case Odd::Kind::lone_return:
      break;
  }
  return {.rule = "E109",
          .where = where,
          .message = "a line ends with a carriage return alone",
          .hint = "save the file with line ends of the kind LF (or CRLF)"};
}

// Adds what was found, each kind at most 20 times; the last one says how many more there are.
bool add_odd(const std::vector<Odd>& odd, const Positions& positions, const std::string& path,
             Diagnostics& found) {
  std::size_t counts[4] = {0, 0, 0, 0};
  std::vector<Diagnostic> placed;
  std::size_t last[4] = {0, 0, 0, 0};
  for (const Odd& one : odd) {
    if (one.in_place) continue;
    const auto kind = static_cast<std::size_t>(one.kind);
    if (++counts[kind] > most_placed[kind]) continue;
    last[kind] = placed.size();
    placed.push_back(describe(one, {path, positions.span_of(one.begin, one.end)}));
  }
  for (std::size_t kind = 0; kind < 4; ++kind) {
    if (counts[kind] <= most_placed[kind]) continue;
    placed[last[kind]].message +=
        " (and " + std::to_string(counts[kind] - most_placed[kind]) + " more after it)";
  }
  found.add_all(placed);
  return counts[static_cast<std::size_t>(Odd::Kind::control)] == 0 &&
         counts[static_cast<std::size_t>(Odd::Kind::lone_return)] == 0;
}

void add_not_utf8(std::string_view text, std::size_t bad, const std::string& path,
                  Diagnostics& found) {
  const auto line_end = text.substr(0, bad).rfind('\n');
  const std::size_t start = line_end == std::string_view::npos ? 0 : line_end + 1;
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
  const int line = static_cast<int>(lines) + 1;
  const int column = static_cast<int>(count_characters(text.substr(start, bad - start))) + 1;
  found.add(
      {.rule = "E102",
       .where = {path, {line, column, line, column + 1}},
       .message = "a byte here is not UTF-8",
       .hint = "save the file as UTF-8; it may have been saved as Latin-1 or Windows-1252"});
}

}  // namespace

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

bool check_bytes(std::string_view bytes, const std::string& path, Diagnostics& found,
                 std::size_t max_bytes) {
  if (bytes.size() > max_bytes) {
    found.add({.rule = "E108",
               .where = {path, {}},
               .message = "the file has " + std::to_string(bytes.size()) + " bytes; " +
                          std::to_string(max_bytes) + " are allowed",
               .hint = "split it, or keep what is not text (images, tables of data) outside"});
    return false;
  }
  if (looks_like_utf16(bytes)) {
    found.add({.rule = "E103",
               .where = {path, {1, 1, 1, 1}},
               .message = "the file is saved as UTF-16",
               .hint = "save it as UTF-8 (in Notepad: Save as, Encoding)"});
    return false;
  }
  const std::string_view text = without_mark(bytes);
  if (trim(text).empty()) {
    found.add({.rule = "E101",
               .where = {path, {1, 1, 1, 1}},
               .message = "the file is empty",
               .hint = "write it, or delete it"});
    return false;
  }
  if (text.size() != bytes.size()) {
    found.add({.severity = Severity::warning,
               .rule = "E107",
               .where = {path, {1, 1, 1, 1}},
               .message = "the file opens with a byte order mark",
               .hint = "save it as UTF-8 without BOM",
               .edits = {{{1, 0, 1, 1}, ""}}});
  }
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    add_not_utf8(text, bad, path, found);
    return false;
  }
  const std::vector<Odd> odd = OddFinder(text).find();
  return odd.empty() || add_odd(odd, Positions(text), path, found);
}

}  // namespace baraza::parse
