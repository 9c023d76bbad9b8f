// The words of a question: which of them rank, what stands in for those that the index does not
// know, and by which other names the same is looked for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/index.hpp"
#include "index/plan.hpp"
#include "index/postings.hpp"
#include "index/query.hpp"
#include "index/synonyms.hpp"
#include "language/words.hpp"

namespace baraza::index {

// One word with several spellings, which weighs as one.
Xapian::Query synonym_of(std::string_view prefix, const std::vector<std::string>& words);

class Asker {
 public:
  // What is found goes into `plan`: asked, expansions, parts, replaced, left_out and notes.
  Asker(const Index& index, const Question& question, Plan& plan);

  // The words of the whole query, once.
  void ask(const std::vector<Clause>& clauses);

  // A word that must match, after correction, or must not, as typed; with its stems in all
  // languages.
  AskedWord make_asked(const language::Word& word, bool correct);
  // The words that begin so. Xapian weighs a wildcard by shard, so it is expanded here.
  AskedWord make_prefix(const Clause& clause);

  // Once, what is left out.
  void note(std::string text);

  const std::optional<Diagnostic>& error() const { return error_; }

 private:
  using Run = std::vector<language::Word>;  // plain words that stand side by side

  void choose_language(const std::vector<Clause>& clauses);
  void collect_words(const std::vector<Clause>& clauses, std::vector<std::string>& words) const;
  void collect_runs(const std::vector<Clause>& clauses, Run& run);
  void end_run(Run& run);
  void ask_clause(const Clause& clause);
  void add(AskedWord word);
  bool is_stop(const std::string& word) const;

  const std::vector<std::string>& words_with(const std::string& begin);
  void share_prefixes(const std::vector<Clause>& clauses);
  void count_prefixes(const std::vector<Clause>& clauses, std::vector<std::size_t>& sizes);

  AskedWord with_stems(const language::Word& word);
  bool is_known(const AskedWord& asked) const;
  bool has_stem(const std::vector<std::string>& stems) const;
  language::Word corrected(const language::Word& word);
  bool finds_some(const language::Word& word);
  bool is_in_bank(const Synonyms::Meaning& meaning);
  std::string nearest_known(const std::string& word);

  // Calls `take` with every meaning of words that stand side by side, longest names first.
  template <class Take>
  void each_meaning(const Run& run, const Take& take);
  std::vector<Synonyms::Meaning> meanings_of(const Run& words);
  void expand(const Run& run);
  void add_expansion(const std::string& of, const Synonyms::Meaning& meaning);
  FindingTerms stems_of_name(std::string_view name, std::vector<AskedWord>& words);

  void rank();

  const Index& index_;
  const Question& question_;
  const Xapian::Database& all_;
  Plan& plan_;
  Stemmers stemmers_;
  Synonyms synonyms_;
  std::vector<Run> runs_;
  std::vector<Xapian::Query> also_;  // of each expansion
  std::set<std::string> named_;      // words that stand in a name with a meaning
  bool drop_stop_words_ = true;
  std::map<std::string, language::Word> corrections_;
  std::map<std::string, std::vector<std::string>> begin_alike_;
  std::size_t share_ = 0;    // how many words a prefix may stand for
  std::size_t checked_ = 0;  // words that are not known
  std::optional<Diagnostic> error_;
};

}  // namespace baraza::index
