#include "index/generation.hpp"

#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "index/record_file.hpp"

namespace baraza::index {
namespace {

constexpr const char* seal_name = "seal";

bool is_generation(std::string_view name) {
  constexpr std::size_t size = 32;
  return name.size() == size &&
         name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What lies in the folder, without what starts with a dot.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* listing = ::opendir(folder.c_str());
  if (listing == nullptr) return names;
  while (const dirent* entry = ::readdir(listing))  // NOLINT(concurrency-mt-unsafe)
    names.emplace_back(entry->d_name);
  ::closedir(listing);
  return names;
}

}  // namespace

Result<std::string> read_current(const std::string& index_folder) {
  const std::string path = join_path(index_folder, "current");
  if (kind_of(path) == EntryKind::missing) return std::string();
  constexpr std::size_t most = 1024;
  const Result<std::string> text = read_file(path, path, most);
  if (!text) return damaged("`" + path + "` cannot be read");
  std::string name(trim(*text));
  if (!is_generation(name)) return damaged("`" + path + "` does not name a generation");
  return name;
}

Status sync_names(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened || ::fsync(opened.get()) != 0) return system_error("write", folder, errno);
  return Done{};
}

Status switch_to(const std::string& index_folder, const std::string& generation) {
  const Result<std::string> before = read_current(index_folder);
  if (Status synced = sync_names(index_folder); !synced) return synced;
  if (Status written =
          write_whole(join_path(index_folder, "current"), generation + "\n", Sync::yes);
      !written)
    return written;
  if (Status synced = sync_names(index_folder); !synced) return synced;

  for (const std::string& name : names_in(index_folder)) {
    if (!is_generation(name) || name == generation || (before && name == *before)) continue;
    if (Status removed = remove_tree(index_folder, name); !removed) return removed;
  }
  return Done{};
}

std::string hash_of_files(const std::string& folder) {
  std::string all;
  Diagnostics unread;
  for (const Entry& entry : list_folder(folder, "", unread)) {
    if (entry.kind != EntryKind::file || entry.path == seal_name || entry.path == "inputs")
      continue;
    const Result<std::string> bytes = read_file(join_path(folder, entry.path), entry.path);
    all += entry.path + ' ' + (bytes ? hash_of(*bytes) : std::string("unread")) + '\n';
  }
  return hash_of(all);
}

bool is_whole(const std::string& folder) {
  const std::string path = join_path(folder, seal_name);
  if (kind_of(path) != EntryKind::file) return false;
  const Result<std::string> sealed = read_file(path, path);
  return sealed && *sealed == hash_of_files(folder);
}

Status seal(const std::string& folder) {
  return write_whole(join_path(folder, seal_name), hash_of_files(folder), Sync::yes);
}

}  // namespace baraza::index
