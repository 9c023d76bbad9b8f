#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "tests/tools/findings.hpp"

namespace baraza::test {
namespace {

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST_CASE("a finding is told with what is known of its place, and no more") {
  struct Row {
    std::string_view what;
    Diagnostic finding;
    std::string_view text, concise;
  };
  const Row rows[] = {
      {"a whole file",
       {.rule = "E304", .where = {"cases/a b.md", {}}, .message = "no id"},
       "error E304: no id\n --> cases/a b.md\n\n",
       "cases/a b.md: E304 no id\n"},
      {"no file",
       {.severity = Severity::warning, .rule = "E304", .message = "no id", .hint = "give one"},
       "warning E304: no id\n  = help: give one\n\n",
       "E304 no id; give one\n"},
      {"a line of a file that is not there",
       {.rule = "E304", .where = {"cases/gone.md", {7, 0, 0, 0}}, .message = "no id"},
       "error E304: no id\n --> cases/gone.md:7\n\n",
       "cases/gone.md:7:1: E304 no id\n"},
      {"another file helps",
       {.rule = "E310",
        .where = {"cases/gone.md", {}},
        .message = "taken",
        .notes = {{{"cases/wells.md", {2, 4, 2, 6}}, "the other is here"}}},
       "error E310: taken\n --> cases/gone.md\n  = the other is here: cases/wells.md:2:4\n2 | "
       "b: "
       "id\n  |    --\n\n",
       "cases/gone.md: E310 taken\n"},
      {"a place of the same file helps, and what is wrong has none",
       {.rule = "E310",
        .where = {"cases/wells.md", {}},
        .message = "taken",
        .notes = {{{"cases/wells.md", {2, 4, 2, 6}}, "here"}}},
       "error E310: taken\n --> cases/wells.md\n2 | b: id\n  |    -- here\n\n",
       "cases/wells.md: E310 taken\n"},
      {"names and texts that would command a terminal",
       {.rule = "E115",
        .where = {"cases/\x1B[2J\n.md", {}},
        .message = "unknown `\x1B]0;x\x07`",
        .hint = "write\r`a`"},
       "error E115: unknown `\uFFFD]0;x\uFFFD`\n --> cases/\uFFFD[2J\uFFFD.md\n  = help: "
       "write\uFFFD`a`\n\n",
       "cases/\uFFFD[2J\uFFFD.md: E115 unknown `\uFFFD]0;x\uFFFD`; write\uFFFD`a`\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string file = "a: 1\nb: id\n";
    CHECK(print({row.finding}, "text", file, true).err == row.text);
    CHECK(print({row.finding}, "concise", file).err == row.concise);
    CHECK(print({row.finding}, "text", file).out.empty());
  }
}

TEST_CASE("what is long goes on below where it began") {
  Diagnostic finding = finding_at({1, 1, 1, 2}, "");
  for (int i = 0; i < 20; ++i) finding.message += i == 0 ? "word" : " word";
  finding.hint = finding.message;
  finding.notes = {{{"cases/gone.md", {1, 1, 1, 2}}, finding.message}};
  CHECK(
      print({finding}, "text", "a: 1\n", true).err ==
      "error E203: word word word word word word word word word word word word word word word "
      "word\n            word word word word\n --> cases/wells.md:1:1\n1 | a: 1\n  | ^\n  = "
      "word word word word word word word word word word word word word word word word word\n "
      "   word word word: cases/gone.md:1:1\n  = help: word word word word word word word word "
      "word word word word word word word word\n          word word word word\n\n");
}

TEST_CASE("errors are never hidden behind what matters less") {
  std::vector<Diagnostic> findings;
  for (int line = 1; line <= 60; ++line)
    findings.push_back(finding_at({line, 1, line, 2}, "hint", Severity::hint));
  for (int line = 61; line <= 70; ++line)
    findings.push_back(finding_at({line, 1, line, 2}, "warning", Severity::warning));
  for (int line = 71; line <= 90; ++line)
    findings.push_back(finding_at({line, 1, line, 2}, "error"));
  const std::string text = print(findings, "text").err;
  CHECK(times(text, "error E203") == 20);
  CHECK(times(text, "warning E203") == 10);
  CHECK(times(text, "hint E203") == 20);
  CHECK(text.find("wells.md:20:1") < text.find("wells.md:61:1"));
  CHECK(text.find("wells.md:61:1") < text.find("wells.md:71:1"));
  CHECK(text.find("wells.md:21:1") == std::string::npos);
  CHECK(text.ends_with(
      "40 more in cases/wells.md\n\n"
      "40 findings in 1 file are not shown; `baraza check --format concise` prints all\n"
      "for more about an error: baraza explain E203 (the marks ` are not typed)\n"
      "20 errors, 10 warnings, 60 hints in 1 file\n"));
}

TEST_CASE("a run shows a thousand findings, errors first, wherever they are") {
  std::vector<Diagnostic> findings;
  for (int file = 100; file < 140; ++file)
    for (int line = 1; line <= 30; ++line) {
      Diagnostic finding = finding_at({line, 1, line, 2}, "x");
      finding.where.path = "cases/" + std::to_string(file) + ".md";
      finding.severity = file < 130 ? Severity::warning : Severity::error;
      findings.push_back(finding);
    }
  const std::string text = print(findings, "text", {}, true).err;
  CHECK(times(text, "error E203") == 300);
  CHECK(times(text, "warning E203") == 700);
  CHECK(text.find("20 more in cases/123.md\n") != std::string::npos);
  CHECK(text.find("cases/124.md") == std::string::npos);
  CHECK(text.ends_with(
      "200 findings in 7 files are not shown; `baraza check --format concise` prints all\n"));
  CHECK(times(print(findings, "concise").err, "\n") == findings.size());
}

TEST_CASE("the code to look up is that of the first of the worst") {
  Diagnostic hint = finding_at({1, 1, 1, 2}, "a", Severity::hint);
  hint.rule = "E217";
  const Diagnostic warning = finding_at({2, 1, 2, 2}, "b", Severity::warning);
  CHECK(print({hint, warning}, "text")
            .err.find("such as baraza explain E203 (the marks ` are not typed)\n") !=
        std::string::npos);
  CHECK(print({hint}, "text")
            .err.find("about a hint: baraza explain E217 (the marks ` are not typed)\n") !=
        std::string::npos);
  CHECK(print({hint}, "text", {}, true).err.find("explain") == std::string::npos);
  CHECK(print({}, "text").err == "no findings in 1 file\n");
}

TEST_CASE("a format that is not known is refused") { CHECK(!print({}, "xml").written); }

}  // namespace
}  // namespace baraza::test
