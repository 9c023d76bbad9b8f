// The one stream of postings: what a document is found by, counted as Xapian counts it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/document.hpp"
#include "language/stem.hpp"

namespace baraza::index {

struct Posting {
  std::uint32_t count = 0;                    // how often, a title's words twice; 0: a filter
  std::vector<std::uint32_t> positions = {};  // ascending; of plain words alone

  bool operator==(const Posting&) const = default;
};

// By term, as terms.hpp writes it.
using Postings = std::map<std::string, Posting>;

// Keeps a stemmer for each language it has met.
class Stemmers {
 public:
  const language::Stemmer& in(const std::string& language);

 private:
  std::map<std::string, language::Stemmer> by_language_;
};

// Each text is stemmed in its own language. Positions run on over titles, texts and context,
// with gaps that no phrase reaches over.
Postings make_postings(const Document& document, Stemmers& stemmers);

}  // namespace baraza::index
