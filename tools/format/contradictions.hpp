// Insights with both their sides, as a person or a program reads them.
#pragma once

#include <iosfwd>
#include <vector>

#include "index/hit.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

struct Contradiction {
  index::Hit insight = {};
  std::vector<index::Stand> stands = {};
};

void write_contradictions_text(const std::vector<Contradiction>& found, const Look& look,
                               std::ostream& out);
// A line for every lesson of every insight.
void write_contradictions_tsv(const std::vector<Contradiction>& found, const Look& look,
                              std::ostream& out);
// Its form is schemas/output/contradictions.schema.yaml.
void write_contradictions_json(const std::vector<Contradiction>& found, const Look& look,
                               std::ostream& out);

}  // namespace baraza::tools
