// Where a site may be written, and where not.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::publish {

struct Target {
  std::string path = {};     // of the site, without symlinks above it
  std::string standby = {};  // of its second tree, beside it
  std::string shown = {};    // as users wrote it, without `./` before it
  std::string shown_standby = {};
};

// `given` is the path as users wrote it. `root` is the bank's own folder, which the site may
// lie in but must not be or hold; `sources` are folders that it must not touch at all. Refused
// are also a symlink, a file, and what lies below a file.
Result<Target> check_target(const std::string& given, const std::string& root,
                            const std::vector<std::string>& sources);

}  // namespace baraza::publish
