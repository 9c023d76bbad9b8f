#include "base/text.hpp"
#include "parse/case_file.hpp"
#include "parse/picture.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {

void fuzz_record(std::string_view bytes) {
  Diagnostics found;
  const parse::Document document = parse::parse_record(bytes, "x.md", found);
  require_places(document.front, bytes);
  require_findings(found, "x.md", bytes);
  require(!document.front.is_broken() || found.has_errors(),
          "front matter is given up without a word");
  require_body(document.body, bytes);
  for (const auto& [lesson, body] : document.details) require_body(body, bytes);

  Diagnostics again;
  const content::Node tree = parse::parse_yaml_file(bytes, "x.yaml", again);
  require_places(tree, bytes);
  require_findings(again, "x.yaml", bytes);
  require(!tree.is_broken() || again.has_errors(), "YAML is given up without a word");

  parse::has_position(bytes);
}

}  // namespace baraza::fuzz
