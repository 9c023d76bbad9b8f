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

// What Windows-1252 has where Unicode has control characters from U+0080 on: a text that was
// read as Latin-1 once holds these in the place of quotes and dashes. The HTML Standard reads
// them so, https://html.spec.whatwg.org/multipage/parsing.html#table-charref-overrides
constexpr char32_t windows_1252[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// What stands around an odd character.
class Surroundings {
 public:
  Surroundings(std::string_view text, const Odd& odd)
      : before_(odd.begin > 0 ? text[odd.begin - 1] : '\n'),
        after_(odd.end < text.size() ? text[odd.end] : '\n'),
        rest_(text.substr(odd.end)) {}

  bool beside_blank() const { return is_blank(before_) || is_blank(after_); }
  // A part of the word may have been lost with it, or a sign before an item of a list.
  bool may_be_letter() const {
    return !is_edge(before_) || !is_edge(after_) || before_ == '\n';
  }

  // Does what follows begin a line of its own, with a key, a dash or a sign of a heading?
  bool before_line() const {
    const std::string_view line = trim(rest_.substr(0, rest_.find('\n')));
    if (line.starts_with('-') || line.starts_with('#')) return true;
    const std::size_t colon = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-0123456789");
    return colon < line.size() && colon > 0 && line[colon] == ':';
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  static bool is_edge(char c) {
    return is_blank(c) || std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) !=
                              std::string_view::npos;
  }

  char before_;
  char after_;
  std::string_view rest_;
};

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

// `is_text` says that so few of them stand in the file that it is a text.
Diagnostic describe_control(const Odd& odd, const Place& where, const Surroundings& around,
                            bool is_text) {
  Diagnostic control{
      .rule = "E104",
      .where = where,
      .message = "the control character " + code_point(odd.character) + " stands here",
      .hint = "delete it; it cannot be seen, and often comes from copying out of a PDF"};
  const bool of_windows = odd.character >= 0x80 && odd.character < 0xA0;
  const char32_t meant = of_windows ? windows_1252[odd.character - 0x80] : 0;
  if (meant != 0) {
    std::string sign;
    append_utf8(sign, meant);
    control.hint = "write `" + sign + "`, which it was before the file was saved another way";
    control.edits.push_back({where.span, sign});
    return control;
  }
  if (around.may_be_letter()) {
    control.hint =
        "delete it, or write what copying out of a PDF lost here, such as `fi` or a hyphen";
    return control;
  }
  const bool means = odd.character == 0 || odd.character == '\b' || odd.character == 0x1B;
  if (!is_text || means || of_windows) return control;
  const bool breaks = odd.character == '\v' || odd.character == '\f';
  control.edits.push_back({where.span, breaks && !around.beside_blank() ? " " : ""});
  return control;
}

Diagnostic describe_separator(const Odd& odd, const Place& where, const Surroundings& around) {
  Diagnostic separator{
      .rule = "E105",
      .where = where,
      .message = "the character " + code_point(odd.character) +
                 " stands here, which some programs take for the end of a line",
      .hint = "put a space or a line end in its place"};
  if (odd.character == 0x85)  // in Windows-1252 it is this sign
    separator.hint = "write `…` if that was meant; else put a space or a line end in its place";
  else if (!around.before_line())
    separator.edits.push_back({where.span, around.beside_blank() ? "" : " "});
  return separator;
}

// A file of a very old system has no other line ends.
Diagnostic describe_return(std::string_view text, const Place& where,
                           const Positions& positions) {
  Diagnostic lone{.rule = "E109",
                  .where = where,
                  .message = "a line ends with a carriage return alone",
                  .hint = "save the file with line ends of the kind LF (or CRLF)"};
  if (text.find('\n') != std::string_view::npos) return lone;
  std::string lines(text);
  std::replace(lines.begin(), lines.end(), '\r', '\n');
  lone.edits.push_back({positions.span_of(0, text.size()), std::move(lines)});
  return lone;
}

Diagnostic describe(const Odd& odd, const Place& where, const Positions& positions,
                    bool is_text) {
  const Surroundings around(positions.text(), odd);
  switch (odd.kind) {
    case Odd::Kind::control:
      return describe_control(odd, where, around, is_text);
    case Odd::Kind::separator:
      return describe_separator(odd, where, around);
    case Odd::Kind::hidden:
      return describe_hidden(odd, where, code_point(odd.character));
    case Odd::Kind::lone_return:
      break;
  }
  return describe_return(positions.text(), where, positions);
}

// A text holds a few control characters at most, and no zero.
bool are_of_text(const std::vector<Odd>& odd) {
  std::size_t controls = 0;
  for (const Odd& one : odd) {
    if (one.kind != Odd::Kind::control || one.character >= 0x80) continue;
    if (one.character == 0 || ++controls > most_placed[0]) return false;
  }
  return true;
}

// Adds what was found, each kind at most 20 times; the last one says how many more there are.
bool add_odd(const std::vector<Odd>& odd, const Positions& positions, const std::string& path,
             Diagnostics& found) {
  const bool is_text = are_of_text(odd);
  std::size_t counts[4] = {0, 0, 0, 0};
  std::vector<Diagnostic> placed;
  std::size_t last[4] = {0, 0, 0, 0};
  for (const Odd& one : odd) {
    if (one.in_place) continue;
    const auto kind = static_cast<std::size_t>(one.kind);
    if (++counts[kind] > most_placed[kind]) continue;
    last[kind] = placed.size();
    placed.push_back(
        describe(one, {path, positions.span_of(one.begin, one.end)}, positions, is_text));
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
