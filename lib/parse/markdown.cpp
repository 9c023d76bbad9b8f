#include "parse/markdown.hpp"

#include "base/text.hpp"
#include "parse/markdown_definitions.hpp"
#include "parse/markdown_guard.hpp"
#include "parse/markdown_html.hpp"
#include "parse/markdown_report.hpp"
#include "parse/markdown_rules.hpp"
#include "parse/markdown_tree.hpp"

namespace baraza::parse {

content::Body parse_markdown(std::string_view text, const std::string& path, int first_line,
                             const MarkdownOptions& options, Diagnostics& found) {
  if (trim(text).empty()) return {};
  const std::string lf = with_lf(text);
  const Positions positions(lf, 1);
  MarkdownReport report(positions, path, first_line, options, found);
  if (!check_markdown_size(lf, {}, report)) return {};
  const NodeHandle document = parse_tree(lf);
  const MarkdownDefinitions definitions(positions, document.get());
  content::Body body =
      MarkdownWriter(positions, definitions, options, report).write(document.get());
  definitions.check(report);
  check_markdown(document.get(), positions, definitions, report);
  report.flush();
  return body;
}

}  // namespace baraza::parse
