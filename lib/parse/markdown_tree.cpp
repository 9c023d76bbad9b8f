#include "parse/markdown_tree.hpp"

#include <algorithm>
#include <string>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

namespace baraza::parse {
namespace {

constexpr std::string_view comment_end = "-->";

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

// Appends with runs of white space as one space, and none at the start.
void append_folded(std::string& text, std::string_view more) {
  for (const char c : more) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
}

NodeKind kind_of_extension(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return NodeKind::table;
  if (name == "table_row" || name == "table_header") return NodeKind::row;
  if (name == "table_cell") return NodeKind::cell;
  if (name == "strikethrough") return NodeKind::strike;
  return NodeKind::other;
}

}  // namespace

NodeHandle parse_tree(std::string_view text) {
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  (void)registered;
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : {"table", "autolink", "strikethrough"}) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return NodeHandle(cmark_parser_finish(parser.get()));
}

NodeKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::rule;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::note;
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::line_break;
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::html;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::note_mark;
    default:
      return kind_of_extension(node);
  }
}

std::size_t begin_of(const Positions& positions, cmark_node* block) {
  const int line = cmark_node_get_start_line(block);
  const int column = std::max(cmark_node_get_start_column(block), 1);
  return std::min(positions.offset_of_line(line) + static_cast<std::size_t>(column - 1),
                  positions.end_of_line(line));
}

bool is_fenced(cmark_node* code_block) {
  int length = 0;
  int offset = 0;
  char sign = 0;
  return kind_of(code_block) == NodeKind::code_block &&
         cmark_node_get_fenced(code_block, &length, &offset, &sign) != 0;
}

std::string without_directives(std::string_view html) {
  std::string rest;
  for (;;) {
    const std::size_t begin = html.find(directive_begin);
    const std::size_t end =
        begin == std::string_view::npos ? begin : html.find(comment_end, begin);
    if (end == std::string_view::npos) return rest.append(html);
    rest += html.substr(0, begin);
    html.remove_prefix(end + comment_end.size());
  }
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

std::string plain_text(cmark_node* node) {
  std::string text;
  const IterHandle iter(cmark_iter_new(node));
  for (;;) {
    const cmark_event_type event = cmark_iter_next(iter.get());
    if (event == CMARK_EVENT_DONE) break;
    cmark_node* below = cmark_iter_get_node(iter.get());
    const NodeKind kind = kind_of(below);
    if (event == CMARK_EVENT_EXIT) {
      if (kind == NodeKind::cell || kind == NodeKind::paragraph) append_folded(text, " ");
      continue;
    }
    if (kind == NodeKind::html || kind == NodeKind::html_block) {
      append_folded(text, without_directives(literal_of(below)));
    } else if (kind == NodeKind::text || kind == NodeKind::code ||
               kind == NodeKind::code_block) {
      append_folded(text, literal_of(below));
    } else if (kind == NodeKind::soft_break || kind == NodeKind::line_break) {
      append_folded(text, " ");
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace baraza::parse
