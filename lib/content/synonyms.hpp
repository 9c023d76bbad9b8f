// Words and phrases that mean the same to a reader who searches: schemas/synonyms.yaml.
#pragma once

#include <string>
#include <vector>

#include "content/tree.hpp"

namespace baraza::content {

struct SynonymGroup {
  std::vector<std::string> names = {};  // words or phrases, of any language

  bool operator==(const SynonymGroup&) const = default;
};

// Reads a tree that satisfies its schema; what does not have the expected form is left out.
std::vector<SynonymGroup> make_synonyms(const Node& tree);

}  // namespace baraza::content
