// What lies in a site: what baraza wrote and would now remove, and what is somebody else's.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "publish/manifest.hpp"
#include "publish/tree.hpp"

namespace baraza::publish {

struct Survey {
  std::vector<std::string> stale = {};            // files of ours that the new site has not
  std::map<std::string, EntryKind> foreign = {};  // of others; of folders the empty ones
  std::vector<std::string> changed = {};          // of `foreign`: ours once, changed by hand
  std::vector<std::string> temporaries = {};      // left by a run that was killed
};

// Looks through `site`, in which baraza wrote `written`, and which is to become `wanted`;
// `is_wanted_folder` tells those above what is wanted. Fails where somebody else's file is in
// the way of what is wanted.
Result<Survey> survey(Tree& site, const Manifest& written, const Manifest& wanted,
                      const std::function<bool(const std::string&)>& is_wanted_folder);

}  // namespace baraza::publish
