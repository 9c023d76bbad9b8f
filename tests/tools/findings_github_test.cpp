#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>

#include "base/text.hpp"
#include "tests/tools/findings.hpp"
#include "tools/format/step_summary.hpp"

namespace baraza::test {
namespace {

// What a run of the tests on GitHub would find there belongs to others.
std::string commands_of(const std::vector<Diagnostic>& findings) {
  unsetenv("GITHUB_STEP_SUMMARY");  // NOLINT(concurrency-mt-unsafe)
  const Printed printed = print(findings, "github");
  CHECK(printed.written);
  return printed.out;
}

std::string summary_of(const std::vector<Diagnostic>& findings,
                       Severity fails_from = Severity::error, const std::string& folder = {}) {
  Diagnostics all;
  all.add_all(findings);
  tools::Summary summary = {.files = 6, .files_with = 1};
  for (const Diagnostic& finding : findings) tools::count(finding, summary);
  tools::SourceLines lines("/nowhere");
  return tools::step_summary({.findings = all.sorted(),
                              .summary = summary,
                              .lines = lines,
                              .fails_from = fails_from,
                              .folder = folder});
}

TEST_CASE("a finding is one command, whatever it holds") {
  struct Row {
    std::string_view what;
    Diagnostic finding;
    std::string_view command;
  };
  const Row rows[] = {
      {"a stretch of a line", finding_at({2, 3, 2, 7}, "unknown `x`"),
       "::error file=cases/wells.md,line=2,col=3,endLine=2,endColumn=7,title=E203 "
       "unknown-term::unknown `x`\n"},
      {"a stretch of lines, of which GitHub takes no columns",
       finding_at({2, 3, 4, 7}, "x", Severity::warning),
       "::warning file=cases/wells.md,line=2,endLine=4,title=E203 unknown-term::x\n"},
      {"a line", finding_at({2, 0, 0, 0}, "x", Severity::hint),
       "::notice file=cases/wells.md,line=2,endLine=2,title=E203 unknown-term::x\n"},
      {"a whole file", finding_at({}, "x"),
       "::error file=cases/wells.md,title=E203 unknown-term::x\n"},
      {"no file, and a rule that is not known",
       {.rule = "E999", .message = "x"},
       "::error title=E999::x\n"},
      {"nothing but a message", {.message = "x"}, "::error::x\n"},
      {"help and another place",
       {.rule = "E999",
        .message = "x",
        .hint = "do y",
        .notes = {{{"cases/wells.md", {1, 2, 1, 3}}, "first used here"}}},
       "::error title=E999::x%0Afirst used here: cases/wells.md:1:2%0Ahelp: do y\n"},
      {"what would end a command, or begin one",
       {.message = "100% of\r\n::error::`y`\n::stop-commands::z", .hint = "##[error]a,b:c"},
       "::error::100%25 of\uFFFD\uFFFD::error::`y`\uFFFD::stop-commands::z%0Ahelp: "
       "##[error]a,b:c\n"},
      {"a name that would end a property",
       {.where = {"cases/a,line=9:b::c%\n.md", {1, 1, 1, 2}}, .message = "x"},
       "::error file=cases/a%2Cline=9%3Ab%3A%3Ac%25\uFFFD.md,line=1,col=1,endLine=1,"
       "endColumn=2::x\n"},
      {"colours", {.message = "\x1B[31mred\x1B[0m"}, "::error::\uFFFD[31mred\uFFFD[0m\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(commands_of({row.finding}) == row.command);
  }
  CHECK(commands_of({}).empty());
}

TEST_CASE("the worst nine are shown, and the others counted") {
  const auto some = [](int errors, int warnings, int hints) {
    std::vector<Diagnostic> findings;
    const auto add_some = [&](int count, Severity severity) {
      const int last = static_cast<int>(findings.size()) + count;
      for (int line = last - count + 1; line <= last; ++line)
        findings.push_back(finding_at({line, 1, line, 2}, "x", severity));
    };
    add_some(hints, Severity::hint);
    add_some(warnings, Severity::warning);
    add_some(errors, Severity::error);
    return findings;
  };
  const std::string end =
      " not shown here: see the summary of this run, or run `baraza check`\n";
  struct Row {
    int errors, warnings, hints;
    std::size_t lines;
    std::string last;
  };
  const Row rows[] = {
      {10, 0, 0, 10, ""},
      {12, 0, 0, 10, "::warning title=3 more::3 errors are" + end},
      {8, 2, 1, 10, "::warning title=2 more::1 warning, 1 hint are" + end},
      {9, 0, 2, 10, "::notice title=2 more::2 hints are" + end},
      {0, 0, 11, 10, "::notice title=2 more::2 hints are" + end},
      {10000, 1, 0, 10, "::warning title=9992 more::9991 errors, 1 warning are" + end},
  };
  for (const Row& row : rows) {
    const std::string commands = commands_of(some(row.errors, row.warnings, row.hints));
    CAPTURE(commands);
    CHECK(lines_of(commands).size() == row.lines);
    CHECK(commands.ends_with(row.last));
    if (row.errors > 0) CHECK(commands.starts_with("::error "));
  }
}

TEST_CASE("the summary opens with a plain sentence") {
  const Diagnostic error = finding_at({1, 1, 1, 2}, "x");
  const Diagnostic warning = finding_at({2, 1, 2, 2}, "x", Severity::warning);
  const Diagnostic hint = finding_at({3, 1, 3, 2}, "x", Severity::hint);
  struct Row {
    std::vector<Diagnostic> findings;
    Severity fails_from;
    std::string_view first;
  };
  const Row rows[] = {
      {{}, Severity::error, "Nothing needs mending: 6 records were checked."},
      {{error}, Severity::error, "1 thing needs mending before this can be published."},
      {{error, warning},
       Severity::error,
       "1 thing needs mending before this can be published; 1 more would make it better."},
      {{error, warning},
       Severity::warning,
       "2 things need mending before this can be published."},
      {{warning, hint},
       Severity::error,
       "Nothing stands in the way of publishing; 2 things would make it better."},
      {{warning, hint}, Severity::hint, "2 things need mending before this can be published."},
  };
  for (const Row& row : rows) {
    const std::string summary = summary_of(row.findings, row.fails_from);
    CHECK(lines_of(summary)[0] == row.first);
    CHECK(lines_of(summary)[1].empty());
    CHECK(summary.ends_with("\n\n"));  // what another step adds is a paragraph of its own
  }
}

TEST_CASE("the summary is a table, the worst first") {
  Diagnostic error = finding_at({9, 1, 9, 2}, "unknown sector `educaton`");
  error.hint = "did you mean `education`?";
  Diagnostic bank = finding_at({}, "x", Severity::warning);
  bank.where.path.clear();
  const Diagnostic file = finding_at({}, "y", Severity::hint);
  CHECK(summary_of({file, bank, error}, Severity::error, "docs/bank/") ==
        "1 thing needs mending before this can be published; 2 more would make it better.\n\n"
        "| | Where | What is wrong | How to mend it |\n"
        "| --- | --- | --- | --- |\n"
        "| error E203 | <code>docs/bank/cases/wells.md:9</code> | unknown sector "
        "<code>educaton</code> | did you mean <code>education</code>? |\n"
        "| warning E203 | the whole bank | x |  |\n"
        "| hint E203 | <code>docs/bank/cases/wells.md</code> | y |  |\n\n");
}

TEST_CASE("nothing in a cell is Markdown, HTML or the end of it") {
  struct Row {
    std::string_view text, cell;
  };
  const Row rows[] = {
      {"plain, text; 50% - it's?", "plain, text; 50% - it's?"},
      {"", ""},
      {"a | b", "a &#124; b"},
      {"a\nb\r\n\nc", "a\uFFFDb\uFFFD\uFFFD\uFFFDc"},
      {"<script>alert(1)</script>", "&#60;script&#62;alert&#40;1&#41;&#60;/script&#62;"},
      {"&lt; &#60;", "&#38;lt; &#38;&#35;60;"},
      {"**b** _i_ ~~s~~ # h",
       "&#42;&#42;b&#42;&#42; &#95;i&#95; &#126;&#126;s&#126;&#126; &#35; h"},
      {"![x](https://e.org/a.png)", "&#33;&#91;x&#93;&#40;https&#58;//e.org/a.png&#41;"},
      {"www.e.org WWW.e.org", "www&#46;e.org WWW&#46;e.org"},
      {"a@e.org @team", "a&#64;e.org &#64;team"},
      {"\\| $x$", "&#92;&#124; &#36;x&#36;"},
      {"`code`", "<code>code</code>"},
      {"`a|b` and `</code><b>`",
       "<code>a&#124;b</code> and <code>&#60;/code&#62;&#60;b&#62;</code>"},
      {"an `open one", "an &#96;open one"},
      {"`a` and `open", "<code>a</code> and &#96;open"},
      {"``", "<code></code>"},
      {"\x1B[31m\u202E\u202C", "\uFFFD&#91;31m\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tools::table_cell(row.text) == row.cell);
  }
}

TEST_CASE("a long summary ends with a count") {
  std::vector<Diagnostic> findings;
  for (int line = 1; line <= 10000; ++line)
    findings.push_back(
        finding_at({line, 1, line, 2}, "x", line < 9000 ? Severity::hint : Severity::error));
  const std::string many = summary_of(findings);
  CHECK(lines_of(many).size() == 2 + 2 + 200 + 3);
  CHECK(many.find("wells.md:9000<") != std::string::npos);
  CHECK(many.ends_with("\nAnd 9800 more: `baraza check --format concise` lists them all.\n\n"));

  findings.resize(150);
  for (Diagnostic& finding : findings) finding.hint = finding.message = std::string(5000, '<');
  const std::string wide = summary_of(findings);
  CHECK(wide.size() < (std::size_t{512} << 10) + 200);
  CHECK(wide.ends_with("lists them all.\n\n"));
  for (const std::string_view line : lines_of(wide))
    CHECK((line.size() < 200 || line.ends_with(" |")));
}

}  // namespace
}  // namespace baraza::test
