// `baraza search`: the lessons, cases and insights that answer a question.
#include <map>
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "index/find.hpp"
#include "tools/bank_folder.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/hits.hpp"

namespace baraza::tools {
namespace {

struct SearchOptions {
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>> terms;  // by the flag of the facet
  std::vector<std::string> where;                         // FACET=TERM
  bool cases = false;
  bool lessons = false;
  bool facets = false;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::string format = "text";
};

index::Question question_of(const SearchOptions& options) {
  index::Question question{
      .text = join(options.words, " "), .limit = options.limit, .offset = options.offset};
  for (const auto& [facet, terms] : options.terms)
    for (const std::string& term : terms) question.where.push_back({facet, term});
  for (const std::string& pair : options.where) {
    const std::size_t equals = pair.find('=');
    question.where.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
  }
  if (options.cases) question.kinds.push_back(index::Kind::case_study);
  if (options.lessons) question.kinds.push_back(index::Kind::lesson);
  if (options.facets) question.limit = 0;
  return question;
}

ExitCode refuse(const Diagnostic& reason, const index::About& about, const Env& env) {
  if (reason.rule != "usage") return fail(env, reason);
  env.err << "baraza: " << reason.message << '\n';
  std::vector<std::string> facets;
  for (const index::FacetLabels& facet : about.facets) facets.push_back(facet.facet.flag);
  if (!reason.hint.empty())
    env.err << "  help: " << reason.hint << '\n';
  else if (!facets.empty())
    env.err << "  help: the facets are " << join(facets, ", ")
            << "; `baraza search --facets` lists their terms\n";
  return ExitCode::usage;
}

std::string range_text(std::size_t first, std::size_t last) {
  const std::string text = std::to_string(first);
  return first == last ? text : text + " to " + std::to_string(last);
}

void write_remarks(const SearchOptions& options, const index::Hits& hits, std::size_t documents,
                   const Env& env) {
  for (const index::Replacement& word : hits.replaced)
    env.err << "`" << word.from << "` is not in the bank; searched for `" << word.to << "`\n";
  for (const std::string& note : hits.notes) env.err << note << '\n';
  if (env.quiet) return;
  const std::string total =
      (hits.exact ? "" : "at least ") + counted(hits.total, "record", "records");
  if (documents == 0)
    env.err << "There is nothing in the index: no case is published yet.\n";
  else if (hits.total == 0)
    env.err << "Nothing was found. Fewer or other words may help; `baraza search` alone lists "
               "all.\n";
  else if (options.facets || options.limit == 0 ||
           (options.offset == 0 && hits.hits.size() == hits.total))
    env.err << total << '\n';
  else if (hits.hits.empty())
    env.err << "There are only " << total << ".\n";
  else
    env.err << range_text(options.offset + 1, options.offset + hits.hits.size()) << " of "
            << total << '\n';
}

ExitCode run_search(const SearchOptions& options, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  const Result<index::Index> index =
      index::Index::open(join_path(state_folder(*root), "index"));
  if (!index) return fail(env, index.error());
  const index::Question question = question_of(options);
  const Result<index::Hits> hits = find(*index, question);
  if (!hits) return refuse(hits.error(), index->about(), env);
  HitsView view{.query = question.text,
                .offset = options.offset,
                .facets = options.facets,
                .colour = env.colour_out};
  for (const auto& [flag, terms] : options.terms) view.flags.push_back(flag);
  if (options.format == "json") {
    write_hits_json(*hits, index->about(), view, env.out);
  } else {
    write_hits_text(*hits, index->about(), view, env.out);
    env.out.flush();
    write_remarks(options, *hits, index->size(), env);
  }
  return hits->total == 0 ? ExitCode::content : ExitCode::ok;
}

}  // namespace

Command add_search(CLI::App& app, const Facets& facets) {
  auto options = std::make_shared<SearchOptions>();
  CLI::App* spec = app.add_subcommand("search", "Find lessons, cases and insights");
  spec->add_option("query", options->words,
                   "words, \"a phrase\", +word, -word, word*, field:value, year:2010..2015");
  spec->add_option("--where", options->where,
                   "only with this term of any facet; repeat at will")
      ->type_name("FACET=TERM")
      ->allow_extra_args(false)
      ->check([](const std::string& pair) {
        return pair.find('=') == std::string::npos ? "`" + pair + "` is not FACET=TERM"
                                                   : std::string();
      });
  spec->add_flag("--cases", options->cases, "only cases");
  spec->add_flag("--lessons", options->lessons, "only lessons");
  spec->add_flag("--facets", options->facets,
                 "how many records have each term, in place of the records");
  spec->add_option("-n,--limit", options->limit, "how many to print")
      ->type_name("N")
      ->check(number_up_to(1000))
      ->capture_default_str();
  spec->add_option("--offset", options->offset, "how many to pass over first")
      ->type_name("N")
      ->check(number_up_to(1000000));
  spec->add_option("--format", options->format, "text or json")
      ->type_name("FORMAT")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  for (const content::Facet& facet : facets)
    if (can_be_option(*spec, facet.flag))
      spec->add_option("--" + facet.flag, options->terms[facet.flag],
                       "only with this one of its " + to_lower(facet.label) +
                           "; repeat for any of several")
          ->type_name("TERM")
          ->delimiter(',')
          ->allow_extra_args(false);
  return {spec, [options](const Env& env) { return run_search(*options, env); }};
}

}  // namespace baraza::tools
