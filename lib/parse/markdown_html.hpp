// Writes the library's tree as HTML, and gathers links, headings and passages on the way.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/body.hpp"
#include "parse/heading_id.hpp"
#include "parse/markdown.hpp"
#include "parse/markdown_report.hpp"
#include "parse/markdown_source.hpp"
#include "parse/markdown_tree.hpp"

namespace baraza::parse {

class MarkdownWriter {
 public:
  // `positions` counts lines from 1.
  MarkdownWriter(const Positions& positions, const MarkdownDefinitions& definitions,
                 const MarkdownOptions& options, MarkdownReport& report)
      : positions_(positions),
        source_(positions, definitions),
        options_(options),
        report_(report) {}

  content::Body write(cmark_node* document);

 private:
  void enter(cmark_node* node, NodeKind kind, cmark_iter* iter);
  void exit(cmark_node* node, NodeKind kind);
  bool enter_block(cmark_node* node, NodeKind kind);
  void exit_block(cmark_node* node, NodeKind kind);
  void enter_inline(cmark_node* node, NodeKind kind, cmark_iter* iter);

  void open_list(cmark_node* node);
  void write_html_block(cmark_node* node);
  void write_code(cmark_node* node);
  void open_heading(cmark_node* node);
  void open_table(cmark_node* node);
  void open_row(cmark_node* node);
  void open_cell(cmark_node* node);
  void open_note(cmark_node* node);
  void write_note_mark(cmark_node* node);
  void write_backlinks();
  void open_link(cmark_node* node);
  void write_image(cmark_node* node);
  void write_slot(const char* before, content::Link link);
  void find_undefined(cmark_node* text);
  void report_undefined(cmark_node* text, std::string_view words, bool note);

  bool is_tight(cmark_node* paragraph) const;
  void add_passage(cmark_node* node, std::string text);
  void count_note_marks(cmark_node* document);
  int line_of(cmark_node* node) const;
  std::string id(std::string_view name) const;

  const Positions& positions_;
  MarkdownSource source_;
  const MarkdownOptions& options_;
  MarkdownReport& report_;
  content::Body body_ = {};
  HeadingIds ids_ = {};
  std::vector<bool> links_ = {};                        // of each open link: was it written?
  std::map<std::string, int, std::less<>> marks_ = {};  // of each footnote: its marks so far
  std::map<std::string, int, std::less<>> all_marks_ = {};
  std::string note_ = {};  // the number of the open footnote
  int notes_ = 0;
  int cell_ = 0;
  bool head_row_ = false;
  bool in_body_rows_ = false;
  std::vector<std::string> alignment_ = {};
};

}  // namespace baraza::parse
