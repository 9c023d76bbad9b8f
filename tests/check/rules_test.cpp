#include "check/rules.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "base/text.hpp"

namespace baraza::check {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 4 && (text[0] == 'E' || text[0] == 'W' || text[0] == 'H') &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// The codes that stand in quotes in the program's sources, outside of the table itself.
std::set<std::string> codes_in(const std::string& folder) {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".cpp") && !name.ends_with(".hpp")) continue;
    if (name.starts_with("rules_")) continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t at = text.find('"'); at != std::string::npos;
         at = text.find('"', at + 1)) {
      const std::string_view word = std::string_view(text).substr(at + 1, 4);
      if (is_code(word) && text.substr(at + 5, 1) == "\"") codes.emplace(word);
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("Every code that a finding can have is explained, and nothing else is") {
  std::set<std::string> used = codes_in(BARAZA_SOURCE_DIR "/lib");
  used.merge(codes_in(BARAZA_SOURCE_DIR "/tools"));
  for (const std::string& code : used) {
    CAPTURE(code);
    CHECK(find_rule(code) != nullptr);
  }
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    CHECK(used.contains(std::string(rule.code)));
  }
}

TEST_CASE("Every rule has a name of its own, a reason, two examples and a way to mend it") {
  std::set<std::string_view> codes;
  std::set<std::string_view> names;
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    CHECK(is_code(rule.code));
    CHECK(codes.insert(rule.code).second);
    CHECK(is_slug(rule.name));
    CHECK(names.insert(rule.name).second);
    CHECK(rule.reason.size() > 10);
    CHECK(rule.reason.back() != '.');
    CHECK(rule.cause.back() == '.');
    CHECK_FALSE(rule.bad.empty());
    CHECK_FALSE(rule.good.empty());
    CHECK(rule.bad != rule.good);
    CHECK(rule.fix.back() == '.');
  }
  CHECK(find_rule("E999") == nullptr);
}

}  // namespace baraza::check
