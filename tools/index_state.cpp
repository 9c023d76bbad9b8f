#include "tools/index_state.hpp"

#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "base/lock.hpp"
#include "base/text.hpp"
#include "index/before.hpp"
#include "index/generation.hpp"
#include "index/verify.hpp"
#include "tools/format/terminal.hpp"
#include "tools/load.hpp"

namespace baraza::tools {
namespace {

std::string_view name_of(index::Change::Kind kind) {
  switch (kind) {
    case index::Change::Kind::added:
      return "new      ";
    case index::Change::Kind::changed:
      return "changed  ";
    case index::Change::Kind::removed:
      return "gone     ";
  }
  return {};
}

ExitCode out_of_date(const std::vector<index::Change>& changes, const Env& env) {
  if (env.quiet) return ExitCode::content;
  env.out << "The index is out of date. Run `baraza index`.\n";
  for (const index::Change& change : changes)
    env.out << "  " << name_of(change.kind) << visible(change.path) << '\n';
  return ExitCode::content;
}

// In the words of a message, of what `baraza index` will mend.
ExitCode unusable(std::string message, const Env& env) {
  if (env.quiet) return ExitCode::content;
  if (message.front() >= 'a' && message.front() <= 'z')
    message.front() = static_cast<char>(message.front() - 'a' + 'A');
  env.out << visible(message) << ". Run `baraza index`.\n";
  return ExitCode::content;
}

ExitCode no_index(const Env& env) {
  if (!env.quiet) env.out << "There is no index yet. Run `baraza index`.\n";
  return ExitCode::content;
}

Status note_damage(const std::string& state, index::Verified& verified) {
  const Result<Lock> lock = Lock::take(join_path(state, "index.lock"), ".baraza/index");
  return lock ? index::note_unseen(join_path(state, "index"), verified) : Status(lock.error());
}

ExitCode tell_damage(const index::Verified& verified, const Status& noted, const Env& env) {
  env.out << "The index is damaged. ";
  if (noted)
    env.out << "Run `baraza index`, which makes it anew.\n";
  else
    env.out
        << "That could not be noted: " << visible(noted.error().message)
        << ". Run `baraza index --verify` again where it can, and then `baraza index`, which "
           "makes it anew.\n";
  for (const std::string& damage : verified.damage) env.out << "  " << visible(damage) << '\n';
  return ExitCode::content;
}

std::vector<index::FileHash> as_list(const std::map<std::string, std::string>& hashes) {
  std::vector<index::FileHash> files;
  files.reserve(hashes.size());
  for (const auto& [path, hash] : hashes) files.push_back({path, hash});
  return files;
}

}  // namespace

ExitCode tell_index_status(const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  const std::string index_folder = join_path(state_folder(*root), "index");
  const Result<std::string> current = index::read_current(index_folder);
  if (!current) return unusable(current.error().message, env);
  if (current->empty()) return no_index(env);
  const Result<index::Before> before = index::read_before(index_folder, *current);
  if (!before) return unusable(before.error().message, env);

  const FileHashes hashes = hash_bank_files(*root);
  const index::Inputs inputs = {.program = BARAZA_VERSION,
                                .records = {},
                                .files = as_list(hashes.records),
                                .definitions = as_list(hashes.definitions)};
  std::vector<index::Change> changes =
      index::find_changes(before->origin.definitions, inputs.definitions);
  for (index::Change& change : index::find_changes(before->origin.files, inputs.files))
    changes.push_back(std::move(change));
  if (!changes.empty()) return out_of_date(changes, env);
  if (std::string why = index::why_anew(before->origin, inputs); !why.empty())
    return unusable(std::move(why), env);
  if (!env.quiet)
    env.out << "The index is up to date: "
            << counted(before->contents.size(), "record", "records") << ", generation "
            << *current << ".\n";
  return ExitCode::ok;
}

ExitCode verify_index_files(const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  const std::string state = state_folder(*root);
  Result<index::Verified> verified = index::verify_index(join_path(state, "index"));
  if (!verified) return fail(env, verified.error());
  Status noted = Done{};
  if (verified->unseen) noted = note_damage(state, *verified);
  if (!verified->damage.empty()) return tell_damage(*verified, noted, env);
  if (verified->generation.empty()) return no_index(env);
  if (!env.quiet)
    env.out << "The index is whole: " << counted(verified->files, "file", "files")
            << " read, generation " << verified->generation << ".\n";
  return ExitCode::ok;
}

}  // namespace baraza::tools
