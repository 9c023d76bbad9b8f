// Finds where a text defines its footnotes and its links by reference.
//
// The library takes definitions out of the text and does not tell where they stood; those that
// nothing uses it drops without a word.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_report.hpp"
#include "parse/markdown_tree.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

struct Definition {
  bool note = false;       // of a footnote
  bool kept = false;       // a footnote that the library kept
  std::string label = {};  // folded, as labels are compared
  Stretch name = {};       // `[label]` or `[^label]`
  Stretch target = {};     // of a link: its address
};

class MarkdownDefinitions {
 public:
  // `positions` counts lines from 1; `document` is what the library made of its text.
  MarkdownDefinitions(const Positions& positions, cmark_node* document);

  // How many lines of definitions stand at the beginning of a paragraph that begins at `begin`.
  int lines_at(std::size_t begin) const;
  // The address that the label of a link stands for, or null.
  const Definition* find(std::string_view label) const;

  // Adds [unused-footnote] and [unused-reference], E177 and E178.
  void check(MarkdownReport& report) const;

 private:
  // What the library made of a line: nothing, words, a table, or code or raw HTML.
  enum class Line : char { nothing, words, table, code };

  void read_lines(cmark_node* document);
  void mark_lines(int first, int last, Line kind);
  void find_definitions();
  int read_run(int line, std::size_t begin);
  bool read_note(int line, std::size_t begin);
  std::set<std::string> used_labels() const;
  // `first` is the definition that took the label before, or null.
  void report_note(const Definition& note, const Definition* first,
                   MarkdownReport& report) const;
  void report_link(const Definition& link, const Definition* first,
                   MarkdownReport& report) const;

  const Positions& positions_;
  std::vector<Line> lines_ = {};                // by line, from 1
  std::map<int, std::size_t> beginnings_ = {};  // of paragraphs, by their first line
  std::set<int> kept_notes_ = {};               // lines of the footnotes that the library kept
  std::vector<Definition> all_ = {};            // by place
  std::map<std::size_t, int> lines_at_ = {};
  std::map<std::string, std::size_t, std::less<>> links_ = {};  // the first of each label
};

}  // namespace baraza::parse
