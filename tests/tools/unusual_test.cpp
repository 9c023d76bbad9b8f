// What a diligent person or another program may write, and few do: odd YAML, odd words, names
// and numbers that look like something else, all of Markdown. Nothing is wrong with any of it,
// and so nothing is said.
//
// tests/data/unusual/read.json tells, a line for each file, what is in its front matter; it was
// written by another reader of YAML 1.2, https://eemeli.org/yaml/, with its core schema.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "check/json_tree.hpp"
#include "parse/case_file.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

using Json = nlohmann::json;

const std::filesystem::path folder = std::filesystem::path(BARAZA_TEST_DATA) / "unusual";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> unusual_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// The errors and warnings of `check`, a line each.
std::string alarms_of(const Json& answer) {
  std::string lines;
  for (const Json& one : answer["findings"]) {
    if (one["severity"] == "hint") continue;
    lines += one["path"].get<std::string>() + ":" + one["line"].dump() + ": " +
             one["rule"].get<std::string>() + " " + one["message"].get<std::string>() + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("nothing is said of what is unusual and right") {
  const ScratchFolder scratch;
  CHECK(run_in(scratch.path, "baraza init bank").exit_code == 0);
  const std::filesystem::path bank = scratch.path / "bank";
  std::filesystem::create_directories(bank / "cases/unusual");
  const std::vector<std::filesystem::path> files = unusual_files();
  for (const auto& file : files)
    std::filesystem::copy_file(file, bank / "cases/unusual" / file.filename());

  const Answer checked = run_in(bank, "baraza check --format json");
  CHECK(checked.exit_code == 0);
  const Json answer = Json::parse(checked.out);
  CHECK(answer["files"].get<std::size_t>() >= files.size());
  CHECK(alarms_of(answer) == "");
}

TEST_CASE("what is unusual is read as any reader of YAML 1.2 reads it") {
  Diagnostics found;
  const Result<content::Node> all =
      check::read_json(bytes_of(folder / "read.json"), "read.json");
  REQUIRE(all.has_value());
  const std::vector<std::filesystem::path> files = unusual_files();
  CHECK(all->keys.size() == files.size());
  for (const auto& file : files) {
    const std::string name = file.stem().string();
    CAPTURE(name);
    const content::Node* wanted = all->find(name);
    REQUIRE(wanted != nullptr);
    const content::Node front = parse::parse_front(bytes_of(file), name, found);
    CHECK(front.keys.size() == wanted->keys.size());
    for (std::size_t i = 0; i < std::min(front.keys.size(), wanted->keys.size()); ++i) {
      CAPTURE(front.keys[i].name);
      CHECK(front.keys[i].name == wanted->keys[i].name);
      CHECK(content::same_value(front.children[i], wanted->children[i]));
    }
  }
  CHECK(found.empty());
}

}  // namespace baraza::test
