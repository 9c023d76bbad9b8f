// Findings as a person or a program reads them: what `baraza check --format` chooses from.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "tools/format/source_lines.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

struct Summary {
  std::size_t files = 0;       // how many records were checked
  std::string file = {};       // its path, where one was asked for by name
  std::size_t files_with = 0;  // how many files have findings, schemas and the like too
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;

  std::size_t findings() const { return errors + warnings + hints; }
  // How many are at least as grave as `least`.
  std::size_t from(Severity least) const;
};

// `2 errors, 1 warning in 2 files`, or `no findings in 6 files`, or in one by its name
std::string to_text(const Summary& summary);
// `2 errors, 1 warning`, or empty
std::string counts_text(const Summary& summary);
// Adds one finding to the counts of a summary.
void count(const Diagnostic& finding, Summary& summary);

// All that one run of check has to say.
struct FindingsReport {
  const std::vector<Diagnostic>& findings;  // sorted
  const Summary& summary;
  SourceLines& lines;
  Severity fails_from = Severity::error;  // the least that must be mended
  std::string folder = {};  // of the bank in its git repository: empty, or such as `docs/bank/`
  std::function<void()> before_summary = {};  // tells a reader of text what else there is
};

// `text`, `concise`, `json`, ...: in the order in which help names them.
std::vector<std::string> findings_formats();
// Prints the report in the format of this name: what a program reads to env.out, what a person
// reads to env.err. Fails where a file that the format writes to cannot be written.
Status write_findings(const FindingsReport& report, std::string_view format, const Env& env);

// ---- the formats

// With the lines of the files; `most` says how much of it a reader is given.
Status write_text(const FindingsReport& report, const Env& env);
// `cases/wells.md:2:11: E203 unknown sector `watr`; did you mean `water`?`
Status write_concise(const FindingsReport& report, const Env& env);
// One document; its form is schemas/output/findings.schema.yaml.
Status write_json(const FindingsReport& report, const Env& env);
// One document in the form that code hosts and editors take from many programs.
Status write_sarif(const FindingsReport& report, const Env& env);
// Commands that GitHub turns into annotations, and where GITHUB_STEP_SUMMARY names a file, a
// page for people at its end. Fails where that cannot be written.
Status write_github(const FindingsReport& report, const Env& env);

// ---- for other commands that have findings to show

// One finding after rustc's manner, with a blank line behind it.
void write_text(const Diagnostic& finding, SourceLines& lines, const Env& env);

struct TextLimits {
  std::size_t in_a_file = 50;
  std::size_t in_a_run = 1000;
};

// As many as the limits allow, errors before warnings before hints, in their order, and how
// many are left out.
void write_text(const std::vector<Diagnostic>& findings, SourceLines& lines, const Env& env,
                const TextLimits& limits = {});

// `cases/wells.md:2:11`, as far as it is known
std::string place_text(const Place& place);

}  // namespace baraza::tools
