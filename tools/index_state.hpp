// What `baraza index` says of the index without changing it.
#pragma once

#include <string>

#include "tools/run.hpp"

namespace baraza::tools {

// Whether the index is up to date, and which files have changed since it was made. No file is
// read but those that are not known to be unchanged.
ExitCode tell_index_status(const Env& env);

// Reads all of the index and says what is damaged. The caller holds the lock of the index.
ExitCode verify_index_files(const std::string& index_folder, const Env& env);

}  // namespace baraza::tools
