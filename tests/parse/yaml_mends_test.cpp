// What `baraza check --fix` makes of mistakes in YAML, and where it leaves them to the writer.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "parse/yaml.hpp"
#include "tests/edited.hpp"
#include "told.hpp"

using namespace baraza;

namespace {

struct Row {
  std::string rule;
  std::string text;
  std::string mended;  // empty: left alone
};

std::vector<Diagnostic> findings_of(const std::string& text) {
  Diagnostics found;
  (void)parse::parse_yaml(text, "x.md", 1, {}, found);
  return found.sorted();
}

std::string told_of(const std::vector<Diagnostic>& findings) {
  Diagnostics found;
  found.add_all(findings);
  return parse::told(found);
}

// All edits of a text, which has findings of one rule alone, are made at once.
void check_mend(const Row& row) {
  CAPTURE(row.text);
  const std::vector<Diagnostic> findings = findings_of(row.text);
  REQUIRE_FALSE(findings.empty());
  for (const Diagnostic& one : findings) {
    CHECK(one.rule == row.rule);
    CHECK_FALSE(one.edits.empty());
  }
  const std::string mended = test::mended(row.text, findings);
  CHECK(mended == row.mended);
  CHECK(told_of(findings_of(mended)).empty());
}

void check_left(const Row& row) {
  CAPTURE(row.text);
  bool is_told = false;
  for (const Diagnostic& one : findings_of(row.text)) {
    is_told = is_told || one.rule == row.rule;
    CHECK(one.edits.empty());
  }
  CHECK(is_told);
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) row.mended.empty() ? check_left(row) : check_mend(row);
}

}  // namespace

TEST_CASE("a value that needs quotes gets them where it is whole in its line") {
  check_rows({
      {"E131", "title: Wells: a story\n", "title: \"Wells: a story\"\n"},
      {"E131", "title: Wells: a story  \nx: 1\n", "title: \"Wells: a story\"  \nx: 1\n"},
      {"E131", "title: É: a story", "title: \"É: a story\""},
      {"E131", "title: What was learnt:\nx: 1\n", "title: \"What was learnt:\"\nx: 1\n"},
      {"E131", "title: Wells: \"free\"\n", "title: 'Wells: \"free\"'\n"},
      {"E131", "title: Wells: it's \"free\"\n", "title: 'Wells: it''s \"free\"'\n"},
      {"E131", "title: Path: C:\\new\n", "title: 'Path: C:\\new'\n"},
      {"E131", "l:\n  - id: a\n    claim: One thing: pay\n  - id: b\n",
       "l:\n  - id: a\n    claim: \"One thing: pay\"\n  - id: b\n"},
      {"E131", "title: Wells: a story\n\n# more\nx: 1\n",
       "title: \"Wells: a story\"\n\n# more\nx: 1\n"},
      {"E138", "a: @x\n", "a: \"@x\"\n"},
      {"E138", "a: `x`: y\n", "a: \"`x`: y\"\n"},
      {"E138", "a: %x\n", "a: \"%x\"\n"},
      {"E138", "a: >50% of schools\n", "a: \">50% of schools\"\n"},
      {"E138", "a: >2 of 3\n", "a: \">2 of 3\"\n"},
      {"E138", "a: & Co\n", "a: \"& Co\"\n"},
      {"E138", "a: **bold** words\n", "a: \"**bold** words\"\n"},
      {"E138", "a:\n  - @x\n  - @y\n", "a:\n  - \"@x\"\n  - \"@y\"\n"},
      {"E138", "a:\n  @x\nb: 1\n", "a:\n  \"@x\"\nb: 1\n"},
  });
}

TEST_CASE("a value that may be more, or something else, gets no quotes") {
  check_rows({
      {"E131", "title: Wells: a story\n  of Kitui\n", ""},
      {"E131", "title: Wells: a story\n\n  of Kitui\n", ""},
      {"E131", "title: Wells: a story\n\tof Kitui\n", ""},
      {"E131", "title: Wells: a story # not yet\n", ""},
      {"E131", "title: one\n  and then two: three\n", ""},
      {"E131", "period: start: 2015\n", ""},
      {"E131", "name: A. B., role: x: y\n", ""},
      {"E131", "l:\n  - id: s1, title: County report\n", ""},
      {"E131", "period: Start: 2015, End: 2016\n", ""},
      {"E131", "l:\n  - Wells: a story: b\n", ""},
      {"E131", "tags: Water:\n- a\n", ""},
      {"E131", "countries: kenya:\n", ""},
      {"E131", "p{start: 2015, and end: 2016}\n", ""},
      {"E131", "title: \u201CWells: a story\u201D\n", ""},
      {"E131", "a: {b: c: d}\n", ""},
      {"E138", "a: @x\n  y\n", ""},
      {"E138", "a: @x # y\n", ""},
      {"E138", "a: [x, @y]\n", ""},
      {"E138", "a: [x, #y]\n", ""},
      {"E138", "@a: x\n", ""},
      {"E138", "%YAML 1.1\n", ""},
      {"E138", "a: | x\n", ""},
      {"E138", "a: |x\n", ""},
      {"E138", "a: >folded text\n", ""},
      {"E138", "a: > x\n", ""},
      {"E138", "a: >- x\n", ""},
      {"E138", "a: ] x\n", ""},
      {"E138", "a:\n  * water\n", ""},
      {"E145", "a: *b\n", ""},
      {"E146", "a: &b c\n", ""},
      {"E147", "a: !x y\n", ""},
      {"E137", "title: Lesson #1\n", ""},
      {"E148", "a: \u201Chello\u201D\n", ""},
  });
}

TEST_CASE("a space is put where it is missing") {
  check_rows({
      {"E135", "title:Wells\n", "title: Wells\n"},
      {"E135", "summary: x\ntitle:\"Wells\"\n", "summary: x\ntitle: \"Wells\"\n"},
      {"E135", "tags:[a, b]\n", "tags: [a, b]\n"},
      {"E135", "period:{start: 2015}\n", "period: {start: 2015}\n"},
      {"E135", "summary:|\n  x\n", "summary: |\n  x\n"},
      {"E135", "summary:>-\n  x\n", "summary: >-\n  x\n"},
      {"E135", "title:\"Wells: a story\"\n", "title: \"Wells: a story\"\n"},
      {"E135", "title:Água\n", "title: Água\n"},
      {"E135", "p:\n  start:2015\n  end:2016\n", "p:\n  start: 2015\n  end: 2016\n"},
      {"E135", "p:\n  - id:one\n    claim: b\n", "p:\n  - id: one\n    claim: b\n"},
      {"E135", "p: {start:2015, end:2016}\n", "p: {start: 2015, end: 2016}\n"},
      {"E158", "tags:\n  -a\n  -b\n", "tags:\n  - a\n  - b\n"},
      {"E158", "tags:\n-a\n-b\ntitle: x\n", "tags:\n- a\n- b\ntitle: x\n"},
      {"E158", "tags:\n  - a\n  -b\n", "tags:\n  - a\n  - b\n"},
      {"E158", "tags:\n  -a\n\n  # c\n  -\"b\"\n  - c\n",
       "tags:\n  - a\n\n  # c\n  - \"b\"\n  - c\n"},
      {"E158", "l:\n  -id: a\n    claim: b\n  -id: c\n    claim: d\nt: x\n",
       "l:\n  - id: a\n    claim: b\n  - id: c\n    claim: d\nt: x\n"},
      {"E158", "tags:\n  -água\n", "tags:\n  - água\n"},
  });
}

TEST_CASE("no space is put where none may be meant") {
  check_rows({
      {"E135", "summary: x\nstd::string\n", ""},
      {"E135", "source:\n  doi:10.1000/1\n", ""},
      {"E135", "contact:\n  mailto:a@b.org\n", ""},
      {"E135", "summary: x\ntel:254\n", ""},
      {"E135", "summary: x\nNote:this is no key\n", ""},
      {"E135", "summary: x\nc:\\new\n", ""},
      {"E135", "p:\n  - id:one\n      claim: b\n", ""},
      {"E135", "p:\n  - id:one\n    two\n    claim: b\n", ""},
      {"E156", "summary: x\nhttps://example.org\n", ""},
      {"E158", "a:\n  -5\n", ""},
      {"E158", "a:\n  -2015\n  -2016\n", ""},
      {"E158", "l:\n  -id: a\n   claim: b\n", ""},
      {"E158", "-title: x\nsummary: y\n", ""},
      {"E136", "tags:\n  - a\n  b\n", ""},
      {"E143", "tags:\n  - a\n   - b\n", ""},
      {"E157", "tags: - a\n", ""},
      {"E156", "a = 1\n", ""},
  });
}

TEST_CASE("a no-break space becomes an ordinary one where it stands for a blank") {
  check_rows({
      {"E149", "title:\u00A0Wells\n", "title: Wells\n"},
      {"E149", "title:\u00A0\u202F Wells\n", "title:   Wells\n"},
      {"E149", "title: \u00A0Wells\n", "title:  Wells\n"},
      {"E149", "tags: [a,\u00A0b]\n", "tags: [a, b]\n"},
      {"E149", "p: {start:\u00A02015}\n", "p: {start: 2015}\n"},
      {"E149", "tags:\n  -\u00A0a\n  -\u00A0b\n", "tags:\n  - a\n  - b\n"},
      {"E149", "p:\n\u00A0 start: 2015\n\u00A0\u00A0end: 2016\n",
       "p:\n  start: 2015\n  end: 2016\n"},
      {"E149", "a: 1\n\u00A0\nb: 2\n", "a: 1\n \nb: 2\n"},
      {"E149", "title\u00A0: Wells\n", "title: Wells\n"},
      {"E149", "p:\n  start\u202F: 2015\n  end: 2016\n", "p:\n  start: 2015\n  end: 2016\n"},
  });
}

TEST_CASE("quotes are mended where it is sure which of them are meant") {
  check_rows({
      {"E132", "title: \"Wells\nsummary: x\n", "title: \"Wells\"\nsummary: x\n"},
      {"E132", "title: \"Wells: a story  \n", "title: \"Wells: a story\"  \n"},
      {"E132", "a:\n  - \"x\n  - y\n", "a:\n  - \"x\"\n  - y\n"},
      {"E132", "title: \"Wells\u201D\nsummary: x\n", "title: \"Wells\"\nsummary: x\n"},
      {"E139", "a: \"P:\\water\"\n", "a: \"P:\\\\water\"\n"},
      {"E139", "a: \"C:\\Users\\Amina\"\n", "a: \"C:\\\\Users\\\\Amina\"\n"},
      {"E139", "a: \"it\\'s\"\n", "a: \"it's\"\n"},
      {"E140", "a: 'it's here'\n", "a: \"it's here\"\n"},
      {"E140", "a:\n  - 'Kenya's'  \n  - b\n", "a:\n  - \"Kenya's\"  \n  - b\n"},
      {"E140", "a: 'the 'free' wells'\n", "a: \"the 'free' wells\"\n"},
      {"E140", "a: ['it', {b: 'Kenya's, all'}]\n", "a: ['it', {b: \"Kenya's, all\"}]\n"},
      {"E140", "a: [\n  'it's',\n  b]\n", "a: [\n  \"it's\",\n  b]\n"},
      {"E141", "a: \"The \"free\" wells\"\n", "a: 'The \"free\" wells'\n"},
      {"E141", "a: \"The word \"free\"\"\n", "a: 'The word \"free\"'\n"},
      {"E141", "a: \"\"Free\" wells (\"old\"), all\"\n",
       "a: '\"Free\" wells (\"old\"), all'\n"},
      {"E141", "a: \"x\",\nb: 'y' ;\n", "a: \"x\"\nb: 'y'\n"},
  });
}

TEST_CASE("quotes are left alone where more than one mend is possible") {
  check_rows({
      {"E132", "title: 'Tis the season\nsummary: x\n", ""},
      {"E132", "title: \"Wells'\nsummary: x\n", ""},
      {"E132", "p:\n  \"title: x\nsummary: x\n", ""},
      {"E132", "title: \"Wells\n\n# c\nsummary: x \"y\" z\n",
       "title: \"Wells\"\n\n# c\nsummary: x \"y\" z\n"},
      {"E132", "title: \"Wells # c\nsummary: x\n", ""},
      {"E132", "title: \"Wells\n  of Kitui\nsummary: x\n", ""},
      {"E132", "title: \"C:\\\\x\nsummary: x\n", ""},
      {"E132", "title: \"The \u201CWells\u201D\nsummary: x\n", ""},
      {"E132", "a: [\"x, y]\nb: 1\n", ""},
      {"E132", "\"title: x\nb: 1\n", ""},
      {"E139", "a: \"C:\\temp\\water\"\n", ""},
      {"E139", "a: \"\\\\srv\\water\"\n", ""},
      {"E139", "a: \"C:\\apps\"\n", ""},
      {"E139", "a: \"\\u00\"\n", ""},
      {"E139", "a: \"\\xab\\xf\"\n", ""},
      {"E139", "a: \"\\é\"\n", ""},
      {"E139", "a: \"\\#\"\n", ""},
      {"E139", "a: \"P:\\water\n  b\"\n", ""},
      {"E140", "a: 'it's \\here'\n", ""},
      {"E140", "a: 'it's \"here\"'\n", ""},
      {"E140", "a: 'it's ''here'''\n", ""},
      {"E140", "a: 'it's here' # c\n", ""},
      {"E140", "a: 'it's # here'\n", ""},
      {"E140", "a: 'it's here'\n  x\n", ""},
      {"E140", "a: 'it's', 'b'\n", ""},
      {"E140", "a: 'it's here\n", ""},
      {"E140", "a: 'The farmers' wells'\n", ""},
      {"E141", "a: 'Maji' and the farmers'\n", ""},
      {"E141", "a: \"Wells\" and \"Pumps\"\n", ""},
      {"E141", "a: \"x\"y\"\n", ""},
      {"E141", "a: \"The \"\"free\"\" wells\"\n", ""},
      {"E141", "a: \"It's \"free\" wells\"\n", ""},
      {"E141", "a: \"The \"free\" wells\n", ""},
      {"E141", "a: [\"The \"free\" wells\"]\n", ""},
      {"E141", "a: \"x\" y\n", ""},
      {"E141", "a: \"x\", \"y\"\n", ""},
      {"E141", "a: \"x\",\n  \"y\"\n", ""},
  });
}

TEST_CASE("brackets and commas are mended where it is sure which are meant") {
  check_rows({
      {"E156", "title = Wells\nx: 1\n", "title: Wells\nx: 1\n"},
      {"E156", "x: 1\ntitle=\"Wells\"\n", "x: 1\ntitle: \"Wells\"\n"},
      {"E156", "x: 1\ntags\n  - a\n", "x: 1\ntags:\n  - a\n"},
      {"E156", "x: 1\ntags\n- a\ny: 1\n", "x: 1\ntags:\n- a\ny: 1\n"},
      {"E150", "tags: [a, b c\ntitle: x\n", "tags: [a, b c]\ntitle: x\n"},
      {"E150", "tags: [a\ntitle: x\n", "tags: [a]\ntitle: x\n"},
      {"E150", "p: {start: 2015, end: 2016\ntitle: x\n",
       "p: {start: 2015, end: 2016}\ntitle: x\n"},
      {"E150", "tags: [a, b}\n", "tags: [a, b]\n"},
      {"E150", "p: {start: 2015]  # c\n", "p: {start: 2015}  # c\n"},
      {"E151", "tags: [a, b],\n", "tags: [a, b]\n"},
      {"E151", "p: {start: 2015} ;\nx: 1\n", "p: {start: 2015}\nx: 1\n"},
      {"E152", "a: [x,,y]\n", "a: [x,y]\n"},
      {"E152", "a: [x, , y]\n", "a: [x, y]\n"},
      {"E152", "a: [x,, y]\n", "a: [x, y]\n"},
      {"E152", "a: [x, , , y]\n", "a: [x, y]\n"},
      {"E152", "a: [, x]\n", "a: [x]\n"},
      {"E152", "a: [x,, # c\n  y]\n", "a: [x, # c\n  y]\n"},
      {"E152", "a: [, # c\n  y]\n", "a: [ # c\n  y]\n"},
      {"E152", "a: [x, ,]\n", "a: [x, ]\n"},
      {"E152", "a: {b: 1,, c: 2}\n", "a: {b: 1, c: 2}\n"},
      {"E156", "x: 1\na = b = c\n", ""},
      {"E156", "x: 1\ntitle = Wells\n  of Kitui\n", ""},
      {"E156", "x: 1\nNairobi\n  - a\n", ""},
      {"E156", "x: 1\nsome words\n", ""},
      {"E150", "title: [Draft Wells\nx: 1\n", ""},
      {"E150", "tags: [a,\n  b\ntitle: x\n", ""},
      {"E150", "tags: [a, # c\ntitle: x\n", ""},
      {"E150", "tags: [a, [b]\ntitle: x\n", "tags: [a, [b]]\ntitle: x\n"},
      {"E150", "tags: [a, [b\ntitle: x\n", ""},
      {"E150", "a: [{b: c], d]\n", ""},
      {"E150", "a: {b]\n", ""},
      {"E150", "a: [b: c}\n", ""},
      {"E151", "title: [Draft] Wells\n", ""},
      {"E151", "tags: [a, b],\n  c\n", ""},
      {"E152", "a: , b\n", ""},
      {"E152", ", a\n", ""},
  });
}

TEST_CASE("lines are moved where only one column can be meant") {
  check_rows({
      {"E133", " title: x\nsummary: y\n", "title: x\nsummary: y\n"},
      {"E133", "   title: x # c\n\nsummary: y\n", "title: x # c\n\nsummary: y\n"},
      {"E133", "x: |\n    \n  b\n", "x: |\n\n  b\n"},
      {"E134", "p:\n\tstart: 2015\n\tend: 2016\n", "p:\n  start: 2015\n  end: 2016\n"},
      {"E134", "l:\n\t- id: a\n\t  claim: b\n\n\t- id: c\n\t\tclaim: d\nx: 1\n",
       "l:\n  - id: a\n    claim: b\n\n  - id: c\n    claim: d\nx: 1\n"},
      {"E134", "p:\n\tq:\n\t\tr: 1\n\t# c\n# d\nx: 1\n",
       "p:\n  q:\n    r: 1\n  # c\n# d\nx: 1\n"},
      {"E133", " title: x\n tags: [a]\nsummary: y\n", ""},
      {"E133", "title: x\n summary: y\n", ""},
      {"E133", "title: \"x\"\n summary: y\n", ""},
      {"E133", "stage: \"x\"\n  as_of: y\n", ""},
      {"E133", "p:\n  a: 1\n   b: 2\n", ""},
      {"E133", "x: |\n    a\n  b\n", ""},
      {"E134", "a:\n  b: 1\n\t\tc: 2\n", ""},
      {"E134", "a:\n\tb: 1\n  c: 2\n", ""},
      {"E134", "a:\n\tb: 1\n# c\n  c: 2\n", ""},
      {"E134", "a:\n \tb: 1\n", ""},
      {"E134", "a: x\n\tb: 1\n", ""},
      {"E134", "a: |\n\tb: 1\n", ""},
      {"E144", "a: 1\n---\nb: 2\n", ""},
      {"E142", "a: 1\na: 1\n", ""},
      {"E153", "? a\n: b\n", ""},
      {"E130", "a: |--\n  b\nc: d\n", ""},
  });
}
