#include "check/check_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "check/schema_evaluator.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using Lines = std::vector<std::string>;

Lines check(std::string_view schema, std::string_view tree) {
  Diagnostics found;
  check_tree(schema_of(schema), tree_of(tree), "cases/wells.md", found);
  return lines_of_findings(found.all());
}

}  // namespace

TEST_CASE("Each keyword of a schema is told in a writer's words, at the wrong characters") {
  struct Row {
    std::string_view schema, tree, finding;
  };
  const Row rows[] = {
      {R"({"required": ["title"], "properties": {"title": {"description": "What happened."}}})",
       "{}", "1:1-1 E201 `title` is missing; What happened"},
      {R"({"properties": {"period": {"required": ["start"]}}})", R"({"period": {"end": 2}})",
       "1:2-10 E201 `period` has no `start`"},
      {R"({"properties": {"lessons": {"items": {"required": ["claim"]}}}})",
       R"({"lessons": [{"id": "a"}]})", "1:14-14 E201 this lesson has no `claim`"},
      {R"({"dependentRequired": {"amount": ["currency"]}})", R"({"amount": 3})",
       "1:2-10 E201 `amount` needs `currency` beside it"},
      {R"({"properties": {"summary": {}, "title": {}}, "additionalProperties": false})",
       R"({"sumary": "A"})", "1:2-10 E202 unknown field `sumary`; did you mean `summary`?"},
      {R"({"properties": {"id": {}}, "additionalProperties": false})", R"({"weather": 1})",
       "1:2-11 E202 unknown field `weather`; the fields here are `id`"},
      {R"({"properties": {"countries": {"type": "array"}}})", R"({"countries": "kenya"})",
       "1:15-22 E204 `countries` is text, and should be a list; write `countries: [kenya]`"},
      {R"({"properties": {"title": {"type": "string"}}})", R"({"title": 12})",
       "1:11-13 E204 `title` is a number, and should be text; put it in quotes: `\"12\"`"},
      {R"({"properties": {"title": {"type": "string"}}})", R"({"title": null})",
       "1:11-15 E204 `title` has no value; write it after the colon, or take the line out"},
      {R"({"properties": {"summary": {"maxLength": 5}}})", R"({"summary": "maçãs da"})",
       "1:13-23 E205 `summary` has 8 characters; 5 are allowed; shorten it by 3 characters"},
      {R"({"properties": {"summary": {"maxLength": 5}}})", R"({"summary": "a\nwater\n"})",
       "1:13-25 E205 `summary` has 7 characters; 5 are allowed; shorten it by 2 characters"},
      {R"({"properties": {"code": {"pattern": "^[A-Z]{2}$", "x-message": "two capitals"}}})",
       R"({"code": "ken"})",
       "1:10-15 E206 `code` is `ken`, which does not have the right form; two capitals"},
      {R"({"properties": {"start": {"format": "edtf"}}})", R"({"start": "2015-02-30"})",
       "1:11-23 E206 there is no day `2015-02-30`; February 2015 has 28 days"},
      {R"({"properties": {"orcid": {"format": "orcid"}}})",
       R"({"orcid": "0000-0002-1825-0098"})",
       "1:11-32 E206 `0000-0002-1825-0098` is not an ORCID: with these digits the last would "
       "be "
       "`7`; copy it again from the author's page"},
      {R"({"properties": {"year": {"minimum": 1000}}})", R"({"year": 20})",
       "1:10-12 E207 `year` is 20; the least allowed is 1000"},
      {R"({"properties": {"sectors": {"maxItems": 1}}})", R"({"sectors": ["a", "b", "c"]})",
       "1:19-27 E208 `sectors` has 3 items; 1 is allowed"},
      {R"({"properties": {"lessons": {"minItems": 1}}})", R"({"lessons": []})",
       "1:2-11 E208 `lessons` is empty; at least 1 is needed"},
      {R"({"properties": {"tags": {"uniqueItems": true}}})", R"({"tags": ["a", "b", "a"]})",
       "1:21-24 E209 `a` is listed twice; take one of the two out"},
      {R"({"properties": {"sensitivity": {"enum": ["public", "hold"]}}})",
       R"({"sensitivity": "publik"})",
       "1:17-25 E210 `sensitivity` cannot be `publik`; did you mean `public`?"},
      {R"({"properties": {"schema": {"const": "case/1"}}})", R"({"schema": "case/2"})",
       "1:12-20 E210 `schema` is `case/2`, and should be `case/1`"},
      {R"({"anyOf": [{"required": ["url"]}, {"required": ["doi"]}]})", "{}",
       "1:1-1 E211 this has none of `url` and `doi`"},
      {R"({"properties": {"a": {"not": {"type": "string"}, "x-message": "a is no text"}}})",
       R"({"a": "b"})", "1:7-10 E212 a is no text"},
      {R"({"properties": {"a": {"type": "string"}, "b": false}})", R"({"b": 1})",
       "1:7-8 E212 `b` may not stand here"},
      {R"({"properties": {"a": {"contains": {"const": 1}}}})", R"({"a": [2]})",
       "1:2-5 E212 `a` has 0 items that say `1`; at least 1 is needed"},
      {R"({"properties": {"a": {"contains": {"type": "string"}, "minContains": 2}}})",
       R"({"a": ["x", 2]})",
       "1:2-5 E212 `a` has 1 item of the sort that is asked for; at least 2 are needed"},
      {R"({"properties": {"a": {"contains": {"const": "x"}, "maxContains": 1}}})",
       R"({"a": ["x", "x"]})", "1:2-5 E212 `a` has 2 items that say `x`; 1 is allowed"},
      {R"({"properties": {"n": {"maximum": 9}}})", R"({"n": 12.5})",
       "1:7-11 E207 `n` is 12.5; the most allowed is 9"},
      {R"({"properties": {"n": {"exclusiveMinimum": 0}}})", R"({"n": 0})",
       "1:7-8 E207 `n` is 0; it must be more than 0"},
      {R"({"properties": {"n": {"exclusiveMaximum": 1.5}}})", R"({"n": 1.5})",
       "1:7-10 E207 `n` is 1.5; it must be less than 1.5"},
      {R"({"properties": {"n": {"multipleOf": 0.5}}})", R"({"n": 0.3})",
       "1:7-10 E207 `n` is 0.3, which is no multiple of 0.5"},
      {R"({"properties": {"code": {"minLength": 3}}})", R"({"code": "ab"})",
       "1:10-14 E205 `code` has 2 characters; at least 3 are needed"},
      {R"({"properties": {"f": {"minProperties": 1}}})", R"({"f": {}})",
       "1:2-5 E208 `f` is empty; at least 1 is needed"},
      {R"({"properties": {"f": {"maxProperties": 1}}})", R"({"f": {"a": 1, "b": 2}})",
       "1:2-5 E208 `f` has 2 keys; 1 is allowed"},
      {R"({"properties": {"pair": {"prefixItems": [{}, {}], "items": false}}})",
       R"({"pair": [1, 2, 3]})", "1:17-18 E208 `pair` has 3 items; 2 are allowed"},
      {R"({"allOf": [{"properties": {"title": {}}}], "unevaluatedProperties": false})",
       R"({"titel": 1})", "1:2-9 E202 unknown field `titel`; did you mean `title`?"},
      {R"({"properties": {"pair": {"prefixItems": [{}], "unevaluatedItems": false}}})",
       R"({"pair": [1, 2]})", "1:14-15 E208 `pair` has 2 items; 1 is allowed"},
      {R"({"dependentSchemas": {"amount": {"required": ["currency"]}}})", R"({"amount": 3})",
       "1:1-1 E201 `currency` is missing"},
      {R"({"not": {"required": ["end"]}})", R"({"a": 1, "end": 2})",
       "1:10-15 E212 `end` may not stand here"},
      {R"({"if": {"required": ["ongoing"]}, "then": {"not": {"required": ["end"]}}})",
       R"({"end": 1, "ongoing": 2})", "1:2-7 E212 `end` may not stand beside `ongoing`"},
      {R"({"properties": {"code": {"pattern": "^[A-Z]{2}$", "examples": ["KE", "GH"]}}})",
       R"({"code": "kenya"})",
       "1:10-17 E206 `code` is `kenya`, which does not have the right form; it is written as "
       "`KE` or `GH`"},
      {R"({"properties": {"mail": {"format": "email"}}})", R"({"mail": "amina at home"})",
       "1:10-25 E206 `amina at home` is not an e-mail address: it has no `@`; did you mean "
       "`amina@home`?"},
      {R"({"properties": {"mail": {"format": "email"}}})", R"({"mail": "a b@example.org"})",
       "1:12-13 E206 `a b@example.org` is not an e-mail address: it holds a space"},
      {R"({"properties": {"day": {"format": "date"}}})", R"({"day": "31.05.2016"})",
       "1:9-21 E206 `31.05.2016` is not how a date is written here; write `2016-05-31`"},
      {R"({"properties": {"day": {"format": "date"}}})", R"({"day": "May 2016"})",
       "1:9-19 E206 `May 2016` is not a date; a date is written `2016-05-31`"},
      {R"({"propertyNames": {"pattern": "^[a-z]+$", "x-message": "lower case"}})",
       R"({"A": 1})", "1:2-5 E206 the key `A` does not have the right form; lower case"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    CAPTURE(row.tree);
    CHECK(check(row.schema, row.tree) == Lines{std::string(row.finding)});
  }
}

TEST_CASE("The line end of a block of YAML is not counted") {
  CHECK(check(R"({"maxLength": 5})", R"("water\n\n")").empty());
  CHECK(check(R"({"maxLength": 5})", R"("waters\n")").size() == 1);
}

TEST_CASE("A value that is right but for its letters, or there twice, is put right") {
  struct Row {
    std::string_view schema, tree, edit;  // no edit: empty
  };
  const Row rows[] = {
      {R"({"properties": {"a": {"enum": ["public", "hold"]}}})", R"({"a": "Public"})",
       "1:7-15 \"public\""},
      {R"({"properties": {"a": {"enum": ["lesson-only", "hold"]}}})", R"({"a": "Lesson only"})",
       "1:7-20 \"lesson-only\""},
      {R"({"properties": {"a": {"enum": ["public", "hold"]}}})", R"({"a": "publik"})", ""},
      {R"({"properties": {"a": {"enum": ["on", "On", "off"]}}})", R"({"a": "ON"})", ""},
      {R"({"properties": {"a": {"uniqueItems": true}}})", R"({"a": ["x", "y",  "x"]})",
       "1:16-22 "},
      {R"({"properties": {"a": {"uniqueItems": true}}})", "{\"a\": [\"x\",\n  \"x\"]}", ""},
      {R"({"properties": {"title": {}}, "additionalProperties": false})", R"({"title:A": 1})",
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tree);
    Diagnostics found;
    check_tree(schema_of(row.schema), tree_of(row.tree), "x.yaml", found);
    REQUIRE(found.size() == 1);
    std::string edits;
    for (const Edit& edit : found.all()[0].edits)
      edits += std::to_string(edit.span.line) + ":" + std::to_string(edit.span.column) + "-" +
               std::to_string(edit.span.end_column) + " " + edit.text;
    CHECK(edits == row.edit);
  }
}

TEST_CASE("One root cause is one finding") {
  // A misspelt key is not also missing, and what a value breaks is told once.
  CHECK(check(R"({"properties": {"title": {}, "summary": {}}, "required": ["title", "summary"],
                  "additionalProperties": false})",
              R"({"titel": "A", "summary": "B"})") ==
        Lines{"1:2-9 E202 unknown field `titel`; did you mean `title`?"});
  CHECK(check(R"({"properties": {"countries": {}}, "required": ["countries"],
                  "additionalProperties": false})",
              R"({"country": "kenya"})") ==
        Lines{"1:2-11 E202 unknown field `country`; did you mean `countries`?"});
  // A start that two later dates contradict is the one to look at.
  CHECK(
      check(R"({"properties": {"end": {"x-not-before": "/start"},
                  "as_of": {"x-not-before": "/start"}}})",
            R"({"start": 2023, "end": 2022, "as_of": 2022})") ==
      Lines{
          "1:24-28 E214 `end` is `2022`, which is before `start`, `2023`; look both up again; "
          "perhaps they have changed places"});
  CHECK(check(R"({"properties": {"date": {"type": ["string", "integer"], "minimum": 1000,
                  "format": "edtf", "pattern": "^[0-9]{4}$", "x-message": "a year"}}})",
              R"({"date": "May 2016"})") ==
        Lines{"1:10-20 E206 `May 2016` is not a date; a year"});
  CHECK(check(R"({"properties": {"a": {"type": ["array", "string"], "if": {"type": "array"},
                  "else": {"const": "none-known"}}}})",
              R"({"a": 5})") ==
        Lines{"1:7-8 E204 `a` is a number, and should be text or a list; write `a: [5]`"});
}

TEST_CASE("What is wrong because of a wrong value is not wrong a second time") {
  CHECK(check(R"({"properties": {"ongoing": {"const": true}}, "if": {"required": ["ongoing"]},
                  "then": {"not": {"required": ["end"]}}})",
              R"({"end": 2016, "ongoing": "no"})") ==
        Lines{"1:26-30 E210 `ongoing` is `no`, and should be `true`"});
  CHECK(check(R"({"properties": {"amount": {"type": "number"}},
                  "dependentRequired": {"amount": ["currency"]}})",
              R"({"amount": "KES 5"})")
            .size() == 1);
  // A key that stands elsewhere is not missing where it belongs.
  const std::string_view nested = R"({"properties": {"title": {}, "period": {
      "properties": {"start": {}}, "required": ["start"], "additionalProperties": false}},
      "required": ["title", "period"], "additionalProperties": false})";
  CHECK(check(nested, R"({"title": "A", "start": 2})") ==
        Lines{"1:16-23 E202 unknown field `start`; `start` belongs under `period`"});
  CHECK(check(nested, R"({"title": "A", "start": 2, "period": {}})") ==
        Lines{"1:16-23 E202 unknown field `start`; `start` belongs under `period`"});
  CHECK(
      check(nested, R"({"period": {"start": 2, "title": "A"}})") ==
      Lines{"1:25-32 E202 unknown field `title`; `title` belongs to the whole file: begin its "
            "line without spaces"});
}

TEST_CASE("A union tells what is wrong with the branch that was meant") {
  const std::string_view by_kind = R"({"items": {"anyOf": [{"type": "string", "maxLength": 3},
      {"type": "object", "required": ["id"]}]}})";
  CHECK(check(by_kind, R"([{"at": 1}])") == Lines{"1:2-2 E201 an item has no `id`"});
  CHECK(check(by_kind, R"(["abcd"])") ==
        Lines{"1:2-8 E205 an item has 4 characters; 3 are allowed; shorten it by 1 character"});
  CHECK(check(by_kind, "[5]") ==
        Lines{"1:2-3 E204 an item is a number, and should be text or a "
              "group of fields; put it in quotes: `\"5\"`"});

  const std::string_view by_constant = R"({"oneOf": [
      {"properties": {"kind": {"const": "case"}, "lessons": {"minItems": 1}}, "required": ["kind"]},
      {"properties": {"kind": {"const": "digest"}, "url": {}}, "required": ["kind", "url"]}]})";
  CHECK(check(by_constant, R"({"kind": "digest"})") == Lines{"1:1-1 E201 `url` is missing"});
  CHECK(check(by_constant, R"({"kind": "digset"})") ==
        Lines{"1:10-18 E210 `kind` cannot be `digset`; did you mean `digest`?"});

  CHECK(
      check(R"({"oneOf": [{"const": "water"}, {"enum": ["health", "roads"]}]})", R"("fire")") ==
      Lines{"1:1-7 E210 this cannot be `fire`; it is one of `water`, `health` or `roads`"});
  CHECK(check(R"({"oneOf": [{"type": "string"}, {"maxLength": 5}]})", R"("d")")
            .front()
            .substr(0, 14) == "1:1-4 E211 thi");
}

TEST_CASE("What a published record needs is a hint in a draft") {
  const std::string_view schema =
      R"({"properties": {"harms": {"x-publish": true, "description": "Who was hurt."}}})";
  for (const bool draft : {true, false}) {
    Diagnostics found;
    check_tree(schema_of(schema), tree_of(draft ? R"({"draft": true})" : R"({"draft": false})"),
               "a.md", found);
    REQUIRE(found.size() == 1);
    CHECK(line_of(found.all()[0]) ==
          "1:1-1 E213 `harms` is missing, which a published record must have; Who was hurt");
    CHECK(found.all()[0].severity == (draft ? Severity::hint : Severity::error));
  }
}

TEST_CASE("A date is before another only if no reading of the two says otherwise") {
  const std::string_view schema = R"({"properties": {"period": {"properties": {"end": {
      "x-not-before": "/period/start"}}}}})";
  struct Row {
    std::string_view start, end;
    bool right;
  };
  const Row rows[] = {
      {"\"2016\"", "\"2014\"", false},   {"2016", "2016", true},
      {"\"2016-05\"", "2016", true},     {"\"2016-05\"", "\"2016-04-30\"", false},
      {"\"2016-05\"", "\"soon\"", true}, {"null", "2014", true},
      {"\"2015~\"", "\"2014~\"", true},  {"\"2016~\"", "2014", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.start);
    CAPTURE(row.end);
    const std::string tree = "{\"period\": {\"start\": " + std::string(row.start) +
                             ", \"end\": " + std::string(row.end) + "}}";
    Diagnostics found;
    check_tree(schema_of(schema), tree_of(tree), "a.md", found);
    CHECK(found.empty() == row.right);
    for (const Diagnostic& finding : found.all()) {
      CHECK(finding.rule == "E214");
      CHECK(finding.notes.size() == 1);
    }
  }
}

TEST_CASE("A list of many items is searched for repeats in good time") {
  std::string list = "[0";
  for (int i = 1; i < 100'000; ++i) list += "," + std::to_string(i);
  CHECK(check(R"({"uniqueItems": true})", list + "]").empty());
  CHECK(check(R"({"uniqueItems": true})", list + ",7.0]").size() == 1);
}

}  // namespace baraza::check
