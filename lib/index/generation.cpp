#include "index/generation.hpp"

#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "base/files.hpp"
#include "base/files_copy.hpp"
#include "base/text.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

bool is_generation(std::string_view name) {
  constexpr std::size_t size = 32;
  return name.size() == size &&
         name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What lies in the folder; nothing where it cannot be read.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  static_cast<void>(read_names(
      Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)), names));
  return names;
}

}  // namespace

Result<std::string> read_current(const std::string& index_folder) {
  const std::string path = join_path(index_folder, "current");
  if (kind_of(path) == EntryKind::missing) return std::string();
  constexpr std::size_t most = 1024;
  const Result<std::string> text = read_file(path, path, most);
  if (!text) return damaged("`current` cannot be read");
  std::string name(trim(*text));
  if (!is_generation(name)) return damaged("`current` does not name a generation");
  return name;
}

Status switch_to(const std::string& index_folder, const std::string& generation) {
  const Result<std::string> before = read_current(index_folder);
  if (Status synced = sync_file(index_folder); !synced) return synced;
  if (Status written =
          write_whole(join_path(index_folder, "current"), generation + "\n", Sync::yes);
      !written)
    return written;

  for (const std::string& name : names_in(index_folder)) {
    if (!is_generation(name) || name == generation || (before && name == *before)) continue;
    static_cast<void>(remove_unread(index_folder, name));
  }
  return Done{};
}

// Who enters meanwhile must find that it is being removed, until all of it is gone.
bool remove_unread(const std::string& index_folder, const std::string& name) {
  const std::string folder = join_path(index_folder, name);
  const Result<std::optional<Presence>> alone = Presence::alone(folder);
  if (!alone) return false;
  if (!alone->has_value() && kind_of(join_path(folder, "about")) != EntryKind::missing)
    return false;
  return remove_tree(index_folder, name).has_value();
}

Status remove_leftovers(const std::string& index_folder) {
  remove_temporaries(index_folder);
  return remove_tree(index_folder, unfinished);
}

Result<std::optional<Presence>> Presence::enter(const std::string& folder) {
  return take(folder, LOCK_SH);
}

Result<std::optional<Presence>> Presence::alone(const std::string& folder) {
  return take(folder, LOCK_EX);
}

// The lock is one of flock(): unlike those of Lock, it is not lost when the process closes the
// file elsewhere. Where the file system has no locks, nobody is taken to be there.
Result<std::optional<Presence>> Presence::take(const std::string& folder, int how) {
  const std::string path = join_path(folder, "about");
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file && errno == ENOENT) return std::optional<Presence>();
  if (!file) return system_error("read", path, errno);
  while (::flock(file.get(), how | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::optional<Presence>();
    if (errno != EINTR) break;
  }
  // Whoever waited for a remover holds the lock of a file that is gone.
  struct stat locked = {};
  struct stat there = {};
  if (::fstat(file.get(), &locked) != 0) return system_error("read", path, errno);
  if (::stat(path.c_str(), &there) != 0) {
    if (errno == ENOENT) return std::optional<Presence>();
    return system_error("read", path, errno);
  }
  if (locked.st_ino != there.st_ino || locked.st_dev != there.st_dev)
    return std::optional<Presence>();
  return std::optional(Presence(std::move(file)));
}

}  // namespace baraza::index
