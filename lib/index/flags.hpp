// The facets of an index by themselves: a command line has options named after them, which must
// be known before anything else is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.hpp"
#include "content/schema.hpp"

namespace baraza::index {

// A facet in binary form, without the place of its mark.
void put_facet(BinaryWriter& out, const content::Facet& facet);
content::Facet take_facet(BinaryReader& in);

// For a file of with_hash(). `schema` stands for what the facets were read from, such as a hash
// of its bytes.
std::string encode_flags(const std::vector<content::Facet>& facets, std::string_view schema);

// The facets of the generation in use, without the places of their marks; nothing where there
// is none, where it was made by another version or with another schema, and where it is
// damaged.
std::optional<std::vector<content::Facet>> read_flags(const std::string& index_folder,
                                                      std::string_view schema);

}  // namespace baraza::index
