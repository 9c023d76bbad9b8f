#include <iostream>

#include <unistd.h>

#include "base/heap.hpp"
#include "tools/run.hpp"

int main(int argc, char** argv) {
  baraza::grow_heap_in_large_pages();
  return baraza::tools::run(argc, argv, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1,
                            isatty(STDERR_FILENO) == 1);
}
