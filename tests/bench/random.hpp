// Numbers by chance that are the same for a seed on every machine: the standard fixes its
// engines and leaves its distributions to each library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace baraza::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // 0 to `count` - 1, each as likely. What 64 bits leave over is too little to be seen.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>((engine_() >> 11U) % count);
  }
  // `first` to `last`, both among them.
  int between(int first, int last) {
    return first + static_cast<int>(below(static_cast<std::size_t>(last - first) + 1));
  }
  // The same, the small ones more often.
  std::size_t rather_below(std::size_t count) { return below(below(count) + 1); }
  bool chance(int percent) { return between(1, 100) <= percent; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  // `count` of them, none twice, in their own order.
  template <class T>
  std::vector<T> pick_some(const std::vector<T>& from, std::size_t count) {
    std::vector<T> some;
    std::size_t wanted = count < from.size() ? count : from.size();
    for (std::size_t i = 0; i < from.size() && wanted > 0; ++i) {
      if (below(from.size() - i) >= wanted) continue;
      some.push_back(from[i]);
      --wanted;
    }
    return some;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace baraza::bench
