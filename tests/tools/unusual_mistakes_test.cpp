// Slips in the very constructions that are unusual and right: each has a finding, and one that
// points to its line.
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

struct Slip {
  std::string_view yaml;
  std::string_view told;  // `2 E133, 4 E131`: the lines counted from the first of `yaml`
  std::vector<std::string> without = {};
};

void check_slip(const Slip& slip) {
  CAPTURE(std::string(slip.yaml));
  std::string told;
  for (const Diagnostic& finding : findings_of(case_with(slip.yaml, slip.without)))
    told += (told.empty() ? "" : ", ") + std::to_string(finding.where.span.line - 1) + " " +
            finding.rule;
  CHECK(told == slip.told);
}

}  // namespace

TEST_CASE("a slip in a block of text is told at its line") {
  const Slip slips[] = {
      {"summary: >\n  Villages mended their own wells\n and kept them working.", "3 E133"},
      {"summary: >-2x\n  Villages mended their own wells.", "1 E138"},
      {"interests: |3-\n  none", "2 E133"},
      {"interests: | none\n  at all", "1 E138"},
      {"interests: |\n  none\n   indented\n stray", "4 E133"},
      {"transfer:\n  needs:\n    - |\n      A committee\n     that meets.", "5 E133"},
      {"actors: [{id: a, name: >-, kind: media}]", "1 E138"},
      {"published: >-\n  May 2018", "1 E206"},
      {"title: >Wells", "1 E138"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("a slip in quotes is told at its line") {
  const Slip slips[] = {
      {"\"title: Wells that stay mended", "1 E132", {"title"}},
      {"\"interests\":none", "1 E135", {"interests"}},
      {"'interests': 'She wasn't paid'", "1 E140", {"interests"}},
      {"interests: \"\"none\" is what she said\"", "1 E141"},
      {"interests: \"none\" she said", "1 E141"},
      {"interests: \"nobody \\\n  paid \\her\"", "2 E139"},
      {"interests: \"C:\\wells\"", "1 E139"},
      {"interests: \"none\ntags: [\"a\"]", "1 E132"},
      {"interests: “none”", "1 E148"},
      {"tags: [\"pumps\", \"wells]", "1 E132"},
      {"tags: 'pumps', 'wells'", "1 E141"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("a slip in brackets is told at its line") {
  const Slip slips[] = {
      {"period: {\n  start: 2015\n  end: 2018\n}", "3 E131"},
      {"period: {\n  start: 2015,\n  end: 2018,", "1 E150"},
      {"sources: [\n  {id: s1, title: \"County report},\n]", "2 E132"},
      {"period: {start : 2015, end 2018}", "1 E201, 1 E202"},
      {"sectors: [water-sanitation\n  health]", "1 E203"},
      {"tags: [10:30, a: b: c]", "1 E131"},
      {"tags: [a, #b, c]", "1 E138"},
      {"tags: [a, , b]", "1 E152"},
      {"tags: [a, b]]", "1 E151"},
      {"places: [{name: Kitui, Mutomo}]", "1 E202"},
      {"sources: [{id: s1 title: County report}]", "1 E131"},
      {"lenses: [{term: renaisi-activities/self, fits: true}]", "1 E210"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("a slip in lists, keys and comments is told at its line") {
  const Slip slips[] = {
      {"tags:\n- pumps\n - wells", "3 E143"},
      {"tags:\n- pumps\n-wells", "3 E158"},
      {"tags:\n  - pumps\n\t- wells", "3 E134"},
      {"tags:\n  - pumps\n  -  - wells", "3 E204"},
      {"tags:\n  - a tag, and then a very long one that a program could have folded\n  x",
       "3 E136"},
      {"places:\n  - name: Kitui\n   code: KE-18", "3 E133"},
      {"interests : none\n tags : [a]", "2 E133", {"interests"}},
      {"interests: none\n...\ntags: [a]", "2 E144"},
      {"? interests\n: none", "1 E153", {"interests"}},
      {"interests: paid by #1 of the county", "1 E137"},
      {"interests: # 1", "1 E204, 1 E137"},
      {"interests: none: at all", "1 E131"},
      {"interests:\n  none\n  note: at all", "3 E133"},
      {"period:\n  start:2015\n  end: 2018", "2 E135"},
      {"interests: &i none", "1 E146"},
      {"interests: *none*", "1 E138"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

TEST_CASE("a slip in dates, numbers and words is told at its line") {
  const Slip slips[] = {
      {"period: {start: 2015~, end: 2013}", "1 E214"},
      {"period: {start: ~2015, end: 2018}", "1 E206"},
      {"published: 2020-02-30", "1 E206"},
      {"events:\n  - {id: e, date: 2016, what: A.}\n  - {id: f, date: 2061, what: B.}",
       "3 E320"},
      {"funding:\n  - years: 2014-2022\n    amount: 1.5m\n    currency: GBP", "2 E206, 3 E204"},
      {"tags: [2016, pumps]", "1 E204"},
      {"tags: [no, null]", "1 E204"},
      {"summary: Villages of Kenya and of Ghana mended wells.", "1 E321"},
      {"interests: Call 0712 345 678.", "1 E330"},
      {"interests: At -1.2921, 36.8219.", "1 E332"},
  };
  for (const Slip& slip : slips) check_slip(slip);
}

}  // namespace baraza::test
