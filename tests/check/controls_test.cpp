#include "check/controls.hpp"

#include "check/json_tree.hpp"
#include "words.hpp"

namespace baraza::check {
namespace {

using content::Suppression;

Diagnostic warning(int line) {
  return {.severity = Severity::warning,
          .rule = "E316",
          .where = {"cases/a.md", {line, 1, line, 2}},
          .message = "hidden"};
}

Suppression wish(std::string code, std::string reason = "so") {
  return {.codes = {{std::move(code), {2, 3, 2, 7}}},
          .reason = std::move(reason),
          .span = {2, 1, 2, 40},
          .first_line = 3,
          .last_line = 4};
}

std::vector<std::string> told(const content::RuleLevels& levels, const Suppressions& wishes,
                              const std::vector<Diagnostic>& findings) {
  Diagnostics found;
  found.add_all(findings);
  std::vector<std::string> lines;
  for (const Diagnostic& one : apply_controls(levels, wishes, found).sorted())
    lines.push_back(name_of(one.severity) + " " + line_of(one));
  return lines;
}

}  // namespace

TEST_CASE("a bank sets how loud warnings and hints are") {
  const Diagnostic error = {
      .rule = "E203", .where = {"cases/a.md", {1, 1, 1, 2}}, .message = "x"};
  CHECK(told({}, {}, {warning(1)}) == std::vector<std::string>{"warning 1:1-2 E316 hidden"});
  CHECK(told({{"E316", "off"}}, {}, {warning(1)}).empty());
  CHECK(told({{"E316", "error"}}, {}, {warning(1)}) ==
        std::vector<std::string>{"error 1:1-2 E316 hidden"});
  CHECK(told({{"E316", "hint"}}, {}, {warning(1)}) ==
        std::vector<std::string>{"hint 1:1-2 E316 hidden"});
  CHECK(told({{"E203", "off"}}, {}, {error}) == std::vector<std::string>{"error 1:1-2 E203 x"});
}

TEST_CASE("a comment silences what it names at its lines, and nothing else") {
  struct Row {
    std::string what;
    Suppression wish;
    std::vector<Diagnostic> findings;
    std::vector<std::string> told;
  };
  const Row rows[] = {
      {"in its lines", wish("E316"), {warning(3), warning(4)}, {}},
      {"in another line",
       wish("E316"),
       {warning(5)},
       {"warning 2:3-7 E340 `E316` is silenced here, and nothing of it was found; delete this "
        "comment",
        "warning 5:1-2 E316 hidden"}},
      {"without a reason",
       wish("E316", ""),
       {warning(3)},
       {"error 2:1-40 E341 this comment does not say why the finding is silenced; end it with "
        "`because` and the reason, for the next reader",
        "warning 3:1-2 E316 hidden"}},
      {"an error",
       wish("E203"),
       {},
       {"error 2:3-7 E341 `E203` is an error and cannot be silenced; mend what it finds; only "
        "warnings and hints can be silenced"}},
      {"a code that there is not",
       wish("E31"),
       {},
       {"error 2:3-7 E341 there is no finding `E31`; did you mean `E131`, `E301` or `E310`?"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(told({}, {{"cases/a.md", {row.wish}}}, row.findings) == row.told);
  }
}

TEST_CASE("a comment for a rule that the bank has turned off is not called useless") {
  CHECK(told({{"E316", "off"}}, {{"cases/a.md", {wish("E316")}}}, {}).empty());
}

TEST_CASE("bank.yaml names rules that there are, and leaves errors as they are") {
  const content::Node tree = tree_of(
      R"({"rules": {"E316": "off", "E9999": "hint", "E203": "hint", "E101": "error"}})");
  Diagnostics found;
  check_rule_levels(tree, "cases/bank.yaml", found);
  CHECK(
      lines_of_findings(found.sorted()) ==
      std::vector<std::string>{
          "1:27-34 E416 there is no finding `E9999`; `baraza explain` lists all codes",
          "1:52-58 E417 `E203` is an error and stays one; take the line out; only warnings and "
          "hints can be set"});
}

}  // namespace baraza::check
