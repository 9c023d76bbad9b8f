// What would grow beyond measure is told in part, counted, and never dropped without a word.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "check/check_record.hpp"
#include "check/check_tree.hpp"
#include "check/check_vocabularies.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

std::string list_of(std::size_t count, const std::string& item) {
  std::string list = "[";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ", ";
    list += item;
  }
  return list + "]";
}

// Sixty schemas, each of which asks the next one twice; the last is `last`.
std::string doubling(const std::string& last) {
  std::string schema = R"({"$ref": "#/$defs/d0", "$defs": {)";
  for (int i = 0; i < 60; ++i) {
    const std::string next = R"({"$ref": "#/$defs/d)" + std::to_string(i + 1) + R"("})";
    schema += "\"d" + std::to_string(i) + R"(": {"allOf": [)";
    schema.append(next).append(", ").append(next).append("]}, ");
  }
  return schema + "\"d60\": " + last + "}}";
}

}  // namespace

TEST_CASE("A schema that multiplies beyond measure is told, whatever it asks at last") {
  for (const char* last : {R"({"type": "object"})", R"({"required": ["b"]})",
                           R"({"x-unique": "file"})", R"({"enum": [1, 2, 3]})"}) {
    CAPTURE(last);
    const Schema schema = schema_of(doubling(last));
    Diagnostics found;
    check_tree(schema, tree_of(R"({"a": 1})"), "x.md", found);
    REQUIRE(found.size() == 1);
    CHECK(found.all()[0].rule == "E406");
    CHECK(!schema.allows(tree_of(R"({"a": 1})")));
  }
}

TEST_CASE("Of very many faults all are counted") {
  const Schema schema = schema_of(R"({"properties": {"a": {"items": {"type": "string"}}}})");
  Diagnostics found;
  check_tree(schema, tree_of("{\"a\": " + list_of(200'000, "1") + "}"), "x.md", found);
  REQUIRE(found.size() == 201);
  CHECK(found.all().back().rule == "E159");
  CHECK(found.all().back().message == "199800 more findings in this file");
}

TEST_CASE("Many keys that must be there are looked for as few are") {
  std::string names = "[\"k0\"";
  std::string map = "{\"k0\": 1";
  for (int i = 1; i < 100; ++i) {
    names += ", \"k" + std::to_string(i) + "\"";
    if (i != 70) map += ", \"k" + std::to_string(i) + "\": 1";
  }
  const Schema schema = schema_of(R"({"required": )" + names + "]}");
  Diagnostics found;
  check_tree(schema, tree_of(map + "}"), "x.md", found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].message.find("`k70`") != std::string::npos);
}

TEST_CASE("A vocabulary of many faults tells 200 of them") {
  content::Vocabulary list;
  list.id = "words";
  list.where.path = "schemas/vocabularies/words.yaml";
  for (int i = 0; i < 1000; ++i)
    list.terms.push_back({.id = "w" + std::to_string(i),
                          .broader = "w" + std::to_string((i + 1) % 1000),
                          .where = {list.where.path, {i + 1, 1, i + 1, 2}}});
  content::Vocabularies all;
  all.lists["words"] = list;
  Diagnostics found;
  check_vocabularies(all, {}, found);
  REQUIRE(found.size() == 1);
  CHECK(line_of(found.all()[0]).ends_with("`w0`, `w1`, `w2`, `w3`, `w4`, `w5`, ..., `w0`"));
  for (content::Term& term : all.lists["words"].terms) term.broader = "nothing";
  Diagnostics many;
  check_vocabularies(all, {}, many);
  REQUIRE(many.size() == 201);
  CHECK(many.all().back().message == "800 more findings in this file");
}

TEST_CASE("A circle of terms is told once, and names no others") {
  content::Vocabulary list;
  list.id = "words";
  list.terms = {{.id = "a", .broader = "b"},
                {.id = "b", .broader = "c"},
                {.id = "c", .broader = "d"},
                {.id = "d", .broader = "c"},
                {.id = "e", .broader = "a"},
                {.id = "f", .broader = "f"},
                {.id = "g"}};
  content::Vocabularies all;
  all.lists["words"] = list;
  Diagnostics found;
  check_vocabularies(all, {}, found);
  const std::string rest =
      " is broader than itself; take one `broader` out on the way from term "
      "to term: ";
  CHECK(lines_of_findings(found.all()) ==
        std::vector<std::string>{"E413 `c`" + rest + "`c`, `d`, `c`",
                                 "E413 `f`" + rest + "`f`, `f`"});
}

TEST_CASE("A record of many words has each looked up, by its id and by a former one") {
  content::Vocabulary list;
  list.id = "words";
  list.terms = {{.id = "first"}, {.id = "second", .aliases = {"old"}}};
  content::Vocabularies all;
  all.lists["words"] = list;
  content::Record record;
  record.card.path = "cases/x.md";
  const std::string many = list_of(100, "\"first\"");
  record.front =
      tree_of("{\"a\": " + many.substr(0, many.size() - 1) + R"(, "old", "furst", "second"]})");
  check_record(schema_of(R"({"properties": {"a": {"items": {"x-vocabulary": "words"}}}})"), {},
               all, {}, record);
  REQUIRE(record.findings.size() == 2);
  CHECK(record.findings[0].rule == "E215");
  CHECK(record.findings[1].hint == "did you mean `first`?");
}

}  // namespace baraza::check
