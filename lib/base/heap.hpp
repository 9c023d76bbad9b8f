// How this process asks the system for memory.
#pragma once

namespace baraza {

// Has the heap grow in large steps, and its first 64 MiB of pages of 2 MiB, where the system
// lends such: ten thousand records take a page fault for each page that they fill, and the
// faults take longer than the filling. For the beginning of main(). Does nothing with another
// library of C than glibc.
void grow_heap_in_large_pages();

}  // namespace baraza
