// Which files a run of check speaks of, and what it reads in their place.
//
// The bank is always read whole, since what is right in one file depends on others; only the
// findings of some are told.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "tools/bank_folder.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

struct ScopeOptions {
  std::vector<std::string> files = {};  // and folders, as the user names them
  std::optional<std::string> changed_since = {};
  bool staged = false;
  bool from_stdin = false;
  std::string stdin_name = {};
};

struct Scope {
  Overlay overlay = {};
  bool all = true;
  std::set<std::string> files = {};    // paths from the bank's root; where not all
  std::set<std::string> folders = {};  // the same

  bool contains(const std::string& path) const;
};

// Fails where a file is not there or not in the bank, or git cannot tell.
Result<Scope> find_scope(const ScopeOptions& options, const std::string& root, const Env& env);

}  // namespace baraza::tools
