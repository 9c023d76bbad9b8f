// How far a draft has come, and what is quickest to add next.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/record.hpp"
#include "content/tree.hpp"

namespace baraza::check {

struct Step {
  std::string field = {};  // empty: the text below the front matter
  int minutes = 0;         // about how long it takes
  bool must = false;       // nothing is published without it
  std::string what = {};   // the schema's description, without its full stop

  bool operator==(const Step&) const = default;
};

struct Progress {
  std::size_t written = 0;  // parts that are there, with words of the writer's own
  std::size_t parts = 0;
  std::vector<Step> missing =
      {};  // the quickest first, then what must be there, then by the schema
};

// The parts of a record are its text and the fields of `schema`, the tree of its schema, that
// are required, that it must have to be published, or that carry `x-minutes`.
Progress progress_of(const content::Node& schema, const content::Record& record);

}  // namespace baraza::check
