// The documents in which JSON Schema 2020-12 describes itself, so that a schema may refer to
// them without a network.
//
// Source: https://json-schema.org/draft/2020-12/schema and the vocabularies that it names.
#pragma once

#include <string_view>

namespace baraza::check {

// The JSON of the document that is published at `uri`, without a fragment; empty if it is none.
std::string_view find_metaschema(std::string_view uri);

}  // namespace baraza::check
