// `baraza index`: makes the bank searchable.
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "index/writer.hpp"
#include "tools/commands.hpp"
#include "tools/gate.hpp"

namespace baraza::tools {
namespace {

struct IndexOptions {
  bool force = false;
};

ExitCode run_index(const IndexOptions& options, const Env& env) {
  Result<LoadedBank> loaded = load_bank(env, Depth::cards);
  if (!loaded) return fail(env, loaded.error());
  const Gate gate = pass_gate(*loaded, options.force, env);
  if (!gate.open) return gate.code;

  const std::string state = state_folder(loaded->root);
  if (const Status made = make_folders(state); !made) return fail(env, made.error());
  const Result<Lock> lock = Lock::take(join_path(state, "index.lock"), ".baraza/index");
  if (!lock) return fail(env, lock.error());
  const Result<index::IndexSummary> written = index::write_index(
      loaded->bank, loaded->reader(), join_path(state, "index"),
      {.inputs = loaded->inputs(), .fields = field_labels(loaded->definitions)});
  if (!written) return fail(env, written.error());
  if (env.quiet) return gate.code;
  if (written->unchanged)
    env.err << "The index is up to date.\n";
  else
    env.err << "Indexed " << counted(written->documents, "record", "records")
            << (written->lessons == 0
                    ? ""
                    : ", " + counted(written->lessons, "lesson", "lessons") + " among them")
            << ".\n";
  if (const std::size_t drafts = count_drafts(loaded->bank); drafts > 0)
    env.err << counted(drafts, "draft is", "drafts are") << " not in it.\n";
  return gate.code;
}

}  // namespace

Command add_index(CLI::App& app, const Facets&) {
  auto options = std::make_shared<IndexOptions>();
  CLI::App* spec = app.add_subcommand("index", "Make the bank searchable");
  spec->add_flag("--force", options->force, "leave out records with errors, and say which");
  return {spec, [options](const Env& env) { return run_index(*options, env); }};
}

}  // namespace baraza::tools
