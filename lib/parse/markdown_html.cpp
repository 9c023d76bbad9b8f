#include "parse/markdown_html.hpp"

#include <algorithm>
#include <utility>

#include <cmark-gfm-core-extensions.h>

#include "base/text.hpp"

namespace baraza::parse {
namespace {

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

content::Body MarkdownWriter::write(cmark_node* document) {
  count_note_marks(document);
  const IterHandle iter(cmark_iter_new(document));
  for (;;) {
    const cmark_event_type event = cmark_iter_next(iter.get());
    if (event == CMARK_EVENT_DONE) break;
    cmark_node* node = cmark_iter_get_node(iter.get());
    const NodeKind kind = kind_of(node);
    if (event == CMARK_EVENT_ENTER) {
      enter(node, kind, iter.get());
    } else {
      exit(node, kind);
    }
  }
  if (notes_ > 0) body_.html += "</ol></div>\n";
  return std::move(body_);
}

int MarkdownWriter::line_of(cmark_node* node) const {
  return report_.line_of(std::max(cmark_node_get_start_line(node), 1));
}

std::string MarkdownWriter::id(std::string_view name) const {
  const std::string own(name);
  return escape_html(options_.id_prefix.empty() ? own : options_.id_prefix + "_" + own);
}

void MarkdownWriter::add_passage(cmark_node* node, std::string text) {
  if (text.empty()) return;
  content::Passage passage{.text = std::move(text), .line = line_of(node)};
  if (note_.empty() && !body_.headings.empty()) {
    passage.heading = body_.headings.back().text;
    passage.anchor = body_.headings.back().id;
  }
  body_.passages.push_back(std::move(passage));
}

void MarkdownWriter::enter(cmark_node* node, NodeKind kind, cmark_iter* iter) {
  if (kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::cell) {
    source_.enter_block(node);
  }
  if (!enter_block(node, kind)) enter_inline(node, kind, iter);
}

bool MarkdownWriter::enter_block(cmark_node* node, NodeKind kind) {
  std::string& html = body_.html;
  switch (kind) {
    case NodeKind::document:
      return true;
    case NodeKind::quote:
      html += "<blockquote>\n";
      return true;
    case NodeKind::list:
      open_list(node);
      return true;
    case NodeKind::item:
      html += "<li>";
      return true;
    case NodeKind::code_block:
      write_code(node);
      return true;
    case NodeKind::html_block:
      write_html_block(node);
      return true;
    case NodeKind::paragraph:
      if (!is_tight(node)) html += "<p>";
      add_passage(node, plain_text(node));
      return true;
    case NodeKind::heading:
      open_heading(node);
      return true;
    case NodeKind::rule:
      html += "<hr>\n";
      return true;
    case NodeKind::note:
      open_note(node);
      return true;
    case NodeKind::table:
      open_table(node);
      return true;
    case NodeKind::row:
      open_row(node);
      return true;
    case NodeKind::cell:
      open_cell(node);
      return true;
    default:
      return false;
  }
}

void MarkdownWriter::enter_inline(cmark_node* node, NodeKind kind, cmark_iter* iter) {
  std::string& html = body_.html;
  switch (kind) {
    case NodeKind::text:
      html += escape_html(literal_of(node));
      find_undefined(node);
      return;
    case NodeKind::html:
      html += escape_html(without_directives(literal_of(node)));
      return;
    case NodeKind::soft_break:
      html += "\n";
      return;
    case NodeKind::line_break:
      html += "<br>\n";
      return;
    case NodeKind::code:
      html += "<code>" + escape_html(literal_of(node)) + "</code>";
      return;
    case NodeKind::emphasis:
      html += "<em>";
      return;
    case NodeKind::strong:
      html += "<strong>";
      return;
    case NodeKind::strike:
      html += "<del>";
      return;
    case NodeKind::link:
      open_link(node);
      return;
    case NodeKind::note_mark:
      write_note_mark(node);
      return;
    case NodeKind::image:
      write_image(node);
      cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
      return;
    default:
      return;
  }
}

void MarkdownWriter::exit(cmark_node* node, NodeKind kind) {
  std::string& html = body_.html;
  switch (kind) {
    case NodeKind::emphasis:
      html += "</em>";
      return;
    case NodeKind::strong:
      html += "</strong>";
      return;
    case NodeKind::strike:
      html += "</del>";
      return;
    case NodeKind::link:
      if (!links_.empty()) {
        if (links_.back()) html += "</a>";
        links_.pop_back();
      }
      return;
    default:
      exit_block(node, kind);
  }
}

void MarkdownWriter::exit_block(cmark_node* node, NodeKind kind) {
  std::string& html = body_.html;
  switch (kind) {
    case NodeKind::quote:
      html += "</blockquote>\n";
      return;
    case NodeKind::list:
      html += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n";
      return;
    case NodeKind::item:
      html += "</li>\n";
      return;
    case NodeKind::paragraph:
      if (!note_.empty() && kind_of(cmark_node_parent(node)) == NodeKind::note &&
          cmark_node_next(node) == nullptr) {
        write_backlinks();
      }
      html += is_tight(node) ? "\n" : "</p>\n";
      return;
    case NodeKind::heading:
      html += "</h" + std::to_string(cmark_node_get_heading_level(node)) + ">\n";
      return;
    case NodeKind::note:
      write_backlinks();
      html += "</li>\n";
      return;
    case NodeKind::table:
      html += in_body_rows_ ? "</tbody></table></div>\n" : "</table></div>\n";
      return;
    case NodeKind::row:
      html += head_row_ ? "</tr></thead>\n" : "</tr>\n";
      return;
    case NodeKind::cell:
      html += head_row_ ? "</th>" : "</td>";
      return;
    default:
      return;
  }
}

bool MarkdownWriter::is_tight(cmark_node* paragraph) const {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
  return list != nullptr && kind_of(list) == NodeKind::list &&
         cmark_node_get_list_tight(list) != 0;
}

void MarkdownWriter::open_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
    body_.html += "<ul>\n";
    return;
  }
  const int start = cmark_node_get_list_start(node);
  body_.html += start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
}

void MarkdownWriter::write_html_block(cmark_node* node) {
  const std::string shown = without_directives(literal_of(node));
  if (trim(shown).empty()) return;
  body_.html += "<p>" + escape_html(trim(shown)) + "</p>\n";
  add_passage(node, plain_text(node));
}

void MarkdownWriter::write_code(cmark_node* node) {
  const std::string_view info = trim(view(cmark_node_get_fence_info(node)));
  const std::string_view language = info.substr(0, info.find_first_of(" \t"));
  body_.html += "<pre tabindex=\"0\"><code";
  if (!language.empty()) body_.html += " class=\"language-" + escape_html(language) + "\"";
  body_.html += ">" + escape_html(literal_of(node)) + "</code></pre>\n";
  add_passage(node, plain_text(node));
}

void MarkdownWriter::open_heading(cmark_node* node) {
  const int level = cmark_node_get_heading_level(node);
  const std::string text = plain_text(node);
  std::string anchor = ids_.next(text);
  if (!options_.id_prefix.empty()) anchor = options_.id_prefix + "_" + anchor;
  const int line = cmark_node_get_start_line(node);
  const std::size_t begin = positions_.offset_of_line(line);
  body_.html += "<h" + std::to_string(level) + " id=\"" + escape_html(anchor) + "\">";
  body_.headings.push_back({.id = anchor,
                            .text = text,
                            .level = level,
                            .span = report_.span_of({begin, positions_.end_of_line(line)})});
  add_passage(node, text);
}

// The table's own name is what its first row says; the wrapper lets it scroll on a phone.
void MarkdownWriter::open_table(cmark_node* node) {
  alignment_.clear();
  const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* align = cmark_gfm_extensions_get_table_alignments(node);
  for (std::uint16_t i = 0; align != nullptr && i < columns; ++i) {
    alignment_.emplace_back(align[i] == 'c' ? "center" : align[i] == 'r' ? "right" : "");
  }
  in_body_rows_ = false;
  cmark_node* head = cmark_node_first_child(node);
  const std::string name = head == nullptr ? "" : shorten(plain_text(head), 100);
  body_.html += "<div class=\"table\" tabindex=\"0\"";
  if (!name.empty()) body_.html += " role=\"region\" aria-label=\"" + escape_html(name) + "\"";
  body_.html += "><table>\n";
}

void MarkdownWriter::open_row(cmark_node* node) {
  head_row_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  if (head_row_) {
    body_.html += "<thead>";
  } else if (!in_body_rows_) {
    body_.html += "<tbody>\n";
    in_body_rows_ = true;
  }
  body_.html += "<tr>";
  cell_ = 0;
  add_passage(node, plain_text(node));
}

void MarkdownWriter::open_cell(cmark_node* /*node*/) {
  const auto column = static_cast<std::size_t>(cell_++);
  body_.html += head_row_ ? "<th scope=\"col\"" : "<td";
  if (column < alignment_.size() && !alignment_[column].empty()) {
    body_.html += " class=\"" + alignment_[column] + "\"";
  }
  body_.html += ">";
}

void MarkdownWriter::count_note_marks(cmark_node* document) {
  const IterHandle iter(cmark_iter_new(document));
  for (;;) {
    const cmark_event_type event = cmark_iter_next(iter.get());
    if (event == CMARK_EVENT_DONE) return;
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER && kind_of(node) == NodeKind::note_mark) {
      ++all_marks_[std::string(literal_of(node))];
    }
  }
}

// Ids of footnotes have two underscores, which no id of a heading has.
void MarkdownWriter::write_note_mark(cmark_node* node) {
  const std::string number(literal_of(node));
  if (!links_.empty()) {  // a link within a link is not allowed
    body_.html += "<sup>" + escape_html(number) + "</sup>";
    return;
  }
  const int mark = ++marks_[number];
  body_.html += "<sup class=\"footnote-mark\"><a href=\"#" + id("fn__" + number) + "\" id=\"" +
                id("fnref__" + number + "__" + std::to_string(mark)) +
                "\" role=\"doc-noteref\">" + escape_html(number) + "</a></sup>";
}

void MarkdownWriter::open_note(cmark_node* /*node*/) {
  if (notes_++ == 0) body_.html += "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";
  note_ = std::to_string(notes_);
  body_.html += "<li id=\"" + id("fn__" + note_) + "\">";
}

void MarkdownWriter::write_backlinks() {
  if (note_.empty()) return;
  const int marks = marks_[note_];
  for (int mark = 1; mark <= marks; ++mark) {
    body_.html += " <a href=\"#" + id("fnref__" + note_ + "__" + std::to_string(mark)) +
                  "\" class=\"footnote-back\" role=\"doc-backlink\">\u21A9\uFE0E " + note_;
    if (marks > 1) body_.html += "." + std::to_string(mark);
    body_.html += "</a>";
  }
  note_.clear();
}

}  // namespace baraza::parse
