// The examples of the table of rules, as the files that they are a piece of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/rules.hpp"

namespace baraza::test {

struct ExampleFile {
  std::string path = {};  // from the bank's root
  std::string bytes = {};
  std::string link_to = {};  // of a symlink; else empty
  bool folder = false;
  bool before = false;  // as it was published, of a history
};

// One of the two examples of `rule`, with all that it leaves out: what is about a case stands
// in a case without a finding, at `case_path`.
std::vector<ExampleFile> files_of(const check::Rule& rule, std::string_view example,
                                  const std::string& case_path);

}  // namespace baraza::test
