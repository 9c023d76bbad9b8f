// The way in for libFuzzer: the build says which target this is.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): so libFuzzer calls it
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    baraza::fuzz::BARAZA_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  } catch (const baraza::fuzz::Broken& broken) {
    std::fprintf(stderr, "BROKEN: %s\n", broken.what());
    std::abort();
  }
  return 0;
}
