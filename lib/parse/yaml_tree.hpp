// The one place that knows yaml-cpp: its events become the located tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.hpp"
#include "parse/findings.hpp"

namespace baraza::parse {

struct TreeResult {
  content::Node node = {};
  bool ok = false;      // the text was read whole
  bool placed = false;  // a finding has said why it was not
  std::size_t error_at = 0;
  std::string error = {};  // in the library's words
};

// Reads [begin, end) of the text that `found` places, which has LF line ends.
TreeResult read_tree(std::size_t begin, std::size_t end, int max_depth, Findings& found);

// Drops repeated keys of `map`, keeping the first of each, and reports them.
void drop_duplicates(content::Node& map, Findings& found);

}  // namespace baraza::parse
