#include <iostream>

#include <unistd.h>

#include "tools/run.hpp"

int main(int argc, char** argv) {
  return baraza::tools::run(argc, argv, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1,
                            isatty(STDERR_FILENO) == 1);
}
