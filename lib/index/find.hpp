// Finds what the index knows about a question.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/entry.hpp"
#include "index/excerpt.hpp"
#include "index/index.hpp"

namespace baraza::index {

struct Where {
  std::string facet = {};  // by field, flag or plural
  std::string term = {};   // its id, an id's other spelling, or a label

  bool operator==(const Where&) const = default;
};

struct Question {
  std::string text = {};          // in the language of query.hpp; any bytes
  std::vector<Where> where = {};  // several terms of one facet: any of them; all facets
  std::vector<Kind> kinds = {};   // any of them; none: all kinds
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<std::string> languages = {};  // the reader's, best first; none: the bank's own
  bool correct = true;                      // replace unknown words by known ones
  bool count = true;                        // count all hits, and their terms by facet
};

struct Replacement {
  std::string from = {};  // as typed, folded
  std::string to = {};

  bool operator==(const Replacement&) const = default;
};

struct TermCount {
  std::string term = {};
  std::string label = {};  // in the reader's language
  std::size_t count = 0;

  bool operator==(const TermCount&) const = default;
};

// How many documents have each term, most first, then by id. A facet that the question filters
// by is counted as if it did not, so that its other terms can be offered.
struct FacetCount {
  std::string field = {};  // or `kind`, whose terms are case, lesson, insight and digest
  std::string flag = {};
  std::string label = {};
  std::vector<TermCount> terms = {};

  bool operator==(const FacetCount&) const = default;
};

struct Hit {
  Entry entry = {};
  double score = 0;           // rounded to 9 significant digits; 0 where nothing was ranked
  std::string title = {};     // in the reader's language where there is one
  std::string language = {};  // of the title
  std::vector<Range> title_ranges = {};
  Excerpt excerpt = {};
};

struct Hits {
  std::size_t total = 0;
  bool exact = true;  // false: there are at least `total`
  std::vector<Replacement> replaced = {};
  std::vector<std::string> notes = {};  // what was left out of the question, in words
  std::vector<FacetCount> facets = {};  // in the schema's order, then `kind`
  std::vector<Hit> hits = {};
};

// Ranks by Xapian's IneB2 on stems, with a little more for words of titles and for the very
// forms that were typed; equal scores by id. A question without words lists all, newest first.
//
// Fails with the rule `usage` where the question names a field, facet or term that there is
// not, and without a rule where the index cannot be read.
//
// Source: G. Amati and C. J. van Rijsbergen, Probabilistic models of information retrieval
// based on measuring the divergence from randomness (2002).
Result<Hits> find(const Index& index, const Question& question);

}  // namespace baraza::index
