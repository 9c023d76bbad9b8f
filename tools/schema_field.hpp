// One field of a schema, told to the person who writes it: what it is for, which form it has
// and how that is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/tree.hpp"
#include "content/vocabulary.hpp"
#include "tools/run.hpp"
#include "tools/schema_view.hpp"

namespace baraza::tools {

// The field of a path such as `lessons/claim` in the schema `root`; lists are passed through.
// Null where there is none.
const content::Node* find_field(const content::Node& root, std::string_view path);
// Paths of all fields, as far as they can be named.
std::vector<std::string> field_paths(const content::Node& root);

// Prints it. `name` is that of the schema, for the commands that tell more.
void print_field(const content::Node& root, const std::string& name, const std::string& path,
                 const content::Vocabularies& vocabularies, const Env& env);

// The form of a value in a line of words: `text of at most 280 characters`.
std::string form_of(const SchemaView& schema);

}  // namespace baraza::tools
