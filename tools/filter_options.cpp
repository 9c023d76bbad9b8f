#include "tools/filter_options.hpp"

#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tools/bank_folder.hpp"
#include "tools/format/facts.hpp"
#include "tools/format/help.hpp"

namespace baraza::tools {

std::vector<std::string> FilterOptions::flags() const {
  std::vector<std::string> flags;
  for (const auto& [flag, asked] : terms) flags.push_back(flag);
  return flags;
}

void add_language_option(CLI::App& spec, std::string& language) {
  spec.add_option("--language", language,
                  "show texts in this language, such as sw, where there are some")
      ->type_name("TAG")
      ->check(completes_as("languages"));
}

void add_term_options(CLI::App& spec, const Facets& facets, FilterOptions& options) {
  spec.add_option("--where", options.where, "only with this term of any facet; repeat at will")
      ->type_name("FACET=TERM")
      ->allow_extra_args(false)
      ->check([](const std::string& pair) {
        return pair.find('=') == std::string::npos
                   ? "`" + shorten(pair, longest_word) + "` is not FACET=TERM"
                   : std::string();
      })
      ->check(completes_as("pairs"));
  spec.add_option(
          "--year", options.year,
          "only what went on, or was published elsewhere, in 2015, 2010..2015, 2010.. or "
          "..2015")
      ->type_name("YEARS");
  add_language_option(spec, options.language);
  for (const content::Facet& facet : facets)
    if (can_be_option(spec, facet.flag))
      spec.add_option("--" + facet.flag, options.terms[facet.flag],
                      "only with this one of its " + to_lower(facet.label) +
                          "; repeat for any of several")
          ->type_name("TERM")
          ->delimiter(',')
          ->allow_extra_args(false);
}

void add_filter_options(CLI::App& spec, const Facets& facets, FilterOptions& options) {
  spec.add_flag("--cases", options.cases, "only cases");
  spec.add_flag("--lessons", options.lessons, "only lessons");
  spec.add_flag("--insights", options.insights, "only insights");
  spec.add_flag("--digest", options.digest, "only digest entries");
  add_term_options(spec, facets, options);
}

void add_filters(const FilterOptions& options, const index::About& about,
                 index::Question& question) {
  for (const auto& [facet, terms] : options.terms)
    for (const std::string& term : terms) question.where.push_back({facet, term});
  for (const std::string& pair : options.where) {
    const std::size_t equals = pair.find('=');
    question.where.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
  }
  question.years = options.year;
  if (options.cases) question.kinds.push_back(index::Kind::case_study);
  if (options.lessons) question.kinds.push_back(index::Kind::lesson);
  if (options.insights) question.kinds.push_back(index::Kind::insight);
  if (options.digest) question.kinds.push_back(index::Kind::digest);
  question.languages = languages_of(options.language, about);
}

ExitCode refuse_question(const Diagnostic& reason, const index::About& about, const Env& env) {
  if (reason.rule != "usage") return fail(env, reason);
  std::vector<std::string> facets;
  for (const index::FacetLabels& facet : about.facets) facets.push_back(facet.facet.flag);
  std::string hint = reason.hint;
  if (hint.empty() && !facets.empty())
    hint =
        "the facets are " + join(facets, ", ") + "; `baraza search --facets` lists their terms";
  write_error(env.err, reason.message, hint);
  return ExitCode::usage;
}

Result<index::Index> open_index(const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return root.error();
  return index::Index::open(join_path(state_folder(*root), "index"));
}

}  // namespace baraza::tools
