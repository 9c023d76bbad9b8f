// Web addresses that begin twice, anywhere in a file.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace baraza::parse {

// Adds [address-twice], E189, with an edit that takes the first beginning out. An address that
// holds another one further on, as those of archives do, is fine. `text` is the whole file,
// whose lines count from 1.
void check_addresses(std::string_view text, const std::string& path, Diagnostics& found);

}  // namespace baraza::parse
