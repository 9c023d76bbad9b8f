// A parsed query as Xapian queries: what ranks, and what must be so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/find.hpp"
#include "index/index.hpp"
#include "index/query.hpp"
#include "index/words_asked.hpp"

namespace baraza::index {

struct Plan {
  std::vector<AskedWord> asked = {};
  Xapian::Query ranking = {};  // empty: nothing ranks
  // What must hold, weightless. Phrases stand here alone: inside an OR that ranks, under a
  // filter, Xapian 1.4.22 gives wrong scores.
  std::optional<Xapian::Query> required = {};
  std::optional<Xapian::Query> excluded = {};
  std::vector<Replacement> replaced = {};
  std::vector<std::string> notes = {};
  bool nothing_asked = false;  // there was a text, and no word or sign in it
};

// May throw Xapian::Error. Fails with the rule `usage`; see find().
Result<Plan> make_plan(const Index& index, const Question& question);

}  // namespace baraza::index
