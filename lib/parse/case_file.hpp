// The stage parse turns text into content and reports what cannot be read: a record becomes its
// front matter and its texts, a file of YAML a tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/body.hpp"
#include "content/suppression.hpp"
#include "content/tree.hpp"

namespace baraza::parse {

struct Document {
  content::Node front = {};  // a map; of the kind `broken` where there is nothing to check
  content::Body body = {};
  std::vector<std::pair<std::string, content::Body>> details = {};  // by lesson id, in order
  std::vector<content::Suppression> suppressions = {};              // in order
  std::vector<Span> examples = {};  // of the comments that mark a value as an example
};

// Reads a case, an insight or any other record: its bytes, its front matter, its body, and the
// `detail` of each of its `lessons` that has an id. Adds E101 to E191, and E330
// to E332.
Document parse_record(std::string_view bytes, const std::string& path, Diagnostics& found);

// The front matter of a record alone; of the kind `broken` where it cannot be read.
content::Node parse_front(std::string_view bytes, const std::string& path, Diagnostics& found);

// Reads bank.yaml, a schema, a vocabulary or a framework, of at most 4 MiB.
content::Node parse_yaml_file(std::string_view bytes, const std::string& path,
                              Diagnostics& found);

}  // namespace baraza::parse
