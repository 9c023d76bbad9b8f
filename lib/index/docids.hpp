// The documents of one shard that a plan finds, whatever it filters by.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "index/marks.hpp"
#include "index/plan.hpp"

namespace baraza::index {

// Numbers of documents below a bound, one bit each.
class Docids {
 public:
  explicit Docids(std::size_t bound) : bound_(bound), bits_((bound + 63) / 64) {}

  void add(std::uint32_t docid) {
    if (docid < bound_) bits_[docid / 64] |= std::uint64_t{1} << (docid % 64);
  }
  // With another of the same bound.
  void unite(const Docids& other);
  void intersect(const Docids& other);
  void subtract(const Docids& other);

  // Calls `take` with each, in order.
  template <class Take>
  void each(const Take& take) const {
    for (std::size_t i = 0; i < bits_.size(); ++i)
      for (std::uint64_t left = bits_[i]; left != 0; left &= left - 1)
        take(static_cast<std::uint32_t>(i * 64 +
                                        static_cast<std::size_t>(std::countr_zero(left))));
  }

 private:
  std::size_t bound_;
  std::vector<std::uint64_t> bits_;
};

// Words are looked up in Xapian's lists one after the other, which takes a third of the time
// that its matcher takes to find them together. May throw Xapian::Error.
Docids find_in_shard(const Xapian::Database& shard, const Plan& plan, const Marks& marks);

}  // namespace baraza::index
