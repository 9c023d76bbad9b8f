// The values of a record that are terms of a vocabulary or of a framework. For check's own
// files alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/schema_evaluator.hpp"
#include "check/term_lookup.hpp"
#include "content/record.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// The terms that a writer may have meant by `word`: nearest by id, label, other words, codes
// and former ids; at most three, the nearest first.
std::vector<const content::Term*> nearest_terms(const content::Vocabulary& vocabulary,
                                                std::string_view word);

// The one term that is called `word` but for letter case: by its id, its label or a code; null
// if there is none, or another goes by that word too.
const content::Term* same_term(const content::Vocabulary& vocabulary, std::string_view word);

// [unknown-term] for `word`, which the vocabulary does not have and which people call a `name`:
// with the terms that may be meant, unless `search` is false, and where all of them are found.
Diagnostic unknown_term(const content::Vocabulary& vocabulary, const std::string& name,
                        const std::string& word, std::string_view language, Place where,
                        bool search = true);

class TermChecker {
 public:
  TermChecker(const content::Vocabularies& vocabularies,
              const std::vector<content::Facet>& facets, const content::Record& record,
              Diagnostics& found)
      : vocabularies_(vocabularies), facets_(facets), record_(record), found_(found) {}

  // A value that the schema marks with `x-vocabulary` or as a lens: [unknown-term],
  // [retired-term], [unknown-lens].
  void check(const Mark& mark);
  // A facet without a vocabulary takes any slug for a term: [term-form].
  void check_free_facets();

 private:
  void check_term(const Mark& mark);
  void check_retired(const Mark& mark, const content::Term& term, const std::string& name);
  void check_lens(const Mark& mark);
  std::string term_name(const Mark& mark) const;
  Place place_of(const Mark& mark) const;

  const content::Vocabularies& vocabularies_;
  const std::vector<content::Facet>& facets_;
  const content::Record& record_;
  Diagnostics& found_;
  TermLookup lookup_;
  std::size_t searched_ = 0;  // terms that were looked through for one that may be meant
};

}  // namespace baraza::check
