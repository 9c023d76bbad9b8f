// The text of a new record, made from its schema: what must be said with words to replace, and
// what may be said as comments.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/schema.hpp"
#include "content/tree.hpp"
#include "content/vocabulary.hpp"

namespace baraza::tools {

struct Given {
  std::string title = {};
  std::map<std::string, std::vector<std::string>> terms = {};  // by the field of the facet
};

// YAML between fences and a body of headings. It satisfies `schema` as far as a schema's
// examples, constants and limits tell; `draft: true` where the schema knows drafts.
std::string write_skeleton(const content::Node& schema,
                           const content::Vocabularies& vocabularies, const Given& given);

// A scalar as YAML writes it: plain where it can be, else in double quotes.
std::string yaml_scalar(std::string_view text);

}  // namespace baraza::tools
