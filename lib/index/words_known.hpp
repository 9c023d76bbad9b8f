// Every word of an index with the number of its documents: what spelling is corrected by.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/index.hpp"

namespace baraza::index {

// Of the generation in this folder, by word.
Result<std::vector<Index::KnownWord>> read_words(const std::string& folder);
Status write_words(const std::string& folder, const std::vector<Index::KnownWord>& words);

// The words when each is in so many documents more; those that are in none are gone.
std::vector<Index::KnownWord> counted_anew(const std::vector<Index::KnownWord>& words,
                                           const std::map<std::string, std::int64_t>& more);

}  // namespace baraza::index
