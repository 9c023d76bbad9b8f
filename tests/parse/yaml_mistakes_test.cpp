#include <string>

#include <doctest/doctest.h>

#include "parse/yaml.hpp"
#include "told.hpp"

using namespace baraza;
using parse::times;

TEST_CASE("each mistake is one finding, at its place, by its cause") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      // a colon inside a value
      {"title: Wells: a story\n", "E131 1:13-1:14"},
      {"title: Wells:\n", "E131 1:13-1:14"},
      {"é: é: x\n", "E131 1:5-1:6"},
      {"title: one\n  two: three four\n", "E133 2:1-2:3"},
      {"title: one\n  and then two: three\n", "E131 2:15-2:16"},
      {"a: {b: c: d}\n", "E131 1:9-1:10"},
      // an unclosed quote
      {"title: \"Wells\nsummary: x\n", "E132 1:8-1:9"},
      {"title: 'Wells\nsummary: x\n", "E132 1:8-1:9"},
      {"a:\n  - \"x\n  - y\n", "E132 2:5-2:6"},
      {"a:\n  b: \"x\n  c: \"y\"\n", "E132 2:6-2:7"},
      {"a: [\"x, y]\nb: 1\n", "E132 1:5-1:6"},
      {"a: \"x", "E132 1:4-1:5"},
      // indentation
      {" title: x\nsummary: y\n", "E133 1:1-1:2"},
      {"title: x\n summary: y\n", "E133 2:1-2:2"},
      {"title: \"x\"\n summary: y\n", "E133 2:1-2:2"},
      {"a: [x]\n b: y\n", "E133 2:1-2:2"},
      {"p:\n  a: 1\n   b: 2\n", "E133 3:1-3:4"},
      {"p:\n  a: 1\n b: 2\n", "E133 3:1-3:2"},
      {"p:\n  - id: a\n   claim: b\n", "E133 3:1-3:4"},
      {"p:\n  - id: a\n     claim: b\n", "E133 3:1-3:6"},
      {"x: |\n    a\n  b\n", "E133 3:1-3:3"},
      {"x: |\n    \n  b\n", "E133 2:1-2:5"},
      // a bracket at the end that opens nowhere
      {"title: Wells}\n", "E122 1:13-1:14"},
      {"title: Wells [of\n  Kitui]]\n", "E122 2:9-2:10"},
      {"tags:\n  - clinics]\n", "E122 2:12-2:13"},
      {"title: Wells [of Kitui]\n", ""},
      {"title: \"Wells}\"\n", ""},
      {"title: Wells} of Kitui\n", ""},
      // tabs
      {"a:\n\tb: 1\n", "E134 2:1-2:2"},
      {"a:\n  b: 1\n\t\tc: 2\n", "E134 3:1-3:3"},
      // a missing space after a colon
      {"title:Wells\n", "E135 1:6-1:7"},
      {"title:Wells\nsummary: x\n", "E135 1:6-1:7"},
      {"summary: x\ntitle:Wells\n", "E135 2:6-2:7"},
      {"p:\n  start:2015\n", "E135 2:8-2:9"},
      {"p:\n  - id:a\n    claim: b\n", "E135 2:7-2:8"},
      {"p: {start:2015}\n", "E135 1:10-1:11"},
      {"\"title\":Wells\nsummary: x\n", "E135 1:8-1:9"},
      {"a: x\n\"tags\":[b]\n", "E135 2:7-2:8"},
      // lists
      {"tags:\n  - a\n  b\n", "E136 3:3-3:4"},
      {"- a\nb\n", "E136 2:1-2:2"},
      {"p:\n    - id: a\n    claim: b\n    limits: c\nq: 1\n", "E136 3:5-3:6"},
      {"p:\n    id: a\n    claim: b\n  - id: c\n    claim: d\n  - id: e\nq: 1\n",
       "E136 2:5-2:6"},
      {"p:\n  id: a\n  - id: c\n  - id: e\n", "E136 2:3-2:4"},
      {"p:\n  r:\n      id: a\n    - id: c\n    - id: e\n", "E136 3:7-3:8"},
      {"tags:\n  - a\n   - b\n", "E143 3:4-3:5"},
      {"tags:\n   - a\n - b\n", "E143 3:2-3:3"},
      {"tags:\n   - a: 1\n - b\n", "E143 3:2-3:3"},
      {"tags: x\n  - b\n", "E143 2:3-2:4"},
      {"tags:\n  - " + times(14, "word ") + "\n   - b\n   - c\n", "E143 4:4-4:5"},
      {"tags: - a\n", "E157 1:7-1:8"},
      {"tags:\n  -a\n  -b\n", "E158 2:3-2:4"},
      {"tags:\n  - a\n  -b\n  - c\n", "E158 3:3-3:4"},
      {"tags:\n  - {a: b}\n  -{a: c}\n", "E158 3:3-3:4"},
      {"tags:\n  -{a: b}\n", "E158 2:3-2:4"},
      {"tags:\n- 'a'\n-'b'\n", "E158 3:1-3:2"},
      // a comment that cuts a value
      {"title: Lesson #1\n", "E137 1:15-1:17"},
      {"title: Lesson # 1\n", "E137 1:15-1:18"},
      {"title: #MeToo\n", "E137 1:8-1:14"},
      {"title: # 1\n", "E137 1:8-1:11"},
      {"title: #1 in water\n  and health\n", "E137 1:8-1:19"},
      {"title: #1 in water\nsummary: x\n", "E137 1:8-1:19"},
      {"tags:\n  - #MeToo\n  - b\n", "E137 2:5-2:11"},
      {"tags:\n  - #MeToo\n", "E137 2:5-2:11"},
      {"tags: [a, #b]\n", "E138 1:11-1:12"},
      {"title: Lesson # a comment\n", ""},
      {"title: Lesson ## a comment\n", ""},
      // signs at a value's start
      {"a: @x\n", "E138 1:4-1:5"},
      {"a: `x`\n", "E138 1:4-1:5"},
      {"a: %x\n", "E138 1:4-1:5"},
      {"a: >50% of schools\n", "E138 1:4-1:5"},
      {"a: | x\n", "E138 1:4-1:5"},
      {"a: & Co\n", "E138 1:4-1:5"},
      {"a: **bold**\n", "E138 1:4-1:5"},
      {"a: ] x\n", "E138 1:4-1:5"},
      {"a: [x, @y]\n", "E138 1:8-1:9"},
      {"@a: x\n", "E138 1:1-1:2"},
      {"%YAML 1.1\n", "E138 1:1-1:2"},
      // quotes
      {"a: \"C:\\Users\"\n", "E139 1:7-1:9"},
      {"a: \"\\q\"\n", "E139 1:5-1:7"},
      {"a: \"\\é\"\n", "E139 1:5-1:7"},
      {"a: \"\\u0000\"\n", "E139 1:5-1:11"},
      {"a: \"\\ud800\"\n", "E139 1:5-1:11"},
      {"a: 'it's here'\n", "E140 1:7-1:8"},
      {"a: \"x \"y\" z\"\n", "E141 1:7-1:8"},
      {"a: \"x\" y\n", "E141 1:8-1:9"},
      {"a: \"x\": y\n", "E141 1:7-1:10"},
      {"a: [\"x\" y]\n", "E141 1:9-1:11"},
      // what ends or repeats things
      {"a: 1\nb: 2\na: 3\n", "E142 3:1-3:2"},
      {"a: 1\n\"a\": 3\n", "E142 2:1-2:4"},
      {"a: 1\n---\nb: 2\n", "E144 2:1-2:4"},
      {"a: 1\n...\nb: 2\n", "E144 2:1-2:4"},
      {"--- a: 1\n", "E144 1:1-1:4"},
      // aliases, anchors, tags
      {"a: *b\n", "E145 1:4-1:6"},
      {"a: [x, *b, y]\n", "E145 1:8-1:10"},
      {"a:\n  - *b\n", "E145 2:5-2:7"},
      {"a: &b c\n", "E146 1:4-1:6"},
      {"a: &b\n  c: 1\n", "E146 1:4-1:6"},
      {"a: &a [*a]\n", "E146 1:4-1:6"},
      {"a: !!str 1\n", "E147 1:4-1:9"},
      {"a: !x\n  b: 1\n", "E147 1:4-1:6"},
      {"- &a x\n", "E146 1:3-1:5"},
      {"&a b: c\n", "E146 1:1-1:3"},
      // word processors
      {"a: \u201Chello\u201D\n", "E148 1:4-1:11"},
      {"a: [\u201Chello\u201D]\n", "E148 1:5-1:12"},
      {"a: \u201Chello,\u201D she said, \u201Cand go\u201D\n", ""},
      {"a: \u201Ehallo\u201C, sagte er, \u201Eund geh\u201C\n", ""},
      {"a:\u00A0b\n", "E149 1:3-1:4"},
      {"a: \u00A0b\n", "E149 1:4-1:5"},
      {"a:\n\u00A0 b: 1\n", "E149 2:1-2:2"},
      // brackets
      {"a: [x, y\nb: 1\n", "E150 1:4-1:5"},
      {"a: [x, [y]\nb: 1\n", "E150 1:4-1:5"},
      {"a: {x: y\nb: 1\n", "E150 1:4-1:5"},
      {"a: [x}\n", "E150 1:4-1:5"},
      {"a: {\n  b: 1\n  c: 2\n}\nd: 1\n", "E131 3:4-3:5"},
      {"a: [\n  {b: \"x},\n]\nd: 1\n", "E132 2:7-2:8"},
      {"{\"a\": 1,\n \"b\": 2\n \"c\": 3}\n", "E131 3:5-3:6"},
      {"a: [x] y\n", "E151 1:8-1:9"},
      {"a: [Draft] A story\n", "E151 1:12-1:19"},
      {"a: [x [y], z]\n", "E151 1:7-1:8"},
      {"a: [x,,y]\n", "E152 1:7-1:8"},
      {"a: [,x]\n", "E152 1:5-1:6"},
      {", a\n", "E152 1:1-1:2"},
      {"a: , b\n", "E152 1:4-1:5"},
      // the rest, in the library's own words
      {"a: |--\n  b\nc: d\n", "E130 1:6-1:7"},
      {"---\n# later\n---", "E130 1:4-2:1"},
      // keys
      {"? a\n: b\n", "E153 1:1-1:2"},
      {"? a\n: b\nc: [1\n", "E153 1:1-1:2, E150 3:4-3:5"},
      {"? a\n: - b\n  - c\nd: 1\n", "E153 1:1-1:2"},
      {"a: 1\n? b\nc: 1\n", "E138 2:1-2:2"},
      {"[a]: b\n", "E153 1:1-1:4"},
      {"a: {: b}\n", "E153 1:5-1:6"},
      {"a: {[b]: c}\n", "E153 1:5-1:6"},
      {"a:\nnull: b\n", "E153 2:1-2:5"},
      {"~: b\n", "E153 1:1-1:2"},
      {"a: 1\nsome words\nb: 2\n", "E156 2:1-2:11"},
      {"a = 1\nb: 2\n", "E156 1:1-1:6"},
      {"a: 1\ntags\n  - b\n  - c\nd: 2\n", "E156 2:1-2:5"},
      {"a: 1\ntags\n- b\n- c\nd: 2\n", "E156 2:1-2:5"},
      {"a: 1\nb\n  c: 2\n  d: 3\n", "E156 2:1-2:2"},
      {"a:\n  b\n    c: 2\nd: 3\n", "E156 2:3-2:4"},
      {"just words\n", "E156 1:1-1:11"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    (void)parse::parse_yaml(row.text, "x", 1, {}, found);
    CHECK(parse::told(found) == row.told);
    for (const Diagnostic& one : found.all()) {
      CHECK_FALSE(one.message.empty());
      CHECK_FALSE(one.hint.empty());
    }
  }
}

TEST_CASE("a hint shows the value as it should be written") {
  struct Row {
    std::string text, hint;
  };
  const Row rows[] = {
      {"a: Wells: \"free\"\n", "put the whole value in quotes: 'Wells: \"free\"'"},
      {"a: Wells: who pays? # c\n", "put the whole value in quotes: \"Wells: who pays?\""},
      {"a: Wells: who\n  pays?\n", "put the whole value in quotes"},
      {"a: one\n  and two: three\n",
       "put the whole value in quotes, from its first line to its last"},
      {"a: start: 2015\n",
       "put the whole value in quotes: \"start: 2015\"; or, if `start` is a key, begin a new "
       "line "
       "with it, two spaces further right"},
      {"b: @x\n", "put the value in quotes: \"@x\""},
      {"b: @x # c\n", "put the value in quotes: \"@x\""},
      {"b: [@x, y]\n", "put the value in quotes: \"@x\""},
      {"@b: x\n", "put the value in quotes: \"@b\""},
      {"b:\n  * x\n", "begin an item of a list with `- `; or put the value in quotes: \"* x\""},
      {"c: \"Wells\" in Kitui # c\n",
       "put quotes around all of it: '\"Wells\" in Kitui'; or use none"},
      {"c: 'Maji' and 'Matone'\n",
       "put quotes around all of it: \"'Maji' and 'Matone'\"; or use none"},
      {"d: 'Tis the season\n",
       "close it with `'` at the end of the value; if it is an apostrophe, put the whole value "
       "in "
       "double quotes"},
      {"e: \"it\\'s\"\n", "write `'` alone: in double quotes it needs no backslash"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    (void)parse::parse_yaml(row.text, "x", 1, {}, found);
    REQUIRE(found.size() == 1);
    CHECK(found.all()[0].hint == row.hint);
  }
}

TEST_CASE("two mistakes in one value's lines are both told") {
  Diagnostics found;
  (void)parse::parse_yaml("l:\n  - id: a\n    c: x: y\n  - id: b\n    c: @z\n", "x", 1, {},
                          found);
  CHECK(parse::told(found) == "E131 3:9-3:10, E138 5:8-5:9");
}

TEST_CASE("a message is text, whatever character stands after a backslash") {
  Diagnostics found;
  parse::parse_yaml("a: \"\\é\"\n", "x.md", 1, {}, found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].message == "`\\é` means nothing in double quotes");
}
