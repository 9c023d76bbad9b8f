// Texts with the edits of a finding made, the plain way.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace baraza::test {

// A byte order mark stands in line 1, before its column 1.
inline std::size_t offset_of(const std::string& text, int line, int column) {
  if (line == 1 && column == 0) return 0;
  std::size_t at = line == 1 && text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (int i = 1; i < line; ++i) at = text.find('\n', at) + 1;
  std::string_view rest = std::string_view(text).substr(at);
  for (int i = 1; i < column; ++i) take_character(rest);
  return text.size() - rest.size();
}

inline std::string edited(std::string text, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.span.line, a.span.column) > std::pair(b.span.line, b.span.column);
  });
  for (const Edit& edit : edits) {
    const std::size_t begin = offset_of(text, edit.span.line, edit.span.column);
    const std::size_t end = offset_of(text, edit.span.end_line, edit.span.end_column);
    text.replace(begin, end - begin, edit.text);
  }
  return text;
}

// With the edits of all findings, which are sorted and touch one another nowhere.
inline std::string mended(std::string text, std::vector<Diagnostic> findings) {
  std::reverse(findings.begin(), findings.end());
  for (const Diagnostic& one : findings) text = edited(std::move(text), one.edits);
  return text;
}

}  // namespace baraza::test
