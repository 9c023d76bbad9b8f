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
    CHECK(count_characters(rule.reason) <= 64);  // so that a list of them fits 80 columns
    CHECK(rule.reason.back() != '.');
    CHECK(rule.cause.back() == '.');
    CHECK(to_lower(rule.cause).find(rule.reason) == std::string::npos);  // it tells more
    CHECK_FALSE(rule.bad.empty());
    CHECK_FALSE(rule.good.empty());
    CHECK(rule.bad != rule.good);
    CHECK(rule.fix.back() == '.');
    CHECK_FALSE(place_of(rule.example).empty());
    // Lines of an example are not wrapped.
    for (const std::string_view example : {rule.bad, rule.good})
      for (const std::string_view line : lines_of(example)) CHECK(count_characters(line) <= 78);
  }
  CHECK(find_rule("E999") == nullptr);
}

TEST_CASE("The marks of an example are spelled out, and nothing else is") {
  struct Row {
    std::string_view what, example, text;
  };
  const Row rows[] = {
      {"a byte", "S<E3>o", "S\xE3o"},
      // NOLINTNEXTLINE(misc-misleading-bidirectional): it is spelled out so that none is seen
      {"a character", "a<U+00A0>b<U+202E>", "a\u00A0b\u202E"},
      {"a tab", "<tab>- a", "\t- a"},
      {"many times", "<3 times: - >a", "- - - a"},
      {"with spaces of its own", "<2 times:  a>", " a a"},
      {"many lines", "a\n<2 lines: b>\nc", "a\nb\nb\n\nc"},
      {"blank lines", "<2 blank lines>", "\n\n"},
      {"a large number", "<1,001 times: >", ""},
      {"HTML", "<h1>{{title}}</h1> <a href=\"x\">", "<h1>{{title}}</h1> <a href=\"x\">"},
      {"signs", "3 < 4 > 2 <", "3 < 4 > 2 <"},
      {"no number", "<many times: a> <U+> <0g>", "<many times: a> <U+> <0g>"},
      {"a mark after a sign", "<<FF>>", "<\xFF>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(spelled_out(row.example) == row.text);
  }
}

}  // namespace baraza::check
