// What git leaves in a file where two people changed the same lines.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace baraza::parse {

// Adds [merge-conflict], E190, for each, and answers whether there is none: while two versions
// stand in a text there is nothing in it to read. Source of the form: git-merge(1), "How
// conflicts are presented".
bool check_conflicts(std::string_view text, const std::string& path, Diagnostics& found);

}  // namespace baraza::parse
