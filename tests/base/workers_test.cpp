#include "base/workers.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "base/interrupt.hpp"
#include "temporary_folder.hpp"

using namespace baraza;
using baraza::test::TemporaryFolder;

namespace {

struct Seen {
  std::vector<std::size_t> order = {};
  std::map<std::size_t, std::string> done = {};
  std::map<std::size_t, std::string> lost = {};
};

using Work = std::function<std::string(std::size_t)>;

Seen run(std::size_t jobs, const WorkerLimits& limits, const Work& work) {
  Seen seen;
  const Status status = run_workers(jobs, limits,
                                    {.work = work,
                                     .done = [&](std::size_t job, std::string bytes) -> Status {
                                       seen.order.push_back(job);
                                       seen.done[job] = std::move(bytes);
                                       return Done();
                                     },
                                     .lost =
                                         [&](std::size_t job, const std::string& how) {
                                           seen.order.push_back(job);
                                           seen.lost[job] = how;
                                         }});
  CHECK(status.has_value());
  for (std::size_t i = 0; i < seen.order.size(); ++i) REQUIRE(seen.order[i] == i);
  CHECK(seen.order.size() == jobs);
  return seen;
}

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) >= 0; }

}  // namespace

TEST_CASE("answers come in the order of the jobs, for any number of workers") {
  for (const unsigned workers : {1U, 2U, 7U}) {
    CAPTURE(workers);
    const Seen seen = run(500, {.workers = workers}, [](std::size_t job) {
      return std::string(job * 7 % 3000, static_cast<char>('a' + job % 26));
    });
    CHECK(seen.lost.empty());
    for (const auto& [job, text] : seen.done)
      REQUIRE(text == std::string(job * 7 % 3000, static_cast<char>('a' + job % 26)));
  }
  CHECK(run(0, {.workers = 2}, [](std::size_t) { return std::string(); }).order.empty());
  CHECK(!has_children());
}

TEST_CASE("answers larger than any pipe do not block") {
  const Seen seen = run(12, {.workers = 3}, [](std::size_t job) {
    return std::string(job == 0 ? 9'000'000 : 5'000'000, 'x');
  });
  CHECK(seen.done.at(0).size() == 9'000'000);
  CHECK(seen.done.at(11).size() == 5'000'000);
}

TEST_CASE("a job that ends its worker is named, and all others are done") {
  const Seen seen = run(60, {.workers = 2, .seconds = 1}, [](std::size_t job) -> std::string {
    if (job == 7) std::abort();
    if (job == 20) std::raise(SIGKILL);
    if (job == 33) ::_exit(5);
    if (job == 34) throw std::runtime_error("no");
    if (job == 59) ::sleep(60);
    return std::to_string(job);
  });
  const std::map<std::size_t, std::string> expected = {
      {7, "was ended by signal 6 (Aborted)"},
      {20, "was ended by signal 9 (Killed)"},
      {33, "ended with status 5"},
      {34, "was ended by an exception"},
      {59, "took longer than 1 s"},
  };
  CHECK(seen.lost == expected);
  CHECK(seen.done.size() == 55);
  CHECK(seen.done.at(58) == "58");
  CHECK(!has_children());
}

TEST_CASE("a worker that something else ended costs no job") {
  const TemporaryFolder folder;
  const Seen seen = run(20, {.workers = 2}, [&](std::size_t job) {
    if (job == 5 && folder.read("killed") == "(none)") {
      folder.write("killed", "once");
      std::raise(SIGKILL);
    }
    return std::to_string(job);
  });
  CHECK(seen.lost.empty());
  CHECK(seen.done.at(5) == "5");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("a job that wants all memory is stopped") {
  const Seen seen =
      run(3, {.workers = 1, .memory = std::size_t{512} << 20}, [](std::size_t job) {
        return std::string(job == 1 ? std::size_t{1} << 30 : 1, 'x').substr(0, 1);
      });
  CHECK(seen.lost == std::map<std::size_t, std::string>{{1, "ran out of memory"}});
}
#endif

TEST_CASE("an error of who takes the answers ends the work") {
  std::size_t taken = 0;
  const Status status =
      run_workers(1000, {.workers = 2},
                  {.work = [](std::size_t) { return std::string(100, 'x'); },
                   .done = [&](std::size_t job, const std::string&) -> Status {
                     ++taken;
                     if (job == 3) return Diagnostic{.message = "the disk is full"};
                     return Done();
                   },
                   .lost = [](std::size_t, const std::string&) { CHECK(false); }});
  REQUIRE(!status.has_value());
  CHECK(status.error().message == "the disk is full");
  CHECK(taken == 4);
  CHECK(!has_children());
}

TEST_CASE("an interrupted run stops at once and leaves no worker") {
  const auto before = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    catch_interrupts();
    const Status status =
        run_workers(100, {.workers = 2},
                    {.work =
                         [](std::size_t job) {
                           if (job == 0) ::kill(::getppid(), SIGINT);
                           ::sleep(9);
                           return std::string();
                         },
                     .done = [](std::size_t, const std::string&) -> Status { return Done(); },
                     .lost = [](std::size_t, const std::string&) {}});
    ::_exit(!status && interrupted() && !has_children() ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
}

TEST_CASE("workers end with a parent that is killed") {
  int alive[2] = {};
  REQUIRE(::pipe(alive) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(alive[0]);
    static_cast<void>(
        run_workers(4, {.workers = 2},
                    {.work =
                         [&](std::size_t) {
                           static_cast<void>(!::write(alive[1], "x", 1));
                           ::sleep(9);
                           return std::string();
                         },
                     .done = [](std::size_t, const std::string&) -> Status { return Done(); },
                     .lost = [](std::size_t, const std::string&) {}}));
    ::_exit(0);
  }
  ::close(alive[1]);
  char byte = 0;
  REQUIRE(::read(alive[0], &byte, 1) == 1);
  REQUIRE(::read(alive[0], &byte, 1) == 1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  const auto before = std::chrono::steady_clock::now();
  CHECK(::read(alive[0], &byte, 1) == 0);  // the end: nobody holds the other side any more
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
  ::close(alive[0]);
}
