#include "parse/yaml_fast.hpp"

#include <utility>

#include "parse/yaml_fast_reader.hpp"
#include "parse/yaml_tree.hpp"

namespace baraza::parse {

using content::Key;
using content::Node;

std::optional<Node> read_fast(std::size_t begin, std::size_t end, int max_depth,
                              Findings& found) {
  try {
    return FastReader(begin, end, max_depth, found).run();
  } catch (const FastReader::Declined&) {
    return std::nullopt;
  }
}

Node FastReader::run() {
  check_lines();
  pass_document_start();
  next_content();
  if (column_ < 0) throw Declined{};
  Node root = read_node(column_, -1);
  if (column_ >= 0 || (!root.is_map() && !root.is_list())) throw Declined{};
  return root;
}

// Declines control characters, marks of the byte order, and what may begin or end a document
// in any line but the first.
void FastReader::check_lines() const {
  const std::string_view text = text_.substr(pos_);
  if (text.empty() || static_cast<unsigned char>(text[0]) >= 0xEF) throw Declined{};
  bool odd = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    odd |= byte < 0x20 && byte != '\n' && byte != '\t';
  }
  if (odd) throw Declined{};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view three = text.substr(at + 1, 3);
    if (three == "---" || three == "...") throw Declined{};
  }
}

void FastReader::pass_document_start() {
  const std::string_view three = text_.substr(pos_, 3);
  if (three == "...") throw Declined{};
  if (three != "---") return;
  std::size_t end = pos_ + 3;
  while (at(end) == ' ') ++end;
  if (at(end) != '\n') throw Declined{};
  pos_ = end;
}

// From a line's start or end on to the next line that is neither blank nor a comment.
void FastReader::next_content() {
  while (pos_ < text_.size()) {
    const std::size_t start = pos_;
    while (at(pos_) == ' ') ++pos_;
    const char c = at(pos_);
    if (c == '\t') throw Declined{};
    if (c == '#') {
      pos_ = line_end(pos_);
    } else if (c != '\n') {
      column_ = static_cast<int>(pos_ - start);
      return;
    }
    if (pos_ < text_.size()) ++pos_;
  }
  column_ = -1;
}

void FastReader::end_line() {
  const std::size_t rest = skip_blanks(pos_);
  const bool comment = at(rest) == '#' && rest > pos_;
  if (at(rest) != '\n' && !comment) throw Declined{};
  pos_ = comment ? line_end(rest) : rest;
  if (pos_ < text_.size()) ++pos_;
  next_content();
}

// A value that is not written. yaml-cpp marks it at what follows it, and where that looks like
// a null it is taken for one.
Node FastReader::read_missing(std::size_t place) {
  const std::string_view next = text_.substr(std::min(pos_, text_.size()), 4);
  if (next.starts_with('~') || next == "null" || next == "Null" || next == "NULL") {
    throw Declined{};
  }
  const Point point = cursor_.at(place);
  Node node{.plain = true};
  node.span = span(point, point);
  return node;
}

// What begins at pos_ in `column`, where nothing but spaces and dashes stand before it in its
// line. Texts go on in lines that are indented deeper than `parent`.
Node FastReader::read_node(int column, int parent) {
  if (is_dash(pos_)) return read_list(column);
  const std::size_t begin = pos_;
  const char c = at(begin);
  if (c == '|' || c == '>') return read_block(parent);
  if (c == '[' || c == '{') {
    Node node = read_flow();
    end_line();
    return node;
  }
  if (c == '"' || c == '\'') {
    Node node = read_quoted_node();
    const std::size_t colon = skip_blanks(pos_);
    if (at(colon) != ':' || !is_blank_at(colon + 1)) {
      end_line();
      return node;
    }
    if (node.span.line != node.span.end_line) throw Declined{};
    pass_colon(begin);
    return read_map(column, make_key(std::move(node)));
  }
  if (!starts_plain(begin, false)) throw Declined{};
  const Point from = cursor_.at(begin);
  const PlainLine line = find_plain_end(begin, false);
  if (line.stop != Stop::colon) return read_plain(begin, from, line, parent);
  Key key = make_key(plain_node(std::string(cut(begin, line.end)), from, line.end));
  pos_ = line.end;
  pass_colon(begin);
  return read_map(column, std::move(key));
}

// From the end of a key to after its colon. Longer keys are none to yaml-cpp.
void FastReader::pass_colon(std::size_t key_begin) {
  pos_ = skip_blanks(pos_);
  if (at(pos_) != ':' || pos_ - key_begin > 1000) throw Declined{};
  ++pos_;
}

Key FastReader::read_key() {
  const std::size_t begin = pos_;
  const char c = at(begin);
  if (c == '"' || c == '\'') {
    Node node = read_quoted_node();
    if (node.span.line != node.span.end_line) throw Declined{};
    pass_colon(begin);
    if (!is_blank_at(pos_)) throw Declined{};
    return make_key(std::move(node));
  }
  if (!starts_plain(begin, false)) throw Declined{};
  const PlainLine line = find_plain_end(begin, false);
  if (line.stop != Stop::colon) throw Declined{};
  const Point from = cursor_.at(begin);
  Key key = make_key(plain_node(std::string(cut(begin, line.end)), from, line.end));
  pos_ = line.end;
  pass_colon(begin);
  return key;
}

// `key` has been read, with its colon.
Node FastReader::read_map(int column, Key key) {
  const Level level(depth_left_);
  Node map{.kind = Node::Kind::map};
  while (true) {
    map.keys.push_back(std::move(key));
    map.children.push_back(read_map_value(column));
    if (column_ < column) break;
    if (column_ > column || is_dash(pos_)) throw Declined{};
    key = read_key();
  }
  finish_map(map);
  return map;
}

// Places the map from its first key to its last value, and reports keys that repeat.
void FastReader::finish_map(Node& map) {
  const Span& first = map.keys.front().span;
  const Span& last = map.children.back().span;
  map.span = {first.line, first.column, last.end_line, last.end_column};
  constexpr std::size_t few = 24;
  bool repeats = map.keys.size() > few;
  for (std::size_t i = 1; i < map.keys.size() && !repeats; ++i) {
    for (std::size_t k = 0; k < i; ++k) repeats |= map.keys[k].name == map.keys[i].name;
  }
  if (repeats) drop_duplicates(map, found_);
}

// The value of a key in `column`, after its colon.
Node FastReader::read_map_value(int column) {
  const std::size_t place = pos_;
  const std::size_t value = skip_blanks(pos_);
  const char c = at(value);
  if (c == '\n' || (c == '#' && value > pos_)) {
    end_line();
    if (column_ > column) return read_node(column_, column);
    if (column_ == column && is_dash(pos_)) return read_list(column);
    return read_missing(place);
  }
  pos_ = value;
  if (c == '|' || c == '>') return read_block(column);
  if (c == '"' || c == '\'' || c == '[' || c == '{') {
    Node node = c == '[' || c == '{' ? read_flow() : read_quoted_node();
    end_line();
    return node;
  }
  if (!starts_plain(value, false)) throw Declined{};
  const Point from = cursor_.at(value);
  const PlainLine line = find_plain_end(value, false);
  return read_plain(value, from, line, column);
}

// The list whose first dash is at pos_.
Node FastReader::read_list(int column) {
  const Level level(depth_left_);
  Node list{.kind = Node::Kind::list};
  const Point from = cursor_.at(pos_);
  do {
    const std::size_t dash = pos_++;
    while (at(pos_) == ' ') ++pos_;
    if (at(pos_) == '\t') throw Declined{};
    if (at(pos_) == '\n' || at(pos_) == '#') {
      pos_ = dash + 1;
      end_line();
      list.children.push_back(column_ > column ? read_node(column_, column)
                                               : read_missing(dash + 1));
    } else {
      list.children.push_back(read_node(column + static_cast<int>(pos_ - dash), column));
    }
    if (column_ > column) throw Declined{};
  } while (column_ == column && is_dash(pos_));
  const Span& last = list.children.back().span;
  list.span = {from.line, from.column, last.end_line, last.end_column};
  return list;
}

}  // namespace baraza::parse
