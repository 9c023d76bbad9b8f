#include "publish/paths.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace baraza::publish {
namespace {

Diagnostic refused(const std::string& path, const std::string& why) {
  return {.message = "a file of the site cannot be `" + path + "`: " + why};
}

}  // namespace

std::string_view what_is_wrong_with(std::string_view path) {
  if (path.empty()) return "it has no name";
  if (path.size() > 4000) return "it is too long";
  if (find_invalid_utf8(path) != std::string_view::npos) return "it is not UTF-8";
  if (std::any_of(path.begin(), path.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
      }))
    return "it holds a control character or a backslash";
  for (const std::string_view part : split(path, '/')) {
    if (part.empty()) return "it is not relative, or a part of it is empty";
    if (part == "." || part == "..") return "a part of it is `.` or `..`";
    if (part.size() > 255) return "a part of it is longer than 255 bytes";
    if (part.starts_with(".baraza-")) return "names that start with `.baraza-` are kept";
  }
  return {};
}

Status Paths::add(const std::string& path) {
  if (const std::string_view wrong = what_is_wrong_with(path); !wrong.empty())
    return refused(path, std::string(wrong));
  const std::string lower = to_lower(path);
  if (const auto at = files_.find(lower); at != files_.end())
    return refused(path, at->second == path ? "there are two of it"
                                            : "it is `" + at->second + "` but for the case");
  if (const auto at = folder_users_.find(lower); at != folder_users_.end())
    return refused(path, "it is a folder, of `" + at->second + "`");

  std::string in_the_way;
  for_each_folder_above(lower, [&](const std::string& folder) {
    if (const auto at = files_.find(folder); at != files_.end()) in_the_way = at->second;
  });
  if (!in_the_way.empty()) return refused(path, "`" + in_the_way + "` is a file");

  files_.emplace(lower, path);
  for_each_folder_above(
      lower, [&](const std::string& folder) { folder_users_.try_emplace(folder, path); });
  for_each_folder_above(path, [&](const std::string& folder) { folders_.insert(folder); });
  return Done();
}

}  // namespace baraza::publish
