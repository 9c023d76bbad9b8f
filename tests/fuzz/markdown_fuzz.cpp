#include <algorithm>

#include "parse/markdown.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {

void fuzz_markdown(std::string_view bytes) {
  Diagnostics found;
  const content::Body body = parse::parse_markdown(bytes, "x.md", 1, {}, found);
  require_body(body, bytes);
  require_findings(found, "x.md", bytes);
  // cmark also ends a line at a carriage return alone, which no file that is read has.
  const auto lines =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; }) +
      1;
  for (const content::Passage& passage : body.passages)
    require(passage.line >= 1 && passage.line <= lines, "a passage stands outside the text");

  // The same, as the `detail` of a lesson that stands in one line of YAML.
  Diagnostics again;
  const parse::MarkdownOptions inside = {.id_prefix = "a\"<b", .whole = Span{7, 3, 7, 9}};
  const content::Body detail = parse::parse_markdown(bytes, "x.yaml", 7, inside, again);
  require_body(detail, bytes);
  require(again.size() == found.size(), "what is wrong depends on where the text stands");
  for (const Diagnostic& one : again.all())
    require(one.where.span.line == 7, "a finding is placed outside its value");
}

}  // namespace baraza::fuzz
