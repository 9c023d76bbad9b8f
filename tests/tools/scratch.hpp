// A folder for one test, and a copy of this repository's own bank in it.
#pragma once

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <stdlib.h>

#include "tests/tools/script.hpp"

namespace baraza::test {

// A fresh folder that goes when the test does.
struct ScratchFolder {
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "baraza-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all,
                                 std::filesystem::perm_options::add, ignored);
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;
};

// The bank of this repository, without what was made from it.
inline void copy_bank(const std::filesystem::path& to) {
  std::filesystem::create_directories(to);
  for (const char* part : {"cases", "schemas", "templates"})
    std::filesystem::copy(std::filesystem::path(BARAZA_SOURCE_DIR) / part, to / part,
                          std::filesystem::copy_options::recursive);
}

// Runs one line by sh in `folder`.
inline Answer run_in(const std::filesystem::path& folder, const std::string& line) {
  return run_command(line, folder.string(), BARAZA_PROGRAM_DIR);
}

}  // namespace baraza::test
