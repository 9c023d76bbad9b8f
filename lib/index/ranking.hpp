// Ranking as it is the same whatever the number of shards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/index.hpp"

namespace baraza::index {

struct Scored {
  double score = 0;        // rounded
  std::size_t number = 0;  // of the entry
  Xapian::docid document = 0;
  std::uint32_t day = 0;  // when it was updated or published, where that orders
};

// Scores of one database and of several differ in the last bits; rounded to 9 significant
// digits, they are equal.
double round_score(double score);

// The better first, then by id; the newer first, then as before; by id.
bool is_better(const Scored& a, const Scored& b);
bool is_newer(const Scored& a, const Scored& b);
bool has_lower_id(const Scored& a, const Scored& b);

Scored scored_at(const Index& index, const Xapian::MSetIterator& at);

struct Ranked {
  std::vector<Scored> page = {};
  std::size_t total = 0;
  bool exact = true;  // false: there are at least `total`
};

// What `query` finds from `offset` on, by score and id; with `count` all of it is counted.
Ranked rank(const Index& index, const Xapian::Query& query, std::size_t offset,
            std::size_t limit, bool count);

std::vector<Scored> cut(const std::vector<Scored>& scored, std::size_t offset,
                        std::size_t limit);

}  // namespace baraza::index
