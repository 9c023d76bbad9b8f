// Adds findings of one text of Markdown, at their places in its file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "parse/findings.hpp"
#include "parse/markdown.hpp"

namespace baraza::parse {

class MarkdownReport {
 public:
  // `positions` counts lines from 1; `first_line` is the line of the first in its file. All
  // that is given must outlive the report.
  MarkdownReport(const Positions& positions, const std::string& path, int first_line,
                 const MarkdownOptions& options, Diagnostics& found)
      : positions_(positions),
        path_(path),
        first_line_(first_line),
        options_(options),
        findings_(positions, path, found) {}

  Span span_of(const Stretch& stretch) const {
    if (options_.whole) return *options_.whole;
    Span span = positions_.span_of(stretch.begin, stretch.end);
    span.line += first_line_ - 1;
    span.end_line += first_line_ - 1;
    span.column += options_.indent;
    span.end_column += options_.indent;
    return span;
  }

  // `line` counts from 1.
  int line_of(int line) const {
    return options_.whole ? options_.whole->line : first_line_ + line - 1;
  }

  // Puts `text` in the place of the stretch; none in a text whose lines are not those of its
  // file.
  std::vector<Edit> put(const Stretch& stretch, std::string text) const {
    if (options_.whole) return {};
    return {{.span = span_of(stretch), .text = std::move(text)}};
  }

  Place place_of(const Stretch& stretch) const { return {path_, span_of(stretch)}; }

  void add(Diagnostic finding) { findings_.add(std::move(finding)); }

  void add(const char* rule, const Stretch& where, std::string message, std::string hint,
           Severity severity = Severity::error, std::vector<Edit> edits = {}) {
    add({.severity = severity,
         .rule = rule,
         .where = place_of(where),
         .message = std::move(message),
         .hint = std::move(hint),
         .edits = std::move(edits)});
  }

  void flush() { findings_.flush(); }

 private:
  const Positions& positions_;
  const std::string& path_;
  int first_line_;
  const MarkdownOptions& options_;
  Findings findings_;
};

}  // namespace baraza::parse
