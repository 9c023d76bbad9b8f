// Reads YAML into the located tree: JSON's shapes, every value with the place of its author.
//
// What is refused: aliases, anchors, tags, keys that are no texts, more than one document. A
// mistake breaks the top-level key it stands in, whose value becomes a node of the kind
// `broken`; all other keys are read whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"

namespace baraza::parse {

struct YamlLimits {
  std::size_t max_bytes = std::size_t{64} << 10U;
  int max_depth = 64;
};

// `first_line` is the line in the file of the text's first line. Adds E130 to E159. A text of
// comments alone is an empty map.
content::Node parse_yaml(std::string_view text, const std::string& path, int first_line,
                         const YamlLimits& limits, Diagnostics& found);

}  // namespace baraza::parse
