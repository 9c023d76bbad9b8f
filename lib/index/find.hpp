// Finds what the index knows about a question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/entry.hpp"
#include "index/explanation.hpp"
#include "index/hit.hpp"
#include "index/index.hpp"

namespace baraza::index {

struct Where {
  std::string facet = {};  // by field, flag or plural; or `kind`, `language`, `year`
  std::string term = {};   // its id, an id's other spelling, or a label; of `year` 2010..2015

  bool operator==(const Where&) const = default;
};

enum class Order { relevance, newest, id };

// What hits can be put together by.
inline constexpr std::string_view group_by_case = "case";

struct Question {
  std::string text = {};          // in the language of query.hpp; any bytes
  std::vector<Where> where = {};  // several terms of one facet: any of them; all facets
  std::vector<Kind> kinds = {};   // any of them; none: all kinds
  std::string years = {};         // 2010, 2010..2015, 2010.. or ..2015; empty: any
  std::size_t limit = 10;
  std::size_t offset = 0;
  Order order = Order::relevance;  // without words that rank, always the newest first
  // Hits that have one case, or one term of a facet by field, flag or plural, are put together;
  // `limit` and `offset` then count groups. Empty: they are not.
  std::string group = {};
  std::size_t group_limit = 3;              // how many hits of a group are told
  std::vector<std::string> languages = {};  // the reader's, best first; none: the bank's own
  bool correct = true;                      // replace unknown words by known ones
  bool count = true;                        // count all hits
  bool facets = true;                       // and how many of them have each term
  bool excerpts = true;                     // with a passage of each hit
  bool explain = false;                     // tell how it was understood, and why each hit
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

// How many documents have each term, most first, then by id; of years the latest first. A facet
// that the question filters by is counted as if it did not, so that its other terms can be
// offered.
struct FacetCount {
  std::string field = {};  // or `kind`, `language`, `year`
  std::string flag = {};
  std::string label = {};
  std::vector<TermCount> terms = {};

  bool operator==(const FacetCount&) const = default;
};

// Hits that are put together. A hit that has several terms stands in the group of each.
struct Group {
  std::string key = {};                // the case's id or the term; empty: they have none
  std::string label = {};              // its title or label; empty where it is not to be shown
  std::size_t total = 0;               // of all that was found
  std::vector<std::size_t> hits = {};  // indexes into Hits::hits
};

struct Hits {
  std::size_t total = 0;
  bool exact = true;  // false: there are at least `total`
  std::vector<Replacement> replaced = {};
  std::vector<std::string> notes = {};  // what was left out of the question, in words
  std::vector<FacetCount> facets = {};  // in the schema's order; then kind, language and year
  std::vector<Hit> hits = {};
  // By their first hits, if the question asks for them: then `hits` has those of the groups.
  std::vector<Group> groups = {};
  std::size_t all_groups = 0;
  std::optional<Explanation> explanation = {};     // if it is asked for
  std::optional<NothingFound> nothing_found = {};  // if nothing is, of a bank that has records
};

// Ranks by Xapian's IneB2 on stems, with a little more for words of titles and for the very
// forms that were typed; equal scores by id. A question without words lists all, newest first.
//
// Fails with the rule `usage` where the question names a facet, term or group that there is
// not, and without a rule where the index cannot be read.
//
// Source: G. Amati and C. J. van Rijsbergen, Probabilistic models of information retrieval
// based on measuring the divergence from randomness (2002).
Result<Hits> find(const Index& index, const Question& question);

}  // namespace baraza::index
