// The gate that index and build share with check: nothing is made from a bank with errors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/format/source_lines.hpp"
#include "tools/load.hpp"

namespace baraza::tools {

// The lines that findings in this bank point at, those of the program's own files too.
SourceLines lines_of_bank(const LoadedBank& loaded);

struct Gate {
  bool open = false;  // may the work go on?
  ExitCode code =
      ExitCode::ok;  // where not, the answer; where so, content if records are left out
  std::vector<std::string> left_out = {};  // paths, sorted
};

// With errors: says which, and closes; with `force` it takes the broken records, and those that
// rest on them, out of loaded.bank, says which, and opens, unless the errors are in what the
// bank says about itself.
Gate pass_gate(LoadedBank& loaded, bool force, const Env& env);

// How many records are drafts, which neither the index nor the site shows.
std::size_t count_drafts(const std::vector<content::Outline>& records);

}  // namespace baraza::tools
