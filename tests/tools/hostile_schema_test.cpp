#include <doctest/doctest.h>

#include "tests/tools/hostile.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;

std::string terms(std::size_t count) {
  return "label: Sectors\nterms:\n" + each(count, [](std::size_t i) {
           return "  - {id: word-" + number(i) + ", label: Word}\n";
         });
}

std::string doubling(std::size_t depth, const std::string& last) {
  return "$ref: '#/$defs/d0'\n$defs:\n" +
         each(depth,
              [](std::size_t i) {
                const std::string next = "{$ref: '#/$defs/d" + number(i + 1) + "'}";
                return "  d" + number(i) + ": {allOf: [" + next + ", " + next + "]}\n";
              }) +
         "  d" + number(depth) + ": " + last + "\n";
}

void check_schema(const std::string& what, const std::string& rule, const std::string& schema,
                  const std::string& text = "---\ntitle: a\n---\n") {
  check_hostile(what, rule, [&](const fs::path& bank) {
    write(bank / in_schema, schema);
    write(bank / in_record, text);
  });
}

TEST_CASE("hostile schemas come to an end soon and in little memory") {
  const std::string letters(60'000, 'a');
  check_schema("a pattern that others look back for", "E206",
               "properties: {title: {pattern: '(a+)+$'}}", record("title: " + letters + "!"));
  check_schema("a pattern that is nested", "E206",
               "properties: {title: {pattern: '^((a*)*)*b$'}}", record("title: " + letters));
  check_schema("a pattern with large counts", "",
               "properties: {title: {pattern: '^((a{1,100}){1,100}){1,100}$'}}",
               record("title: " + letters));
  check_schema("a pattern of a megabyte", "",
               "properties: {title: {pattern: '" + times(200'000, "(a|b)") + "'}}");
  check_schema("a pattern of brackets", "",
               "properties: {title: {pattern: '" + times(200'000, "(") + "'}}");
  check_schema("a schema that is itself", "E406", "$ref: '#'");
  check_schema("two schemas that are each other", "E406",
               "$ref: '#/$defs/a'\n$defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}");
  check_schema("a choice of itself", "E406", "anyOf: [{type: text}, {$ref: '#'}]");
  check_schema("a schema for all that is below", "", "additionalProperties: {$ref: '#'}",
               record("a: " + times(60, "[") + times(60, "]")));
  check_schema("a chain of references", "",
               "$ref: '#/$defs/d0'\n$defs:\n" + each(20'000, [](std::size_t i) {
                 return "  d" + number(i) + ": {$ref: '#/$defs/d" + number(i + 1) + "'}\n";
               }) + "  d20000: {type: object}\n");
  check_schema("a schema that doubles 40 times", "E406", doubling(40, "{type: object}"));
  check_schema("a fault that doubles 40 times", "E406", doubling(40, "{required: [b]}"));
  check_schema("a mark that doubles 40 times", "E406",
               doubling(40, "{x-unique: file, x-ref: case}"));
  check_schema(
      "100,000 properties", "",
      "additionalProperties: false\nproperties:\n" +
          each(100'000, [](std::size_t i) { return "  key" + number(i) + ": true\n"; }),
      record("title: a\n" + keys(3'000)));
  check_schema("100,000 choices", "E210",
               "properties: {title: {enum: [" +
                   each(100'000, [](std::size_t i) { return "word" + number(i) + ", "; }) +
                   "z]}}",
               record("title: words"));
  check_schema(
      "items that must differ", "", "properties: {a: {uniqueItems: true}}",
      record("a: [" + each(9'000, [](std::size_t i) { return number(i) + ", "; }) + "1]"));
  check_hostile("100,000 keys that must be there", "E159", [](const fs::path& bank) {
    write(bank / "schemas/bank.schema.yaml", "required: [" + each(100'000, [](std::size_t i) {
                                               return "kez" + number(i) + ", ";
                                             }) + "title]");
    write(bank / in_bank, "title: a\n" + keys(100'000));
  });
  check_hostile("100,000 values that are none of 20,000", "E406", [](const fs::path& bank) {
    write(bank / "schemas/bank.schema.yaml",
          "properties: {a: {items: {enum: [" +
              each(20'000, [](std::size_t i) { return "word" + number(i) + ", "; }) + "z]}}}");
    write(bank / in_bank, "title: a\na: [" + times(100'000, "b, ") + "b]");
  });
  check_hostile("items that must differ, 200 times", "", [](const fs::path& bank) {
    write(bank / "schemas/bank.schema.yaml",
          "properties: {a: {allOf: [" + times(200, "{uniqueItems: true}, ") + "true]}}");
    write(bank / in_bank, "title: a\na: [" + each(100'000, [](std::size_t i) {
                            return number(i) + ", ";
                          }) + "b]");
  });
  check_hostile("a long key above many faults", "", [](const fs::path& bank) {
    write(bank / "schemas/bank.schema.yaml", "additionalProperties: {items: {type: string}}");
    write(bank / in_bank,
          "title: a\n" + std::string(900, 'k') + ": [" + times(200'000, "1, ") + "1]");
  });
  for (const char* name : {"bank", "vocabulary"}) {
    for (const char* last : {"{type: text}", "{required: [b]}", "{x-unique: file}"}) {
      check_hostile("a schema of a " + std::string(name) + " that doubles 40 times, " + last,
                    "E406", [&](const fs::path& bank) {
                      write(bank / "schemas" / (std::string(name) + ".schema.yaml"),
                            doubling(40, last));
                    });
    }
  }
}

TEST_CASE("hostile vocabularies are read soon and in little memory") {
  const std::string schema =
      "properties: {sectors: {items: {x-vocabulary: sectors, type: string}}}";
  check_file("40,000 terms", in_list, "", terms(40'000));
  check_file("a list of 100,000 words", in_list, "",
             "terms: [" + times(100'000, "word, ") + "a]");
  check_file("terms that are wider than each other", in_list, "E413",
             "label: Sectors\nterms:\n" + each(20'000, [](std::size_t i) {
               return "  - {id: w" + number(i) + ", label: W, broader: w" +
                      number((i + 1) % 20'000) + "}\n";
             }));
  check_file("wider terms that are unknown", in_list, "E412",
             "label: Sectors\nterms:\n" + each(20'000, [](std::size_t i) {
               return "  - {id: w" + number(i) + ", label: W, broader: v" + number(i) + "}\n";
             }));
  check_file("one term 40,000 times", in_list, "",
             "label: Sectors\nterms:\n" + times(40'000, "  - {id: word, label: Word}\n"));

  for (const std::size_t unknown : {std::size_t{1}, std::size_t{3000}}) {
    check_hostile(
        number(unknown) + " unknown of 100,000 terms", "E203", [&](const fs::path& bank) {
          write(bank / in_schema, schema);
          write(bank / in_list, "terms:\n" + each(100'000, [](std::size_t i) {
                                  return "  - {id: word-" + number(i) + ", label: W}\n";
                                }));
          write(
              bank / in_record,
              record("title: a\nsectors: [" +
                     each(unknown, [](std::size_t i) { return "ward-" + number(i) + "-x, "; }) +
                     "word-1]"));
        });
  }
}

}  // namespace
}  // namespace baraza::test
