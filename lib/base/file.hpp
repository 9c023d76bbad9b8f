// A file that was made and is not yet anywhere: what render hands to publish.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"

namespace baraza {

struct File {
  std::string path = {};  // relative, `/`-separated, no `.` or `..`
  std::string bytes = {};
};

// Takes one file; an error ends the work of whoever hands it out.
using FileSink = std::function<Status(File)>;

}  // namespace baraza
