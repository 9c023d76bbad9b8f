// The answer to a query as a person or a program reads it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/find.hpp"

namespace baraza::tools {

struct HitsView {
  std::string query = {};
  std::size_t offset = 0;
  bool facets = false;  // text only: how many hits have each term, in place of the hits
  bool colour = false;
  std::vector<std::string> flags = {};  // of the facets that are options of the command
};

void write_hits_text(const index::Hits& hits, const index::About& about, const HitsView& view,
                     std::ostream& out);
// Its form is schemas/output/search.schema.yaml.
void write_hits_json(const index::Hits& hits, const index::About& about, const HitsView& view,
                     std::ostream& out);

}  // namespace baraza::tools
