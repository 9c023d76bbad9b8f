#include "tools/check_scope.hpp"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "parse/bytes.hpp"
#include "tools/bank_folder.hpp"
#include "tools/format/terminal.hpp"
#include "tools/git.hpp"

namespace baraza::tools {
namespace {

// The path from the root of what a user named, which need not exist.
Result<std::string> path_in_bank(const std::string& named, const std::string& root,
                                 const Env& env) {
  const std::string real = real_path(join_path(env.start, named));
  const std::string real_root = real_path(root);
  if (real.empty() || !lies_within(real, real_root))
    return Diagnostic{.message = "`" + shorten(named, longest_path) + "` is not in the bank",
                      .hint = "`-C DIR` works on another bank"};
  return real == real_root ? std::string() : real.substr(real_root.size() + 1);
}

Status add_file(const std::string& named, const std::string& root, const Env& env,
                Scope& scope) {
  const Result<std::string> path = path_in_bank(named, root, env);
  if (!path) return path.error();
  const EntryKind kind = kind_of(join_path(root, *path));
  if (kind == EntryKind::missing)
    return Diagnostic{.message = "there is no file `" + shorten(named, longest_path) + "`"};
  if (kind != EntryKind::folder)
    scope.files.insert(*path);
  else if (path->empty())
    scope.all = true;
  else
    scope.folders.insert(*path + "/");
  return Done{};
}

// What an editor holds; one byte more than a record may have is enough to say that it is too
// large.
Status add_stdin(const ScopeOptions& options, const std::string& root, const Env& env,
                 Scope& scope) {
  const Result<std::string> path = path_in_bank(options.stdin_name, root, env);
  if (!path) return path.error();
  if (!is_record(*path) || !path->starts_with("cases/"))
    return Diagnostic{.message = "`" + shorten(options.stdin_name, longest_path) +
                                 "` is not the name of a record",
                      .hint =
                          "records are the files of the bank below `cases/` that end in "
                          "`.md`, but for README.md"};
  std::string text(parse::max_file_bytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  scope.overlay[*path] = std::move(text);
  scope.files.insert(*path);
  return Done{};
}

Status add_from_git(const ScopeOptions& options, const std::string& root, Scope& scope) {
  const Result<Git> git = Git::open(root);
  if (!git) return git.error();
  const Result<std::vector<std::string>> paths =
      options.staged ? git->staged() : git->changed_since(*options.changed_since);
  if (!paths) return paths.error();
  scope.files.insert(paths->begin(), paths->end());
  if (!options.staged) return Done{};
  Result<Overlay> overlay = git->staged_instead();
  if (!overlay) return overlay.error();
  scope.overlay = std::move(*overlay);
  return Done{};
}

}  // namespace

bool Scope::contains(const std::string& path) const {
  if (all || files.contains(path)) return true;
  return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
    return path.starts_with(folder) || path + "/" == folder;
  });
}

Result<Scope> find_scope(const ScopeOptions& options, const std::string& root, const Env& env) {
  Scope scope;
  scope.all =
      options.files.empty() && !options.changed_since && !options.staged && !options.from_stdin;
  for (const std::string& file : options.files)
    if (const Status added = add_file(file, root, env, scope); !added) return added.error();
  if (options.from_stdin)
    if (const Status added = add_stdin(options, root, env, scope); !added) return added.error();
  if (options.changed_since || options.staged)
    if (const Status added = add_from_git(options, root, scope); !added) return added.error();
  return scope;
}

}  // namespace baraza::tools
