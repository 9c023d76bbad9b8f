#include "check/schema_keys.hpp"

#include <algorithm>
#include <set>

namespace baraza::check {
namespace {

constexpr int deepest = 8;

void collect_parts(const Subschema* schema, bool branches, int depth,
                   std::vector<const Subschema*>& parts) {
  if (schema == nullptr || depth > deepest ||
      std::find(parts.begin(), parts.end(), schema) != parts.end())
    return;
  parts.push_back(schema);
  collect_parts(schema->ref, branches, depth + 1, parts);
  for (const Subschema* part : schema->all_of) collect_parts(part, branches, depth + 1, parts);
  if (!branches) return;
  for (const Subschema* part : {schema->condition, schema->then_do, schema->else_do})
    collect_parts(part, branches, depth + 1, parts);
  for (const auto* list : {&schema->any_of, &schema->one_of})
    for (const Subschema* part : *list) collect_parts(part, branches, depth + 1, parts);
}

}  // namespace

std::vector<const Subschema*> same_value_parts(const Subschema& schema) {
  std::vector<const Subschema*> parts;
  collect_parts(&schema, true, 0, parts);
  return parts;
}

std::vector<std::string> known_keys(const Subschema& schema) {
  std::set<std::string> keys;
  for (const Subschema* part : same_value_parts(schema))
    for (const auto& [name, value] : part->properties) keys.insert(name);
  return {keys.begin(), keys.end()};
}

std::vector<const Subschema*> properties_named(const Subschema& schema, std::string_view key) {
  std::vector<const Subschema*> values;
  for (const Subschema* part : same_value_parts(schema))
    if (const Subschema* value = part->property(key); value != nullptr) values.push_back(value);
  return values;
}

std::vector<std::string> required_keys(const Subschema& schema) {
  std::vector<const Subschema*> parts;
  collect_parts(&schema, false, 0, parts);
  std::vector<std::string> keys;
  for (const Subschema* part : parts)
    for (const std::string& key : part->required)
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  return keys;
}

}  // namespace baraza::check
