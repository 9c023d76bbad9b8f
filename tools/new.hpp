// What the commands of `baraza new` share, and how each is defined.
#pragma once

#include <functional>
#include <string>

#include "tools/commands.hpp"

namespace baraza::tools {

ExitCode refuse_new(const Env& env, const std::string& message, const std::string& hint);

// Writes `path`, a record of the bank at `root` that is not there yet, and names it. Leaves
// what is there as it is, and does not leave the bank.
ExitCode write_new(const Env& env, const std::string& root, const std::string& path,
                   const std::string& text);

// Each adds its command below `app`, which is `baraza new`.
Command add_new_case(CLI::App& app, const Facets& facets);
Command add_new_insight(CLI::App& app);
Command add_new_digest(CLI::App& app, const Facets& facets);
Command add_new_translation(CLI::App& app);

}  // namespace baraza::tools
