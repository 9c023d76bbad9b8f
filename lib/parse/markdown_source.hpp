// Finds in the source where a link, an image or a mark of a footnote was written.
//
// The library places most inline nodes, but not those of bare links, and it does not count what
// it strips from the front of a paragraph's further lines.
#pragma once

#include <cstddef>
#include <string_view>

#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// A stretch of the source, by offsets.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class MarkdownSource {
 public:
  // `positions` counts its lines from 1, as the library does.
  explicit MarkdownSource(const Positions& positions) : positions_(positions) {}

  // The block whose inline nodes are looked up next.
  void enter_block(cmark_node* block);
  // Of a link or an image.
  Stretch find_link(cmark_node* link);
  // Of the first `words` in a text node or after what was found last, unless a backslash stands
  // before it. Empty if there is none.
  Stretch find_words(cmark_node* text, std::string_view words);

 private:
  std::size_t offset_of(int line, int column) const;
  Stretch find_bare(std::string_view words);
  std::size_t end_of_link(cmark_node* link, std::size_t begin) const;

  const Positions& positions_;
  std::size_t begin_ = 0;   // of the block
  std::size_t end_ = 0;     // of the block
  std::size_t cursor_ = 0;  // after what was found last
  int line_ = 0;
  int column_ = 0;
  bool strips_lines_ = false;
  bool lost_ = false;  // something was not found: no further search in this block
};

}  // namespace baraza::parse
