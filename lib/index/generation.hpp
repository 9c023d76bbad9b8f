// The folder of an index: which generation is in use, and changing it in one step.
#pragma once

#include <string>

#include "base/result.hpp"

namespace baraza::index {

// The name of the generation in use; empty where there is none. Fails where it cannot be told.
Result<std::string> read_current(const std::string& index_folder);

// Makes `generation` the one in use, and removes all others but the one before.
Status switch_to(const std::string& index_folder, const std::string& generation);

// A hash of the names and bytes of all files of a generation, but for the two that tell of it.
std::string hash_of_files(const std::string& folder);
// Was the generation in `folder` sealed, and is every file as it was then? What is damaged must
// not be taken for up to date.
bool is_whole(const std::string& folder);
// Writes down what the files are.
Status seal(const std::string& folder);

// Puts the folder and the names in it on the disk itself.
Status sync_names(const std::string& folder);

}  // namespace baraza::index
