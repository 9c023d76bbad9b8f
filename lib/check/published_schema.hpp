// A bank's schema as plain JSON Schema 2020-12, for editors and other programs.
#pragma once

#include <string>

#include "content/tree.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// The schema as indented JSON with a line end. A value that takes a term of a vocabulary takes
// one of the terms by name, with their labels as titles; the other words of baraza's own are
// left out.
std::string to_json_schema(const content::Node& schema_tree,
                           const content::Vocabularies& vocabularies);

}  // namespace baraza::check
