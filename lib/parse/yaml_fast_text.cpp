// Texts: plain, quoted, and blocks that begin with `|` or `>`.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "parse/scalar.hpp"
#include "parse/yaml_fast_reader.hpp"

namespace baraza::parse {
namespace {

using content::Key;
using content::Node;

constexpr std::size_t nowhere = std::string_view::npos;

// A table of the bytes in `signs`, for loops over every byte of a text.
constexpr std::array<bool, 256> table_of(std::string_view signs) {
  std::array<bool, 256> table{};
  for (const char c : signs) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr auto ends_block_plain = table_of("\n:#");
constexpr auto ends_flow_plain = table_of("\n:#,[]{}");
constexpr auto ends_single = table_of("\n'");
constexpr auto ends_double = table_of("\n\"\\");
constexpr auto starts_no_plain = table_of(" \t\n,[]{}#&*!|>'\"%@`");

bool is_in(const std::array<bool, 256>& table, char c) {
  return table[static_cast<unsigned char>(c)];
}

std::size_t trim_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return end;
}

bool starts_more_indented(char c) { return c == ' ' || c == '\t'; }

}  // namespace

Node FastReader::text_node(std::string text, Point from, std::size_t end) {
  Node node{.kind = Node::Kind::text, .text = std::move(text)};
  node.span = span(from, cursor_.at(end));
  return node;
}

Node FastReader::plain_node(std::string text, Point from, std::size_t end) {
  Node node = make_plain(std::move(text));
  node.span = span(from, cursor_.at(end));
  return node;
}

Key FastReader::make_key(Node node) {
  if (node.kind == Node::Kind::null) throw Declined{};
  if (node.kind == Node::Kind::boolean) return {node.scalar(), node.span};
  return {std::move(node.text), node.span};
}

// May a text without quotes begin here?
bool FastReader::starts_plain(std::size_t at, bool flow) const {
  const char c = this->at(at);
  if (is_in(starts_no_plain, c)) return false;
  if (c != '-' && c != '?' && c != ':') return true;
  return !is_blank_at(at + 1) && (!flow || c == '-');
}

// One line of a plain text that begins at `at`.
FastReader::PlainLine FastReader::find_plain_end(std::size_t at, bool flow) const {
  const auto& ends = flow ? ends_flow_plain : ends_block_plain;
  std::size_t i = at;
  Stop stop = Stop::line_end;
  for (; i < text_.size(); ++i) {
    const char c = text_[i];
    if (!is_in(ends, c)) continue;
    if (c == '\n') break;
    if (c == '#') {
      if (i == at || !is_blank_at(i - 1)) continue;
      stop = Stop::comment;
      break;
    }
    if (c == ':') {
      const char next = this->at(i + 1);
      const bool ends_key =
          is_blank_at(i + 1) || (flow && (next == ',' || next == ']' || next == '}'));
      if (!ends_key) continue;
      stop = Stop::colon;
      break;
    }
    if (c == '[' || c == '{') throw Declined{};
    stop = Stop::sign;
    break;
  }
  return {trim_blanks(text_, at, i), stop};
}

// The text that begins at `begin` with `line`, and goes on in lines that are indented deeper
// than `parent`. `line` becomes its last line, pos_ the end of that, or the next line's start.
std::string FastReader::go_on_plain(std::size_t begin, PlainLine& line, int parent, bool flow) {
  std::string value(cut(begin, line.end));
  pos_ = line.end;
  while (line.stop == Stop::line_end) {
    std::size_t breaks = 0;
    std::size_t start = line_end(pos_);
    std::size_t content = start;
    while (start < text_.size() && at(content) == '\n') {
      start = content + 1;
      content = start;
      while (at(content) == ' ') ++content;
      if (at(content) == '\t') throw Declined{};
      if (content >= text_.size()) break;
      ++breaks;
    }
    pos_ = start;
    if (content >= text_.size() || at(content) == '#') return value;
    if (static_cast<int>(content - start) <= parent) return value;
    if (flow && std::string_view(",]}:[{").find(text_[content]) != nowhere) return value;
    PlainLine next = find_plain_end(content, flow);
    if (next.stop == Stop::colon) throw Declined{};
    value.append(breaks > 1 ? breaks - 1 : 1, breaks > 1 ? '\n' : ' ');
    value += cut(content, next.end);
    line = next;
    pos_ = line.end;
  }
  return value;
}

Node FastReader::read_plain(std::size_t begin, Point from, PlainLine line, int parent) {
  if (line.stop == Stop::colon) throw Declined{};
  std::string value = go_on_plain(begin, line, parent, false);
  Node node = plain_node(std::move(value), from, line.end);
  if (pos_ == line.end) {
    pos_ = line_end(pos_);
    if (pos_ < text_.size()) ++pos_;
  }
  next_content();
  return node;
}

Node FastReader::read_flow_plain() {
  if (!starts_plain(pos_, true)) throw Declined{};
  const std::size_t begin = pos_;
  const Point from = cursor_.at(begin);
  PlainLine line = find_plain_end(begin, true);
  if (line.stop == Stop::colon) throw Declined{};
  std::string value = go_on_plain(begin, line, -1, true);
  return plain_node(std::move(value), from, line.end);
}

Node FastReader::read_quoted_node() {
  const Point from = cursor_.at(pos_);
  std::string value = read_quoted();
  return text_node(std::move(value), from, pos_);
}

// The text whose opening quote is at pos_; goes on to after the closing one.
std::string FastReader::read_quoted() {
  const char quote = text_[pos_++];
  const auto& ends = quote == '"' ? ends_double : ends_single;
  std::string value;
  std::size_t kept = 0;  // what a line's end does not trim
  while (pos_ < text_.size()) {
    const std::size_t begin = pos_;
    while (pos_ < text_.size() && !is_in(ends, text_[pos_])) ++pos_;
    value += cut(begin, pos_);
    if (pos_ >= text_.size()) break;
    const char c = text_[pos_];
    if (c == '\n') {
      value.resize(trim_blanks(value, kept, value.size()));
      const std::size_t breaks = fold_quoted_line();
      value.append(breaks > 0 ? breaks : 1, breaks > 0 ? '\n' : ' ');
      kept = value.size();
    } else if (c == '\\') {
      read_escape(value);
      kept = value.size();
    } else if (quote == '\'' && at(pos_ + 1) == '\'') {
      value += '\'';
      kept = value.size();
      pos_ += 2;
    } else {
      ++pos_;
      return value;
    }
  }
  throw Declined{};
}

// From the end of a line in quotes to where the text goes on; answers how many empty lines
// stand between. yaml-cpp loses some that stand before the closing quote.
std::size_t FastReader::fold_quoted_line() {
  std::size_t breaks = 0;
  pos_ = skip_blanks(pos_ + 1);
  while (pos_ < text_.size() && text_[pos_] == '\n') {
    ++breaks;
    pos_ = skip_blanks(pos_ + 1);
  }
  if (pos_ >= text_.size()) throw Declined{};
  if (breaks > 0 && (text_[pos_] == '"' || text_[pos_] == '\'')) throw Declined{};
  return breaks;
}

// Appends what the escape at pos_ stands for.
void FastReader::read_escape(std::string& value) {
  const char c = at(pos_ + 1);
  pos_ += 2;
  std::size_t digits = 0;
  switch (c) {
    case '\n':  // the line goes on in the next
      --pos_;
      value.append(fold_quoted_line(), '\n');
      return;
    case '"':
    case '\\':
    case '/':
    case ' ':
      value += c;
      return;
    case 'n':
      value += '\n';
      return;
    case 't':
      value += '\t';
      return;
    case '_':
      value += "\xC2\xA0";
      return;
    case 'x':
      digits = 2;
      break;
    case 'u':
      digits = 4;
      break;
    case 'U':
      digits = 8;
      break;
    default:
      throw Declined{};
  }
  char32_t character = 0;
  for (const std::size_t end = pos_ + digits; pos_ < end; ++pos_) {
    const char digit = at(pos_);
    const char letter = static_cast<char>(digit | 0x20);
    const bool hex = letter >= 'a' && letter <= 'f';
    if (!hex && (digit < '0' || digit > '9')) throw Declined{};
    if (character > 0x10FFFF) throw Declined{};
    character = character * 16 + static_cast<char32_t>(hex ? letter - 'a' + 10 : digit - '0');
  }
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  if (character == 0 || surrogate || character > 0x10FFFF) throw Declined{};
  append_utf8(value, character);
}

struct FastReader::Block {
  bool folded = false;
  char chomp = ' ';
  int least = 0;    // the least indentation of its lines
  int indent = -1;  // of its lines, once its first one has told
  int widest = 0;   // of the empty lines before that
  std::string text = {};
  std::size_t breaks = 0;        // line ends behind the text so far
  bool more_indented = false;    // the last line begins with a blank
  std::size_t last_visible = 0;  // the end of the last line with something to see
};

// The block whose `|` or `>` is at pos_.
Node FastReader::read_block(int parent) {
  const Point from = cursor_.at(pos_);
  Block block{.folded = text_[pos_] == '>', .least = std::max(parent + 1, 1)};
  ++pos_;
  if (at(pos_) == '+' || at(pos_) == '-') block.chomp = text_[pos_++];
  const std::size_t rest = skip_blanks(pos_);
  if (at(rest) != '\n' && (at(rest) != '#' || rest == pos_)) throw Declined{};
  const std::size_t header_end = line_end(rest);
  pos_ = std::min(header_end + 1, text_.size());
  while (pos_ < text_.size() && read_block_line(block)) {
  }
  if (block.chomp == '+') block.text.append(block.breaks, '\n');
  if (block.chomp == ' ' && !block.text.empty() && block.breaks > 0) block.text += '\n';
  const std::size_t end = block.last_visible > 0 ? block.last_visible : header_end;
  Node node = text_node(std::move(block.text), from, end);
  next_content();
  return node;
}

// Takes the line at pos_ into the block; answers false, and stays, where it is none of its.
bool FastReader::read_block_line(Block& block) {
  std::size_t content = pos_;
  const std::size_t most =
      block.indent < 0 ? text_.size() : pos_ + static_cast<std::size_t>(block.indent);
  while (content < most && at(content) == ' ') ++content;
  if (content >= text_.size()) throw Declined{};  // spaces alone, and no line end
  const int column = static_cast<int>(content - pos_);
  if (text_[content] == '\n') {
    if (block.indent < 0) block.widest = std::max(block.widest, column);
    ++block.breaks;
    pos_ = content + 1;
    return true;
  }
  const int wanted = block.indent < 0 ? std::max(block.least, block.widest) : block.indent;
  if (column < wanted) {
    if (text_[content] == '\t' || (column >= block.least && block.indent < 0)) throw Declined{};
    return false;
  }
  block.indent = std::max(column, wanted);
  const std::size_t end = line_end(content);
  const std::size_t visible = trim_blanks(text_, content, end);
  if (visible == content && end == text_.size()) throw Declined{};
  const bool more = starts_more_indented(text_[content]);
  if (block.text.empty() || !block.folded || block.more_indented || more) {
    block.text.append(block.breaks, '\n');
  } else {
    block.text.append(block.breaks > 1 ? block.breaks - 1 : 1, block.breaks > 1 ? '\n' : ' ');
  }
  block.text += cut(content, end);
  block.more_indented = more;
  if (visible > content) block.last_visible = visible;
  block.breaks = end < text_.size() ? 1 : 0;
  pos_ = std::min(end + 1, text_.size());
  return true;
}

}  // namespace baraza::parse
