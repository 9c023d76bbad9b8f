// Links from the body of one record to another, and to files. For check's own files alone.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/outline.hpp"

namespace baraza::check {

// Every relative link to a `.md` file leads to a record, every anchor to a heading or a lesson
// of it, every other relative link and every image to a file of the bank: [broken-link],
// [hidden-target].
class LinkChecker {
 public:
  // Both are sorted by path and must outlive the checker.
  LinkChecker(const std::vector<content::Outline>& records,
              const std::vector<std::string>& files)
      : records_(records), files_(files) {}

  void check(const content::Outline& record, Diagnostics& found);

 private:
  // The paths that have a name, by the name.
  using PathsByName = std::map<std::string, std::vector<std::string>, std::less<>>;

  void check_link(const content::Outline& record, const content::Link& link,
                  Diagnostics& found);
  void check_file(const content::Outline& record, const content::Link& link,
                  const std::string& target, Diagnostics& found);
  void check_anchor(const content::Outline& record, const content::Link& link,
                    const content::Outline& target, const std::string& anchor,
                    Diagnostics& found);
  std::string nearest_record(const content::Outline& record, const std::string& path);
  std::string nearest_file(const content::Outline& record, const std::string& target);
  const content::Outline* find(std::string_view path) const;
  const PathsByName& paths_by_id();
  const PathsByName& paths_by_name();
  bool may_search();

  const std::vector<content::Outline>& records_;
  const std::vector<std::string>& files_;
  PathsByName by_id_ = {};                   // records; made when first asked for
  std::optional<PathsByName> by_name_ = {};  // what is no record, in lower case; the same
  int searches_ = 0;
};

// The path that `target`, relative to the folder of the file `from`, means from the root;
// empty where it leaves the bank.
std::string path_of_link(std::string_view from, std::string_view target);
// The way from the folder of the file `from` to the file `to`.
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace baraza::check
