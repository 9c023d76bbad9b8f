// Looks whether the index is as it was written, byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::index {

struct Verified {
  std::string generation = {};  // empty: there is no index yet, or it cannot be told which
  std::size_t files = 0;
  std::vector<std::string> damage = {};  // in words, one for each file or count that is wrong
  bool unseen = false;  // the next run of the index would not notice that by itself
};

// Reads every file of the generation in use and every part of its documents. Writes nothing and
// needs no lock: writers leave a generation that is read. Fails without a rule where the system
// does not let it be read.
Result<Verified> verify_index(const std::string& index_folder);

// Notes in the generation what is wrong with it, so that the next run of the index mends it,
// for who holds the lock of the index. Looks once more where another generation is in use by
// now.
Status note_unseen(const std::string& index_folder, Verified& verified);

}  // namespace baraza::index
