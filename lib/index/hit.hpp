// A record that was found, with what a reader is shown of it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/excerpt.hpp"
#include "index/explanation.hpp"
#include "index/index.hpp"
#include "index/stands.hpp"
#include "index/words_asked.hpp"

namespace baraza::index {

// An insight that rests on a lesson, and how many cases stand for it and against it.
struct CountedStanding {
  Standing standing = {};  // its title in the reader's language
  Tally tally = {};

  bool operator==(const CountedStanding&) const = default;
};

struct Hit {
  Entry entry = {};
  std::size_t rank = 0;       // from 1, among all that was found
  double score = 0;           // rounded to 9 significant digits; 0 where nothing was ranked
  std::string title = {};     // in the reader's language where there is one
  std::string language = {};  // of the title
  std::vector<Range> title_ranges = {};
  Excerpt excerpt = {};
  std::vector<CountedStanding> insights = {};  // of a lesson
  Tally tally = {};                            // of an insight
  std::vector<Gave> gave = {};  // what gave the score, most first; empty: not asked for
};

// Makes hits for one reader and one question.
class HitMaker {
 public:
  // `index`, `languages` (the reader's, best first) and `asked` must stay. Without `excerpts`
  // no text is read.
  HitMaker(const Index& index, const std::vector<std::string>& languages,
           const std::vector<AskedWord>& asked, bool excerpts = true)
      : index_(index), languages_(languages), matcher_(asked), excerpts_(excerpts) {}

  Result<Hit> make(std::size_t number, double score, std::size_t rank);

 private:
  struct KnownInsight {
    std::string title = {};
    Tally tally = {};
  };
  void quote_other_title(const std::vector<Text>& texts, Hit& hit);
  Status count_stands(Hit& hit);
  Result<KnownInsight> look_up(const Standing& standing);

  const Index& index_;
  const std::vector<std::string>& languages_;
  Matcher matcher_;
  bool excerpts_;
  std::map<std::string, KnownInsight> insights_;  // by id
};

}  // namespace baraza::index
