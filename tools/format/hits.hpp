// The answer to a query as a person or a program reads it.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "index/find.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

struct HitsView {
  std::string query = {};
  std::size_t offset = 0;
  std::string group = {};               // what hits are put together by, or empty
  std::vector<std::string> flags = {};  // of the facets that are options of the command
};

void write_hits_text(const index::Hits& hits, const Look& look, const HitsView& view,
                     std::ostream& out);
// How many hits have each term, in place of the hits.
void write_facets_text(const index::Hits& hits, const HitsView& view, std::ostream& out);

void write_facets_tsv(const index::Hits& hits, std::ostream& out);

// Its form is schemas/output/search.schema.yaml.
void write_hits_json(const index::Hits& hits, const Look& look, const HitsView& view,
                     std::ostream& out);

// One hit, as in the list above: its rank, its title and, below them, what else is known.
struct HitPlace {
  std::string_view group = {};  // that it stands below, and does not say again
  std::string in_common = {};   // what it shares with another record, or empty
};
void write_hit_text(const index::Hit& hit, const Look& look, const HitPlace& place,
                    std::ostream& out);
// Its members, into an object that is open.
void write_hit_json(JsonWriter& json, const index::Hit& hit, const Look& look);

}  // namespace baraza::tools
