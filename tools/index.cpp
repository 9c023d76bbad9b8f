// `baraza index`: makes the bank searchable.
#include <functional>
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "index/writer.hpp"
#include "tools/commands.hpp"
#include "tools/gate.hpp"
#include "tools/site_templates.hpp"

namespace baraza::tools {
namespace {

struct IndexOptions {
  bool force = false;
};

// The interface texts of templates/ are no part of what the bank says.
std::string hash_of_texts(const std::vector<std::pair<std::string, content::Node>>& texts) {
  std::string all;
  const std::function<void(const content::Node&)> add = [&](const content::Node& node) {
    all += node.scalar() + "\n";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (node.is_map()) all += node.keys[i].name + ":";
      add(node.children[i]);
    }
  };
  for (const auto& [language, node] : texts) {
    all += language + "\n";
    add(node);
  }
  return hash_of(all);
}

ExitCode run_index(const IndexOptions& options, const Env& env) {
  Result<LoadedBank> loaded = load_bank(env, Depth::cards);
  if (!loaded) return fail(env, loaded.error());
  const Gate gate = pass_gate(*loaded, options.force, env);
  if (!gate.open) return gate.code;

  const std::string state = state_folder(loaded->root);
  if (const Status made = make_folders(state); !made) return fail(env, made.error());
  const Result<Lock> lock = Lock::take(join_path(state, "index.lock"), ".baraza/index");
  if (!lock) return fail(env, lock.error());
  index::IndexOptions wanted = {
      .inputs = loaded->inputs(),
      .fields = field_labels(loaded->definitions),
      .interface = read_interface(loaded->root, loaded->bank.settings.languages)};
  wanted.inputs = hash_of(wanted.inputs + hash_of_texts(wanted.interface));
  const Result<index::IndexSummary> written =
      index::write_index(loaded->bank, loaded->reader(), join_path(state, "index"), wanted);
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
