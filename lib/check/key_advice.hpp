// What the writer of an unknown key may have meant. For check's own files alone.
#pragma once

#include "check/json_schema.hpp"
#include "check/schema_evaluator.hpp"

namespace baraza::check {

// `problem` is of the kind unknown_key, in the tree `root`, which `schema` describes. A key may
// stand at the wrong depth, or belong to a record of another kind of `schemas`.
KeyAdvice advise_key(const Problem& problem, const content::Node& root, const Subschema& schema,
                     const SchemasByName& schemas);

}  // namespace baraza::check
