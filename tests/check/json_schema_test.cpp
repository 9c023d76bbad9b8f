#include "check/json_schema.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "check/check_tree.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

std::vector<std::string> faults_of(std::string_view json) {
  Diagnostics found;
  Schema::compile(tree_of(json), "case.schema.yaml", nullptr, found);
  return lines_of_findings(found.all());
}

}  // namespace

TEST_CASE("A wrong schema is told what is wrong with it, at its own place") {
  struct Row {
    std::string_view schema, fault;
  };
  const Row rows[] = {
      {R"({"type": "strin"})", "1:10-17 E402 unknown type `strin`; did you mean `string`?"},
      {R"({"type": ["text"]})",
       "1:11-17 E402 unknown type `text`; it is one of `null`, `boolean`, `integer`, `number`, "
       "`string`, `array`, `object`"},
      {R"({"maxLength": "ten"})", "1:15-20 E401 `maxLength` is a whole number of 0 or more"},
      {R"({"required": "title"})", "1:14-21 E401 `required` is a list of texts"},
      {R"({"properties": {"a": 5}})",
       "1:22-23 E401 a schema is a group of fields, or `true` or `false`, and this is a "
       "number"},
      {R"j({"pattern": "^(?!draft)"})j",
       "1:13-25 E403 pattern not supported: `^(?!draft)` looks ahead or behind with `(?!`; "
       "patterns are matched in one pass; say it with `not`, `anyOf` or `if`"},
      {R"({"pattern": "(a"})",
       "1:13-17 E403 wrong pattern: `(a` has a `(` that is never closed"},
      {R"({"$ref": "#/$defs/dat"})",
       "1:10-23 E404 `#/$defs/dat` leads nowhere; it is to name a place in this schema, such "
       "as "
       "`#/$defs/text`"},
      {R"({"requried": ["title"]})",
       "1:2-12 E405 unknown keyword `requried`; did you mean `required`?"},
      {R"({"x-vocabulry": "sectors"})",
       "1:2-15 E405 unknown word `x-vocabulry`; did you mean `x-vocabulary`?"},
      {R"({"x-ref": "sources"})",
       "1:11-20 E401 `x-ref` cannot be `sources`; did you mean `source`?"},
      {R"({"$ref": "#"})",
       "1:1-14 E406 this schema asks the same of the same value without end; a schema may "
       "refer "
       "to itself only for a value inside: a property or an item"},
      {R"({"$schema": "http://json-schema.org/draft-07/schema#"})",
       "1:13-54 E407 unknown dialect `http://json-schema.org/draft-07/schema#`; schemas are "
       "written in `https://json-schema.org/draft/2020-12/schema`"},
      {R"({"multipleOf": 0})", "1:16-17 E401 `multipleOf` is a number above 0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    CHECK(faults_of(row.schema) == std::vector<std::string>{std::string(row.fault)});
  }
}

TEST_CASE("A word of a schema that is like no other is a note to people") {
  CHECK(faults_of(R"({"$comment": "ours", "weather": "fine", "definitions": {}})").empty());
}

TEST_CASE("A schema that describes itself is satisfied by what JSON Schema publishes") {
  const Schema meta = schema_of(R"({"$ref": "https://json-schema.org/draft/2020-12/schema"})");
  CHECK(meta.allows(tree_of(R"({"type": "string", "minLength": 3})")));
  CHECK_FALSE(meta.allows(tree_of(R"({"type": "strin"})")));
  CHECK_FALSE(meta.allows(tree_of(R"({"properties": {"a": {"minLength": -1}}})")));
}

TEST_CASE("A schema without end is given up and never overflows") {
  Diagnostics found;
  const Schema endless =
      Schema::compile(tree_of(R"({"$ref": "#"})"), "case.schema.yaml", nullptr, found);
  CHECK_FALSE(endless.allows(tree_of("1")));
  Diagnostics findings;
  check_tree(endless, tree_of("1"), "a.md", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings.all()[0].rule == "E406");
  CHECK(findings.all()[0].where.path == "case.schema.yaml");

  // Forty schemas that each ask the next one twice ask 2^40 questions.
  std::string many = R"({"$ref": "#/$defs/s0", "$defs": {)";
  for (int i = 0; i < 40; ++i) {
    std::string next = R"({"$ref": "#/$defs/s)";
    next.append(std::to_string(i + 1)).append(R"("})");
    many.append("\"s").append(std::to_string(i)).append(R"(": {"allOf": [)");
    many.append(next).append(",").append(next).append("]},");
  }
  CHECK_FALSE(schema_of(many + R"("s40": true}})").allows(tree_of("1")));
}

TEST_CASE("Numbers are compared by their digits") {
  CHECK(schema_of(R"({"multipleOf": 0.01})").allows(tree_of("19.99")));
  CHECK(schema_of(R"({"multipleOf": 0.1})").allows(tree_of("0.3")));
  CHECK_FALSE(schema_of(R"({"multipleOf": 0.1})").allows(tree_of("0.35")));
  CHECK_FALSE(
      schema_of(R"({"maximum": 9007199254740992})").allows(tree_of("9007199254740993")));
  CHECK_FALSE(schema_of(R"({"const": 9007199254740993})").allows(tree_of("9007199254740992")));
  CHECK(schema_of(R"({"type": "integer"})").allows(tree_of("1e2")));
  CHECK_FALSE(schema_of(R"({"uniqueItems": true})").allows(tree_of("[1, 1.0]")));
  CHECK(schema_of(R"({"uniqueItems": true})").allows(tree_of(R"([1, true, "1", [1]])")));
}

TEST_CASE("A value that could not be read satisfies every schema") {
  content::Node broken;
  broken.kind = content::Node::Kind::broken;
  content::Node tree = tree_of(R"({"title": 1})");
  tree.children[0] = broken;
  CHECK(schema_of(R"({"properties": {"title": {"type": "string"}}, "required": ["title"]})")
            .allows(tree));
}

}  // namespace baraza::check
