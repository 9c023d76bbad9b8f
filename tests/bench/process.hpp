// Runs a command and tells what it took: time, processor and memory, of all its processes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::bench {

struct Taken {
  double seconds = 0;         // on the clock
  double processor = 0;       // seconds of processor, of all its processes
  std::uint64_t largest = 0;  // bytes of memory of its largest process, shared ones too
  // Bytes of all processes at one moment, what they share counted once: looked at from time to
  // time, so that a short peak may be missed. At least `largest`, and just that where the
  // command was too short to be looked at.
  std::uint64_t together = 0;
};

// Runs `words` without a shell, their output thrown away. Fails where the command cannot be
// started or does not end with 0.
Result<Taken> run_and_measure(const std::vector<std::string>& words);

}  // namespace baraza::bench
