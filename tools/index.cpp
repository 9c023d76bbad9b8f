// `baraza index`: makes the bank searchable.
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "index/writer.hpp"
#include "tools/commands.hpp"
#include "tools/format/terminal.hpp"
#include "tools/gate.hpp"
#include "tools/index_state.hpp"
#include "tools/site_templates.hpp"

namespace baraza::tools {
namespace {

struct IndexOptions {
  bool force = false;
  bool status = false;
  bool verify = false;
};

index::Inputs inputs_of(const LoadedBank& loaded) {
  index::Inputs inputs{.program = BARAZA_VERSION};
  for (const content::Outline& record : loaded.records)
    if (record.publishable)
      inputs.records.push_back({.path = record.path,
                                .id = record.id,
                                .kind = record.kind,
                                .language = record.language,
                                .translation_of = record.translation_of,
                                .lenses = record.lenses,
                                .hash = loaded.hash_of_record(record.path)});
  for (const std::string& path : loaded.bank.files)
    if (is_record(path)) inputs.files.push_back({path, loaded.hash_of_file(path)});
  for (const auto& [path, hash] : hash_definitions(loaded.root, loaded.definitions))
    inputs.definitions.push_back({path, hash});
  return inputs;
}

std::string indexed(const index::IndexSummary& written) {
  if (written.unchanged) return "The index is up to date.";
  if (written.from_nothing)
    return "Indexed " + counted(written.documents, "record", "records") +
           (written.lessons == 0
                ? "."
                : ", " + counted(written.lessons, "lesson", "lessons") + " among them.");
  std::string text = "Took out ";
  if (written.made > 0)
    text = "Indexed " +
           counted(written.made, "new or changed record", "new or changed records") +
           (written.removed == 0 ? "" : ", took out ");
  if (written.removed > 0)
    text += written.made > 0 ? std::to_string(written.removed)
                             : counted(written.removed, "record", "records");
  return text + "; " + std::to_string(written.documents) + " in all.";
}

void tell(const index::IndexSummary& written, const Env& env) {
  if (written.damaged || (!written.why.empty() && !env.quiet))
    env.err << "Everything is indexed anew, since " << visible(written.why) << ".\n";
  if (!env.quiet) env.err << indexed(written) << '\n';
}

ExitCode run_index(const IndexOptions& options, const Env& env) {
  if (options.status) return tell_index_status(env);
  if (options.verify) return verify_index_files(env);
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  const std::string state = state_folder(*root);
  if (const Status made = make_folders(state); !made) return fail(env, made.error());
  const Result<Lock> lock = Lock::take(join_path(state, "index.lock"), ".baraza/index");
  if (!lock) return fail(env, lock.error());
  const std::string index_folder = join_path(state, "index");

  Result<LoadedBank> loaded = load_bank(env, Depth::outlines);
  if (!loaded) return fail(env, loaded.error());
  const Gate gate = pass_gate(*loaded, options.force, env);
  if (!gate.open) return gate.code;
  const Result<index::IndexSummary> written = index::write_index(
      loaded->bank, inputs_of(*loaded),
      [&](const std::string& path) { return loaded->read(path); }, index_folder,
      {.workers = static_cast<unsigned>(env.workers),
       .fields = field_labels(loaded->definitions),
       .schema = facets_mark(loaded->definitions.hashes[std::string(case_schema_path)]),
       .interface = read_interface(loaded->root, loaded->bank.settings.languages)});
  if (!written) return fail(env, written.error());
  tell(*written, env);
  if (const std::size_t drafts = count_drafts(loaded->records); drafts > 0 && !env.quiet)
    env.err << counted(drafts, "draft is", "drafts are") << " not in it.\n";
  return gate.code;
}

}  // namespace

Command add_index(CLI::App& app, const Facets&) {
  auto options = std::make_shared<IndexOptions>();
  CLI::App* spec = app.add_subcommand("index", "Make the bank searchable");
  CLI::Option* force =
      spec->add_flag("--force", options->force, "leave out records with errors, and say which");
  CLI::Option* status = spec->add_flag(
      "--status", options->status,
      "only say whether the index is up to date, and which files have changed since; exit 1 "
      "if it is not");
  CLI::Option* verify = spec->add_flag(
      "--verify", options->verify,
      "only read all of the index and say what is damaged; the next `index` mends that");
  status->excludes(force)->excludes(verify);
  verify->excludes(force);
  return {spec, [options](const Env& env) { return run_index(*options, env); }};
}

}  // namespace baraza::tools
