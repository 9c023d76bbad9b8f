#include "parse/markdown_raw.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "parse/markdown_tree.hpp"

namespace baraza::parse {
namespace {

// What stands in the place of a tag by its name.
std::string instead_of(std::string_view name) {
  if (name == "b" || name == "strong") return "write `**` before and behind the words";
  if (name == "i" || name == "em") return "write `*` before and behind the words";
  if (name == "a") return "write `[words](address)`";
  if (name == "img") return "write `![what it shows](file)`";
  if (name == "br") return "end the line with `\\`, or leave a blank line for a new paragraph";
  if (name == "p") return "leave a blank line for a new paragraph";
  if (name == "li" || name == "ul" || name == "ol") return "begin each line with `- `";
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    return "write `## ` before the heading";
  if (name == "table" || name == "tr" || name == "td")
    return "write a table with `|` between the cells";
  return "take it out";
}

}  // namespace

void check_html(std::string_view html, std::size_t begin, MarkdownReport& report) {
  const std::size_t lead = html.find_first_not_of(" \t\n");
  if (lead == std::string_view::npos || trim(without_directives(html)).empty()) return;
  html.remove_prefix(lead);
  if (!html.starts_with('<') || html.starts_with("</") || html.starts_with(directive_begin))
    return;
  const bool comment = html.starts_with("<!--");
  const std::size_t close = html.find('>');
  const std::string_view tag = html.substr(
      0, std::min(html.find('\n'), close == std::string_view::npos ? close : close + 1));
  const std::string name = to_lower(html.substr(1, html.substr(1).find_first_of(" \t\n/>")));
  report.add("E191", {begin + lead, begin + lead + tag.size()},  // raw-html
             (comment ? "a comment is shown as text: `" : "HTML is shown as text: `") +
                 shorten(tag, 60) + "`",
             comment ? "take it out; in the front matter a line that begins with `#` is one"
                     : instead_of(name),
             Severity::hint);
}

}  // namespace baraza::parse
