// The Xapian databases of an open generation, for this stage alone.
#pragma once

#include <vector>

#include <xapian.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "index/damaged.hpp"

namespace baraza::index {

struct Databases {
  std::vector<Xapian::Database> shards = {};
  Xapian::Database all = {};  // the shards as one
};

// Xapian::Error is no std::exception, so nobody above would catch it.
template <class Answer, class Work>
Result<Answer> ask_xapian(const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    return damaged_inside(error.get_msg());
  }
}

}  // namespace baraza::index
