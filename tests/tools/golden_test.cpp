// Runs every script of tests/golden. With BARAZA_GOLDEN=write the answers are written into the
// scripts instead, to be judged in `git diff`.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <string>
#include <thread>
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

// A script with the answers that its commands gave now.
struct Played {
  fs::path path = {};
  std::string text = {};  // as it stands in the file
  Script script = {};
  std::vector<std::string> answers = {};  // a rendered answer for each command
};

void play(Played& played) {
  const ScratchFolder scratch;
  const fs::path folder = scratch.path / "work";
  fs::create_directories(folder);
  place_files(played.script, folder.string());
  for (const ScriptCommand& command : played.script.commands)
    played.answers.push_back(
        render_answer(run_command(command.line, folder.string(), BARAZA_PROGRAM_DIR)));
}

// Each script has a folder of its own, so several play at once.
void play_all(std::vector<Played>& all) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < all.size(); i = next++) play(all[i]);
  };
  std::vector<std::future<void>> players;
  for (unsigned i = 0; i < std::max(2U, std::thread::hardware_concurrency()); ++i)
    players.push_back(std::async(std::launch::async, work));
  for (std::future<void>& player : players) player.get();
}

TEST_CASE("every golden script prints what it says") {
  const char* mode = std::getenv("BARAZA_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  const bool write = mode != nullptr && std::string(mode) == "write";
  std::vector<Played> all;
  for (const fs::path& path : all_scripts()) {
    const std::string text = read_all(path);
    all.push_back({.path = path, .text = text, .script = parse_script(text)});
  }
  REQUIRE(!all.empty());
  play_all(all);
  for (Played& played : all) {
    CAPTURE(played.path.filename().string());
    CHECK(!played.script.commands.empty());
    for (std::size_t i = 0; i < played.answers.size(); ++i) {
      ScriptCommand& command = played.script.commands[i];
      CAPTURE(command.line);
      if (!write) CHECK(played.answers[i] == command.expected);
      command.expected = played.answers[i];
    }
    if (write && write_script(played.script) != played.text)
      std::ofstream(played.path, std::ios::binary) << write_script(played.script);
  }
}

TEST_CASE("a golden script is read and written back as it was") {
  const std::string text =
      "# Why.\n$ one\n| exit 1 is what it prints\n|\n2> oops\nexit 2\n\n$ two\n\n"
      "-- a/b --\nx\n-- c (base64) --\nAAE=\n-- d -> a/b --\n-- * from banks/wells --\n";
  const Script script = parse_script(text);
  REQUIRE(script.commands.size() == 2);
  CHECK(script.files.size() == 4);
  CHECK(script.files[0].bytes == "x\n");
  CHECK(script.files[1].path == "c");
  CHECK(script.files[1].bytes == std::string("\0\1", 2));
  CHECK(script.files[2].link_to == "a/b");
  CHECK(script.files[3].copy_of == "banks/wells");
  CHECK(render_answer({"exit 1 is what it prints\n\n", "oops\n", 2}) ==
        script.commands[0].expected);
  CHECK(write_script(script) == text);
}

}  // namespace
}  // namespace baraza::test
