// The pictures of a bank, looked at for what they tell beside what they show.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/record_store.hpp"
#include "base/result.hpp"
#include "tools/bank_folder.hpp"

namespace baraza::tools {

// Those of `files` that are pictures and tell where they were taken. Of each at most the first
// MiB is read, and only where `store` does not know the file as it is: it keeps the answer
// beside the records, under the picture's path. A picture that cannot be read is a finding.
// Fails when it was interrupted.
Result<std::vector<std::string>> find_placed_pictures(const std::string& root,
                                                      const std::vector<Entry>& files,
                                                      RecordStore& store, Diagnostics& found,
                                                      const Overlay& overlay = {});

}  // namespace baraza::tools
