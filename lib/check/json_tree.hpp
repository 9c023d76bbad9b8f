// Reads JSON into the located tree: the schemas that JSON Schema publishes about itself, and
// schemas that a bank brings as JSON.
//
// Source: RFC 8259.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "content/tree.hpp"

namespace baraza::check {

// One JSON value and nothing after it. Numbers keep their digits as written. `path` only names
// the text in errors.
//
// Fails with [schema-form] (E401) at the first character that is not JSON, and where values
// stand more than 200 deep.
Result<content::Node> read_json(std::string_view text, const std::string& path);

}  // namespace baraza::check
