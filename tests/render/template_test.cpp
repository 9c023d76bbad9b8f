#include "render/template.hpp"

#include <string>

#include <doctest/doctest.h>

namespace baraza::render {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string brief(const Diagnostic& one) {
  return std::to_string(one.where.span.line) + ":" + std::to_string(one.where.span.column) +
         " " + one.rule + " " + one.message;
}

std::string brief(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& one : found.sorted()) all += brief(one) + "\n";
  return all;
}

TEST_CASE("a wrong template is reported once for each cause, where it is") {
  struct Row {
    std::string text, findings;
  };
  const Row rows[] = {
      {"ok\n\xC3", "2:1 E420 the template is not UTF-8\n"},
      {std::string("a\0b", 3), "1:2 E420 the template holds a control character\n"},
      {"<p>\n  é{{title", "2:4 E421 a tag is not closed\n"},
      {"<a href=\"{{title\">{{b}}</a>", "1:10 E421 a tag is not closed\n"},
      {"{{{body}}", "1:1 E421 a tag is not closed\n"},
      {"a\n{{! never", "2:1 E421 a tag is not closed\n"},
      {"{{", "1:1 E421 a tag is not closed\n"},
      {"a {{ }}", "1:3 E422 a tag names nothing\n"},
      {"{{#}}", "1:1 E422 a tag names nothing\n"},
      {"{{two words}}", "1:1 E422 no view has a name like `two words`\n"},
      {"{{a..b}}", "1:1 E422 no view has a name like `a..b`\n"},
      {"{{.a}}", "1:1 E422 no view has a name like `.a`\n"},
      {"{{<base}}", "1:1 E422 a tag `<` is not known\n"},
      {"{{$block}}", "1:1 E422 a tag `$` is not known\n"},
      {"{{=<% =}}", "1:1 E422 new delimiters are not two words\n"},
      {"{{=a b c=}}", "1:1 E422 new delimiters are not two words\n"},
      {"x\n{{#a}}\n{{^b}}",
       "2:1 E423 section `a` is never closed\n"
       "3:1 E423 section `b` is never closed\n"},
      {"{{/a}}", "1:1 E424 `a` is closed but not open\n"},
      {"{{#lesson}}\n{{/lessons}}",
       "2:1 E424 `lessons` is closed where `lesson` is still open\n"},
      {"{{#a}}{{#b}}{{/a}}", "1:13 E424 `a` is closed where `b` is still open\n"},
      {"{{#alpha}}{{/beta}}{{/alpha}}",
       "1:11 E424 `beta` is closed where `alpha` is still open\n"},
      {"{{=<% %>=}}<%#a%>{{/a}}", "1:12 E423 section `a` is never closed\n"},
      {"{{a b}} {{#c}} {{d}",
       "1:1 E422 no view has a name like `a b`\n"
       "1:9 E423 section `c` is never closed\n"
       "1:16 E421 a tag is not closed\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    CHECK(!compile("page.html", row.text, Mode::strict, found));
    CHECK(brief(found) == row.findings);
    CHECK(found.all()[0].where.path == "page.html");
  }
}

TEST_CASE("a closing tag that crosses another section points to where that was opened") {
  Diagnostics found;
  CHECK(!compile("page.html", "<p>\n{{#a}}\n {{#b}}\n{{/a}}", Mode::strict, found));
  REQUIRE(found.size() == 1);
  REQUIRE(found.all()[0].notes.size() == 1);
  CHECK(found.all()[0].notes[0].where == Place{"page.html", {3, 2, 3, 8}});
  CHECK(found.all()[0].hint == "close `b` first with `{{/b}}`");
}

TEST_CASE("a strict template refuses values where no escaping makes them safe") {
  struct Row {
    std::string text, findings;
  };
  const Row rows[] = {
      {"<p title=\"{{a}}\" id='{{b}}'>{{a}}{{{b}}}{{&c}}</p>", ""},
      {"<li{{#here}} class=\"here\"{{/here}}>{{^here}}<a href=\"{{link}}\">{{/here}}", ""},
      {"{{> head}}<script src=\"{{a}}\"></script>{{! <script> }}{{a}}", ""},
      {"<p title={{a}}>", "1:10 E427 `a` stands in an attribute's value without quotes\n"},
      {"<p title=x{{a}}>", "1:11 E427 `a` stands in an attribute's value without quotes\n"},
      {"<p {{a}}>", "1:4 E427 `a` stands inside a tag, outside any attribute's value\n"},
      {"<h{{a}}>", "1:3 E427 `a` stands inside a tag, outside any attribute's value\n"},
      {"<p title=\"{{{a}}}\">", "1:11 E427 `a` is HTML in an attribute's value\n"},
      {"<p onclick=\"{{a}}\">", "1:13 E427 `a` stands in an attribute that holds code\n"},
      {"<script>var a = {{a}};</script>", "1:17 E427 `a` stands in a script\n"},
      {"<style>p { color: {{a}} }</style>", "1:19 E427 `a` stands in a style sheet\n"},
      {"<!-- {{a}} -->", "1:6 E427 `a` stands in a comment\n"},
      {"<p {{> a}}>", "1:4 E427 the partial `a` stands in a tag\n"},
      {"<p", "1:3 E427 the template ends in a tag\n"},
      {"<p title=\"a>\n", "2:1 E427 the template ends in an attribute's value\n"},
      {"{{#a}}<script>{{/a}}{{b}}",
       "1:15 E427 section `a` ends in a script or a style sheet but begins in an element's "
       "text\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    const bool good = compile("page.html", row.text, Mode::strict, found).has_value();
    CHECK(good == row.findings.empty());
    CHECK(brief(found) == row.findings);

    Diagnostics none;
    CHECK(compile("page.html", row.text, Mode::spec, none).has_value());
  }
}

TEST_CASE("hostile templates end in a few findings and soon") {
  struct Row {
    std::string what, text, rule;
  };
  const Row rows[] = {
      {"deep", repeated("{{#a}}", 100'000), "E429"},
      {"deep and closed", repeated("{{#a}}", 65) + repeated("{{/a}}", 65), "E429"},
      {"closed too often", repeated("{{/a}}", 150'000), "E424"},
      {"opened only", repeated("{{", 500'000), "E421"},
      {"opened on every line", repeated("{{a\n", 200'000), "E421"},
      {"without names", repeated("{{}}", 200'000), "E422"},
      {"delimiters", repeated("{{= =}}", 100'000), "E422"},
      {"unsafe", "<p " + repeated("{{a}}", 200'000), "E427"},
      {"larger than 1 MiB", std::string((1 << 20) + 1, 'a'), "E420"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    CHECK(!compile("page.html", row.text, Mode::strict, found));
    CHECK(found.all()[0].rule == row.rule);
    CHECK(found.size() <= 200);
  }
}

TEST_CASE("a template of 64 sections within one another is compiled") {
  Diagnostics found;
  const auto made = compile("page.html", repeated("{{#a}}", 64) + repeated("{{/a}}", 64),
                            Mode::strict, found);
  CHECK(found.empty());
  CHECK(made.has_value());
}

TEST_CASE("a byte order mark before a template is not printed") {
  Diagnostics found;
  const auto made = compile("page.html", "\xEF\xBB\xBF{{#a}}\n{{/a}}\n", Mode::strict, found);
  REQUIRE(made.has_value());
  CHECK(made->steps.size() == 1);
}

}  // namespace
}  // namespace baraza::render
