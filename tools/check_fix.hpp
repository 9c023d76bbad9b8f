// `baraza check --fix` and `--diff`: mends what can be mended without changing what is meant.
#pragma once

#include <map>
#include <string>

#include "base/result.hpp"
#include "tools/check_scope.hpp"
#include "tools/load.hpp"

namespace baraza::tools {

struct Mended {
  LoadedBank loaded = {};                         // the bank as it is with the fixes
  std::map<std::string, std::string> texts = {};  // of the files that differ, by path
  std::size_t fixes = 0;
};

// Makes the fixes of all findings in `scope` and checks again, until there are none left. A
// file that would have more errors than before is left as it was; those that a broken part of
// it has hidden are not counted. Nothing is written.
Result<Mended> mend(LoadedBank loaded, const Scope& scope, const Env& env);

// Writes each text in the place of its file, whole or not at all.
Status write_mended(const Mended& mended);

// What would be written, as one patch.
Result<std::string> diff_mended(const Mended& mended);

}  // namespace baraza::tools
