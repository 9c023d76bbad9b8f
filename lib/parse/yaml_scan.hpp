// The look at YAML before the library reads it: finds each mistake by its cause, and cuts the
// text at its top-level keys so that a mistake in one leaves the others whole.
//
// It reads line by line and knows of YAML what a writer sees: indentation, `key:`, `- `,
// quotes, brackets, block texts. What it passes, the library reads; it never builds values.
// One pass, so its time grows with the text alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/findings.hpp"

namespace baraza::parse {

// One top-level entry: a key with its value, or one item of a list.
struct Piece {
  std::size_t begin = 0;  // offset of its first line
  std::size_t end = 0;    // offset after its last line
  std::string key = {};   // empty for an item, and where no key could be told
  std::size_t key_begin = 0;
  std::size_t key_end = 0;
  bool broken = false;  // a finding says why
};

struct YamlScan {
  std::vector<Piece> pieces = {};
  std::vector<std::size_t> tabs = {};  // offsets of those in lines without a value
  bool list = false;                   // the pieces are items
  bool clean = true;                   // nothing was found that breaks a piece
};

// `text` has LF line ends. Brackets nest at most `max_depth` deep.
YamlScan scan_yaml(std::string_view text, int max_depth, Findings& found);

}  // namespace baraza::parse
