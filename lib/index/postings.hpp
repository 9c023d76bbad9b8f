// The one stream of postings: what a document is found by, counted as Xapian counts it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/document.hpp"
#include "language/stem.hpp"

namespace baraza::index {

struct Posting {
  std::uint32_t count = 0;                    // how often, a title's words twice; 0: a filter
  std::vector<std::uint32_t> positions = {};  // ascending; of plain words alone

  bool operator==(const Posting&) const = default;
};

// By term, as terms.hpp writes it; each once.
class Postings {
 public:
  using Items = std::vector<std::pair<std::string, Posting>>;

  Postings() = default;
  // In any order; those of one term become one, with the positions in the order given.
  explicit Postings(Items items);

  Items::const_iterator begin() const { return items_.begin(); }
  Items::const_iterator end() const { return items_.end(); }
  const Posting* find(std::string_view term) const;  // null where there is none

 private:
  Items items_;
};

// Keeps a stemmer for each language it has met, and the stems of the words it has met last.
class Stemmers {
 public:
  const language::Stemmer& in(const std::string& language) {
    return known_in(language).stemmer;
  }
  // The stem of a word; it stays until the next one is asked for.
  const std::string& stem(const std::string& language, const language::Word& word);

 private:
  struct Known {
    language::Stemmer stemmer;
    std::unordered_map<std::string, std::string> stems = {};  // by what the stemmer reads
  };
  Known& known_in(const std::string& language);

  std::map<std::string, Known> by_language_;
};

// Each text is stemmed in its own language. Positions run on over titles, texts and context,
// with gaps that no phrase reaches over.
Postings make_postings(const Document& document, Stemmers& stemmers);

}  // namespace baraza::index
