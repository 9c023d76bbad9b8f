// What tests of check share: trees from JSON, and findings as lines of text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "check/json_tree.hpp"
#include "content/outline.hpp"
#include "content/tree.hpp"

namespace doctest {

template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};

}  // namespace doctest

namespace baraza::check {

// As a bank has them: by path.
inline std::vector<content::Outline> outlines_of(const std::vector<content::Card>& cards) {
  std::vector<content::Outline> outlines;
  outlines.reserve(cards.size());
  for (const content::Card& card : cards) outlines.push_back(content::outline_of(card));
  std::sort(outlines.begin(), outlines.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return outlines;
}

// The tree of a JSON text, with places in it.
inline content::Node tree_of(std::string_view json) {
  Result<content::Node> tree = read_json(json, "test.json");
  REQUIRE_MESSAGE(tree.has_value(), std::string(json));
  return *tree;
}

// `1:12-16 E203 message; hint`, without the place if nothing is known of it.
inline std::string line_of(const Diagnostic& finding) {
  const Span& span = finding.where.span;
  std::string line;
  if (span.line > 0)
    line = std::to_string(span.line) + ":" + std::to_string(span.column) + "-" +
           std::to_string(span.end_column) + " ";
  line += finding.rule + " " + finding.message;
  if (!finding.hint.empty()) line += "; " + finding.hint;
  return line;
}

inline std::vector<std::string> lines_of_findings(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> lines;
  lines.reserve(findings.size());
  for (const Diagnostic& finding : findings) lines.push_back(line_of(finding));
  return lines;
}

// A schema without a fault.
inline Schema schema_of(std::string_view json) {
  Diagnostics found;
  Schema schema = Schema::compile(tree_of(json), "case.schema.yaml", nullptr, found);
  for (const Diagnostic& fault : found.all()) FAIL_CHECK(line_of(fault));
  return schema;
}

}  // namespace baraza::check
