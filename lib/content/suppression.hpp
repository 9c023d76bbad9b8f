// What a writer asks check not to say of one place, with the reason.
#pragma once

#include <string>
#include <vector>

#include "base/place.hpp"

namespace baraza::content {

// A comment `baraza-disable-next-line E321 E319 because REASON` of a record.
struct Suppression {
  struct Code {
    std::string code = {};  // as written: `E321`
    Span span = {};

    bool operator==(const Code&) const = default;
  };

  std::vector<Code> codes = {};
  std::string reason = {};  // what stands after `because`; empty where nothing does
  Span span = {};           // of the words, without the signs of the comment
  // The lines it speaks of, both inclusive: the next one, and those that belong to it (a value
  // over several lines, the rest of a paragraph).
  int first_line = 0;
  int last_line = 0;

  bool operator==(const Suppression&) const = default;
};

}  // namespace baraza::content
