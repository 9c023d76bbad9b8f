// Where something stands in a file: what every finding and every value read from a file
// carries.
#pragma once

#include <string>

namespace baraza {

// A stretch of one file's text. Lines and columns count from 1; a column counts characters
// (code points), not bytes. The end is exclusive: it is the position just after the last
// character. 0 means "not known": a finding on a whole file has line 0.
struct Span {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;

  bool operator==(const Span&) const = default;
};

// A span and the file it is in. `path` is as users see it: relative to the bank's root,
// `/`-separated.
struct Place {
  std::string path = {};
  Span span = {};

  bool operator==(const Place&) const = default;
};

}  // namespace baraza
