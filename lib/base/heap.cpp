#include "base/heap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace baraza {

void grow_heap_in_large_pages() {
#ifdef __GLIBC__
  constexpr int step = 64 << 20;               // of addresses; memory is taken as it is filled
  constexpr int most = 32 << 20;               // a larger block has a mapping of its own
  constexpr std::size_t one_block = 31 << 20;  // that the heap has no room for yet
  mallopt(M_TOP_PAD, step);
  mallopt(M_TRIM_THRESHOLD, 2 * step);
  mallopt(M_MMAP_THRESHOLD, most);
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  char* begin = static_cast<char*>(sbrk(0));
  begin += (page - reinterpret_cast<std::uintptr_t>(begin) % page) % page;
  void* volatile block = std::malloc(one_block);  // NOLINT: only malloc moves the heap's end
  std::free(block);                               // NOLINT
  char* const end = static_cast<char*>(sbrk(0));
  if (end > begin)
    static_cast<void>(madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE));
#endif
}

}  // namespace baraza
