#include "base/heap.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace baraza {
namespace {

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
constexpr bool has_own_heap = true;  // that a sanitizer does not stand in for
#else
constexpr bool has_own_heap = false;
#endif

// Has some memory that is named so large pages? The system says `hg` of such.
bool has_large_pages(const std::string& name) {
  std::ifstream maps("/proc/self/smaps");
  std::string line;
  bool in_it = false;
  while (std::getline(maps, line)) {
    if (line.find('-') < line.find(' ')) in_it = line.ends_with(name);
    if (in_it && line.starts_with("VmFlags:") && line.find(" hg") != std::string::npos)
      return true;
  }
  return false;
}

TEST_CASE("the heap grows in large pages where the system lends them") {
  grow_heap_in_large_pages();
  std::vector<std::unique_ptr<std::string>> blocks;
  for (char c = 'a'; c <= 'z'; ++c) blocks.push_back(std::make_unique<std::string>(100'000, c));
  for (char c = 'a'; c <= 'z'; ++c)
    CHECK(blocks[static_cast<std::size_t>(c - 'a')]->find_first_not_of(c) == std::string::npos);
  if (has_own_heap && std::filesystem::exists("/sys/kernel/mm/transparent_hugepage"))
    CHECK(has_large_pages("[heap]"));
}

}  // namespace
}  // namespace baraza
