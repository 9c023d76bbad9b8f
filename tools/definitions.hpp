// What a bank says about itself: its settings, schemas, vocabularies and frameworks, read,
// checked and ready for use.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "content/card.hpp"
#include "content/schema.hpp"
#include "content/synonyms.hpp"
#include "content/tree.hpp"
#include "content/vocabulary.hpp"
#include "tools/bank_folder.hpp"

namespace baraza::tools {

struct Definitions {
  content::Settings settings = {};
  std::vector<content::Facet> facets = {};
  content::Vocabularies vocabularies = {};
  std::vector<content::SynonymGroup> synonyms = {};
  std::map<std::string, content::Node> schema_trees = {};  // by name: `case`, `output/search`
  check::SchemasByName schemas = {};                       // the same, compiled
  std::vector<SourceFile> built_in = {};  // the program's own files in use, for excerpts
  std::map<std::string, std::string> hashes = {};  // of the bytes of every file read, by path
  std::string fingerprint = {};  // of all of the above and the program: what findings depend on
};

// Reads bank.yaml and everything below schemas/, and checks each against its own schema. What
// is wrong is found and left out; a schema that cannot be used is replaced by one that allows
// all.
Definitions read_definitions(const std::string& root, Diagnostics& found,
                             const Overlay& overlay = {});

// The name of the schema for a record: by its `schema: NAME/1`, else by its kind.
std::string schema_name_for(const content::Node& front, const std::string& path);
// That schema; one that allows all where the bank has none of the name.
const check::Schema& schema_for(const Definitions& definitions, const content::Node& front,
                                const std::string& path);

// What people call the fields of a case, by field: the titles that its schema gives them.
std::map<std::string, std::string> field_labels(const Definitions& definitions);

}  // namespace baraza::tools
