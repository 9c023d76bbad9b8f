// Trees in the binary form of the index: values alone, without places and quotes.
#pragma once

#include "base/binary.hpp"
#include "content/tree.hpp"

namespace baraza::index {

void put_node(BinaryWriter& out, const content::Node& node);
content::Node take_node(BinaryReader& in);

}  // namespace baraza::index
