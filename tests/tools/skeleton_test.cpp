#include "tools/skeleton.hpp"

#include <doctest/doctest.h>

#include "parse/case_file.hpp"

using baraza::Diagnostics;
using baraza::content::Node;
using baraza::tools::write_skeleton;
using baraza::tools::yaml_scalar;

TEST_CASE("a scalar is plain where YAML lets it be") {
  struct Row {
    const char* text;
    const char* yaml;
  };
  const Row rows[] = {
      {"Clean wells", "Clean wells"}, {"Wells: a story", "\"Wells: a story\""},
      {"Lesson #1", "\"Lesson #1\""}, {"no", "\"no\""},
      {"2016", "\"2016\""},           {"", "\"\""},
      {"say \"no\"", "say \"no\""},   {"- x", "\"- x\""},
      {"a\nb", "\"a\\nb\""},          {"ends with:", "\"ends with:\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(yaml_scalar(row.text) == row.yaml);
  }
}

TEST_CASE("a scalar reads back as it was") {
  for (const char* text : {"Clean wells", "a: b", "\"",  "\\",  "x #y", "no",  "1e3",  "~",
                           "@x",          "`x`",  "[x",  "*x",  "%x",   "'x'", "é",    "भारत",
                           "a\tb",        "- a",  "? a", "a,b", "{a}",  "x: ", "null", "-"}) {
    CAPTURE(text);
    Diagnostics found;
    const Node tree =
        baraza::parse::parse_yaml_file("key: " + yaml_scalar(text) + "\n", "x.yaml", found);
    CHECK(found.empty());
    REQUIRE(tree.find("key") != nullptr);
    CHECK(tree.find("key")->text == text);
  }
}

TEST_CASE("a new record says what its schema asks for, and shows what else it may say") {
  Diagnostics found;
  const Node schema = baraza::parse::parse_yaml_file(
      "required: [schema, title, topics, sources, notes]\n"
      "properties:\n"
      "  schema: {const: case/1}\n"
      "  title: {type: string}\n"
      "  topics: {type: array, items: {type: string}}\n"
      "  sources:\n"
      "    type: array\n"
      "    items: {$ref: '#/$defs/source'}\n"
      "  notes: {type: string, maxLength: 30, description: Anything else that readers should "
      "know.}\n"
      "  harms: {type: array, items: {type: string, description: Who was hurt.}, x-publish: "
      "true}\n"
      "  tags: {description: Words of your own.}\n"
      "  draft: {type: boolean}\n"
      "x-sections: [The problem]\n"
      "$defs:\n"
      "  source:\n"
      "    type: object\n"
      "    required: [id, title]\n"
      "    properties:\n"
      "      id: {type: string}\n"
      "      title: {type: string, description: Its title.}\n",
      "schemas/case.schema.yaml", found);
  REQUIRE(found.empty());
  const std::string text = write_skeleton(
      schema, {}, {.texts = {{"title", "A: b"}}, .terms = {{"topics", {"wells", "pumps"}}}});
  CHECK(text ==
        "---\n"
        "schema: case/1\n"
        "title: \"A: b\"\n"
        "topics: [wells, pumps]\n"
        "sources:\n"
        "  - id: s1\n"
        "    title: \"TO WRITE: Its title.\"\n"
        "notes: \"TO WRITE: Anything else that…\"\n"
        "draft: true  # take this line out to publish\n"
        "\n# To publish it, also say this; take each `# ` away and write:\n"
        "# harms:\n"
        "#   - \"TO WRITE: Who was hurt.\"\n"
        "\n# You may also say:\n"
        "# tags:  Words of your own.\n"
        "---\n"
        "\n## The problem\n"
        "\nTO WRITE: this part, in Markdown.\n");
}
