#include "parse/markdown_source.hpp"

#include <algorithm>

namespace baraza::parse {

void MarkdownSource::enter_block(cmark_node* block) {
  line_ = cmark_node_get_start_line(block);
  column_ = cmark_node_get_start_column(block);
  strips_lines_ = kind_of(block) == NodeKind::paragraph;
  begin_ = baraza::parse::begin_of(positions_, block);
  defined_lines_ = definitions_.lines_at(begin_);
  end_ = positions_.end_of_line(std::max(line_, cmark_node_get_end_line(block)));
  cursor_ = begin_;
  lost_ = false;
  swallowed_.clear();
}

// Where the words of a further line of a paragraph begin.
std::size_t MarkdownSource::begin_of_words(int line) const {
  const std::size_t start = positions_.offset_of_line(line);
  return std::min(positions_.text().find_first_not_of(" \t>", start),
                  positions_.end_of_line(line));
}

std::size_t MarkdownSource::offset_of(int line, int column) const {
  const bool further = strips_lines_ && (line > line_ || defined_lines_ > 0);
  line += defined_lines_;
  for (const auto& [after_line, lines] : swallowed_)
    if (line > after_line) line += lines;
  std::size_t at = further ? begin_of_words(line) : positions_.offset_of_line(line);
  std::size_t after = static_cast<std::size_t>(std::max(column - (further ? column_ : 1), 0));
  // After a link that goes over a line's end the library counts on in the line where it began.
  while (strips_lines_ && after > positions_.end_of_line(line) - at &&
         positions_.end_of_line(line) < end_) {
    after -= positions_.end_of_line(line) - at + 1;
    at = begin_of_words(++line);
  }
  return std::min(at + after, positions_.end_of_line(line));
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
  note_swallowed(link, text.substr(begin, cursor_ - begin));
  return {begin, cursor_};
}

// The library does not count the line ends between the brackets of an address.
void MarkdownSource::note_swallowed(cmark_node* link, std::string_view source) {
  const std::size_t open = source.rfind("](");
  if (!source.ends_with(')') || open == std::string_view::npos) return;
  const auto lines =
      std::count(source.begin() + static_cast<std::ptrdiff_t>(open), source.end(), '\n');
  int line = cmark_node_get_end_line(link) + defined_lines_;
  for (const auto& one : swallowed_)
    if (line > one.first) line += one.second;
  if (lines > 0) swallowed_.emplace_back(line, static_cast<int>(lines));
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

Stretch MarkdownSource::find_target(const Stretch& whole) const {
  const std::string_view link = positions_.text().substr(whole.begin, whole.end - whole.begin);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return Stretch{whole.begin + begin, whole.begin + end};
  };
  if (link.size() > 2 && link.front() == '<' && link.back() == '>')
    return part(1, link.size() - 1);
  if (link.ends_with(')')) {
    const std::size_t open = link.rfind("](");
    if (open == std::string_view::npos) return whole;
    std::size_t begin = link.find_first_not_of(" \t\n", open + 2);
    if (begin != std::string_view::npos && link[begin] == '>')  // of a quote that goes on
      begin = link.find_first_not_of(" \t>", begin);
    if (begin == std::string_view::npos || begin + 1 >= link.size()) return whole;
    const bool angled = link[begin] == '<';
    if (angled) ++begin;
    std::size_t end = link.find_first_of(angled ? ">" : " \t\n", begin);
    if (end == std::string_view::npos) end = link.size() - 1;
    return begin < end ? part(begin, end) : whole;
  }
  if (!link.ends_with(']')) return whole;
  const std::size_t open = link.ends_with("[]") ? link.find('[') : link.rfind('[');
  if (open == std::string_view::npos) return whole;
  const std::size_t close = link.find(']', open);
  const Definition* definition = definitions_.find(link.substr(open + 1, close - open - 1));
  return definition == nullptr ? whole : definition->target;
}

std::size_t MarkdownSource::begin_of(cmark_node* node) const {
  const int line = cmark_node_get_start_line(node);
  return line == 0 ? cursor_ : offset_of(line, cmark_node_get_start_column(node));
}

Stretch MarkdownSource::find_words(cmark_node* node, std::string_view words) {
  cursor_ = std::max(cursor_, begin_of(node));
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
