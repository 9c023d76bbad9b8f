#include "base/lock.hpp"

#include <csignal>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "base/interrupt.hpp"
#include "temporary_folder.hpp"

using namespace baraza;
using baraza::test::TemporaryFolder;

namespace {

// Starts a process that takes the lock, starts a process of its own, and waits to be killed.
pid_t start_holder(const std::string& path) {
  int ready[2] = {};
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const Result<Lock> lock = Lock::take(path, "bank");
    if (lock && ::fork() != 0 && ::write(ready[1], "x", 1) != 1) ::_exit(1);
    ::alarm(10);
    for (;;) ::pause();
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  ::close(ready[0]);
  ::close(ready[1]);
  return child;
}

}  // namespace

TEST_CASE("a second run is told who holds the lock, and a dead holder does not") {
  const TemporaryFolder folder;
  const std::string path = folder / "lock";
  const pid_t holder = start_holder(path);

  const Result<Lock> refused = Lock::take(path, "my-bank");
  REQUIRE(!refused.has_value());
  CHECK(refused.error().rule.empty());
  CHECK(refused.error().message ==
        "another baraza is at work in `my-bank` (process " + std::to_string(holder) + ")");
  CHECK(refused.error().hint.find(path) != std::string::npos);

  ::kill(holder, SIGKILL);  // its own child lives on
  CHECK(Lock::take(path, "my-bank", 5).has_value());
  ::waitpid(holder, nullptr, 0);
}

TEST_CASE("a lock is let go with its object and can be taken again") {
  const TemporaryFolder folder;
  CHECK(Lock::take(folder / "lock", "bank").has_value());
  CHECK(Lock::take(folder / "lock", "bank").has_value());
  CHECK(!Lock::take(folder / "none/lock", "bank").has_value());
}

TEST_CASE("a first Ctrl-C is remembered, a second one ends the program") {
  const pid_t child = ::fork();
  if (child == 0) {
    catch_interrupts();
    if (interrupted()) ::_exit(1);
    std::raise(SIGPIPE);
    std::raise(SIGINT);
    if (!interrupted()) ::_exit(2);
    std::raise(SIGINT);
    ::_exit(3);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(WIFSIGNALED(how));
  CHECK(WTERMSIG(how) == SIGINT);
}
