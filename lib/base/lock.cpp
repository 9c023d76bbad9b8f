#include "base/lock.hpp"

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <fcntl.h>

#include "base/files.hpp"
#include "base/interrupt.hpp"

namespace baraza {
namespace {

struct flock whole_file() {
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

Diagnostic held(const Descriptor& file, const std::string& path, std::string_view shown) {
  struct flock lock = whole_file();
  std::string who;
  if (::fcntl(file.get(), F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0)
    who = " (process " + std::to_string(lock.l_pid) + ")";
  return {.message = "another baraza is at work in `" + std::string(shown) + "`" + who,
          .hint = "run it again when that one is done; it holds the lock `" + path + "`"};
}

}  // namespace

Result<Lock> Lock::take(const std::string& path, std::string_view shown, int seconds) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::seconds(seconds);
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) return system_error("open", path, errno);
  for (;;) {
    struct flock lock = whole_file();
    if (::fcntl(file.get(), F_SETLK, &lock) == 0) return Lock(std::move(file));
    if (errno == EINTR) continue;
    if (errno != EACCES && errno != EAGAIN) return system_error("lock", path, errno);
    if (Clock::now() >= until || interrupted()) return held(file, path, shown);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace baraza
