// The generation that an index run finds in use, as far as it can build on it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/about.hpp"
#include "index/contents.hpp"
#include "index/origin.hpp"
#include "index/record_groups.hpp"
#include "index/seal.hpp"
#include "index/standings.hpp"

namespace baraza::index {

struct Before {
  std::string name = {};
  std::string folder = {};
  About about = {};
  Contents contents = {};
  Origin origin = {};
  Standings standings = {};
  std::vector<SealedFile> sealed = {};
};

// Fails where its files tell that they are damaged, or of another version.
Result<Before> read_before(const std::string& index_folder, const std::string& name);

// Why all would have to be indexed anew, in words: something has changed that all records
// depend on. Empty: nothing has.
std::string why_anew(const Origin& origin, const Inputs& inputs);

// The generation in use, if a new one can be built on it; else `why` not, in words that go on
// after "everything is indexed anew, since ", and empty where there is no index yet.
struct Found {
  std::optional<Before> before = {};
  std::string why = {};
  bool damaged = false;
};
Found find_before(const std::string& index_folder, const Inputs& inputs, std::size_t shards);

}  // namespace baraza::index
