// Whole files that get a second name or a second place, and their way to the disk itself.
#pragma once

#include <string>

#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza {

// A new file `to` with the bytes of the file `from`. The system shares the bytes where it can.
// The copy is on its way to the disk when this answers, and not yet there.
Status copy_file(const std::string& from, const std::string& to);

// Gives the file `from` the further name `to`, or copies it where the file system has no such
// names. The bytes of the two must never be changed again.
Status link_file(const std::string& from, const std::string& to);

// Starts what sync_file ends.
void begin_sync(const std::string& path);
// The bytes of a file, or the names in a folder, are on the disk itself when this answers.
Status sync_file(const std::string& path);

// The hash of the bytes of a file, as hash_of tells it.
Result<std::string> hash_of_file(const std::string& path);

}  // namespace baraza
