// Keeps packs few and full: every change leaves a small pack behind, and gaps in older ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/contents.hpp"

namespace baraza::index {

// Drops from `packs` those of which `rows` use nothing. Answers which of the rest belong
// together in one new pack: all that come with this run (numbers from `fresh` on), what is not
// much larger than they are together, newest first, and what is half gaps. None, where that is
// at most one pack without such gaps.
std::vector<std::uint32_t> choose_packs(const std::vector<Row>& rows,
                                        std::vector<PackSize>& packs, std::uint32_t fresh);

// Writes the parts that lie in `chosen` to a new pack in `folder`, changes the rows to it and
// the list of packs. Packs below `fresh` lie in the folder `before`.
Status merge_packs(const std::string& before, const std::string& folder, std::uint32_t fresh,
                   const std::vector<std::uint32_t>& chosen, std::vector<Row>& rows,
                   std::vector<PackSize>& packs);

}  // namespace baraza::index
