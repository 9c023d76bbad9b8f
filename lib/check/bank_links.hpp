// Links from the body of one record to another. For check's own files alone.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/bank.hpp"

namespace baraza::check {

// The cards of a bank by the path of their file.
using CardsByPath = std::map<std::string, const content::Card*, std::less<>>;

// Every relative link to a `.md` file leads to a record, every anchor to a heading or a lesson
// of it, every other relative link and every image to one of `files`, which are sorted:
// [broken-link], [hidden-target].
void check_links(const content::Card& card, const CardsByPath& cards,
                 const std::vector<std::string>& files, Diagnostics& found);

// The path that `target`, relative to the folder of the file `from`, means from the root;
// empty where it leaves the bank.
std::string path_of_link(std::string_view from, std::string_view target);
// The way from the folder of the file `from` to the file `to`.
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace baraza::check
