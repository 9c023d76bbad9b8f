// Finds in the source where a link, an image or a mark of a footnote was written.
//
// The library places most inline nodes, but not those of bare links, and it does not count what
// it strips from the front of a paragraph's further lines.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/markdown_definitions.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

class MarkdownSource {
 public:
  // `positions` counts its lines from 1, as the library does.
  MarkdownSource(const Positions& positions, const MarkdownDefinitions& definitions)
      : positions_(positions), definitions_(definitions) {}

  // The block whose inline nodes are looked up next.
  void enter_block(cmark_node* block);
  // Of a link or an image.
  Stretch find_link(cmark_node* link);
  // Of the address of a link or an image that was found at `whole`: where it is written there,
  // or in the definition that it names; else `whole`.
  Stretch find_target(const Stretch& whole) const;
  // Of a node; where the library has no place for it, after what was found last.
  std::size_t begin_of(cmark_node* node) const;
  // Of the first `words` in a text node or after what was found last, unless a backslash stands
  // before it. Empty if there is none.
  Stretch find_words(cmark_node* text, std::string_view words);

 private:
  std::size_t begin_of_words(int line) const;
  std::size_t offset_of(int line, int column) const;
  Stretch find_bare(std::string_view words);
  void note_swallowed(cmark_node* link, std::string_view source);
  std::size_t end_of_link(cmark_node* link, std::size_t begin) const;

  const Positions& positions_;
  const MarkdownDefinitions& definitions_;
  std::size_t begin_ = 0;   // of the block
  std::size_t end_ = 0;     // of the block
  std::size_t cursor_ = 0;  // after what was found last
  int line_ = 0;
  int column_ = 0;
  int defined_lines_ = 0;  // at the block's beginning, which the library does not count
  // Lines inside of links, and the line after which the library's count lacks them.
  std::vector<std::pair<int, int>> swallowed_ = {};
  bool strips_lines_ = false;
  bool lost_ = false;  // something was not found: no further search in this block
};

}  // namespace baraza::parse
