// Findings made for a test, and what a format prints of them.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "tools/format/findings.hpp"

namespace baraza::test {

struct Printed {
  std::string out;
  std::string err;
  bool written = false;  // was there nothing to stop it?
};

// What `format` makes of findings in the one file `cases/wells.md`, or in others that cannot be
// read.
inline Printed print(const std::vector<Diagnostic>& findings, const std::string& format,
                     const std::string& wells = {}, bool quiet = false) {
  Diagnostics sorted;
  sorted.add_all(findings);
  tools::Summary summary = {.files = 1, .files_with = 1};
  summary.errors = sorted.count(Severity::error);
  summary.warnings = sorted.count(Severity::warning);
  summary.hints = sorted.count(Severity::hint);
  tools::SourceLines lines("/nowhere");
  lines.put("cases/wells.md", wells);
  std::ostringstream out;
  std::ostringstream err;
  const bool written =
      tools::write_findings({.findings = sorted.sorted(), .summary = summary, .lines = lines},
                            format, {.out = out, .err = err, .quiet = quiet})
          .has_value();
  return {out.str(), err.str(), written};
}

inline Diagnostic finding_at(Span span, std::string message,
                             Severity severity = Severity::error) {
  return {.severity = severity,
          .rule = "E203",
          .where = {"cases/wells.md", span},
          .message = std::move(message)};
}

}  // namespace baraza::test
