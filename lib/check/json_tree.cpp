#include "check/json_tree.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Node;

constexpr int deepest = 200;

// Walks the text once; every read_ function answers false where the text is not JSON, with the
// place left at the culprit.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool read_document(Node& node) {
    skip_space();
    if (!read_value(node, 0)) return false;
    skip_space();
    return at_ == text_.size();
  }

  Span here() const { return {line_, column_, line_, column_ + 1}; }

 private:
  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }

  void step() {
    const auto byte = static_cast<unsigned char>(text_[at_++]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  bool take(char expected) {
    if (at_end() || peek() != expected) return false;
    step();
    return true;
  }

  bool take_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    for (std::size_t i = 0; i < word.size(); ++i) step();
    return true;
  }

  void skip_space() {
    while (!at_end() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos)
      step();
  }

  bool read_value(Node& node, int depth) {
    if (depth > deepest) return false;
    node.span.line = line_;
    node.span.column = column_;
    if (!read_kind(node, depth)) return false;
    node.span.end_line = line_;
    node.span.end_column = column_;
    return true;
  }

  bool read_kind(Node& node, int depth) {
    switch (peek()) {
      case '{':
        return read_map(node, depth);
      case '[':
        return read_list(node, depth);
      case '"':
        node.kind = Node::Kind::text;
        return read_text(node.text);
      case 't':
        node.kind = Node::Kind::boolean;
        node.boolean = true;
        return take_word("true");
      case 'f':
        node.kind = Node::Kind::boolean;
        return take_word("false");
      case 'n':
        return take_word("null");
      default:
        return read_number(node);
    }
  }

  bool read_map(Node& node, int depth) {
    node.kind = Node::Kind::map;
    step();
    skip_space();
    if (take('}')) return true;
    while (true) {
      skip_space();
      content::Key key;
      key.span = {line_, column_, 0, 0};
      if (!read_text(key.name)) return false;
      key.span.end_line = line_;
      key.span.end_column = column_;
      skip_space();
      if (!take(':')) return false;
      skip_space();
      node.keys.push_back(std::move(key));
      if (!read_value(node.children.emplace_back(), depth + 1)) return false;
      skip_space();
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  bool read_list(Node& node, int depth) {
    node.kind = Node::Kind::list;
    step();
    skip_space();
    if (take(']')) return true;
    while (true) {
      skip_space();
      if (!read_value(node.children.emplace_back(), depth + 1)) return false;
      skip_space();
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool read_digits() {
    const std::size_t from = at_;
    while (peek() >= '0' && peek() <= '9') step();
    return at_ > from;
  }

  bool read_number(Node& node) {
    const std::size_t from = at_;
    take('-');
    if (!take('0') && !read_digits()) return false;
    if (take('.') && !read_digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!read_digits()) return false;
    }
    node = content::make_number(std::string(text_.substr(from, at_ - from)));
    node.plain = true;
    node.span.line = line_;
    node.span.column = column_ - static_cast<int>(at_ - from);
    return true;
  }

  bool read_text(std::string& text) {
    if (!take('"')) return false;
    while (!at_end() && peek() != '"') {
      if (static_cast<unsigned char>(peek()) < 0x20) return false;
      if (peek() == '\\') {
        if (!read_escape(text)) return false;
      } else {
        text += peek();
        step();
      }
    }
    return take('"');
  }

  bool read_escape(std::string& text) {
    step();
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    const std::size_t which = at_end() ? std::string_view::npos : names.find(peek());
    if (which != std::string_view::npos) {
      text += values[which];
      step();
      return true;
    }
    const std::optional<char32_t> first = read_code_unit();
    if (!first) return false;
    char32_t character = *first;
    if (character >= 0xD800 && character < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      step();
      const std::optional<char32_t> second = read_code_unit();
      if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
      character = 0x10000 + ((character - 0xD800) << 10U) + (*second - 0xDC00);
    }
    append_utf8(text, character);
    return true;
  }

  std::optional<char32_t> read_code_unit() {
    if (!take('u') || text_.size() - at_ < 4) return std::nullopt;
    std::uint32_t unit = 0;
    const char* from = text_.data() + at_;
    const auto parsed = std::from_chars(from, from + 4, unit, 16);
    if (parsed.ec != std::errc() || parsed.ptr != from + 4) return std::nullopt;
    for (int i = 0; i < 4; ++i) step();
    return unit;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

Result<Node> read_json(std::string_view text, const std::string& path) {
  Node node;
  Reader reader(text);
  if (reader.read_document(node)) return node;
  return Diagnostic{.severity = Severity::error,
                    .rule = "E401",  // schema-form
                    .where = {.path = path, .span = reader.here()},
                    .message = "this is not JSON from here on",
                    .hint = {},
                    .notes = {},
                    .edits = {}};
}

}  // namespace baraza::check
