// Where the cases of an insight stand: counted from the lessons that it rests on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/index.hpp"

namespace baraza::index {

// One case, which counts once however many of its lessons speak.
struct Stand {
  struct Bearing {
    Entry lesson = {};
    content::Support support = {};
  };

  std::string case_id = {};
  std::string case_title = {};  // empty where the case is not to be shown
  std::vector<Bearing> lessons = {};
  bool supports = false;  // at least one of them speaks for the claim,
  bool against = false;   // or against it or limits it
};

// How many cases stand for an insight alone, against it or limiting it alone, and on both
// sides.
struct Tally {
  std::size_t supporting = 0;
  std::size_t against = 0;
  std::size_t both = 0;

  bool is_disputed() const { return both > 0 || (supporting > 0 && against > 0); }
  bool operator==(const Tally&) const = default;
};

// The cases of `insight` by id, each with its lessons in the insight's order. A lesson that is
// not in the index is left out.
Result<std::vector<Stand>> stands_of(const Index& index, const Entry& insight);

Tally tally_of(const std::vector<Stand>& stands);

}  // namespace baraza::index
