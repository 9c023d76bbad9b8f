// The paths of the files of one site: which may be, and that no two are in each other's way.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"

namespace baraza::publish {

// Nothing if `path` is one that a file of a site may have, else what is wrong with it:
// relative,
// `/`-separated, in parts of 1 to 255 bytes that are neither `.` nor `..` nor a name that is
// kept for baraza itself, UTF-8 without control characters and backslashes.
std::string_view what_is_wrong_with(std::string_view path);

class Paths {
 public:
  // Fails if the path may not be, was added before, is also a folder of another or has another
  // as a folder. Since some hosts do not tell `A` from `a`, neither do we here.
  Status add(const std::string& path);

  // Is it a folder above some path that was added?
  bool has_folder(const std::string& path) const { return folders_.contains(path); }
  const std::set<std::string>& folders() const { return folders_; }

 private:
  std::unordered_map<std::string, std::string> files_;         // by lower case, as written
  std::unordered_map<std::string, std::string> folder_users_;  // the same, to a path below it
  std::set<std::string> folders_;
};

// The folders above `path`, the outermost first: of `a/b/c` these are `a`, `a/b`.
template <class Visit>
void for_each_folder_above(const std::string& path, Visit visit) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    visit(path.substr(0, slash));
}

}  // namespace baraza::publish
