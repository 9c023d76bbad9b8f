// What a schema, together with those it refers to for the same value, says of a map's keys. For
// check's own files alone.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/schema_model.hpp"

namespace baraza::check {

// The schema itself and all that it applies to the same value: by `$ref`, `allOf`, `anyOf`,
// `oneOf`, `if`, `then` and `else`; each once, itself first.
std::vector<const Subschema*> same_value_parts(const Subschema& schema);
// The keys that it has properties for.
std::vector<std::string> known_keys(const Subschema& schema);
// What is said of the value under a key.
std::vector<const Subschema*> properties_named(const Subschema& schema, std::string_view key);
// The keys that must be there whatever else is.
std::vector<std::string> required_keys(const Subschema& schema);

}  // namespace baraza::check
