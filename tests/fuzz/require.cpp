#include <algorithm>

#include "base/text.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {
namespace {

// Of a byte order mark, which stands before the first column.
constexpr Span mark_span = {1, 0, 1, 1};

// The lines of a text, and how many columns each has.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    const bool valid = find_invalid_utf8(text) == std::string_view::npos;
    columns_.push_back(1);
    for (const char c : text) {
      const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
      if (c == '\n')
        columns_.push_back(1);
      else if (begins || !valid)
        ++columns_.back();
    }
  }

  bool has(int line, int column) const {
    return line >= 1 && line <= static_cast<int>(columns_.size()) && column >= 1 &&
           column <= columns_[static_cast<std::size_t>(line) - 1];
  }

  bool hold(const Span& span) const {
    if (span.line == 0) return span == Span{};
    if (span == Span{span.line, 0, 0, 0}) return has(span.line, 1);  // only the line is known
    const bool ordered = span.end_line > span.line ||
                         (span.end_line == span.line && span.end_column >= span.column);
    return ordered && has(span.line, span.column) && has(span.end_line, span.end_column);
  }

 private:
  std::vector<int> columns_;  // by line: one more than it has characters
};

std::string told(const Span& span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "-" +
         std::to_string(span.end_line) + ":" + std::to_string(span.end_column);
}

void require_within(const content::Node& node, const Lines& lines) {
  require(lines.hold(node.span), "a value stands outside the text, at " + told(node.span));
  require(!node.is_map() || node.keys.size() == node.children.size(), "a key has no value");
  require(find_invalid_utf8(node.text) == std::string_view::npos, "a text is not UTF-8");
  for (const content::Key& key : node.keys) {
    require(find_invalid_utf8(key.name) == std::string_view::npos, "a key is not UTF-8");
    require(lines.hold(key.span), "a key stands outside the text, at " + told(key.span));
  }
  for (const content::Node& child : node.children) require_within(child, lines);
}

}  // namespace

void require(bool holds, const std::string& what) {
  if (!holds) throw Broken(what);
}

void require_places(const content::Node& node, std::string_view text) {
  require_within(node, Lines(text));
}

void require_findings(const Diagnostics& found, const std::string& path,
                      std::string_view text) {
  const Lines lines(text);
  const bool valid = find_invalid_utf8(text) == std::string_view::npos;
  for (const Diagnostic& one : found.all()) {
    const std::string name = one.rule + " `" + one.message + "`";
    require(!one.message.empty(), "a finding says nothing: " + one.rule);
    require(!valid || find_invalid_utf8(one.message + one.hint) == std::string_view::npos,
            name + " is not UTF-8");
    require(!one.where.path.empty(), name + " is of no file");
    const auto require_place = [&](const Place& place) {
      require(place.path != path || lines.hold(place.span),
              name + " is outside the text, at " + told(place.span));
    };
    require_place(one.where);
    for (const Note& note : one.notes) require_place(note.where);
    for (const Edit& edit : one.edits)
      if (edit.span != mark_span) require_place({one.where.path, edit.span});
  }
}

}  // namespace baraza::fuzz
