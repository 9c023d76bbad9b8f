// `baraza hook`: has git check what is staged before each commit.
#include "tools/hook.hpp"

#include <algorithm>
#include <cerrno>
#include <ostream>

#include <sys/stat.h>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "tools/bank_folder.hpp"
#include "tools/commands.hpp"
#include "tools/git.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t largest_hook = std::size_t{1} << 20;
constexpr std::string_view first_line = "#!/bin/sh\n";
constexpr std::string_view mark = "# Written by `baraza hook install`; checksum ";
constexpr std::string_view set_aside = ".before-baraza";

struct HookOptions {
  bool force = false;
};

// Where the hook of a bank belongs.
struct HookPlace {
  std::string path = {};    // from `/` on
  std::string shown = {};   // as short as a user can take it
  std::string folder = {};  // of the bank in its repository

  bool is_free() const { return kind_of(path) == EntryKind::missing; }
};

Result<HookPlace> find_place(const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return root.error();
  const Result<Git> git = Git::open(*root);
  if (!git) return git.error();
  const Result<std::string> hooks = git->hooks_folder();
  if (!hooks) return hooks.error();
  const Result<std::string> folder = git->folder();
  if (!folder) return folder.error();
  HookPlace place{.path = join_path(*hooks, "pre-commit"), .folder = *folder};
  const std::string top =
      root->substr(0, root->size() - std::min(root->size(), folder->size()));
  const bool inside = !top.empty() && place.path.starts_with(top + "/");
  place.shown = inside ? place.path.substr(top.size() + 1) : place.path;
  return place;
}

// Whose is the hook that is there? A symlink or a folder is not baraza's.
Result<HookOwner> owner_at(const HookPlace& place) {
  if (kind_of(place.path) != EntryKind::file) return HookOwner::other;
  const Result<std::string> text = read_file(place.path, place.shown, largest_hook);
  if (!text) return text.error();
  return owner_of_hook(*text);
}

std::string command_for(const HookPlace& place) {
  std::string folder = place.folder;
  if (folder.ends_with('/')) folder.pop_back();
  return "baraza " + (folder.empty() ? "" : "-C " + for_shell(folder) + " ") + "check --staged";
}

Status write_hook(const HookPlace& place) {
  if (Status made = make_folders(place.path.substr(0, place.path.rfind('/'))); !made)
    return made;
  Result<FileWriter> file = FileWriter::open(place.path);
  if (!file) return file.error();
  if (Status written = file->append(hook_text(place.folder)); !written) return written;
  if (::fchmod(file->descriptor(), 0755) != 0)
    return system_error("make executable", place.shown, errno);
  return file->commit();
}

Status move_file(const std::string& from, const std::string& to, const std::string& shown) {
  if (::rename(from.c_str(), to.c_str()) != 0) return system_error("move", shown, errno);
  return Done{};
}

// Nothing that baraza did not write is written over: with `force` it is kept under another
// name.
Status make_way(const HookPlace& place, bool force, const Env& env) {
  if (place.is_free()) return Done{};
  const Result<HookOwner> owner = owner_at(place);
  if (!owner) return owner.error();
  if (*owner == HookOwner::baraza) return Done{};
  const std::string kept = place.path + std::string(set_aside);
  const std::string shown = place.shown + std::string(set_aside);
  if (!force && *owner == HookOwner::changed)
    return Diagnostic{
        .message = "the hook `" + place.shown + "` was changed since baraza wrote it",
        .hint = "--force writes a new one, and keeps this one as `" + shown + "`"};
  if (!force)
    return Diagnostic{.message = "there is another hook already: `" + place.shown + "`",
                      .hint = "add the line `" + command_for(place) +
                              " || exit 1` to it, or use --force, which keeps it as `" + shown +
                              "`"};
  if (kind_of(kept) != EntryKind::missing)
    return Diagnostic{.message = "there is a `" + shown + "` already",
                      .hint = "move it elsewhere and try again; nothing was changed"};
  if (Status moved = move_file(place.path, kept, place.shown); !moved) return moved;
  if (!env.quiet)
    env.err << "What was there is kept as " << visible(shown) << ", and no longer runs.\n";
  return Done{};
}

ExitCode run_install(const HookOptions& options, const Env& env) {
  const Result<HookPlace> place = find_place(env);
  if (!place) return fail(env, place.error());
  Status done = make_way(*place, options.force, env);
  if (done) done = write_hook(*place);
  if (!done) return fail(env, done.error());
  env.out << visible(place->shown) << '\n';
  if (!env.quiet)
    env.err << "Each commit is checked first, and errors stop it; `git commit --no-verify` "
               "passes it by.\n";
  return ExitCode::ok;
}

ExitCode run_uninstall(const Env& env) {
  const Result<HookPlace> place = find_place(env);
  if (!place) return fail(env, place.error());
  if (place->is_free()) {
    if (!env.quiet)
      env.err << "There is no hook " << visible(place->shown) << "; nothing was changed.\n";
    return ExitCode::ok;
  }
  const Result<HookOwner> owner = owner_at(*place);
  if (!owner) return fail(env, owner.error());
  if (*owner != HookOwner::baraza)
    return fail(env, {.message = *owner == HookOwner::changed
                                     ? "the hook `" + place->shown +
                                           "` was changed since baraza wrote it"
                                     : "the hook `" + place->shown + "` is not baraza's",
                      .hint = "take what you do not want out of it by hand"});
  const std::size_t slash = place->path.rfind('/');
  if (const Status gone =
          remove_tree(place->path.substr(0, slash), place->path.substr(slash + 1));
      !gone)
    return fail(env, gone.error());
  env.out << visible(place->shown) << " is gone\n";
  const std::string kept = place->path + std::string(set_aside);
  if (kind_of(kept) == EntryKind::missing) return ExitCode::ok;
  if (const Status moved = move_file(kept, place->path, place->shown + std::string(set_aside));
      !moved)
    return fail(env, moved.error());
  if (!env.quiet) env.err << "The hook that was there before is back in its place.\n";
  return ExitCode::ok;
}

}  // namespace

std::string for_shell(const std::string& word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '/' || c == '.' || c == '-' || c == '_';
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string hook_text(std::string_view folder) {
  if (folder.ends_with('/')) folder.remove_suffix(1);
  const std::string bank = folder.empty() ? "." : for_shell("./" + std::string(folder));
  const std::string rest =
      "# Checks the cases that are about to be committed; errors stop the commit.\n"
      "# `baraza hook uninstall` takes it out, `git commit --no-verify` passes it by.\n"
      "bank=" +
      bank +
      "\n"
      "[ -e \"$bank/cases/bank.yaml\" ] || exit 0  # a branch without the bank\n"
      "if ! command -v baraza >/dev/null; then\n"
      "  echo 'baraza is not on the PATH, so nothing was checked and nothing is committed.' "
      ">&2\n"
      "  echo '  help: `make install` puts it there; `git commit --no-verify` commits "
      "unchecked'"
      " >&2\n"
      "  exit 1\n"
      "fi\n"
      "exec baraza -C \"$bank\" check --staged\n";
  return std::string(first_line) + std::string(mark) + hash_of(rest) + "\n" + rest;
}

HookOwner owner_of_hook(std::string_view text) {
  if (!text.starts_with(first_line)) return HookOwner::other;
  text.remove_prefix(first_line.size());
  if (!text.starts_with(mark)) return HookOwner::other;
  text.remove_prefix(mark.size());
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return HookOwner::changed;
  return text.substr(0, end) == hash_of(text.substr(end + 1)) ? HookOwner::baraza
                                                              : HookOwner::changed;
}

Command add_hook(CLI::App& app, const Facets&) {
  CLI::App* spec = app.add_subcommand("hook", "Have git check each commit before it is made");
  spec->require_subcommand(1);
  auto options = std::make_shared<HookOptions>();
  CLI::App* install = spec->add_subcommand("install", "Write the hook");
  install->add_flag("--force", options->force,
                    "where there is another hook, keep that under another name");
  CLI::App* uninstall = spec->add_subcommand("uninstall", "Take the hook out again");
  return {spec, [options, uninstall](const Env& env) {
            return uninstall->parsed() ? run_uninstall(env) : run_install(*options, env);
          }};
}

}  // namespace baraza::tools
