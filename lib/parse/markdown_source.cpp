#include "parse/markdown_source.hpp"

#include <algorithm>

namespace baraza::parse {

void MarkdownSource::enter_block(cmark_node* block) {
  line_ = cmark_node_get_start_line(block);
  column_ = cmark_node_get_start_column(block);
  strips_lines_ = kind_of(block) == NodeKind::paragraph;
  begin_ =
      positions_.offset_of_line(line_) + static_cast<std::size_t>(std::max(column_, 1) - 1);
  begin_ = std::min(begin_, positions_.end_of_line(line_));
  end_ = positions_.end_of_line(std::max(line_, cmark_node_get_end_line(block)));
  cursor_ = begin_;
  lost_ = false;
}

std::size_t MarkdownSource::offset_of(int line, int column) const {
  const std::string_view text = positions_.text();
  std::size_t at = positions_.offset_of_line(line);
  int after = column - 1;
  if (strips_lines_ && line > line_) {
    while (at < text.size() &&
           std::string_view(" \t>").find(text[at]) != std::string_view::npos) {
      ++at;
    }
    after = column - column_;
  }
  return std::min(at + static_cast<std::size_t>(std::max(after, 0)),
                  positions_.end_of_line(line));
}

Stretch MarkdownSource::find_bare(std::string_view words) {
  if (lost_ || words.empty()) return {cursor_, cursor_};
  const std::string_view block = positions_.text().substr(0, end_);
  const std::size_t at = block.find(words, cursor_);
  if (at == std::string_view::npos) {
    lost_ = true;
    return {cursor_, cursor_};
  }
  cursor_ = at + words.size();
  return {at, cursor_};
}

Stretch MarkdownSource::find_link(cmark_node* link) {
  const std::string_view text = positions_.text();
  const bool image = kind_of(link) == NodeKind::image;
  cmark_node* child = cmark_node_first_child(link);
  const std::string_view words = child == nullptr ? std::string_view() : literal_of(child);
  std::size_t begin = 0;
  if (child != nullptr && cmark_node_get_start_line(child) > 0) {
    const std::size_t inside =
        offset_of(cmark_node_get_start_line(child), cmark_node_get_start_column(child));
    const std::size_t marks = image ? 2 : 1;
    begin = inside >= marks ? inside - marks : 0;
  } else if (cmark_node_get_start_line(link) > 0) {
    begin = offset_of(cmark_node_get_start_line(link), cmark_node_get_start_column(link));
  } else {
    return find_bare(words);
  }
  const bool marked =
      begin < end_ && (text[begin] == '[' || text[begin] == '!' || text[begin] == '<');
  if (!marked) {  // a bare link, whose place the library counts wrongly at times
    cursor_ = std::max(cursor_, std::min(begin, end_));
    return find_bare(words);
  }
  cursor_ = std::max(begin, end_of_link(link, begin));
  return {begin, cursor_};
}

std::size_t MarkdownSource::end_of_link(cmark_node* link, std::size_t begin) const {
  const std::string_view text = positions_.text();
  const int line = cmark_node_get_end_line(link);
  const int column = cmark_node_get_end_column(link);
  if (line > 0) {
    const std::size_t end = offset_of(line, column) + 1;
    const bool closes = end <= end_ && end > begin + 1 &&
                        std::string_view(")]>").find(text[end - 1]) != std::string_view::npos;
    if (closes) return end;
    if (text[begin] != '[' && text[begin] != '!' && text[begin] != '<' && end <= end_)
      return end;
  }
  const std::size_t close = text.substr(0, end_).find_first_of(")\n", begin);
  return close == std::string_view::npos ? end_ : close + (text[close] == ')' ? 1 : 0);
}

Stretch MarkdownSource::find_words(cmark_node* node, std::string_view words) {
  const int line = cmark_node_get_start_line(node);
  if (line > 0) cursor_ = std::max(cursor_, offset_of(line, cmark_node_get_start_column(node)));
  const std::string_view text = positions_.text().substr(0, end_);
  std::size_t at = text.find(words, cursor_);
  while (at != std::string_view::npos && at > 0 && text[at - 1] == '\\') {
    at = text.find(words, at + 1);
  }
  if (at == std::string_view::npos) return {};
  cursor_ = at + words.size();
  return {at, cursor_};
}

}  // namespace baraza::parse
