// Ctrl-C and its like: remembered, so that long work can stop between two steps.
#pragma once

namespace baraza {

// From now on SIGINT, SIGTERM and SIGHUP are remembered, unless they were ignored already; the
// second one of a kind ends the program as usual. Writing to a closed pipe or beyond the limit
// for the size of a file is an error (EPIPE, EFBIG) and no longer deadly.
void catch_interrupts();

bool interrupted();

}  // namespace baraza
