// A tree against its schema, to findings in a writer's words: what is there, where, and what
// would help.
//
// One root cause is one finding. Of a value that breaks several keywords the first is told; a
// misspelt key is not also missing; a union tells what is wrong with the branch that was meant.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "content/tree.hpp"

namespace baraza::check {

struct Mark;

// Adds what `schema` does not allow in `tree`, the file `path`: [missing-key], [unknown-key],
// [wrong-type], [text-length], [text-form], [number-range], [list-length], [listed-twice],
// [not-allowed-value], [no-form-fits], [not-allowed], [to-publish], [date-order]. What a record
// needs to be published is a hint in a draft, one that says `draft: true`.
void check_tree(const Schema& schema, const content::Node& tree, const std::string& path,
                Diagnostics& found);

// The same, and answers the values that the schema marks with `x-vocabulary`, `x-ref` or
// `x-unique` and finds right so far; they point into `schema` and `tree`.
// A key that belongs to a record of another kind, one of `schemas`, is told as such.
std::vector<Mark> check_marked_tree(const Schema& schema, const SchemasByName& schemas,
                                    const content::Node& tree, const std::string& path,
                                    Diagnostics& found);

}  // namespace baraza::check
