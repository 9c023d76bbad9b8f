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
  const int shown_line = options.whole ? options.whole->line : first_line;
  const Positions shown(lf, shown_line);
  Findings findings(shown, path, found);
  if (!check_markdown_size(lf, {}, findings)) return {};
  const Positions positions(lf, 1);
  const NodeHandle document = parse_tree(lf);
  const MarkdownDefinitions definitions(positions, document.get());
  MarkdownReport report(positions, path, first_line, options, found);
  content::Body body =
      MarkdownWriter(positions, definitions, options, report).write(document.get());
  definitions.check(report);
  check_markdown(document.get(), positions, definitions, report);
  report.flush();
  return body;
}

}  // namespace baraza::parse
