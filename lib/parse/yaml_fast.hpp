// Reads the YAML that writers write, in one pass, into the tree that yaml-cpp gives of it.
//
// yaml-cpp stays the authority: what is not here, or not certain to be read as it reads it
// (tags, anchors, aliases, `? ` keys, blocks with a digit, pairs in `[]`, tabs that indent,
// anything that is no valid YAML), is left to it. Whatever this reader answers is equal to
// what read_tree() answers, the places too; a test holds the two together.
#pragma once

#include <cstddef>
#include <optional>

#include "content/tree.hpp"
#include "parse/findings.hpp"

namespace baraza::parse {

// Reads [begin, end) of the text that `found` places, in which scan_yaml() has found no
// mistake. Answers nothing where the text is to be read by read_tree(); what `found` then holds
// is of no worth.
std::optional<content::Node> read_fast(std::size_t begin, std::size_t end, int max_depth,
                                       Findings& found);

}  // namespace baraza::parse
