// Ids of headings: the words of a heading as an anchor, unique on its page.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace baraza::parse {

// Gives each heading the anchor of its words, which never has an underscore, and numbers those
// that repeat: a second `Costs` becomes `costs-2`. One without letters is a `section`.
class HeadingIds {
 public:
  std::string next(std::string_view text);

 private:
  std::set<std::string> used_ = {};
  std::map<std::string, int> counts_ = {};
};

}  // namespace baraza::parse
