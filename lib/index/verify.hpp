// Looks whether the index is as it was written, byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::index {

struct Verified {
  std::string generation = {};  // empty: there is no index yet
  std::size_t files = 0;
  std::vector<std::string> damage = {};  // in words, one for each file or count that is wrong
};

// Reads every file of the generation in use and counts its documents. What is wrong is noted in
// the generation, so that the next run of the index mends it; the caller holds its lock.
Result<Verified> verify_index(const std::string& index_folder);

}  // namespace baraza::index
