#include "base/workers.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <deque>
#include <initializer_list>
#include <map>
#include <new>
#include <set>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/interrupt.hpp"

namespace baraza {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

// Between parent and worker: the parent sends the numbers of jobs, eight bytes each; the worker
// answers each with its number, the length of its answer, and the answer. Both are on one
// machine, so numbers go as they are.
struct AnswerHead {
  std::uint64_t job = 0;
  std::uint64_t size = 0;
};

constexpr std::uint64_t largest_answer = std::uint64_t{1} << 30;   // beyond it a worker is mad
constexpr std::size_t most_waiting_bytes = std::size_t{32} << 20;  // answers before their turn
constexpr std::size_t most_batch = 16;
constexpr int no_memory_exit = 81;
constexpr int exception_exit = 82;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool address_sanitizer =
    true;  // it needs terabytes of addresses, and its own signals
#else
constexpr bool address_sanitizer = false;
#endif

// ---- in the worker

bool read_exactly(int file, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(file, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool send_exactly(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t put = ::send(file, bytes, size, MSG_NOSIGNAL);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes += put;
    size -= static_cast<std::size_t>(put);
  }
  return true;
}

void set_up_worker(const WorkerLimits& limits, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);  // it died before it could be watched

  // Ctrl-C reaches all; the parent ends its workers itself.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
  std::signal(SIGABRT, SIG_DFL);
  if (!address_sanitizer)
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) std::signal(signal, SIG_DFL);

  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (limits.memory > 0 && !address_sanitizer) {
    const rlimit memory = {limits.memory, limits.memory};
    ::setrlimit(RLIMIT_AS, &memory);
  }
}

[[noreturn]] void serve(int file, const WorkerTasks& tasks) {
  for (;;) {
    std::uint64_t job = 0;
    if (!read_exactly(file, reinterpret_cast<char*>(&job), sizeof job)) ::_exit(0);
    std::string answer(sizeof(AnswerHead), '\0');
    try {
      answer += tasks.work(static_cast<std::size_t>(job));
    } catch (const std::bad_alloc&) {
      ::_exit(no_memory_exit);
    } catch (...) {
      ::_exit(exception_exit);
    }
    const AnswerHead head = {job, answer.size() - sizeof(AnswerHead)};
    std::memcpy(answer.data(), &head, sizeof head);
    if (!send_exactly(file, answer.data(), answer.size())) ::_exit(0);
  }
}

// ---- in the parent

struct Worker {
  pid_t process = -1;
  Descriptor file;
  std::deque<std::size_t> jobs;  // given and not answered; it is at work on the first
  std::string received;          // a part of an answer
  Seconds used{0};               // on its first job, as far as we watched
};

struct Outcome {
  bool lost = false;
  std::string text;  // the answer, or how it was lost
};

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return "was ended by signal " + std::to_string(signal) + " (" +
           ::strsignal(signal) +  // NOLINT(concurrency-mt-unsafe)
           ")";
  }
  switch (WEXITSTATUS(status)) {
    case no_memory_exit:
      return "ran out of memory";
    case exception_exit:
      return "was ended by an exception";
    default:
      return "ended with status " + std::to_string(WEXITSTATUS(status));
  }
}

class Pool {
 public:
  Pool(std::size_t jobs, const WorkerLimits& limits, const WorkerTasks& tasks)
      : jobs_(jobs), limits_(limits), tasks_(tasks) {
    const std::size_t share = jobs / (std::max<std::size_t>(limits.workers, 1) * 8);
    batch_ = std::clamp<std::size_t>(share, 1, most_batch);
    window_ = std::size_t{64} * std::max(limits.workers, 1U);
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    for (const Worker& worker : workers_) ::kill(worker.process, SIGKILL);
    for (Worker& worker : workers_) end(worker);
  }

  Status run() {
    Clock::time_point before = Clock::now();
    while (next_ < jobs_) {
      if (interrupted()) return Diagnostic{.message = "interrupted"};
      if (Status status = give_out(); !status) return status;
      watch();
      const Clock::time_point now = Clock::now();
      end_late_ones(now - before);
      before = now;
      if (Status status = hand_on(); !status) return status;
    }
    return Done();
  }

 private:
  // Starts workers while there is work for more, and fills up what each has to do.
  Status give_out() {
    for (Worker& worker : workers_) fill(worker);
    while (workers_.size() < std::max(limits_.workers, 1U) && has_job_to_give()) {
      if (!start()) {
        if (!workers_.empty()) break;
        return Diagnostic{.message = "cannot start a process: " + error_text(errno)};
      }
      fill(workers_.back());
    }
    return Done();
  }

  bool has_job_to_give() const {
    return !again_.empty() || (fresh_ < jobs_ && fresh_ < next_ + window_);
  }

  // When many answers are waiting for their turn, nobody is read but the worker that has the
  // next job: so memory is bounded.
  bool must_wait(const Worker& worker) const {
    if (waiting_bytes_ <= most_waiting_bytes) return false;
    const auto has_next = [this](const Worker& one) {
      return std::find(one.jobs.begin(), one.jobs.end(), next_) != one.jobs.end();
    };
    return !has_next(worker) && std::any_of(workers_.begin(), workers_.end(), has_next);
  }

  void fill(Worker& worker) {
    std::vector<std::uint64_t> given;
    const bool full = waiting_bytes_ > most_waiting_bytes && !again_.contains(next_);
    while (!full && worker.jobs.size() < batch_ && has_job_to_give()) {
      std::size_t job = fresh_;
      if (again_.empty()) {
        ++fresh_;
      } else {
        job = *again_.begin();
        again_.erase(again_.begin());
      }
      if (worker.jobs.empty()) worker.used = Seconds(0);
      worker.jobs.push_back(job);
      given.push_back(job);
    }
    // At most 128 bytes, which always have room. That a worker is dead shows when it is read.
    static_cast<void>(send_exactly(worker.file.get(),
                                   reinterpret_cast<const char*>(given.data()),
                                   given.size() * sizeof(std::uint64_t)));
  }

  bool start() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) return false;
    if (process == 0) {
      set_up_worker(limits_, parent);
      ours.close();
      // What leads to the others is closed, so that each sees its parent's end.
      for (Worker& other : workers_) other.file.close();
      serve(theirs.get(), tasks_);
    }
    workers_.emplace_back();
    workers_.back().process = process;
    workers_.back().file = std::move(ours);
    return true;
  }

  // Waits until an answer comes, or a little while, and reads what has come.
  void watch() {
    std::vector<pollfd> polled;
    for (const Worker& worker : workers_)
      polled.push_back({must_wait(worker) ? -1 : worker.file.get(), POLLIN, 0});
    if (::poll(polled.data(), polled.size(), 50) <= 0) return;
    for (std::size_t i = polled.size(); i-- > 0;)
      if (polled[i].revents != 0) read_from(i);
  }

  void read_from(std::size_t at) {
    Worker& worker = workers_[at];
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const ssize_t got = ::recv(worker.file.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (got <= 0) return lose(at, how_it_ended(end(worker)));
    worker.used = Seconds(0);
    worker.received.append(buffer.data(), static_cast<std::size_t>(got));
    if (!take_answers(worker)) lose(at, "answered what makes no sense");
  }

  bool take_answers(Worker& worker) {
    std::size_t taken = 0;
    for (;;) {
      AnswerHead head;
      if (worker.received.size() - taken < sizeof head) break;
      std::memcpy(&head, worker.received.data() + taken, sizeof head);
      if (worker.jobs.empty() || head.job != worker.jobs.front() || head.size > largest_answer)
        return false;
      if (worker.received.size() - taken - sizeof head < head.size) break;
      const auto size = static_cast<std::size_t>(head.size);
      std::string text = worker.received.substr(taken + sizeof head, size);
      settle(worker.jobs.front(), {false, std::move(text)});
      worker.jobs.pop_front();
      taken += sizeof head + size;
    }
    worker.received.erase(0, taken);
    return true;
  }

  void settle(std::size_t job, Outcome outcome) {
    waiting_bytes_ += outcome.text.size();
    waiting_.emplace(job, std::move(outcome));
  }

  // A stop of the whole program (Ctrl-Z), or long work of our own, is not held against a
  // worker: only what was watched counts.
  void end_late_ones(Seconds passed) {
    for (std::size_t i = workers_.size(); i-- > 0;) {
      Worker& worker = workers_[i];
      if (worker.jobs.empty()) continue;
      if (!must_wait(worker)) worker.used += std::min(passed, Seconds(0.2));
      if (worker.used.count() <= limits_.seconds) continue;
      tried_.insert(worker.jobs.front());  // once is enough
      std::string limit = std::to_string(limits_.seconds);
      limit.erase(limit.find_last_not_of('0') + 1);
      if (limit.ends_with('.')) limit.pop_back();
      lose(i, "took longer than " + limit + " s");
    }
  }

  // A worker's first job is tried once more, by another worker: what ends a worker may also
  // come from outside.
  void lose(std::size_t at, const std::string& how) {
    end(workers_[at]);
    const Worker worker = std::move(workers_[at]);
    workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(at));
    again_.insert(worker.jobs.begin(), worker.jobs.end());
    if (worker.jobs.empty() || tried_.insert(worker.jobs.front()).second) return;
    again_.erase(worker.jobs.front());
    settle(worker.jobs.front(), {true, how});
  }

  // Ends a worker and answers how it ended. One that closed its file has ended already, by
  // which the system remembers it, not by this signal.
  static int end(Worker& worker) {
    if (worker.process < 0) return 0;
    int status = 0;
    ::kill(worker.process, SIGKILL);
    while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    worker.process = -1;
    worker.file.close();
    return status;
  }

  // What has its turn goes to who asked for it.
  Status hand_on() {
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_;
         first = waiting_.begin()) {
      Outcome outcome = std::move(first->second);
      waiting_.erase(first);
      waiting_bytes_ -= outcome.text.size();
      const std::size_t job = next_++;
      if (outcome.lost) {
        tasks_.lost(job, outcome.text);
      } else if (Status status = tasks_.done(job, std::move(outcome.text)); !status) {
        return status;
      }
    }
    return Done();
  }

  const std::size_t jobs_;
  const WorkerLimits& limits_;
  const WorkerTasks& tasks_;
  std::size_t batch_ = 1;
  std::size_t window_ = 1;  // how far ahead of next_ jobs are given out
  std::vector<Worker> workers_;
  std::size_t next_ = 0;                    // the job to be handed on next
  std::size_t fresh_ = 0;                   // the first job never given out
  std::set<std::size_t> again_;             // given to a worker that died
  std::set<std::size_t> tried_;             // a worker died of it, or seemed to
  std::map<std::size_t, Outcome> waiting_;  // for their turn
  std::size_t waiting_bytes_ = 0;
};

}  // namespace

Status run_workers(std::size_t jobs, const WorkerLimits& limits, const WorkerTasks& tasks) {
  return Pool(jobs, limits, tasks).run();
}

}  // namespace baraza
