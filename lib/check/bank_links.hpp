// Links from the body of one record to another, and to files. For check's own files alone.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/bank.hpp"

namespace baraza::check {

// The cards of a bank by the path of their file.
using CardsByPath = std::map<std::string, const content::Card*, std::less<>>;

// Every relative link to a `.md` file leads to a record, every anchor to a heading or a lesson
// of it, every other relative link and every image to a file of the bank: [broken-link],
// [hidden-target].
class LinkChecker {
 public:
  // `files` are sorted. Both must outlive the checker.
  LinkChecker(const CardsByPath& cards, const std::vector<std::string>& files);

  void check(const content::Card& card, Diagnostics& found);

 private:
  void check_link(const content::Card& card, const content::Link& link, Diagnostics& found);
  void check_file(const content::Card& card, const content::Link& link,
                  const std::string& target, Diagnostics& found);
  void check_anchor(const content::Card& card, const content::Link& link,
                    const content::Card& target, const std::string& anchor, Diagnostics& found);
  std::string nearest_record(const content::Card& card, const std::string& path);
  std::string nearest_file(const content::Card& card, const std::string& target);
  bool may_search();

  const CardsByPath& cards_;
  const std::vector<std::string>& files_;
  std::map<std::string, std::vector<std::string>, std::less<>> records_ = {};  // by id
  // Paths of what is no record, by the name in lower case.
  std::map<std::string, std::vector<std::string>, std::less<>> by_name_ = {};
  int searches_ = 0;
};

// The path that `target`, relative to the folder of the file `from`, means from the root;
// empty where it leaves the bank.
std::string path_of_link(std::string_view from, std::string_view target);
// The way from the folder of the file `from` to the file `to`.
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace baraza::check
