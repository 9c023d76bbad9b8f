#include "parse/case_file.hpp"

#include <string>

#include <doctest/doctest.h>

#include "told.hpp"

using namespace baraza;
using parse::parse_record;

TEST_CASE("conflicts that git left are told, and nothing else of such a file") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {"---\na: 1\n---\nb\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> x\n", "E190 5:1-5:8"},
      {"---\n<<<<<<< HEAD\na: 1\n=======\na: [\n>>>>>>> x\n---\n", "E190 2:1-2:8"},
      {"<<<<<<<\n=======\n>>>>>>>\n<<<<<<< a\nb\n=======\n>>>>>>> c\n",
       "E190 1:1-1:8, E190 4:1-4:8"},
      {"---\na: 1\n---\n<<<<<<< HEAD\nb\n>>>>>>> x\n", ""},
      {"---\na: 1\n---\n<<<<<<<< b\n\nc\n=======\n>>>>>>>\n", "E176 6:1-6:2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    const parse::Document document = parse_record(row.text, "x.md", found);
    CHECK(parse::told(found) == row.told);
    CHECK(document.front.is_broken() == row.told.starts_with("E190"));
  }
  Diagnostics found;
  CHECK(parse::parse_yaml_file("<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n", "x.yaml", found)
            .is_broken());
  CHECK(parse::told(found) == "E190 1:1-1:8");
}

TEST_CASE("comments that mark a value as an example are found where they are") {
  Diagnostics found;
  const parse::Document document = parse_record(
      "---\n# an example; write your own\na: 1  # an example; write your own\nb:\n"
      "  c: 2 # an example; write your own\n---\n# an example; write your own\n",
      "x.md", found);
  CHECK(document.examples == std::vector<Span>{{3, 7, 3, 35}, {5, 8, 5, 36}});
}

TEST_CASE("a record is its front matter, its body and the details of its lessons") {
  Diagnostics found;
  const parse::Document document = parse_record(
      "\xEF\xBB\xBF---\r\n"
      "title: Wells\r\n"
      "lessons:\r\n"
      "  - id: one\r\n"
      "    detail: |\r\n"
      "      See [a](b.md).\r\n"
      "\r\n"
      "      ## Costs\r\n"
      "  - id: two\r\n"
      "  - id: three\r\n"
      "    detail: plain [^x]\r\n"
      "---\r\n"
      "\r\n"
      "## Body\r\n",
      "cases/wells.md", found);
  CHECK(document.front.text_of("title") == "Wells");
  REQUIRE(document.body.headings.size() == 1);
  CHECK(document.body.headings[0].span.line == 14);
  REQUIRE(document.details.size() == 2);
  CHECK(document.details[0].first == "one");
  CHECK(document.details[0].second.links.at(0).span == Span{6, 15, 6, 19});
  CHECK(document.details[0].second.headings.at(0).id == "one_costs");
  CHECK(document.details[0].second.headings.at(0).span.line == 8);
  CHECK(document.details[1].first == "three");
  CHECK(parse::told(found) == "E107 1:1-1:1, E172 11:13-11:23");
}

TEST_CASE("a citation in round brackets names a source of the list") {
  const std::string front =
      "---\ntitle: x\nbecause: Pumps ran (s9).\nsources: [{id: s1}, {id: s2}]\n---\n";
  struct Row {
    std::string body;
    std::string told;
  };
  const Row rows[] = {
      {"Pumps ran (s1). Then not (s1, s2, p. 12).", ""},
      {"Pumps ran (s3).", "E318 6:12-6:14"},
      {"Pumps ran (s1,\ns12).", "E318 7:1-7:4"},
      {"Both say so (see s4 and s2).", "E318 6:18-6:20"},
      {"A [map of wells](s3), a call f(s3), `(s3)` and (S3) (t3) (s) (as3).", ""},
      {"Never closed (s3", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    Diagnostics found;
    parse_record(front + row.body + "\n", "cases/wells.md", found);
    CHECK(parse::told(found) == "E318 3:21-3:23" + (row.told.empty() ? "" : ", " + row.told));
  }
  for (const std::string sources :
       {"[{id: s1}, {id: audit}]", "[{id: s1}, {id: t1}]", "[{title: a}]", "s1"}) {
    CAPTURE(sources);
    Diagnostics found;
    parse_record("---\ntitle: x\nsources: " + sources + "\n---\nPumps ran (s9).\n",
                 "cases/wells.md", found);
    CHECK(parse::told(found).empty());
  }
}

TEST_CASE("each way a file can be no record is told once") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string told;
  };
  const Row rows[] = {
      {"empty", "", "E101 1:1-1:1"},
      {"no front matter", "# Wells\n", "E120 1:1-1:1"},
      {"unclosed", "---\ntitle: x\n", "E121 1:1-1:4"},
      {"a list", "---\n- a\n---\n", "E156 2:1-2:4"},
      {"no field", "---\n---\nBody\n", "E156 1:1-1:4"},
      {"nothing but a comment", "---\n# later\n---\n", "E156 1:1-1:4"},
      {"one field that cannot be read", "---\n@: x\n---\n", "E138 2:1-2:2"},
      {"no key", "---\nwords\n---\n", "E156 2:1-2:6"},
      {"divided by a fence", "---\ntitle: x\n---\nsummary: y\ntags:\n  - a\n---\nBody\n",
       "E144 3:1-3:4"},
      {"a definition list in a body is none", "---\ntitle: x\n---\nsummary: y\n\nText\n\n---\n",
       ""},
      {"one field and a rule", "---\ntitle: x\n---\nnote: y\n\n---\n\nText\n", ""},
      {"one field and a fence", "---\ntitle: x\n---\nnote: y\n---\n\nText\n", "E144 3:1-3:4"},
      {"two fields above a blank line", "---\ntitle: x\n---\n\nnote: y\nz: 1\n\n---\nText\n",
       "E144 3:1-3:4"},
      {"a rule below a line", "---\ntitle: x\n---\nText\n---\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    (void)parse_record(row.bytes, "x.md", found);
    CHECK(parse::told(found) == row.told);
  }
}

TEST_CASE("fields after a fence in the middle are read all the same") {
  Diagnostics found;
  const parse::Document document =
      parse_record("---\ntitle: x\n---\nsummary: y\n---\n# Body\n", "x.md", found);
  CHECK(document.front.text_of("title") == "x");
  CHECK(document.front.text_of("summary") == "y");
  CHECK(document.body.headings.at(0).span.line == 6);
}

TEST_CASE("a file of YAML may be larger than front matter") {
  Diagnostics found;
  const std::string text = "terms:\n" + parse::times(20'000, "  - id: water\n");
  CHECK(parse::parse_yaml_file(text, "x.yaml", found).items_of("terms").size() == 20'000);
  CHECK(found.empty());
  CHECK(
      parse::parse_yaml_file(parse::times(500'000, "a: water\n"), "x.yaml", found).is_broken());
  CHECK(parse::told(found) == "E108 0:0-0:0");
}

TEST_CASE("a table in a text whose lines are not those of the file is not edited") {
  const std::string table = "| a |\\n|---|\\n| 1 | |\\n";
  Diagnostics found;
  parse::parse_record("---\nlessons:\n  - id: a\n    detail: \"" + table + "\"\n---\n", "x.md",
                      found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].rule == "E179");
  CHECK(found.all()[0].edits.empty());
}
