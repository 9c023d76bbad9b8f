// Applies the edits that findings offer, byte by byte: comments, order and layout stay.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace baraza::tools {

// What findings offer for one file: of each the edits that are made together or not at all.
using Fixes = std::vector<std::vector<Edit>>;

// `text` with the fixes made; their spans count as findings do. Of two that touch the same
// characters the first is made, and the other is for the next time. `made` counts the fixes
// made. The text keeps its line ends, CRLF or LF, in what is put in too.
std::string apply_fixes(std::string_view text, const Fixes& fixes, std::size_t& made);

std::map<std::string, Fixes> fixes_by_file(const std::vector<Diagnostic>& findings);

// How `file`, shown as `path`, differs from `after`, as `diff -u` tells it.
Result<std::string> unified_diff(const std::string& path, const std::string& file,
                                 const std::string& after);

}  // namespace baraza::tools
