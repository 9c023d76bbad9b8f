// What is like a record: what others learnt on the same problem, and why it is thought to be
// like it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/find.hpp"
#include "index/index.hpp"

namespace baraza::index {

struct SimilarQuestion {
  std::size_t number = 0;         // of the record's entry
  std::vector<Where> where = {};  // as in Question
  std::vector<Kind> kinds = {};   // none: those of its own kind, or lessons for an insight
  std::string years = {};
  // Facets by field, flag or plural: only records that have terms of them, and none that the
  // record has.
  std::vector<std::string> others = {};
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<std::string> languages = {};  // the reader's, best first; none: the bank's own
};

// A word that tells the record apart, and how much it counts beside the first.
struct TellingWord {
  std::string text = {};  // as the record writes it most often
  double weight = 0;      // at most 1

  bool operator==(const TellingWord&) const = default;
};

struct SimilarHit {
  Hit hit = {};
  std::vector<std::string> words = {};     // that both have, the most telling first
  std::vector<Where> terms = {};           // the same, by field
  std::vector<std::string> insights = {};  // titles of those that rest on both
};

struct Similar {
  std::vector<TellingWord> words = {};  // the most telling first
  std::size_t total = 0;
  std::vector<SimilarHit> hits = {};
};

// Ranks the other records by the telling words that they share, as find() would if these were
// the query, each counted by how often the record says it, and a lesson's case by half; with a
// little more for every term that they share, the rarer the more, and much more for an insight
// that rests on both. What belongs to the record's own case is left out, and what shares
// neither a word nor an insight.
//
// Fails with the rule `usage` where the question names a facet or a term that there is not.
Result<Similar> find_similar(const Index& index, const SimilarQuestion& question);

}  // namespace baraza::index
