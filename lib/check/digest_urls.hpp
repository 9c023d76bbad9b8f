// That a bank points to a publication once. For check's own files alone.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "content/outline.hpp"

namespace baraza::check {

// No two digest entries point to one address: [same-address], at each but the first. `records`
// are sorted by path.
//
// Addresses are the same if they differ in `http` or `https`, `www.`, the letter case of the
// site, what follows `#` or a slash at the end alone.
void check_digest_urls(const std::vector<content::Outline>& records, Diagnostics& found);

}  // namespace baraza::check
