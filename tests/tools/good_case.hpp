// A case without a finding, in which tests put one mistake after the other.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "check/check_record.hpp"
#include "parse/case_file.hpp"
#include "tests/edited.hpp"
#include "tools/definitions.hpp"

namespace baraza::test {

// A case without a finding: the fields that a row replaces, each with its lines.
inline const std::vector<std::pair<std::string, std::string>> good_case = {
    {"schema", "schema: case/1\n"},
    {"title", "title: Wells that stay mended\n"},
    {"summary", "summary: Villages mended their own wells and kept them working.\n"},
    {"countries", "countries: [kenya]\n"},
    {"sectors", "sectors: [water-sanitation]\n"},
    {"period", "period: {start: 2015, end: 2018}\n"},
    {"stage", "stage: {term: ended, as_of: 2018}\n"},
    {"lessons",
     "lessons:\n  - {id: pay-first, claim: Whoever pays keeps the pump working., sources: "
     "[s1]}\n"},
    {"outcomes",
     "outcomes:\n  - {id: mended, claim: Wells were mended., aim: effective, direction: "
     "better, "
     "basis: [media], corroboration: single-source, sources: [s1]}\n"},
    {"harms", "harms: none-known\n"},
    {"interests", "interests: none\n"},
    {"provenance", "provenance: {how: [desk], checked_with: nobody}\n"},
    {"actors", "actors:\n  - {id: county, name: Kitui County, kind: local-government}\n"},
    {"sources", "sources:\n  - {id: s1, title: County report}\n"},
    {"authors", "authors:\n  - {name: Amina Otieno}\n"},
};

// The good case with `yaml` at its head in place of the fields of those names and of `without`.
inline std::string case_with(std::string_view yaml, const std::vector<std::string>& without) {
  std::string text = "---\n" + std::string(yaml) + "\n";
  for (const auto& [field, lines] : good_case) {
    const bool replaced =
        ("\n" + std::string(yaml)).find("\n" + field + ":") != std::string::npos;
    const bool left_out = std::find(without.begin(), without.end(), field) != without.end();
    if (!replaced && !left_out) text += lines;
  }
  return text + "---\n\nVillages took care of their wells.\n";
}

inline std::vector<Diagnostic> findings_of(const std::string& text) {
  static const tools::Definitions definitions = [] {
    Diagnostics found;
    tools::Definitions made = tools::read_definitions("", found);
    return made;
  }();
  const std::string path = "cases/kenya/wells.md";
  Diagnostics found;
  parse::Document document = parse::parse_record(text, path, found);
  content::Record record;
  record.card = content::make_card(document.front, definitions.facets, path);
  record.front = std::move(document.front);
  record.body = std::move(document.body);
  record.findings = found.all();
  check::check_record(schema_for(definitions, record.front, path), definitions.schemas,
                      definitions.vocabularies, definitions.facets, record);
  Diagnostics all;
  all.add_all(record.findings);
  return all.sorted();
}

// `1:12-16 E203 message; hint`, the line counted from the first of the row.
inline std::string line_of(const Diagnostic& finding) {
  const Span& span = finding.where.span;
  return std::to_string(span.line - 1) + ":" + std::to_string(span.column) + "-" +
         std::to_string(span.end_column) + " " + finding.rule + " " + finding.message +
         (finding.hint.empty() ? "" : "; " + finding.hint);
}

struct Row {
  std::string_view yaml;
  std::string_view finding;      // after its line and columns; empty: none
  std::string_view mended = {};  // the first lines as the edit makes them; empty: no edit
  std::vector<std::string> without = {};
};

inline void check_row(const Row& row) {
  CAPTURE(std::string(row.yaml));
  const std::string text = case_with(row.yaml, row.without);
  const std::vector<Diagnostic> findings = findings_of(text);
  std::string lines;
  for (const Diagnostic& finding : findings)
    lines += (lines.empty() ? "" : "\n") + line_of(finding);
  CHECK(lines == row.finding);
  if (findings.empty()) return;
  const std::vector<Edit>& edits = findings.front().edits;
  CHECK(edits.empty() == row.mended.empty());
  if (edits.empty()) return;
  const std::string after = edited(text, edits);
  CHECK(after.substr(4, row.mended.size() + 1) == std::string(row.mended) + "\n");
  CHECK(findings_of(after).empty());
}

}  // namespace baraza::test
