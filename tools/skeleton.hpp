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

// What the writer has said already, by field.
struct Given {
  std::string schema = {};                                     // its name, `case`
  std::map<std::string, std::string> texts = {};               // `title`, `url`
  std::map<std::string, std::vector<std::string>> terms = {};  // of facets
  // Of a list of records, one key of each: `rests_on` of an insight has lessons.
  struct Items {
    std::string key = {};
    std::vector<std::string> values = {};
  };
  std::map<std::string, Items> items = {};
};

// YAML between fences and a body of headings. It satisfies `schema` as far as a schema's
// examples, constants and limits tell; `draft: true` where the schema knows drafts.
std::string write_skeleton(const content::Node& schema,
                           const content::Vocabularies& vocabularies, const Given& given);

// One field of that schema in YAML, `name: ...`, as a skeleton has it.
std::string write_field(const content::Node& root, const content::Node& field,
                        const std::string& name, const content::Vocabularies& vocabularies);

// A scalar as YAML writes it: plain where it can be, else in double quotes.
std::string yaml_scalar(std::string_view text);

}  // namespace baraza::tools
