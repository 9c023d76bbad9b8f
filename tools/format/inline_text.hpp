// Words within a line: emphasis, code and links, as marks that take no room until they are
// colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/format/html_text.hpp"
#include "tools/format/html_tree.hpp"

namespace baraza::tools {

// Makes the texts of one record, and numbers its links as they come.
class InlineText {
 public:
  InlineText(const content::Body& body, const HtmlLook& look) : body_(body), look_(look) {}

  // What stands in `element`, or is it, in one line; `<br>` is a line end.
  std::string of(const Element& element);

  // Where the links lead, in the order of their numbers from 1.
  const std::vector<std::string>& links() const { return links_; }

 private:
  std::string styled(const Element& element, char on, char off, std::string_view plain);
  std::string link(const Element& element);
  std::string number_of(std::size_t link);
  std::string children(const Element& element);

  const content::Body& body_;
  const HtmlLook& look_;
  std::vector<std::string> links_;
};

// Is it a part of a line?
bool is_inline(const Element& element);

// `text` in bold, as `<strong>` is.
std::string strong(std::string_view text);

// Lines with colours in the place of the marks; none reaches over a line's end or its indent.
// Without colour the marks go.
std::string show_styles(std::string_view lines, const Paint& paint);

}  // namespace baraza::tools
