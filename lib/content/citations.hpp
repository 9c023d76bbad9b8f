// Sources cited in running text by their ids: `(s3)`, `(s1, s4)`, `(s2, p. 12)`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.hpp"

namespace baraza::content {

// Ids of sources that all are the same one to three letters and a number, so that a word can be
// told to have their form.
struct SourceIds {
  std::vector<std::string> ids = {};  // sorted; none where citations cannot be told
  std::string prefix = {};            // of all of them

  bool contains(std::string_view id) const;
};
// Those of the list `sources`; none where one of them has another form or no id.
SourceIds source_ids(const Node& front);

struct Citation {
  std::string id = {};
  std::size_t begin = 0;  // of the id in the text, in bytes
  std::size_t end = 0;

  bool operator==(const Citation&) const = default;
};
// Every word in round brackets that has the form of these ids, also one that is none of them.
std::vector<Citation> citations_in(std::string_view text, const SourceIds& sources);

}  // namespace baraza::content
