// `baraza schema`: the schema of a record as plain JSON Schema for editors, or as the bank has
// it.
#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "check/published_schema.hpp"
#include "tools/commands.hpp"
#include "tools/definitions.hpp"

namespace baraza::tools {
namespace {

struct SchemaOptions {
  std::string name = "case";
  bool yaml = false;
};

// Without a bank, the program's own schemas are shown.
Definitions definitions_here(const Env& env) {
  Diagnostics ignored;
  const Result<std::string> root = find_bank(env.start);
  return read_definitions(root ? *root : std::string(), ignored);
}

ExitCode print_yaml(const SchemaOptions& options, const Env& env) {
  Diagnostics ignored;
  const Result<std::string> root = find_bank(env.start);
  for (const SourceFile& source :
       read_sources(root ? *root : std::string(), "schemas", ignored))
    if (source.path == "schemas/" + options.name + ".schema.yaml") env.out << source.bytes;
  return ExitCode::ok;
}

ExitCode run_schema(const SchemaOptions& options, const Env& env) {
  const Definitions definitions = definitions_here(env);
  const auto tree = definitions.schema_trees.find(options.name);
  if (tree == definitions.schema_trees.end()) {
    std::vector<std::string> names;
    for (const auto& [name, schema] : definitions.schema_trees) names.push_back(name);
    const std::string hint = did_you_mean(nearest(names, options.name));
    env.err << "baraza: there is no schema `" << options.name << "`"
            << (hint.empty() ? "" : "; ") << hint << "\n  help: there are " << join(names, ", ")
            << '\n';
    return ExitCode::usage;
  }
  if (options.yaml) return print_yaml(options, env);
  env.out << check::to_json_schema(tree->second, definitions.vocabularies);
  return ExitCode::ok;
}

}  // namespace

Command add_schema(CLI::App& app, const Facets&) {
  auto options = std::make_shared<SchemaOptions>();
  CLI::App* spec =
      app.add_subcommand("schema", "Print a schema as JSON Schema, for editors and programs");
  spec->add_option("name", options->name,
                   "which: case, insight, digest, bank, output/search, ...")
      ->capture_default_str();
  spec->add_flag("--yaml", options->yaml,
                 "as the bank has it, with the words that are baraza's own");
  return {spec, [options](const Env& env) { return run_schema(*options, env); }};
}

}  // namespace baraza::tools
