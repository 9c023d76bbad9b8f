// The files with which a new bank is checked without being asked: by GitHub at every push, and
// by pre-commit at every commit.
#pragma once

#include <string>
#include <string_view>

namespace baraza::tools {

inline constexpr std::string_view workflow_path = ".github/workflows/baraza.yml";
inline constexpr std::string_view pre_commit_path = ".pre-commit-config.yaml";

// `folder` is the bank in its repository: empty, or such as `docs/bank/`.
std::string workflow_text(std::string_view folder);
std::string pre_commit_text(std::string_view folder);

}  // namespace baraza::tools
