// What the fuzzer has learnt holds without it: every input that it keeps, and every one that
// once showed a mistake.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> inputs_of(const std::string& target) {
  std::vector<fs::path> inputs;
  for (const char* kind : {"corpus", "regressions"}) {
    const fs::path folder = fs::path(BARAZA_SOURCE_DIR) / "tests/fuzz" / kind / target;
    if (!fs::exists(folder)) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
      inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

template <class Target>
void replay(const std::string& name, const Target& target) {
  const std::vector<fs::path> inputs = inputs_of(name);
  CHECK(inputs.size() > 20);
  for (const fs::path& path : inputs) {
    CAPTURE(path.string());
    const Result<std::string> bytes = read_file(path.string(), path.string());
    REQUIRE(bytes.has_value());
    CHECK_NOTHROW(target(*bytes));
  }
}

TEST_CASE("what the fuzzer keeps of records and YAML is read as it should be") {
  replay("record", fuzz_record);
}

TEST_CASE("what the fuzzer keeps of records and schemas is checked as it should be") {
  replay("check", fuzz_check);
}

TEST_CASE("what the fuzzer keeps of Markdown is written as it should be") {
  replay("markdown", fuzz_markdown);
}

}  // namespace
}  // namespace baraza::fuzz
