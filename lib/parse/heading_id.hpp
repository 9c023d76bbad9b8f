// Ids of headings: the words of a heading as an anchor, unique on its page.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace baraza::parse {

// Letters and digits of any script in lower case, joined by single hyphens; never with an
// underscore. Empty if the text has none.
std::string make_anchor(std::string_view text);

class HeadingIds {
 public:
  // The id of the next heading; a second `Costs` becomes `costs-2`.
  std::string next(std::string_view text);

 private:
  std::set<std::string> used_ = {};
  std::map<std::string, int> counts_ = {};
};

}  // namespace baraza::parse
