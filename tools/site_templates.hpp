// The templates of a bank: the program's own, one by one replaced by the bank's.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"
#include "render/site.hpp"

namespace baraza::tools {

// Reads templates/ of the bank at `root`. The interface texts are those of `language`, else of
// its primary language, else English, each missing text taken from English. What is wrong is
// found.
render::Templates read_templates(const std::string& root, const std::string& language,
                                 Diagnostics& found);

// The interface texts alone, in each of `languages`, as above. What is wrong with a file is not
// said, and the program's own stand in for it.
std::vector<std::pair<std::string, content::Node>> read_interface(
    const std::string& root, const std::vector<std::string>& languages);

// Hashes of the bytes of the files that these are made of, by path.
std::map<std::string, std::string> hash_interface(const std::string& root);

}  // namespace baraza::tools
