// What a manual says beside commands and options, told once: --help prints it, and so does the
// manual page.
#pragma once

#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace baraza::tools {

struct ManualRow {
  std::string_view name = {};
  std::string_view words = {};
};

struct ManualSection {
  std::string_view heading = {};  // `Exit codes`
  std::vector<ManualRow> rows = {};
};

// What stands below the options of the program or of one of its commands.
const std::vector<ManualSection>& manual_of(const CLI::App& app);

// Of the manual page alone: commands with what they do.
const std::vector<ManualRow>& manual_examples();

}  // namespace baraza::tools
