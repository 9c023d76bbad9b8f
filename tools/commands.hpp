// What a command is: its definition for CLI11, from which help comes, and what it does.
#pragma once

#include <functional>
#include <vector>

#include <CLI/CLI.hpp>

#include "content/schema.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

struct Command {
  CLI::App* spec = nullptr;
  std::function<ExitCode(const Env&)> run = {};
};

// The bank's own facets become options of some commands: `--country`, or `--topic` elsewhere.
using Facets = std::vector<content::Facet>;

Command add_init(CLI::App& app, const Facets& facets);
Command add_new(CLI::App& app, const Facets& facets);
Command add_check(CLI::App& app, const Facets& facets);
Command add_hook(CLI::App& app, const Facets& facets);
Command add_index(CLI::App& app, const Facets& facets);
Command add_search(CLI::App& app, const Facets& facets);
Command add_show(CLI::App& app, const Facets& facets);
Command add_similar(CLI::App& app, const Facets& facets);
Command add_list(CLI::App& app, const Facets& facets);
Command add_contradictions(CLI::App& app, const Facets& facets);
Command add_build(CLI::App& app, const Facets& facets);
Command add_explain(CLI::App& app, const Facets& facets);
Command add_schema(CLI::App& app, const Facets& facets);
Command add_completion(CLI::App& app, const Facets& facets);
Command add_complete(CLI::App& app, const Facets& facets);
Command add_man(CLI::App& app, const Facets& facets);

}  // namespace baraza::tools
