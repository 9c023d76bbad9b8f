#include "tools/definitions.hpp"

#include <algorithm>
#include <utility>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "check/check_record.hpp"
#include "check/check_settings.hpp"
#include "check/check_tree.hpp"
#include "check/check_vocabularies.hpp"
#include "check/controls.hpp"
#include "parse/bytes.hpp"
#include "parse/case_file.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view bank_path = "cases/bank.yaml";
constexpr std::string_view synonyms_path = "schemas/synonyms.yaml";
constexpr std::string_view schema_suffix = ".schema.yaml";

bool is_schema(const std::string& path) { return path.ends_with(schema_suffix); }

// `schemas/output/search.schema.yaml` is `output/search`.
std::string schema_name(std::string_view path) {
  path.remove_prefix(std::string_view("schemas/").size());
  path.remove_suffix(schema_suffix.size());
  return std::string(path);
}

bool is_term_list(const std::string& path) {
  return path.starts_with("schemas/vocabularies/") || path.starts_with("schemas/frameworks/");
}

void compile_schemas(Definitions& definitions, const std::map<std::string, std::string>& paths,
                     Diagnostics& found) {
  const check::Loader loader = [&](const std::string& uri) -> std::optional<content::Node> {
    for (const auto& [name, path] : paths)
      if (path == uri) return definitions.schema_trees.at(name);
    return std::nullopt;
  };
  for (const auto& [name, tree] : definitions.schema_trees) {
    Diagnostics own;
    check::Schema schema = check::Schema::compile(tree, paths.at(name), loader, own);
    // One that asks without end would say so again of every record.
    const bool endless =
        std::any_of(own.all().begin(), own.all().end(),
                    [](const Diagnostic& finding) { return finding.rule == "E406"; });
    definitions.schemas[name] = endless ? check::Schema() : std::move(schema);
    found.add_all(own.all());
  }
}

void read_schemas(const std::vector<SourceFile>& sources, Definitions& definitions,
                  Diagnostics& found) {
  std::map<std::string, std::string> paths;
  for (const SourceFile& source : sources) {
    if (!is_schema(source.path)) continue;
    const std::string name = schema_name(source.path);
    content::Node tree = parse::parse_yaml_file(source.bytes, source.path, found);
    if (tree.is_broken() || tree.kind == content::Node::Kind::null)
      tree = content::make_boolean(true);
    definitions.schema_trees[name] = std::move(tree);
    paths[name] = source.path;
  }
  compile_schemas(definitions, paths, found);
}

// A list that cannot be read whole is left out, so that its terms are not unknown everywhere.
void read_term_lists(const std::vector<SourceFile>& sources, Definitions& definitions,
                     Diagnostics& found) {
  for (const SourceFile& source : sources) {
    if (!is_term_list(source.path) || is_schema(source.path)) continue;
    Diagnostics own;
    const content::Node tree = parse::parse_yaml_file(source.bytes, source.path, own);
    const content::Node* terms = tree.find("terms");
    const bool readable = !own.has_errors() && terms != nullptr && terms->is_list();
    content::Vocabulary list = content::make_vocabulary(tree, source.path);
    list.built_in = source.built_in;
    check::check_tree(definitions.schemas[list.framework ? "framework" : "vocabulary"], tree,
                      source.path, own);
    found.add_all(own.all());
    if (!readable) continue;
    auto& lists =
        list.framework ? definitions.vocabularies.frameworks : definitions.vocabularies.lists;
    lists[list.id] = std::move(list);
  }
}

void read_synonyms(const std::vector<SourceFile>& sources, Definitions& definitions,
                   Diagnostics& found) {
  for (const SourceFile& source : sources) {
    if (source.path != synonyms_path) continue;
    const content::Node tree = parse::parse_yaml_file(source.bytes, source.path, found);
    if (!tree.is_broken())
      check::check_tree(definitions.schemas["synonyms"], tree, source.path, found);
    definitions.synonyms = content::make_synonyms(tree);
  }
}

void read_bank_yaml(const std::string& root, const Overlay& overlay, Definitions& definitions,
                    std::string& all, Diagnostics& found) {
  const Result<std::string> bytes =
      read_bank_file(root, std::string(bank_path), parse::max_data_bytes, overlay);
  if (!bytes) return found.add(bytes.error());
  all += *bytes;
  definitions.hashes[std::string(bank_path)] = short_hash(*bytes);
  const content::Node tree = parse::parse_yaml_file(*bytes, std::string(bank_path), found);
  if (!tree.is_broken())
    check::check_tree(definitions.schemas["bank"], tree, std::string(bank_path), found);
  check::check_settings(tree, std::string(bank_path), definitions.facets,
                        definitions.vocabularies, found);
  check::check_rule_levels(tree, std::string(bank_path), found);
  definitions.settings = content::make_settings(tree);
}

}  // namespace

Definitions read_definitions(const std::string& root, Diagnostics& found,
                             const Overlay& overlay) {
  Definitions definitions;
  std::string all = BARAZA_VERSION;
  std::vector<SourceFile> sources = read_sources(root, "schemas", found, overlay);
  for (const SourceFile& source : sources) {
    all += source.path + (source.built_in ? '\1' : '\0') + source.bytes + '\0';
    definitions.hashes[source.path] = short_hash(source.bytes);
  }
  read_schemas(sources, definitions, found);
  read_term_lists(sources, definitions, found);
  read_synonyms(sources, definitions, found);
  for (const auto& [name, schema] : definitions.schemas)
    check::check_schema_vocabularies(schema, definitions.vocabularies, found);
  definitions.facets = content::find_facets(definitions.schema_trees["case"]);
  read_bank_yaml(root, overlay, definitions, all, found);
  check::check_vocabularies(definitions.vocabularies, definitions.facets, found);
  definitions.fingerprint = hash_of(all);
  for (SourceFile& source : sources)
    if (source.built_in) definitions.built_in.push_back(std::move(source));
  return definitions;
}

std::string schema_name_for(const content::Node& front, const std::string& path) {
  std::vector<std::string> kinds = {"case", "insight", "digest", "translation"};
  const auto is_kind = [&](const std::string& name) {
    return std::find(kinds.begin(), kinds.end(), name) != kinds.end();
  };
  std::string name = front.text_of("schema");
  name = name.substr(0, name.find('/'));
  if (!is_kind(name)) name = front.text_of("kind");
  if (!is_kind(name) && !name.empty()) {  // the one that was meant says what is wrong with it
    const std::vector<std::string> near = nearest(kinds, name);
    name = near.empty() ? std::string() : near.front();
  }
  if (name.empty() && path.starts_with("cases/insights/")) name = "insight";
  if (name.empty() && path.starts_with("cases/digest/")) name = "digest";
  if (!content::name_of_path(path).language.empty()) name = "translation";
  return name.empty() ? "case" : name;
}

const check::Schema& schema_for(const Definitions& definitions, const content::Node& front,
                                const std::string& path) {
  static const check::Schema allows_all;
  const auto at = definitions.schemas.find(schema_name_for(front, path));
  return at == definitions.schemas.end() ? allows_all : at->second;
}

std::map<std::string, std::string> field_labels(const Definitions& definitions) {
  std::map<std::string, std::string> labels;
  const auto schema = definitions.schema_trees.find("case");
  const content::Node* properties =
      schema == definitions.schema_trees.end() ? nullptr : schema->second.find("properties");
  if (properties == nullptr || !properties->is_map()) return labels;
  for (std::size_t i = 0; i < properties->keys.size(); ++i)
    if (std::string title = properties->children[i].text_of("title"); !title.empty())
      labels[properties->keys[i].name] = std::move(title);
  return labels;
}

}  // namespace baraza::tools
