// `baraza schema`: the schema of a record as plain JSON Schema for editors, or as the bank has
// it; and the terms of a vocabulary or a framework.
#include <algorithm>
#include <ostream>
#include <utility>

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
    if (source.path == "schemas/" + options.name + ".schema.yaml" ||
        source.path == "schemas/" + options.name + ".yaml")
      env.out << source.bytes;
  return ExitCode::ok;
}

// The vocabulary or framework of a name such as `vocabularies/sectors`; null if there is none.
const content::Vocabulary* find_list(const Definitions& definitions, const std::string& name) {
  for (const auto& [folder, lists] :
       {std::pair("vocabularies/", &definitions.vocabularies.lists),
        std::pair("frameworks/", &definitions.vocabularies.frameworks)})
    if (name.starts_with(folder)) {
      const auto at = lists->find(name.substr(std::string_view(folder).size()));
      if (at != lists->end()) return &at->second;
    }
  return nullptr;
}

// One term a line: its id, what people call it, and what has taken its place.
void print_terms(const content::Vocabulary& list, std::string_view language,
                 std::ostream& out) {
  std::size_t widest = 0;
  for (const content::Term& term : list.terms) widest = std::max(widest, term.id.size());
  for (const content::Term& term : list.terms) {
    out << term.id << std::string(widest - term.id.size() + 2, ' ') << term.label_in(language);
    if (term.deprecated)
      out << (term.replaced_by.empty() ? " (no longer used)"
                                       : " (no longer used: write " + term.replaced_by + ")");
    out << '\n';
  }
}

ExitCode refuse_name(const Definitions& definitions, const std::string& asked, const Env& env) {
  std::vector<std::string> names;
  for (const auto& [name, schema] : definitions.schema_trees) names.push_back(name);
  std::vector<std::string> all = names;
  for (const auto& [id, list] : definitions.vocabularies.lists)
    all.push_back("vocabularies/" + id);
  for (const auto& [id, list] : definitions.vocabularies.frameworks)
    all.push_back("frameworks/" + id);
  const std::string hint = did_you_mean(nearest(all, asked));
  env.err << "baraza: there is no schema `" << asked << "`" << (hint.empty() ? "" : "; ")
          << hint << "\n  help: there are " << join(names, ", ")
          << "; and lists of terms such as vocabularies/sectors\n";
  return ExitCode::usage;
}

ExitCode run_schema(const SchemaOptions& options, const Env& env) {
  const Definitions definitions = definitions_here(env);
  if (const content::Vocabulary* list = find_list(definitions, options.name); list != nullptr) {
    if (options.yaml) return print_yaml(options, env);
    print_terms(*list, definitions.settings.language(), env.out);
    return ExitCode::ok;
  }
  const auto tree = definitions.schema_trees.find(options.name);
  if (tree == definitions.schema_trees.end())
    return refuse_name(definitions, options.name, env);
  if (options.yaml) return print_yaml(options, env);
  env.out << check::to_json_schema(tree->second, definitions.vocabularies);
  return ExitCode::ok;
}

}  // namespace

Command add_schema(CLI::App& app, const Facets&) {
  auto options = std::make_shared<SchemaOptions>();
  CLI::App* spec = app.add_subcommand(
      "schema", "Print a schema as JSON Schema for editors, or a list of terms");
  spec->add_option(
          "name", options->name,
          "which: case, insight, digest, bank, output/search, vocabularies/sectors, ...")
      ->capture_default_str();
  spec->add_flag("--yaml", options->yaml,
                 "as the bank has it, with the words that are baraza's own");
  return {spec, [options](const Env& env) { return run_schema(*options, env); }};
}

}  // namespace baraza::tools
