// Values in brackets: `[a, b]` and `{key: value}`, over any number of lines.
#include <utility>

#include "parse/yaml_fast_reader.hpp"

namespace baraza::parse {

using content::Key;
using content::Node;

// On to the next sign that is no space, line end or comment.
void FastReader::pass_flow_space() {
  while (pos_ < text_.size()) {
    const char c = text_[pos_];
    if (c == '#' && is_blank_at(pos_ - 1)) {
      pos_ = line_end(pos_);
    } else if (c == ' ' || c == '\n' || c == '\t') {
      ++pos_;
    } else {
      return;
    }
  }
  throw Declined{};
}

Node FastReader::read_flow() {
  const Level level(depth_left_);
  const bool is_list = text_[pos_] == '[';
  const char close = is_list ? ']' : '}';
  Node node{.kind = is_list ? Node::Kind::list : Node::Kind::map};
  const Point from = cursor_.at(pos_);
  ++pos_;
  for (pass_flow_space(); text_[pos_] != close; pass_flow_space()) {
    if (is_list) {
      node.children.push_back(read_flow_value());
    } else {
      read_flow_entry(node);
    }
    pass_flow_space();
    if (text_[pos_] == ',') {
      ++pos_;
    } else if (text_[pos_] != close) {
      throw Declined{};
    }
  }
  ++pos_;
  if (!is_list && !node.keys.empty()) finish_map(node);
  node.span = span(from, cursor_.at(pos_));
  return node;
}

Node FastReader::read_flow_value() {
  const char c = text_[pos_];
  if (c == '[' || c == '{') return read_flow();
  if (c == '"' || c == '\'') return read_quoted_node();
  return read_flow_plain();
}

void FastReader::read_flow_entry(Node& map) {
  map.keys.push_back(read_flow_key());
  if (text_[pos_] != ':') {  // a key alone
    const Point end{map.keys.back().span.end_line, map.keys.back().span.end_column};
    map.children.push_back({.plain = true});
    map.children.back().span = span(end, end);
    return;
  }
  const std::size_t place = ++pos_;
  pass_flow_space();
  const bool missing = text_[pos_] == ',' || text_[pos_] == '}';
  map.children.push_back(missing ? read_missing(place) : read_flow_value());
}

// The key at pos_, which ends in its line before a colon, a comma or the bracket.
Key FastReader::read_flow_key() {
  const std::size_t begin = pos_;
  const char c = text_[begin];
  Node node;
  if (c == '"' || c == '\'') {
    node = read_quoted_node();
    if (node.span.line != node.span.end_line) throw Declined{};
  } else {
    if (!starts_plain(begin, true)) throw Declined{};
    const Point from = cursor_.at(begin);
    const PlainLine line = find_plain_end(begin, true);
    node = plain_node(std::string(cut(begin, line.end)), from, line.end);
    pos_ = line.end;
  }
  pos_ = skip_blanks(pos_);
  const char next = at(pos_);
  if ((next != ':' && next != ',' && next != '}') || pos_ - begin > 1000) throw Declined{};
  return make_key(std::move(node));
}

}  // namespace baraza::parse
