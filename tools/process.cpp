#include "tools/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

#include "base/descriptor.hpp"
#include "base/files.hpp"

namespace baraza::tools {
namespace {

struct Pipe {
  Descriptor read;
  Descriptor write;
};

bool open_pipe(Pipe& both) {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  both.read = Descriptor(ends[0]);
  both.write = Descriptor(ends[1]);
  return true;
}

struct Pipes {
  Pipe in;
  Pipe out;
  Pipe err;
  Pipe failure;  // tells the errno of an exec that failed; closed by one that did not
};

[[noreturn]] void become(const std::vector<std::string>& words, const std::string& folder,
                         const Pipes& pipes) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: exec changes none
  arguments.push_back(nullptr);
  if (::dup2(pipes.in.read.get(), STDIN_FILENO) >= 0 &&
      ::dup2(pipes.out.write.get(), STDOUT_FILENO) >= 0 &&
      ::dup2(pipes.err.write.get(), STDERR_FILENO) >= 0 && ::chdir(folder.c_str()) == 0)
    ::execvp(arguments[0], arguments.data());
  const int number = errno;
  const ssize_t told = ::write(pipes.failure.write.get(), &number, sizeof number);
  ::_exit(told == sizeof number ? 127 : 126);
}

bool read_some(Descriptor& from, std::string& to) {
  std::array<char, 1 << 16> buffer = {};
  const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  to.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0;
}

// Feeds and drains at once, so that neither side waits for the other.
void exchange(Pipes& pipes, std::string_view input, ProcessResult& result) {
  if (input.empty()) pipes.in.write.close();
  ::fcntl(pipes.in.write.get(), F_SETFL, O_NONBLOCK);
  while (pipes.out.read || pipes.err.read) {
    std::array<pollfd, 3> waiting = {{{pipes.out.read.get(), POLLIN, 0},
                                      {pipes.err.read.get(), POLLIN, 0},
                                      {pipes.in.write.get(), POLLOUT, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if (waiting[0].revents != 0 && !read_some(pipes.out.read, result.out))
      pipes.out.read.close();
    if (waiting[1].revents != 0 && !read_some(pipes.err.read, result.err))
      pipes.err.read.close();
    if (waiting[2].revents == 0) continue;
    const ssize_t put = ::write(pipes.in.write.get(), input.data(), input.size());
    if (put > 0) input.remove_prefix(static_cast<std::size_t>(put));
    if (input.empty() || (put < 0 && errno != EINTR && errno != EAGAIN)) pipes.in.write.close();
  }
}

int code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<ProcessResult> run_process(const std::vector<std::string>& words,
                                  const std::string& folder, const std::string& input) {
  Pipes pipes;
  if (!open_pipe(pipes.in) || !open_pipe(pipes.out) || !open_pipe(pipes.err) ||
      !open_pipe(pipes.failure))
    return system_error("start", words.front(), errno);
  // A program that ends before it has read all must not end this one.
  struct sigaction ignore = {};
  struct sigaction before = {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &before);
  const pid_t child = ::fork();
  if (child == 0) {
    ::sigaction(SIGPIPE, &before, nullptr);
    become(words, folder, pipes);
  }
  const int fork_error = errno;
  pipes.in.read.close();
  pipes.out.write.close();
  pipes.err.write.close();
  pipes.failure.write.close();
  ProcessResult result;
  int status = 0;
  int number = child < 0 ? fork_error : 0;
  if (child > 0) {
    exchange(pipes, input, result);
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (::read(pipes.failure.read.get(), &number, sizeof number) != sizeof number) number = 0;
  }
  ::sigaction(SIGPIPE, &before, nullptr);
  if (number != 0) return system_error("start", words.front(), number);
  result.code = code_of(status);
  return result;
}

}  // namespace baraza::tools
