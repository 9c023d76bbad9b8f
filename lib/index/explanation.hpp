// What is told of how a question was understood, of why a hit was found, and of why nothing
// was.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/words_asked.hpp"

namespace baraza::index {

struct ExplainedWord {
  std::string word = {};   // as it was looked for, folded
  std::string typed = {};  // where another was typed; else empty
  AskedWord::Form form = AskedWord::Form::any;
  std::vector<std::string> stems = {};  // of a prefix the words that begin so
  std::size_t records = 0;              // that have it

  bool operator==(const ExplainedWord&) const = default;
};

// What one word, or other names for words, gave to a hit's score; rounded as that is.
struct Gave {
  std::string word = {};  // of other names the words that they stand for
  bool also = false;      // other names
  double score = 0;       // all of it
  double title = 0;       // of it: that the word stands in the title
  double exact = 0;       // of it: that it stands in the very form that was typed

  bool operator==(const Gave&) const = default;
};

struct Explanation {
  std::vector<ExplainedWord> words = {};
  std::vector<Expansion> expansions = {};
  std::vector<std::string> left_out = {};  // words that carry no matter
  std::string language = {};               // the one they are of
  std::vector<std::string> required = {};  // as typed
  std::vector<std::string> excluded = {};
  std::vector<std::string> filters = {};     // `country:kenya`
  std::vector<std::vector<Gave>> hits = {};  // of each of Hits::hits, most first
};

// Help for a question that found nothing.
struct NothingFound {
  struct Near {
    std::string word = {};
    std::vector<std::string> words = {};  // the nearest that the index has, at most three

    bool operator==(const Near&) const = default;
  };
  struct Without {
    std::string what = {};  // `country:kenya`, `country:kenya sector:water`, `+radio`
    std::size_t total = 0;

    bool operator==(const Without&) const = default;
  };
  std::vector<Near> near = {};        // of each word that no record has
  std::vector<Without> without = {};  // what would be found without a filter or a sign
  // Where the words are of a language that is not the bank's own: how many records are in it,
  // and the bank's own. Else empty.
  std::string language = {};
  std::string own_language = {};
  std::size_t in_language = 0;
};

}  // namespace baraza::index
