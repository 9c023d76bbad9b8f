// A case with pieces put in and taken out at random: whatever a file says, it is checked.
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

constexpr std::string_view pieces[] = {
    "\n",
    " ",
    "  ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "yes",
    "2014-2016",
    "KES 5m",
    "title: ",
    "start: 2015\n",
    "id: ",
    "s1",
    "sources: [s1]",
    "www.example.org",
    "Kenya and Ghana",
    "null",
    "[]",
    "{}",
    "1,200,000",
    "é",
    "ongoing: true",
    "harms:\n  - x\n",
    "events: ",
    "- {id: a, date: 2107, what: X.}\n",
    "sensitivity: hold\n",
    "language: Swahili\n",
    "licence: CC BY 4.0\n",
    "lenses: [{term: a/b}]\n",
    "kind: insight\n",
    "schema: translation/1\n",
};

}  // namespace

TEST_CASE("a case with anything at all in it is checked, and its edits lie in the file") {
  std::mt19937 random(20'261'126);  // NOLINT: the same texts each time
  const std::string good = case_with("", {});
  for (int round = 0; round < 3000; ++round) {
    std::string text = good;
    for (unsigned i = 0; i < 1 + random() % 4; ++i) {
      const std::size_t at = 4 + random() % (text.size() - 8);
      if (random() % 3 == 0)
        text.erase(at, random() % 20);
      else
        text.insert(at, pieces[random() % std::size(pieces)]);
    }
    CAPTURE(text);
    for (const Diagnostic& finding : findings_of(text)) {
      CHECK_FALSE(finding.message.empty());
      if (!finding.edits.empty()) CHECK(edited(text, finding.edits) != text);
      for (const Edit& edit : finding.edits) CHECK(edit.span.line > 0);
    }
  }
}

}  // namespace baraza::test
