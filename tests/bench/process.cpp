#include "tests/bench/process.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/text.hpp"

namespace baraza::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_of(Clock::duration time) { return std::chrono::duration<double>(time).count(); }
double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::optional<pid_t> pid_of(const std::string& name) {
  pid_t pid = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return pid;
}

// Who started whom, now.
std::map<pid_t, pid_t> all_parents() {
  std::map<pid_t, pid_t> parents;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
    const std::optional<pid_t> pid = pid_of(entry.path().filename().string());
    if (!pid) continue;
    std::ifstream file(entry.path() / "stat");
    std::string line;
    std::getline(file, line);
    const std::size_t name_end = line.rfind(')');  // a name may hold spaces
    if (name_end == std::string::npos) continue;
    std::istringstream fields(line.substr(name_end + 1));
    char state = 0;
    pid_t parent = 0;
    if (fields >> state >> parent) parents[*pid] = parent;
  }
  return parents;
}

bool descends_from(const std::map<pid_t, pid_t>& parents, pid_t pid, pid_t ancestor) {
  constexpr int deepest = 64;
  for (int i = 0; i < deepest && pid > 1; ++i) {
    if (pid == ancestor) return true;
    const auto parent = parents.find(pid);
    if (parent == parents.end()) return false;
    pid = parent->second;
  }
  return false;
}

// A process's part of the memory it is in: of what n share, each has an nth.
std::uint64_t share_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("Pss:")) continue;
    std::istringstream fields(line.substr(4));
    std::uint64_t kibibytes = 0;
    fields >> kibibytes;
    return kibibytes * 1024;
  }
  return 0;
}

// Looks at the memory of a process and its descendants until it is told to stop, and seldom
// enough to take less than a fiftieth of a processor.
class Watcher {
 public:
  Watcher() : thread_([this] { watch(); }) {}
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  ~Watcher() { stop(); }

  void start(pid_t pid) {
    const std::lock_guard lock(mutex_);
    pid_ = pid;
  }
  std::uint64_t stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    return most_;
  }

 private:
  void watch() {
    Clock::duration pause = std::chrono::milliseconds(25);
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, pause, [this] { return stopped_; })) {
      if (pid_ == 0) continue;
      const pid_t pid = pid_;
      lock.unlock();
      const Clock::time_point before = Clock::now();
      look(pid);
      pause = std::max<Clock::duration>(std::chrono::milliseconds(25),
                                        50 * (Clock::now() - before));
      lock.lock();
    }
  }

  void look(pid_t ancestor) {
    const std::map<pid_t, pid_t> parents = all_parents();
    std::uint64_t together = 0;
    for (const auto& [pid, parent] : parents)
      if (descends_from(parents, pid, ancestor)) together += share_of(pid);
    most_ = std::max(most_, together);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  pid_t pid_ = 0;
  std::uint64_t most_ = 0;
  std::thread thread_;  // last, since it uses the others
};

// Starts `words` with nothing to read and nobody to hear it; its id, or why not in `error`.
pid_t start(const std::vector<std::string>& words, int& error) {
  std::vector<std::string> copies = words;
  std::vector<char*> arguments;
  arguments.reserve(copies.size() + 1);
  for (std::string& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  error = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

}  // namespace

Result<Taken> run_and_measure(const std::vector<std::string>& words) {
  Watcher watcher;
  const Clock::time_point before = Clock::now();
  int error = 0;
  const pid_t pid = start(words, error);
  if (error != 0) return system_error("run", words.front(), error);
  watcher.start(pid);
  int status = 0;
  rusage used = {};
  while (wait4(pid, &status, 0, &used) < 0)
    if (errno != EINTR) return system_error("wait for", words.front(), errno);
  Taken taken;
  taken.seconds = seconds_of(Clock::now() - before);
  taken.processor = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  taken.largest = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  taken.together = std::max(watcher.stop(), taken.largest);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return Diagnostic{.message = "`" + join(words, " ") + "` did not end well"};
  return taken;
}

}  // namespace baraza::bench
