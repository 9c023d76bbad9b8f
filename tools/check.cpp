// `baraza check`: all that is wrong with a bank, each at its place, with what would mend it.
#include <map>
#include <memory>
#include <ostream>
#include <set>

#include "tools/commands.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/help.hpp"
#include "tools/gate.hpp"

namespace baraza::tools {
namespace {

struct CheckOptions {
  std::string format = "text";
  bool strict = false;
};

Summary summary_of(const LoadedBank& loaded, const std::vector<Diagnostic>& findings) {
  Summary summary{.files = loaded.files};
  std::set<std::string> paths;
  for (const Diagnostic& finding : findings) {
    paths.insert(finding.where.path);
    if (finding.severity == Severity::error) ++summary.errors;
    if (finding.severity == Severity::warning) ++summary.warnings;
    if (finding.severity == Severity::hint) ++summary.hints;
  }
  summary.files_with = paths.size();
  return summary;
}

ExitCode run_check(const CheckOptions& options, const Env& env) {
  const Result<LoadedBank> loaded = load_bank(env);
  if (!loaded) return fail(env, loaded.error());
  const std::vector<Diagnostic> findings = loaded->found.sorted();
  const Summary summary = summary_of(*loaded, findings);
  if (options.format == "json") {
    write_json(findings, summary, env.out);
  } else if (options.format == "concise") {
    for (const Diagnostic& finding : findings) write_concise(finding, env.err);
  } else {
    report(*loaded, false, env);
    if (!env.quiet) env.err << to_text(summary) << '\n';
  }
  const bool failed = summary.errors > 0 || (options.strict && summary.warnings > 0);
  return failed ? ExitCode::content : ExitCode::ok;
}

}  // namespace

Command add_check(CLI::App& app, const Facets&) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* spec = app.add_subcommand(
      "check", "Say all that is wrong with the bank, where, and how to mend it");
  spec->add_option("--format", options->format, "text with the lines, concise, or json")
      ->type_name("FORMAT")
      ->check(one_of({"text", "concise", "json"}))
      ->capture_default_str();
  spec->add_flag("--strict", options->strict, "warnings fail too");
  return {spec, [options](const Env& env) { return run_check(*options, env); }};
}

}  // namespace baraza::tools
