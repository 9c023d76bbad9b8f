// A parsed query as Xapian queries: what ranks, and what must be so.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/filters.hpp"
#include "index/find.hpp"
#include "index/index.hpp"
#include "index/query.hpp"
#include "index/words_asked.hpp"

namespace baraza::index {

// One of the queries whose weights add up to a score.
struct RankingPart {
  enum class Kind { text, title, exact, also };

  Kind kind = Kind::text;
  std::size_t of = 0;        // in Plan::asked; of Kind::also in Plan::expansions
  Xapian::Query query = {};  // as it counts, scaled
};

// What finds documents, as terms: all of the lists must have a term in the document.
using FindingTerms = std::vector<std::vector<std::string>>;

struct Plan {
  std::vector<AskedWord> asked = {};
  std::vector<AskedWord> titled = {};  // what titles must have; it does not rank
  std::vector<Expansion> expansions = {};
  std::vector<RankingPart> parts = {};
  Xapian::Query ranking = {};              // of all parts; empty: nothing ranks
  std::vector<FindingTerms> finding = {};  // any of them; together what `ranking` finds
  // What must hold, weightless. Phrases stand here alone: inside an OR that ranks, under a
  // filter, Xapian 1.4.22 gives wrong scores.
  std::optional<Xapian::Query> required = {};
  std::optional<Xapian::Query> excluded = {};
  Filters filters = {};  // of the query's text and of what the question says beside it
  std::vector<Replacement> replaced = {};
  std::vector<std::string> left_out = {};  // words that carry no matter, in order, each once
  std::string language = {};               // whose such words they are
  std::vector<std::string> notes = {};
  bool nothing_asked = false;  // there was a text, and no word or sign in it
  // What must hold and must not, as people read it: `+teachers`, `"early reading"`.
  std::vector<std::string> required_shown = {};
  std::vector<std::string> excluded_shown = {};

  // All that must hold.
  Xapian::Query whole_query() const;
};

// May throw Xapian::Error. Fails with the rule `usage`; see find().
Result<Plan> make_plan(const Index& index, const Question& question);

}  // namespace baraza::index
