// `baraza schema`: the schema of a record as plain JSON Schema for editors, or as the bank has
// it; one of its fields in words; and the terms of a vocabulary or a framework.
#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "check/published_schema.hpp"
#include "tools/commands.hpp"
#include "tools/definitions.hpp"
#include "tools/format/help.hpp"
#include "tools/format/wrap.hpp"
#include "tools/schema_field.hpp"

namespace baraza::tools {
namespace {

struct SchemaOptions {
  std::string name = "case";
  std::string field;
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

// Each term: its id, what people call it, what it means and what has taken its place.
void print_terms(const content::Vocabulary& list, std::string_view language, const Env& env) {
  std::size_t widest = 0;
  for (const content::Term& term : list.terms) widest = std::max(widest, term.id.size());
  for (const content::Term& term : list.terms) {
    std::string words(term.label_in(language));
    if (const std::string& meaning = content::text_in(term.description, language);
        !meaning.empty())
      words += ": " + meaning;
    if (term.deprecated)
      words += term.replaced_by.empty() ? " (no longer used)"
                                        : " (no longer used: write " + term.replaced_by + ")";
    env.out << hung(term.id + std::string(widest - term.id.size() + 2, ' '), words,
                    env.width_out);
  }
}

// The lists of a folder, `vocabularies` or `frameworks`, with how many terms each has; null for
// another name.
const std::map<std::string, content::Vocabulary>* find_lists(const Definitions& definitions,
                                                             std::string_view name) {
  if (name.ends_with('/')) name.remove_suffix(1);
  if (name == "vocabularies") return &definitions.vocabularies.lists;
  return name == "frameworks" ? &definitions.vocabularies.frameworks : nullptr;
}

void print_lists(const std::map<std::string, content::Vocabulary>& lists,
                 const std::string& folder, std::string_view language, const Env& env) {
  std::size_t widest = 0;
  for (const auto& [id, list] : lists) widest = std::max(widest, id.size());
  for (const auto& [id, list] : lists) {
    const std::string& meaning = content::text_in(list.description, language);
    env.out << hung(
        id + std::string(widest - id.size() + 2, ' '),
        counted(list.terms.size(), "term", "terms") + (meaning.empty() ? "" : ": " + meaning),
        env.width_out);
  }
  if (!env.quiet)
    env.out << "\n`baraza schema " << folder << "/NAME` lists the terms of one.\n";
}

ExitCode refuse_name(const Definitions& definitions, const std::string& asked, const Env& env) {
  std::vector<std::string> names;
  for (const auto& [name, schema] : definitions.schema_trees) names.push_back(name);
  std::vector<std::string> all = names;
  for (const auto& [id, list] : definitions.vocabularies.lists)
    all.push_back("vocabularies/" + id);
  for (const auto& [id, list] : definitions.vocabularies.frameworks)
    all.push_back("frameworks/" + id);
  all.emplace_back("vocabularies");
  all.emplace_back("frameworks");
  const std::string hint = did_you_mean(nearest(all, asked));
  write_error(env.err,
              "there is no schema `" + shorten(asked, longest_word) + "`" +
                  (hint.empty() ? "" : "; ") + hint,
              "there are " + join(names, ", ") +
                  "; and lists of terms such as vocabularies/sectors, which `baraza schema "
                  "vocabularies` names");
  return ExitCode::usage;
}

ExitCode print_one_field(const SchemaOptions& options, const content::Node& schema,
                         const Definitions& definitions, const Env& env) {
  if (find_field(schema, options.field) != nullptr) {
    print_field(schema, options.name, options.field, definitions.vocabularies, env);
    return ExitCode::ok;
  }
  const std::vector<std::string> paths = field_paths(schema);
  std::vector<std::string> near = nearest(paths, options.field);
  // Of a field in others, its own name may have been given.
  for (const std::string& path : paths)
    if (near.empty() && path.ends_with("/" + options.field)) near.push_back(path);
  const std::string hint = did_you_mean(near);
  write_error(env.err,
              "the schema `" + options.name + "` has no field `" +
                  shorten(options.field, longest_word) + "`" + (hint.empty() ? "" : "; ") +
                  hint,
              "a field in another is named by both, such as `lessons/claim`");
  return ExitCode::usage;
}

ExitCode run_schema(const SchemaOptions& options, const Env& env) {
  const Definitions definitions = definitions_here(env);
  const std::string& language = definitions.settings.language();
  if (const auto* lists = find_lists(definitions, options.name); lists != nullptr) {
    print_lists(*lists, options.name.substr(0, options.name.find('/')), language, env);
    return ExitCode::ok;
  }
  if (const content::Vocabulary* list = find_list(definitions, options.name); list != nullptr) {
    if (options.yaml) return print_yaml(options, env);
    print_terms(*list, language, env);
    return ExitCode::ok;
  }
  const auto tree = definitions.schema_trees.find(options.name);
  if (tree == definitions.schema_trees.end())
    return refuse_name(definitions, options.name, env);
  if (!options.field.empty()) return print_one_field(options, tree->second, definitions, env);
  if (options.yaml) return print_yaml(options, env);
  env.out << check::to_json_schema(tree->second, definitions.vocabularies);
  return ExitCode::ok;
}

}  // namespace

Command add_schema(CLI::App& app, const Facets&) {
  auto options = std::make_shared<SchemaOptions>();
  CLI::App* spec = app.add_subcommand(
      "schema", "Print a schema, one field of it in words, or a list of terms");
  spec->add_option("name", options->name,
                   "which: case, insight, digest, bank, output/search, vocabularies, "
                   "vocabularies/sectors, ...")
      ->check(completes_as("schemas"))
      ->capture_default_str();
  CLI::Option* field =
      spec->add_option("field", options->field,
                       "tell of this field of it alone, in words: summary, lessons/claim, ...");
  spec->add_flag("--yaml", options->yaml,
                 "as the bank has it, with the words that are baraza's own")
      ->excludes(field);
  return {spec, [options](const Env& env) { return run_schema(*options, env); }};
}

}  // namespace baraza::tools
