// Names that nobody has, made of syllables: each case brings its own places, bodies, people and
// programme, so that the words of a bank grow with it as those of real texts do.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/random.hpp"
#include "tests/bench/samples.hpp"

namespace baraza::bench {

struct Names {
  std::string country = {};
  std::vector<std::string> places = {};
  std::vector<std::string> bodies = {};
  std::vector<std::string> people = {};
  std::string programme = {};
};

Names invent_names(const std::string& country, Random& random);

// A word of a chain, with names, years from `first` to `last` and digits in its slots.
std::string fill_slots(const std::string& word, const Names& names, int first, int last,
                       Random& random);

}  // namespace baraza::bench
