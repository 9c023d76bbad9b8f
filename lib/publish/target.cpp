#include "publish/target.hpp"

#include <string_view>

#include "base/files.hpp"

namespace baraza::publish {
namespace {

Diagnostic refused(const std::string& path, std::string_view why) {
  return {.message = "cannot write a site to `" + path + "`: " + std::string(why),
          .hint = "name another folder for it"};
}

// The first part of `path` that is a file, if one is.
std::string file_above(const std::string& path) {
  for (std::size_t end = 0; end != std::string::npos;) {
    end = path.find('/', end + 1);
    std::string part = path.substr(0, end);
    if (stamp_of(part)) return part;
  }
  return {};
}

std::string below(const std::string& source, const std::string& root) {
  return source.starts_with(root + "/") ? source.substr(root.size() + 1) : source;
}

// As users would write it: without `./` before it and slashes after it.
std::string tidied(std::string path) {
  while (path.size() > 2 && path.starts_with("./") && path[2] != '/') path.erase(0, 2);
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

Result<Target> check_target(const std::string& given, const std::string& root,
                            const std::vector<std::string>& sources) {
  if (given.empty()) return refused(given, "it has no name");
  const std::string path = tidied(given);
  const EntryKind kind = kind_of(path);
  if (kind == EntryKind::symlink)
    return refused(path, "it is a symlink; name the folder that it leads to");
  if (kind == EntryKind::file) return refused(path, "it is a file");
  if (kind == EntryKind::other) return refused(path, "it is no folder");

  const std::string real = real_path(path);
  if (real.empty()) {
    const std::string file = file_above(path);
    return refused(path, file.empty() ? "there is no such place" : "`" + file + "` is a file");
  }
  if (lies_within(real_path(root), real)) return refused(path, "the bank itself is in there");
  for (const std::string& source : sources) {
    const std::string real_source = real_path(source);
    if (lies_within(real, real_source) || lies_within(real_source, real))
      return refused(path,
                     "it would touch `" + below(source, root) + "`, which the bank is made of");
  }
  const std::size_t slash = real.rfind('/');
  const std::string standby_name = "." + real.substr(slash + 1) + ".standby";
  const std::size_t shown_slash = path.rfind('/');
  return Target{.path = real,
                .standby = real.substr(0, slash + 1) + standby_name,
                .shown = path,
                .shown_standby = shown_slash == std::string::npos
                                     ? standby_name
                                     : path.substr(0, shown_slash + 1) + standby_name};
}

}  // namespace baraza::publish
