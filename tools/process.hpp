// Runs another program and takes what it prints.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::tools {

struct ProcessResult {
  int code = 0;  // its exit code; 128 and more: the signal that ended it
  std::string out = {};
  std::string err = {};
};

// Runs `words`, the first of which is looked up on the PATH, in the folder `folder` with
// `input` as its standard input; no shell is in between. Fails where it cannot be started.
Result<ProcessResult> run_process(const std::vector<std::string>& words,
                                  const std::string& folder, const std::string& input);

}  // namespace baraza::tools
