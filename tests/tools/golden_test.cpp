// Runs every script of tests/golden. With BARAZA_GOLDEN=write the answers are written into the
// scripts instead, to be judged in `git diff`.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/tools/scratch.hpp"
#include "tests/tools/script.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<fs::path> all_scripts() {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(BARAZA_SOURCE_DIR "/tests/golden"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST_CASE("every golden script prints what it says") {
  const char* mode = std::getenv("BARAZA_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  const bool write = mode != nullptr && std::string(mode) == "write";
  const std::vector<fs::path> paths = all_scripts();
  REQUIRE(!paths.empty());
  for (const fs::path& path : paths) {
    CAPTURE(path.filename().string());
    const std::string text = read_all(path);
    Script script = parse_script(text);
    REQUIRE(!script.commands.empty());
    const ScratchFolder scratch;
    const fs::path folder = scratch.path / "work";
    fs::create_directories(folder);
    place_files(script, folder.string());
    for (ScriptCommand& command : script.commands) {
      const Answer answer = run_command(command.line, folder.string(), BARAZA_PROGRAM_DIR);
      const std::string rendered = render_answer(answer);
      CAPTURE(command.line);
      if (!write) CHECK(rendered == command.expected);
      command.expected = rendered;
    }
    if (write && write_script(script) != text)
      std::ofstream(path, std::ios::binary) << write_script(script);
  }
}

TEST_CASE("a golden script is read and written back as it was") {
  const std::string text =
      "# Why.\n$ one\n| exit 1 is what it prints\n|\n2> oops\nexit 2\n\n$ two\n\n"
      "-- a/b --\nx\n-- c (base64) --\nAAE=\n-- d -> a/b --\n";
  const Script script = parse_script(text);
  REQUIRE(script.commands.size() == 2);
  CHECK(script.files.size() == 3);
  CHECK(script.files[0].bytes == "x\n");
  CHECK(script.files[1].path == "c");
  CHECK(script.files[1].bytes == std::string("\0\1", 2));
  CHECK(script.files[2].link_to == "a/b");
  CHECK(render_answer({"exit 1 is what it prints\n\n", "oops\n", 2}) ==
        script.commands[0].expected);
  CHECK(write_script(script) == text);
}

}  // namespace
}  // namespace baraza::test
