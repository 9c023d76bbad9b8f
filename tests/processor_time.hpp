// How long this process has worked: the machine may be busy with others.
#pragma once

#include <ctime>

namespace baraza::test {

// In seconds.
inline double processor_time() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace baraza::test
