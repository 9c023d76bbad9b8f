#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "check/json_schema.hpp"
#include "check/json_tree.hpp"
#include "tests/tools/findings.hpp"

namespace baraza::test {
namespace {

using Json = nlohmann::json;

// The schema of the standard, read as 2020-12. It is written for draft 7, and of what these
// two read differently it uses nothing: no list under `items`, no `dependencies`, beside `$ref`
// only words that describe; and `#/definitions/...` is an address like any other.
check::Schema official_schema() {
  const std::string path = BARAZA_TEST_DATA "/sarif/sarif-schema-2.1.0.json";
  std::ifstream file(path);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string_view draft = "http://json-schema.org/draft-07/schema#";
  REQUIRE(text.find(draft) != std::string::npos);
  text.replace(text.find(draft), draft.size(), "https://json-schema.org/draft/2020-12/schema");
  const Result<content::Node> tree = check::read_json(text, path);
  REQUIRE(tree.has_value());
  Diagnostics found;
  check::Schema schema = check::Schema::compile(*tree, "sarif.json", nullptr, found);
  for (const Diagnostic& finding : found.all()) {
    CAPTURE(finding.message);
    CHECK(finding.severity != Severity::error);
  }
  return schema;
}

// What is printed, after a look at its form.
Json sarif_of(const std::vector<Diagnostic>& findings, const std::string& wells = {}) {
  static const check::Schema schema = official_schema();
  const Printed printed = print(findings, "sarif", wells);
  CHECK(printed.written);
  CHECK(printed.err.empty());
  const Result<content::Node> tree = check::read_json(printed.out, "answer.json");
  REQUIRE(tree.has_value());
  CHECK(schema.allows(*tree));
  return Json::parse(printed.out)["runs"][0];
}

TEST_CASE("the schema of the standard refuses what is no SARIF") {
  const check::Schema schema = official_schema();
  for (const std::string_view text :
       {R"({"version": "2.1.0"})", R"({"version": "2.0.0", "runs": []})",
        R"({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})",
        R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [
            {"message": {"text": "x"}, "level": "hint"}]}]})",
        R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [
            {"message": {"text": "x"}, "locations": [{"physicalLocation": {"region":
            {"startLine": 0}}}]}]}]})"}) {
    CAPTURE(text);
    const Result<content::Node> tree = check::read_json(std::string(text), "no.json");
    REQUIRE(tree.has_value());
    CHECK(!schema.allows(*tree));
  }
}

TEST_CASE("a run without findings is a whole document") {
  const Json run = sarif_of({});
  CHECK(run["results"].empty());
  CHECK(run["tool"]["driver"]["rules"].empty());
  CHECK(run["tool"]["driver"]["name"] == "baraza");
  CHECK(run["columnKind"] == "unicodeCodePoints");
}

TEST_CASE("rules are those that have findings, and results point at them") {
  Diagnostic late = finding_at({2, 1, 2, 5}, "second", Severity::hint);
  late.rule = "E217";
  Diagnostic unknown = finding_at({3, 1, 3, 5}, "third", Severity::warning);
  unknown.rule = "E999";
  const Json run = sarif_of({late, unknown, finding_at({1, 1, 1, 5}, "first")});
  const Json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 3);
  CHECK(rules[0]["id"] == "E203");
  CHECK(rules[0]["name"] == "unknown-term");
  CHECK(rules[0]["defaultConfiguration"]["level"] == "error");
  for (const char* text : {"shortDescription", "fullDescription", "help"})
    CHECK(!rules[0][text]["text"].get<std::string>().empty());
  CHECK(rules[0]["help"]["markdown"].get<std::string>().find(
            "```\nsectors: [educaton]\n```\n") != std::string::npos);
  CHECK(!rules[0].contains("helpUri"));
  CHECK(rules[2] == Json{{"id", "E999"}});
  REQUIRE(run["results"].size() == 3);
  const char* const levels[] = {"error", "note", "warning"};
  for (std::size_t i = 0; i < 3; ++i) {
    const Json& result = run["results"][i];
    CHECK(result["level"] == levels[i]);
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  }
}

TEST_CASE("a result says where, as far as it is known") {
  struct Row {
    std::string_view what;
    Span span;
    std::string_view region;
  };
  const Row rows[] = {
      {"a stretch of a line",
       {2, 3, 2, 7},
       R"({"startLine":2,"startColumn":3,"endLine":2,"endColumn":7})"},
      {"a stretch of lines",
       {2, 3, 5, 1},
       R"({"startLine":2,"startColumn":3,"endLine":5,"endColumn":1})"},
      {"a point", {2, 3, 2, 3}, R"({"startLine":2,"startColumn":3,"endLine":2,"endColumn":3})"},
      {"a line", {2, 0, 0, 0}, R"({"startLine":2})"},
      {"a start", {2, 3, 0, 0}, R"({"startLine":2,"startColumn":3})"},
      {"an end before the start", {2, 3, 1, 9}, R"({"startLine":2,"startColumn":3})"},
      {"a whole file", {}, "null"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Json run = sarif_of({finding_at(row.span, "x")});
    const Json& place = run["results"][0]["locations"][0]["physicalLocation"];
    const Json region = place.contains("region") ? place["region"] : Json();
    CHECK(region == Json::parse(row.region));
    CHECK(place["artifactLocation"]["uri"] == "cases/wells.md");
  }
  Diagnostic nowhere = finding_at({}, "x");
  nowhere.where.path.clear();
  CHECK(sarif_of({nowhere})["results"][0]["locations"].empty());
}

TEST_CASE("a file's name is an address, whatever it holds") {
  struct Row {
    std::string_view path, uri;
  };
  const Row rows[] = {
      {"cases/a b.md", "cases/a%20b.md"},
      {"cases/água.md", "cases/%C3%A1gua.md"},
      {"cases/100%.md", "cases/100%25.md"},
      {"cases/c:\\x?#[1].md", "cases/c%3A%5Cx%3F%23%5B1%5D.md"},
      {"cases/\xFF\n.md", "cases/%FF%0A.md"},
      {"javascript:x", "javascript%3Ax"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    Diagnostic finding = finding_at({1, 1, 1, 2}, "x");
    finding.where.path = row.path;
    finding.notes = {{finding.where, "here"}};
    const Json run = sarif_of({finding});
    const Json& result = run["results"][0];
    for (const char* list : {"locations", "relatedLocations"}) {
      const Json& place = result[list][0]["physicalLocation"]["artifactLocation"];
      CHECK(place["uri"] == row.uri);
      CHECK(place["uriBaseId"] == "%SRCROOT%");
    }
  }
}

TEST_CASE("a message is text: nothing in it is a gap, a link or a command") {
  Diagnostic finding =
      finding_at({1, 1, 1, 2}, "unknown `{0}` and `[a](b)`, {a: 1}\x1B[1m\x9B");
  finding.hint = "did you mean `{12}`?";
  CHECK(sarif_of({finding})["results"][0]["message"]["text"] ==
        "unknown `{ 0}` and `[a] (b)`, {a: 1}\x1B[1m\uFFFD; did you mean `{ 12}`?");
  const std::string printed = print({finding}, "sarif").out;
  CHECK(printed.find('\x1B') == std::string::npos);
}

TEST_CASE("other places and edits come along") {
  Diagnostic finding = finding_at({3, 1, 3, 5}, "here twice");
  finding.hint = "keep one";
  finding.notes = {{{"cases/wells.md", {1, 1, 1, 5}}, "first used here"},
                   {{"cases/other.md", {}}, "and in this file"}};
  finding.edits = {
      {{3, 1, 3, 5}, "new \"text\""}, {{4, 2, 4, 2}, "put in"}, {{1, 0, 1, 1}, ""}};
  const Json run = sarif_of({finding});
  const Json& result = run["results"][0];
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["relatedLocations"][0]["message"]["text"] == "first used here");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"]["endColumn"] == 5);
  CHECK(!result["relatedLocations"][1]["physicalLocation"].contains("region"));
  const Json& fix = result["fixes"][0];
  CHECK(fix["description"]["text"] == "keep one");
  const Json& change = fix["artifactChanges"][0];
  CHECK(change["artifactLocation"]["uri"] == "cases/wells.md");
  CHECK(change["replacements"] == Json::parse(R"([
      {"deletedRegion": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5},
       "insertedContent": {"text": "new \"text\""}},
      {"deletedRegion": {"startLine": 4, "startColumn": 2, "endLine": 4, "endColumn": 2},
       "insertedContent": {"text": "put in"}},
      {"deletedRegion": {"byteOffset": 0, "byteLength": 3}}])"));
  CHECK(!sarif_of({finding_at({1, 1, 1, 2}, "x")})["results"][0].contains("fixes"));
}

std::vector<std::string> fingerprints(const std::vector<Diagnostic>& findings,
                                      const std::string& wells) {
  std::vector<std::string> result;
  const Json run = sarif_of(findings, wells);
  for (const Json& one : run["results"])
    result.push_back(one["partialFingerprints"]["barazaFinding/v1"]);
  return result;
}

TEST_CASE("a finding is known again when lines were added above it") {
  const auto at = [](int line) { return finding_at({line, 1, line, 2}, "x"); };
  const std::vector<std::string> before = fingerprints({at(1), at(2), at(3)}, "a\nb\na\n");
  CHECK(before == fingerprints({at(3), at(4), at(5)}, "new\nnew\n  a\nb\na\n"));
  CHECK(before[0] != before[1]);
  CHECK(before[0] != before[2]);  // the same line once more
  CHECK(before[0].substr(0, 32) == before[2].substr(0, 32));
  CHECK(before[2].ends_with(":2"));
  Diagnostic other = at(1);
  other.rule = "E202";
  CHECK(fingerprints({other}, "a\n") != fingerprints({at(1)}, "a\n"));
  CHECK(fingerprints({at(1)}, "other\n") != fingerprints({at(1)}, "a\n"));
}

TEST_CASE("ten thousand findings are one document") {
  std::vector<Diagnostic> findings;
  for (int line = 1; line <= 10000; ++line)
    findings.push_back(finding_at({line, 1, line, 2}, "x"));
  CHECK(sarif_of(findings)["results"].size() == 10000);
  CHECK(Json::parse(print(findings, "json").out)["findings"].size() == 10000);
}

}  // namespace
}  // namespace baraza::test
