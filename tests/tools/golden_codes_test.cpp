// Every code that a finding can have is shown by a golden script, as a whole command prints it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "check/rules.hpp"
#include "tests/tools/script.hpp"

namespace baraza::test {
namespace {

// Does a line tell of a finding of this code, in one of the forms that findings have?
bool tells(std::string_view line, std::string_view code) {
  const std::string name(code);
  const std::vector<std::string> forms = {
      ": " + name + " ",        // concise, github
      "error " + name + ":",    // text
      "warning " + name + ":",  //
      "hint " + name + ":",     //
      "\"code\": \"" + name + "\"",
  };
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return line.find(form) != std::string_view::npos;
  });
}

// The lines that commands print, but for those of explain.
std::vector<std::string> printed_lines() {
  std::vector<std::string> lines;
  for (const auto& entry :
       std::filesystem::directory_iterator(BARAZA_SOURCE_DIR "/tests/golden")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const Script script = parse_script(std::string{std::istreambuf_iterator<char>(file), {}});
    for (const ScriptCommand& command : script.commands)
      if (command.line.find("baraza explain") == std::string::npos)
        for (const std::string_view line : lines_of(command.expected)) lines.emplace_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("every code is shown by a golden script") {
  const std::vector<std::string> lines = printed_lines();
  for (const check::Rule& rule : check::rules()) {
    CAPTURE(rule.code);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [&](const std::string& line) { return tells(line, rule.code); }));
  }
}

TEST_CASE("a finding is known by its form, and a code that is only named is none") {
  CHECK(tells("2> cases/a.md:2:8: E138 a value cannot begin with `*`", "E138"));
  CHECK(tells("2> cases/a.md: E304 the file's name", "E304"));
  CHECK(tells("2> warning E137: `#` begins a comment", "E137"));
  CHECK(tells("      \"code\": \"E203\",", "E203"));
  CHECK_FALSE(tells("2> for more about an error: baraza explain E203", "E203"));
  CHECK_FALSE(tells("2> cases/a.md:1:1: E340 `E137` is silenced here", "E137"));
}

}  // namespace baraza::test
