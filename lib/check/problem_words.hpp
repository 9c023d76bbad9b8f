// Problems in a writer's words. For check's own files alone.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "check/schema_evaluator.hpp"

namespace baraza::check {

// The finding that tells a problem; `root` is the whole tree, in the file `path`.
Diagnostic to_finding(const Problem& problem, const content::Node& root,
                      const std::string& path);

// What people call one of a list: `countries` holds a `country`, `bases` a `basis`.
std::string singular(std::string_view plural);
// The name a message gives a value: `summary`, in backticks, or `an item of `tags``.
std::string subject_of(const Location& at);
// Where a value stands; of one that has no place, where its key does.
Span span_of(const Location& at);

}  // namespace baraza::check
