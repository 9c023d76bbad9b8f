// What an index says of itself and of its bank: enough to read a question, to name terms for
// people and to tell whether this program can read it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"

namespace baraza::index {

struct TermLabel {
  std::string id = {};
  content::Texts label = {};
  std::vector<std::string> alt = {};  // other words for it

  bool operator==(const TermLabel&) const = default;
};

struct FacetLabels {
  content::Facet facet = {};
  std::vector<TermLabel> terms = {};  // of its vocabulary and of its records, by id

  const TermLabel* find(std::string_view term) const;
  // The label in `language`, or the id itself.
  std::string label(std::string_view term, std::string_view language) const;
  bool operator==(const FacetLabels&) const = default;
};

struct About {
  std::string title = {};  // of the bank
  std::string url = {};
  std::vector<std::string> languages = {};  // the first is the bank's own
  std::vector<FacetLabels> facets = {};
  std::size_t documents = 0;
  std::size_t shards = 0;

  // By field, flag or plural.
  const FacetLabels* find_facet(std::string_view name) const;
  bool operator==(const About&) const = default;
};

// Of the bank alone: its documents are not counted, and terms that only its records use are
// not here yet.
About make_about(const content::Bank& bank);

// Adds the terms of a record that the vocabulary of their facet does not list.
void add_terms(About& about, const content::TermsByFacet& terms);

std::string encode(const About& about);
// Fails where the bytes were made by another version of the format, or were damaged.
Result<About> decode_about(std::string_view bytes);

}  // namespace baraza::index
