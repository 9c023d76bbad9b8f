// The options by which search, list and their like choose among records, and in whose language
// they are shown.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "index/find.hpp"
#include "tools/commands.hpp"

namespace baraza::tools {

struct FilterOptions {
  std::map<std::string, std::vector<std::string>> terms = {};  // by the flag of the facet
  std::vector<std::string> where = {};                         // FACET=TERM
  std::string year = {};
  bool cases = false;
  bool lessons = false;
  bool insights = false;
  bool digest = false;
  std::string language = {};  // the reader's; empty: the bank's

  std::vector<std::string> flags() const;  // of the facets that are options
};

void add_language_option(CLI::App& spec, std::string& language);

// Terms of facets, years and the language. Options of the bank's facets come last, so that they
// take no name from the others; call it when the command has all its own.
void add_term_options(CLI::App& spec, const Facets& facets, FilterOptions& options);
// These, and the kinds of records.
void add_filter_options(CLI::App& spec, const Facets& facets, FilterOptions& options);

void add_filters(const FilterOptions& options, const index::About& about,
                 index::Question& question);

// Says what is wrong with a question: with the rule `usage` the command line is.
ExitCode refuse_question(const Diagnostic& reason, const index::About& about, const Env& env);

// The index of the bank that holds env.start.
Result<index::Index> open_index(const Env& env);

}  // namespace baraza::tools
