// Work in parallel, done by forked processes: a job that crashes or never ends costs that job
// alone.
//
// Not threads: cmark-gfm edits tables of its own while it parses, and aborts on some input.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.hpp"

namespace baraza {

struct WorkerLimits {
  unsigned workers = 1;    // how many processes; one is a process of its own too
  double seconds = 20;     // for one job
  std::size_t memory = 0;  // bytes of address space a worker may have; 0: no limit
};

struct WorkerTasks {
  // Does job `job`, in a worker: all it can tell is what it returns.
  std::function<std::string(std::size_t job)> work = {};
  // Takes the answers, here, in the order of the jobs. An error ends the run.
  std::function<Status(std::size_t job, std::string bytes)> done = {};
  // Takes, in the same order, a job whose worker died twice or ran out of time; `how` goes on
  // after "the worker": `was ended by signal 6 (Aborted)`.
  std::function<void(std::size_t job, const std::string& how)> lost = {};
};

// Does the jobs 0 to `jobs` - 1. The result is the same for any number of workers. Fails with
// what `done` fails with, when no worker can be started, or when it was interrupted(); no
// worker is left behind then.
Status run_workers(std::size_t jobs, const WorkerLimits& limits, const WorkerTasks& tasks);

}  // namespace baraza
