// `baraza check`: all that is wrong with a bank, each at its place, with what would mend it.
#include <algorithm>
#include <deque>
#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "tools/check_fix.hpp"
#include "tools/check_scope.hpp"
#include "tools/commands.hpp"
#include "tools/format/drafts.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/help.hpp"
#include "tools/gate.hpp"
#include "tools/git.hpp"
#include "tools/since.hpp"

namespace baraza::tools {
namespace {

struct CheckOptions {
  ScopeOptions scope = {};
  std::vector<std::string> changed_since = {};
  bool changed = false;
  std::string since;
  std::string format = "text";
  std::string fail_on = "error";
  bool strict = false;
  bool fix = false;
  bool diff = false;
};

std::vector<Diagnostic> findings_in(const LoadedBank& loaded, const Scope& scope) {
  std::vector<Diagnostic> findings = loaded.found.sorted();
  std::erase_if(findings,
                [&](const Diagnostic& one) { return !scope.contains(one.where.path); });
  return findings;
}

// Does check read the file, though it is no record?
bool is_definition(const std::string& path) {
  return path.starts_with("schemas/") || path == "cases/bank.yaml";
}

Summary summary_of(const LoadedBank& loaded, const Scope& scope,
                   const std::vector<Diagnostic>& findings) {
  Summary summary{.files = loaded.files};
  if (!scope.all) {
    const std::vector<content::Outline>& records = loaded.records;
    summary.files = static_cast<std::size_t>(std::count_if(
        records.begin(), records.end(),
        [&](const content::Outline& record) { return scope.contains(record.path); }));
    if (scope.files.size() == 1 && scope.folders.empty() &&
        (summary.files == 1 || is_definition(*scope.files.begin())))
      summary.file = *scope.files.begin();
  }
  std::set<std::string> paths;
  for (const Diagnostic& finding : findings) {
    paths.insert(finding.where.path);
    count(finding, summary);
  }
  summary.files_with = paths.size();
  return summary;
}

// The least that needs to be mended; errors do, whatever the exit code.
Severity fails_from(const CheckOptions& options) {
  if (options.fail_on == "hint") return Severity::hint;
  return options.strict || options.fail_on == "warning" ? Severity::warning : Severity::error;
}

bool fails(const CheckOptions& options, const Summary& summary) {
  return options.fail_on != "never" && summary.from(fails_from(options)) > 0;
}

// The lines of what is not on the disk as it was read.
SourceLines source_lines_of(const LoadedBank& loaded, const Overlay& overlay) {
  SourceLines lines = lines_of_bank(loaded);
  for (const auto& [path, bytes] : overlay)
    if (bytes) lines.put(path, *bytes);
  return lines;
}

constexpr std::size_t most_drafts = 5;

// For those who write: how far each draft is, and what is quick to add. Of a file that cannot
// be read nothing is known.
void write_drafts(const LoadedBank& loaded, const Scope& scope, const Env& env) {
  std::size_t told = 0;
  std::size_t more = 0;
  for (const content::Outline& draft : loaded.records) {
    const bool own = draft.draft && draft.kind != content::RecordKind::translation;
    if (!own || !scope.contains(draft.path)) continue;
    if (told == most_drafts) {
      ++more;
      continue;
    }
    const Result<content::Record> record = loaded.read(draft.path);
    if (!record || !record->front.is_map()) continue;
    const auto schema =
        loaded.definitions.schema_trees.find(schema_name_for(record->front, draft.path));
    if (schema == loaded.definitions.schema_trees.end()) continue;
    write_progress(draft.path, check::progress_of(schema->second, *record), env.err);
    ++told;
  }
  if (more > 0) env.err << "and " << counted(more, "more draft", "more drafts") << '\n';
  if (told > 0) env.err << '\n';
}

// A change in one file may break another.
void name_others(const LoadedBank& loaded, const Summary& told, const Env& env) {
  const std::size_t others = loaded.found.count(Severity::error) - told.errors;
  if (others > 0 && !env.quiet)
    env.err << counted(others, "error", "errors")
            << " in other files: `baraza check` tells them all\n";
}

ExitCode report_all(const CheckOptions& options, LoadedBank& loaded, const Scope& scope,
                    const Env& env) {
  if (!options.since.empty())
    if (const Status known = check_since_revision(options.since, loaded); !known)
      return fail(env, known.error());
  const std::vector<Diagnostic> findings = findings_in(loaded, scope);
  const Summary summary = summary_of(loaded, scope, findings);
  SourceLines lines = source_lines_of(loaded, scope.overlay);
  const Status written =
      write_findings({.findings = findings,
                      .summary = summary,
                      .lines = lines,
                      .fails_from = fails_from(options),
                      .folder = folder_in_repository(loaded.root),
                      .before_summary = [&] { write_drafts(loaded, scope, env); }},
                     options.format, env);
  if (options.format == "text") name_others(loaded, summary, env);
  const bool failed = fails(options, summary);
  if (!written) {
    const ExitCode code = fail(env, written.error());
    if (!failed) return code;
  }
  return failed ? ExitCode::content : ExitCode::ok;
}

// Files that are named one by one and hold nothing that check reads.
void name_unread(const LoadedBank& loaded, const Scope& scope, const Env& env) {
  if (env.quiet) return;
  for (const std::string& path : scope.files) {
    const bool record =
        std::any_of(loaded.records.begin(), loaded.records.end(),
                    [&](const content::Outline& one) { return one.path == path; });
    if (!record && !is_definition(path))
      env.err << "`" << visible(path) << "` is no record: nothing in it is checked\n";
  }
}

ExitCode mend_and_report(const CheckOptions& options, LoadedBank loaded, Scope scope,
                         const Env& env) {
  Result<Mended> mended = mend(std::move(loaded), scope, env);
  if (!mended) return fail(env, mended.error());
  if (options.diff) {
    const Result<std::string> patch = diff_mended(*mended);
    if (!patch) return fail(env, patch.error());
    env.out << *patch;
  } else if (const Status written = write_mended(*mended); !written) {
    return fail(env, written.error());
  }
  if (!env.quiet && mended->fixes > 0)
    env.err << (options.diff ? "Would mend " : "Mended ")
            << counted(mended->fixes, "finding", "findings") << " in "
            << counted(mended->texts.size(), "file", "files") << ".\n";
  for (const auto& [path, text] : mended->texts) scope.overlay[path] = text;
  const ExitCode code = report_all(options, mended->loaded, scope, env);
  return options.diff && mended->fixes > 0 ? ExitCode::content : code;
}

// What was published before is compared in every text.
Depth depth_of(const CheckOptions& options) {
  return options.since.empty() ? Depth::outlines : Depth::cards;
}

// Keeps a bank until the process ends, which is soon: to free a large one piece by piece would
// take as long as a tenth of its check.
LoadedBank& keep(LoadedBank loaded) {
  static auto* const kept = new std::deque<LoadedBank>();
  return kept->emplace_back(std::move(loaded));
}

ExitCode run_check(CheckOptions options, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  if (options.changed) {
    const bool named = !options.changed_since.empty() && !options.changed_since.front().empty();
    options.scope.changed_since = named ? options.changed_since.front() : "HEAD";
  }
  options.scope.from_stdin = !options.scope.stdin_name.empty() || options.scope.from_stdin;
  if (options.scope.from_stdin && options.scope.stdin_name.empty()) {
    env.err << "baraza: `--stdin` needs `--stdin-filename`, the name that the text has in the "
               "bank\n  help: see `baraza check --help`\n";
    return ExitCode::usage;
  }
  const Result<Scope> scope = find_scope(options.scope, *root, env);
  if (!scope) return fail(env, scope.error());
  Result<LoadedBank> read = load_bank(env, depth_of(options), scope->overlay);
  if (!read) return fail(env, read.error());
  LoadedBank& loaded = keep(std::move(*read));
  if (!options.scope.files.empty()) name_unread(loaded, *scope, env);
  if (options.fix || options.diff)
    return mend_and_report(options, std::move(loaded), *scope, env);
  return report_all(options, loaded, *scope, env);
}

void add_scope_options(CLI::App* spec, CheckOptions& options) {
  CLI::Option* files =
      spec->add_option("files", options.scope.files,
                       "tell only of these files and folders; the whole bank if none is named")
          ->type_name("FILE");
  CLI::Option* changed =
      spec->add_option("--changed", options.changed_since,
                       "tell only of files that differ from REV; from the last commit if none "
                       "is named")
          ->type_name("REV")
          ->expected(0, 1);
  CLI::Option* staged = spec->add_flag("--staged", options.scope.staged,
                                       "check what is staged for the next commit");
  CLI::Option* in = spec->add_flag("--stdin", options.scope.from_stdin,
                                   "check the text of one record from standard input");
  spec->add_option("--stdin-filename", options.scope.stdin_name,
                   "the file of the bank that this text stands for")
      ->type_name("FILE");
  for (CLI::Option* one : {files, changed, staged, in})
    for (CLI::Option* other : {files, changed, staged, in})
      if (one != other) one->excludes(other);
  spec->add_option("--since", options.since,
                   "tell too what was published in REV and is gone: ids, lessons, dates")
      ->type_name("REV");
  CLI::Option* fix = spec->add_flag("--fix", options.fix,
                                    "mend what can be mended without changing what is meant");
  CLI::Option* diff =
      spec->add_flag("--diff", options.diff,
                     "print what --fix would change, and change nothing; exit code 1 "
                     "if there is something");
  fix->excludes(diff)->excludes(staged)->excludes(in);
  diff->excludes(staged)->excludes(in);
}

}  // namespace

Command add_check(CLI::App& app, const Facets&) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* spec = app.add_subcommand(
      "check", "Say all that is wrong with the bank, where, and how to mend it");
  add_scope_options(spec, *options);
  spec->add_option("--format", options->format,
                   "text with the lines; concise; json, sarif or github for programs")
      ->type_name("FORMAT")
      ->check(one_of(findings_formats()))
      ->capture_default_str();
  CLI::Option* fail_on =
      spec->add_option("--fail-on", options->fail_on,
                       "the least that ends in exit code 1: error, warning, hint or never")
          ->type_name("LEVEL")
          ->check(one_of({"error", "warning", "hint", "never"}))
          ->capture_default_str();
  spec->add_flag("--strict", options->strict, "warnings fail too, as with --fail-on warning")
      ->excludes(fail_on);
  return {spec, [options, spec](const Env& env) {
            options->changed = spec->count("--changed") > 0;
            return run_check(*options, env);
          }};
}

}  // namespace baraza::tools
