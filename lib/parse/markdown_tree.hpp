// Holds what cmark-gfm made, and frees it. Only the Markdown files of this folder include it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <cmark-gfm.h>

#include "parse/positions.hpp"

namespace baraza::parse {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using NodeHandle = std::unique_ptr<cmark_node, FreeNode>;
using IterHandle = std::unique_ptr<cmark_iter, FreeIter>;

// The tree of a text; never null.
NodeHandle parse_tree(std::string_view text);

// What a node is, with the names of the extensions' nodes beside the library's own.
enum class NodeKind {
  document,
  quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  rule,
  note,  // a footnote's text
  text,
  soft_break,
  line_break,
  code,
  html,
  emphasis,
  strong,
  link,
  image,
  note_mark,  // a footnote's number in the text
  table,
  row,
  cell,
  strike,
  other
};

NodeKind kind_of(cmark_node* node);

// The words of a node and all below it, white space folded; images by their alternative text.
std::string plain_text(cmark_node* node);
// A node's own words; never null.
std::string_view literal_of(cmark_node* node);

// Where a block begins in its text, whose lines `positions` counts from 1.
std::size_t begin_of(const Positions& positions, cmark_node* block);
bool is_fenced(cmark_node* code_block);

// Raw HTML without each `<!-- baraza-... -->`, which speaks to the program and is never shown.
inline constexpr std::string_view directive_begin = "<!-- baraza-";
std::string without_directives(std::string_view html);

}  // namespace baraza::parse
