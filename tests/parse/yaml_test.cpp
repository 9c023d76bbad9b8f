#include "parse/yaml.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/processor_time.hpp"
#include "told.hpp"

using namespace baraza;
using content::Node;
using parse::parse_yaml;
using parse::times;

namespace {

constexpr parse::YamlLimits large = {.max_bytes = std::size_t{4} << 20U};

// The tree in one line: `{a: "text", b: [1, null]}`.
std::string shape(const Node& node) {
  std::string text;
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::number:
      return node.text;
    case Node::Kind::text:
      return "\"" + node.text + "\"";
    case Node::Kind::broken:
      return "BROKEN";
    case Node::Kind::list:
      for (const Node& child : node.children) text += (text.empty() ? "" : ", ") + shape(child);
      return "[" + text + "]";
    case Node::Kind::map:
      break;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    text += (i == 0 ? "" : ", ") + node.keys[i].name + ": " + shape(node.children[i]);
  }
  return "{" + text + "}";
}

std::string span(const Span& s) {
  return std::to_string(s.line) + ":" + std::to_string(s.column) + "-" +
         std::to_string(s.end_line) + ":" + std::to_string(s.end_column);
}

}  // namespace

TEST_CASE("unusual but valid YAML is read without a finding") {
  struct Row {
    std::string text;
    std::string shape;
  };
  const Row rows[] = {
      {"", "{}"},
      {"# a comment alone\n", "{}"},
      {"a: 1", "{a: 1}"},
      {"---\na: 1\n...\n", "{a: 1}"},
      {"a:\nb:\n", "{a: null, b: null}"},
      {"a: \"\"\nb: ''\n", "{a: \"\", b: \"\"}"},
      {"  a: 1\n  b: 2\n", "{a: 1, b: 2}"},
      {"a: no\nb: \"no\"\nc: \"1\"\nd: 1\n", "{a: \"no\", b: \"no\", c: \"1\", d: 1}"},
      {"a: b#c\nd: e:f\ng: http://x.org:80/y\n",
       "{a: \"b#c\", d: \"e:f\", g: \"http://x.org:80/y\"}"},
      {"a: one # a comment\n", "{a: \"one\"}"},
      {"a: one\n  two\n\n  three\n", "{a: \"one two\nthree\"}"},
      {"a: >-\n  one\n  two\nb: |\n  x\n\n   y\n", "{a: \"one two\", b: \"x\n\n y\n\"}"},
      {"a: |+\n  x\n\nb: |2-\n   x\n", "{a: \"x\n\n\", b: \" x\"}"},
      {"a: >+\n  x\n\nb: >+ # c\n  x  \n\n\n", "{a: \"x\n\n\", b: \"x  \n\n\n\"}"},
      {"a: [b?c, d?]\ne: {f: http://x.org/?g=h, i: who?}\n",
       "{a: [\"b?c\", \"d?\"], e: {f: \"http://x.org/?g=h\", i: \"who?\"}}"},
      {"a: [\"b?\", c?\n  d?]\n\"e?\": |2\n   ?\n", "{a: [\"b?\", \"c? d?\"], e?: \" ?\n\"}"},
      {"\t\na: b\n\t\n  c\n \t# d\ne:\n\t\t\n  - f\n\t# g\n", "{a: \"b\nc\", e: [\"f\"]}"},
      {"a: |\n  b\n  \t\n  \tc\n", "{a: \"b\n\t\n\tc\n\"}"},
      {"a: | # comment\n  x\n", "{a: \"x\n\"}"},
      {"a: |\n  no: yaml [ here \" '\n  \t@`%\n", "{a: \"no: yaml [ here \" '\n\t@`%\n\"}"},
      {"a:\n- 1\n- 2\nb: 3\n", "{a: [1, 2], b: 3}"},
      {"a:\n  - - 1\n    - 2\n  - - 3\n", "{a: [[1, 2], [3]]}"},
      {"a:\n  -\n    b: 1\n  -   c: 2\n      d: 3\n", "{a: [{b: 1}, {c: 2, d: 3}]}"},
      {"a: [\n  b,\n  c,\n]\n", "{a: [\"b\", \"c\"]}"},
      {"a: [b\n  , c # x\n  ]\n", "{a: [\"b\", \"c\"]}"},
      {"a: {b: 1, \"c\":2, d: [x, {y: z}]}\n", "{a: {b: 1, c: 2, d: [\"x\", {y: \"z\"}]}}"},
      {"a: []\nb: {}\n", "{a: [], b: {}}"},
      {"a: \"x: y # z\"\nb: 'it''s'\n", "{a: \"x: y # z\", b: \"it's\"}"},
      {"a: \"one\n  two \\\n  three\"\n", "{a: \"one two three\"}"},
      {"\"a b\": 1\n'c': 2\nd e: 3\n", "{a b: 1, c: 2, d e: 3}"},
      {"a : 1\n", "{a: 1}"},
      {"a: -v\nb: --x\nc: ?x\nd: :x\n", "{a: \"-v\", b: \"--x\", c: \"?x\", d: \":x\"}"},
      {"a:\n  # comment\n  - 1\n\n  # another\n  - 2\n", "{a: [1, 2]}"},
      {"a: 1\n\n\n#x\nb: 2\n\n", "{a: 1, b: 2}"},
      {"{\"a\": 1,\n \"b\": [true, null]}\n", "{a: 1, b: [true, null]}"},
      {"- a\n- b: 1\n", "[\"a\", {b: 1}]"},
      {"{\"a\":\"b, [c]: {d}\",\"e\" :'f # g',\"h\":[1]}\n",
       "{a: \"b, [c]: {d}\", e: \"f # g\", h: [1]}"},
      {"a:\n  10:30 in the morning\nb:\n  - c:\n      2016:17\n",
       "{a: \"10:30 in the morning\", b: [{c: \"2016:17\"}]}"},
      {"a: " + times(14, "word ") + "\n  - and on\nb:\n  - " + times(14, "word ") +
           "\n    - x\n",
       "{a: \"" + times(14, "word ") + "- and on\", b: [\"" + times(14, "word ") + "- x\"]}"},
      {"a: # 2 items\n  # more\n\n  - \"b\" # 3rd\nc: #one\n  d: # 1\n  - 2 # 1\n",
       "{a: [\"b\"], c: {d: [2]}}"},
      {"a: 2016-05~ # 3 years on\nb: 1.5 # 2\n", "{a: \"2016-05~\", b: 1.5}"},
      {"a: it's\nb: 5\" pipe\nc: 50%\nd: R&D\ne: a*b\n",
       "{a: \"it's\", b: \"5\" pipe\", c: \"50%\", d: \"R&D\", e: \"a*b\"}"},
      {"key-é: 日本\n", "{key-é: \"日本\"}"},
      {"a: \u201CHe\u201D said\n", "{a: \"\u201CHe\u201D said\"}"},
      {"$schema: x\n$ref: '#/$defs/y'\n", "{$schema: \"x\", $ref: \"#/$defs/y\"}"},
      {"a:   \n  b\n", "{a: \"b\"}"},
      {"a: \"x\"   # c\nb: 'y' # c\n", "{a: \"x\", b: \"y\"}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    CHECK(shape(parse_yaml(row.text, "x", 1, {}, found)) == row.shape);
    CHECK(parse::told(found).empty());
  }
}

TEST_CASE("CRLF gives the same tree as LF") {
  const std::string lf = "a: é\nb: |\n  x\n\n  y\nc: \"p\n  q\"\nd:\n  - [1,\n    2]\n";
  std::string crlf;
  for (const char c : lf) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  Diagnostics found;
  CHECK(parse_yaml(lf, "x", 1, {}, found) == parse_yaml(crlf, "x", 1, {}, found));
  CHECK(found.empty());
}

TEST_CASE("every value and key knows where it stands, in characters") {
  const char* text =
      "é: \"日本\"  # c\n"        // 2
      "b: plain\n  text \n"       // 3
      "c: [x, 'y', {k: v}]\n"     // 5
      "d:\n"                      // 6
      "e: ~\n"                    // 7
      "f: |\n  one\n\n  two\n\n"  // 8
      "g:\n  - x\n  -\n  - y: 1\n    z: 2\n";
  Diagnostics found;
  const Node root = parse_yaml(text, "x", 2, {}, found);
  REQUIRE(found.empty());
  CHECK(span(root.keys[0].span) == "2:1-2:2");
  CHECK(span(root.find("é")->span) == "2:4-2:8");
  CHECK(span(root.find("b")->span) == "3:4-4:7");
  const Node& c = *root.find("c");
  CHECK(span(c.span) == "5:4-5:20");
  CHECK(span(c.children[0].span) == "5:5-5:6");
  CHECK(span(c.children[1].span) == "5:8-5:11");
  CHECK(span(c.children[2].span) == "5:13-5:19");
  CHECK(span(c.children[2].keys[0].span) == "5:14-5:15");
  CHECK(span(root.find("d")->span) == "6:3-6:3");
  CHECK(span(root.find("e")->span) == "7:4-7:5");
  CHECK(span(root.find("f")->span) == "8:4-11:6");
  const Node& g = *root.find("g");
  CHECK(span(g.span) == "14:3-17:9");
  CHECK(span(g.children[1].span) == "15:4-15:4");
  CHECK(span(g.children[2].span) == "16:5-17:9");
  CHECK(span(root.span) == "2:1-17:9");
}

TEST_CASE("a mistake breaks its own top-level key and no other") {
  const char* text =
      "title: Wells: a story\n"
      "tags: [a, b]\n"
      "summary: \"never closed\n"
      "period:\n  start: 2015\n   end: 2016\n"
      "stage: pilot\n";
  Diagnostics found;
  const Node root = parse_yaml(text, "x", 2, {}, found);
  CHECK(shape(root) ==
        "{title: BROKEN, tags: [\"a\", \"b\"], summary: BROKEN, period: BROKEN, stage: "
        "\"pilot\"}");
  CHECK(parse::told(found) == "E131 2:13-2:14, E132 4:10-4:11, E133 7:1-7:4");
  CHECK(span(root.find("tags")->span) == "3:7-3:13");
}

TEST_CASE("what is wrong in the first line leaves the others whole") {
  struct Row {
    std::string text, shape;
  };
  const Row rows[] = {
      {"\"a\" \"x\"\nb: 1\n", "{b: 1}"},         {"\"a\":\"x\"\nb: 1\n", "{a: BROKEN, b: 1}"},
      {"\"a: x\nb: 1\n", "{a: BROKEN, b: 1}"},   {"\"a: x\"\nb: 1\n", "{a: BROKEN, b: 1}"},
      {"? a\n: x\nb: 1\n", "{a: BROKEN, b: 1}"}, {"? [a]\n: x\nb: 1\n", "{b: 1}"},
      {"{\"a\": 1\n \"b\": 2}\n", "BROKEN"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    CHECK(shape(parse_yaml(row.text, "x", 1, {}, found)) == row.shape);
    CHECK(found.all().size() == 1);
  }
}

TEST_CASE("a key that stands in the wrong column still counts as present") {
  Diagnostics found;
  const Node root = parse_yaml("title: x\n summary: y\nstage: z\n", "x", 2, {}, found);
  CHECK(shape(root) == "{title: \"x\", summary: BROKEN, stage: \"z\"}");
}

TEST_CASE("of two equal keys the first is kept, and both places are told") {
  Diagnostics found;
  const Node root = parse_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", "x", 2, {}, found);
  CHECK(shape(root) == "{a: 1, b: {c: 1}}");
  CHECK(parse::told(found) == "E142 3:11-3:12, E142 4:1-4:2");
  CHECK(found.sorted()[1].notes.at(0).where.span == Span{2, 1, 2, 2});
}

TEST_CASE("front matter has limits of size and depth") {
  Diagnostics found;
  CHECK(parse_yaml("a: " + std::string(70'000, 'x'), "x", 2, {}, found).is_broken());
  CHECK(parse::told(found) == "E155 2:1-2:1");
  Diagnostics deep;
  const std::string nested = times(63, "[") + times(63, "]");
  CHECK(shape(parse_yaml("a: " + nested + "\nb: 1\n", "x", 2, {}, deep)) ==
        "{a: " + nested + ", b: 1}");
  CHECK(deep.empty());
  CHECK(shape(parse_yaml("a: [" + nested + "]\nb: 1\n", "x", 2, {}, deep)) ==
        "{a: BROKEN, b: 1}");
  CHECK(parse::told(deep) == "E154 2:67-2:68");
}

TEST_CASE("evil inputs cost no more than their size") {
  std::string keys;
  for (int i = 0; i < 100'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  std::string broken_keys;
  for (int i = 0; i < 10'000; ++i) broken_keys += "k" + std::to_string(i) + ": @\n";
  std::string bomb = "a: &a [x]\n";
  for (int i = 0; i < 5'000; ++i) bomb += "b" + std::to_string(i) + ": [*a, *a, *a]\n";
  std::string staircase;
  for (int i = 0; i < 600; ++i) staircase += times(i, " ") + "a:\n";
  struct Row {
    std::string what;
    std::string text;
    std::size_t most_findings;
  };
  const Row rows[] = {
      {"100,000 keys", keys, 0},
      {"10,000 broken keys", broken_keys, 201},
      {"an alias bomb", bomb, 201},
      {"a staircase of maps", staircase, 1},
      {"open brackets", "a: " + times(125'000, "["), 1},
      {"open braces", "a: " + times(125'000, "{"), 1},
      {"pairs in brackets", "a: " + times(37'500, "[a:"), 1},
      {"dashes", times(62'500, "- "), 1},
      {"question marks", times(62'500, "? "), 1},
      {"colons", times(62'500, ": "), 1},
      {"commas", times(125'000, ","), 1},
      {"quotes", "a: " + times(125'000, "\""), 2},
      {"open quotes", times(25'000, "a: \"\n"), 201},
      {"one long text", "a: " + times(125'000, "x "), 0},
      {"one long quoted text", "a: \"" + times(62'500, "\\n ") + "\"", 0},
      {"a text of many lines", "a: |\n" + times(37'500, "  x\n"), 0},
      {"a wide list", "a: [" + times(62'500, "é,") + "]", 0},
      {"anchors", times(25'000, "a: &x\n"), 401},
      {"a wide list of quoted texts", "a: [" + times(37'500, "'é',") + "]", 0},
      {"a wide map", "a: {" + times(1, "b: c,") + times(25'000, "d, ") + "}", 201},
      {"lines without a key", "a: 1\n" + times(37'500, "x\n"), 201},
      {"dashes in one line", "a:\n  " + times(37'500, "-x "), 1},
      {"hashes", times(25'000, "a: b #c\n"), 402},
      {"comments in brackets", "a: [" + times(25'000, "b, #c\n ") + "]", 1},
      {"blank lines", "a:\n" + times(125'000, "\n"), 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    const double begin = test::processor_time();
    const Node root = parse_yaml(row.text, "x", 1, large, found);
    const double took = test::processor_time() - begin;

    CHECK(found.size() <= row.most_findings);
    CHECK(took < 8);  // of quadratic time: minutes
    CHECK((root.is_broken() || root.is_map() || root.is_list()));
  }
}
