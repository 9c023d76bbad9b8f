// What `baraza index` says of the index without changing it.
#pragma once

#include "tools/run.hpp"

namespace baraza::tools {

// Whether the index is up to date, and which files have changed since it was made. No file is
// read but those that are not known to be unchanged.
ExitCode tell_index_status(const Env& env);

// Reads all of the index and says what is damaged. Nothing is made or changed but for a note of
// the damage, where the lock of the index can be had.
ExitCode verify_index_files(const Env& env);

}  // namespace baraza::tools
