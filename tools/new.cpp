// `baraza new`: the first draft of a record.
#include "tools/new.hpp"

#include <ostream>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "content/record.hpp"

namespace baraza::tools {
namespace {

// The reason with paths as the bank has them.
Diagnostic within(const std::string& root, Diagnostic reason) {
  const std::string start = root + "/";
  for (std::size_t at = 0; (at = reason.message.find(start, at)) != std::string::npos;)
    reason.message.erase(at, start.size());
  return reason;
}

}  // namespace

ExitCode refuse_new(const Env& env, const std::string& message, const std::string& hint) {
  write_error(env.err, message, hint);
  return ExitCode::usage;
}

ExitCode write_new(const Env& env, const std::string& root, const std::string& path,
                   const std::string& text) {
  const std::string file = join_path(root, path);
  const std::string real = real_path(file);  // empty where a file is in the way, told below
  if (!real.empty() && !lies_within(real, join_path(root, "cases")))
    return fail(env, {.message = "`" + path + "` would be outside the bank",
                      .hint = "a symlink leads out of it; remove that first"});
  if (kind_of(file) != EntryKind::missing)
    return refuse_new(env, "`" + path + "` is there already", "nothing was changed");
  Status written = make_folders(file.substr(0, file.rfind('/')));
  if (written) written = write_whole(file, text);
  if (!written) return fail(env, within(root, written.error()));
  env.out << path << '\n';
  return ExitCode::ok;
}

Command add_new(CLI::App& app, const Facets& facets) {
  CLI::App* spec = app.add_subcommand("new", "Write the first draft of a record");
  spec->require_subcommand(1);
  const std::vector<Command> commands = {add_new_case(*spec, facets), add_new_insight(*spec),
                                         add_new_digest(*spec, facets),
                                         add_new_translation(*spec)};
  return {spec, [commands](const Env& env) {
            for (const Command& command : commands)
              if (command.spec->parsed()) return command.run(env);
            return ExitCode::usage;
          }};
}

}  // namespace baraza::tools
