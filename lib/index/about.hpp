// What an index says of itself and of its bank: enough to read a question, to name terms for
// people and to tell whether this program can read it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "index/record_groups.hpp"
#include "index/term_labels.hpp"

namespace baraza::index {

// The terms of a vocabulary by its id, `bases`, or of a framework, `frameworks/ID`.
struct ListLabels {
  std::string id = {};
  TermLabels terms = {};

  bool operator==(const ListLabels&) const = default;
};

struct FacetLabels {
  content::Facet facet = {};
  TermLabels terms = {};  // of its vocabulary and of its records

  bool operator==(const FacetLabels&) const = default;
};

struct About {
  std::string title = {};  // of the bank
  std::string url = {};
  std::vector<std::string> languages = {};  // the first is the bank's own
  // Primary tags of all that its records are written in: the bank's own first, then those that
  // only records and translations have, in order.
  std::vector<std::string> text_languages = {};
  // The same, and those of its terms' labels: words of a query are stemmed in each.
  std::vector<std::string> word_languages = {};
  std::vector<FacetLabels> facets = {};
  std::vector<ListLabels> lists = {};              // of all vocabularies and frameworks, by id
  std::map<std::string, std::string> fields = {};  // what people call a field of a case
  std::string publisher = {};
  std::string licence = {};   // of records that name none
  std::string synonyms = {};  // see synonyms.hpp
  std::size_t documents = 0;
  std::size_t shards = 0;

  // By field, flag or plural.
  const FacetLabels* find_facet(std::string_view name) const;
  const TermLabels* find_list(std::string_view id) const;
  // The term of a list; null where there is none.
  const TermLabel* find_term(std::string_view list, std::string_view term) const;
  // Its label in `language`, or the id itself.
  std::string label(std::string_view list, std::string_view term,
                    std::string_view language) const;
  bool operator==(const About&) const = default;
};

// Of the bank, with the languages and the frameworks of `records`: its documents are not
// counted, and terms that only its records use are not here yet.
About make_about(const content::Bank& bank, const std::vector<Source>& records,
                 std::map<std::string, std::string> fields = {});

// Adds the terms of records that the vocabulary of their facet does not list.
void add_terms(About& about, const content::TermsByFacet& terms);

std::string encode(const About& about);
// Fails where the bytes were made by another version of the format, or were damaged.
Result<About> decode_about(std::string_view bytes);
// Of the generation in this folder.
Result<About> read_about(const std::string& folder);

}  // namespace baraza::index
