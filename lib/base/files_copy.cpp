#include "base/files_copy.hpp"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.hpp"
#include "base/hash.hpp"

namespace baraza {
namespace {

constexpr std::size_t read_at_once = std::size_t{1} << 18;

Descriptor open_to_read(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
}

// The next bytes, into `buffer`; nothing at the end, and below 0, with errno set, on an error.
ssize_t read_some(int file, std::string& buffer) {
  for (;;) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got >= 0 || errno != EINTR) return got;
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// In the kernel, as long as it knows how to.
bool share_bytes(int from, int to) {
  for (;;) {
    const ssize_t moved =
        ::copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30, 0);
    if (moved == 0) return true;
    if (moved < 0 && errno != EINTR) return false;
  }
}

bool can_read_instead(int number) {
  return number == EXDEV || number == EINVAL || number == ENOSYS || number == EOPNOTSUPP ||
         number == EPERM;
}

}  // namespace

Status copy_file(const std::string& from, const std::string& to) {
  const Descriptor source = open_to_read(from);
  struct stat info = {};
  if (!source || ::fstat(source.get(), &info) != 0) return system_error("read", from, errno);
  Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                           info.st_mode & 0777));
  if (!target) return system_error("write", to, errno);
  if (!share_bytes(source.get(), target.get())) {
    if (!can_read_instead(errno)) return system_error("write", to, errno);
    std::string buffer(read_at_once, '\0');
    for (;;) {
      const ssize_t got = read_some(source.get(), buffer);
      if (got < 0) return system_error("read", from, errno);
      if (got == 0) break;
      if (!write_all(target.get(),
                     std::string_view(buffer.data(), static_cast<std::size_t>(got))))
        return system_error("write", to, errno);
    }
  }
  static_cast<void>(::sync_file_range(target.get(), 0, 0, SYNC_FILE_RANGE_WRITE));
  if (!target.close()) return system_error("write", to, errno);
  return Done();
}

Status link_file(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return Done();
  switch (errno) {
    case EPERM:
    case EXDEV:
    case EMLINK:
    case ENOSYS:
    case EOPNOTSUPP:
      return copy_file(from, to);
    default:
      return system_error("write", to, errno);
  }
}

void begin_sync(const std::string& path) {
  const Descriptor file = open_to_read(path);
  if (file) static_cast<void>(::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE));
}

Status sync_file(const std::string& path) {
  const Descriptor file = open_to_read(path);
  if (!file || ::fsync(file.get()) != 0) return system_error("write", path, errno);
  return Done();
}

Result<std::string> hash_of_file(const std::string& path) {
  const Descriptor file = open_to_read(path);
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0) return system_error("read", path, errno);
  RunningHash hash;
  // A small file takes no more room than it has bytes: to clear the rest takes longer.
  std::string buffer(
      std::clamp<std::size_t>(static_cast<std::size_t>(info.st_size), 1, read_at_once), '\0');
  for (;;) {
    const ssize_t got = read_some(file.get(), buffer);
    if (got < 0) return system_error("read", path, errno);
    if (got == 0) return hash.digits();
    hash.add(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
  }
}

}  // namespace baraza
