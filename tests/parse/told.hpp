// Findings in few words, for tables of tests.
#pragma once

#include <string>

#include "base/diagnostic.hpp"

namespace baraza::parse {

// `E131 1:14-1:15, E137 2:3-2:5`: the sorted findings with their places.
inline std::string told(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.sorted()) {
    if (!text.empty()) text += ", ";
    const Span& span = one.where.span;
    text += one.rule + " " + std::to_string(span.line) + ":" + std::to_string(span.column) +
            "-" + std::to_string(span.end_line) + ":" + std::to_string(span.end_column);
  }
  return text;
}

inline std::string times(int count, const std::string& text) {
  std::string all;
  all.reserve(static_cast<std::size_t>(count) * text.size());
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace baraza::parse
