// `baraza search`: the lessons, cases and insights that answer a question.
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "index/find.hpp"
#include "tools/commands.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/explanation.hpp"
#include "tools/format/help.hpp"
#include "tools/format/hits.hpp"
#include "tools/print_hits.hpp"
#include "tools/run_queries.hpp"

namespace baraza::tools {
namespace {

struct SearchOptions {
  std::vector<std::string> words;
  FilterOptions filters;
  FormOptions form;
  bool facets = false;
  bool explain = false;
  bool as_typed = false;
  std::string sort = "relevance";
  std::string group;
  std::string queries;  // a file
  std::size_t limit = 10;
  std::size_t offset = 0;
  CLI::Option* limit_option = nullptr;  // whether -n was given
};

index::Question question_of(const SearchOptions& options, const index::About& about) {
  index::Question question{
      .text = join(options.words, " "), .limit = options.limit, .offset = options.offset};
  add_filters(options.filters, about, question);
  if (options.sort == "newest") question.order = index::Order::newest;
  question.group = options.group;
  if (options.facets) question.limit = 0;
  question.correct = !options.as_typed;
  question.explain = options.explain;
  question.excerpts = options.form.format == "text" || options.form.format == "json";
  question.count = options.queries.empty();
  question.facets = options.facets || options.form.format == "json";
  return question;
}

std::string range_text(std::size_t first, std::size_t last) {
  const std::string text = std::to_string(first);
  return first == last ? text : text + " to " + std::to_string(last);
}

// What the groups of a question are.
std::string counted_groups(std::size_t number, const std::string& group,
                           const index::About& about) {
  if (group == index::group_by_case) return counted(number, "case", "cases");
  const index::FacetLabels* labels = about.find_facet(group);
  return counted(number, labels->facet.flag, labels->facet.plural);
}

// How much of the answer is told.
std::string extent_text(const SearchOptions& options, const index::Hits& hits,
                        const index::About& about) {
  const std::string records =
      (hits.exact ? "" : "at least ") + counted(hits.total, "record", "records");
  const bool grouped = !options.group.empty();
  const std::size_t told = grouped ? hits.groups.size() : hits.hits.size();
  const std::size_t all = grouped ? hits.all_groups : hits.total;
  std::string whole =
      grouped ? counted_groups(all, options.group, about) + ", " + records : records;
  if (options.facets || options.limit == 0 || (options.offset == 0 && told == all))
    return whole;
  if (told == 0) return "There are only " + whole + ".";
  return range_text(options.offset + 1, options.offset + told) + " of " + whole;
}

void write_nothing_found(const index::Hits& hits, const Env& env) {
  if (!hits.nothing_found) return;  // nothing was asked, as the notes say
  env.err << "Nothing was found. Fewer or other words may help; `baraza search` alone lists "
             "all.\n";
  write_help_text(*hits.nothing_found, env.err);
}

// What was searched for instead: who reads the hits must know it before.
void write_notes(const index::Hits& hits, const Env& env) {
  for (const index::Replacement& word : hits.replaced)
    env.err << "searched for \"" << visible(word.to) << "\" instead of \"" << visible(word.from)
            << "\", which is not in the bank; --no-correct searches as "
            << "typed\n";
  for (const std::string& note : hits.notes) env.err << visible(note) << '\n';
}

void write_remarks(const SearchOptions& options, const index::Hits& hits,
                   const index::Index& index, const Env& env) {
  if (env.quiet) return;
  if (index.size() == 0)
    env.err << "There is nothing in the index: no case is published yet.\n";
  else if (hits.total == 0)
    write_nothing_found(hits, env);
  else
    env.err << extent_text(options, hits, index.about()) << '\n';
}

Status write_answer(const SearchOptions& options, const index::Hits& hits,
                    const index::Index& index, const std::string& query, const Look& look,
                    std::ostream& out) {
  const HitsView view{.query = query,
                      .offset = options.offset,
                      .group = options.group,
                      .flags = options.filters.flags()};
  const std::string& format = options.form.format;
  if (format == "json") {
    write_hits_json(hits, look, view, out);
  } else if (options.facets) {
    if (format == "tsv")
      write_facets_tsv(hits, out);
    else
      write_facets_text(hits, view, out);
  } else if (format == "text") {
    write_hits_text(hits, look, view, out);
  } else if (format == "trec") {
    write_trec("1", hits.hits, out);
  } else {
    FormOptions form = options.form;
    if (form.columns.empty()) form.columns = columns_of_hits;
    return print_hits(index, hits.hits, form, look, out);
  }
  return Done{};
}

ExitCode run_search(SearchOptions options, const Env& env) {
  const Result<index::Index> index = open_index(env);
  if (!index) return fail(env, index.error());
  const bool trec = options.form.format == "trec";
  if (trec && options.limit_option->count() == 0) options.limit = 1000;
  index::Question question = question_of(options, index->about());
  if (!options.queries.empty()) return run_queries(*index, question, options.queries, env);

  const Result<index::Hits> hits = find(*index, question);
  if (!hits) return refuse_question(hits.error(), index->about(), env);
  const Look look = look_for(env, *index, question.languages);
  if (options.form.format != "json") write_notes(*hits, env);
  if (const Status written = write_answer(options, *hits, *index, question.text, look, env.out);
      !written)
    return refuse_question(written.error(), index->about(), env);
  if (options.form.format != "json") {
    env.out.flush();
    write_remarks(options, *hits, *index, env);
  }
  return hits->total == 0 ? ExitCode::content : ExitCode::ok;
}

// What goes together.
void check(const SearchOptions& options) {
  const std::string& format = options.form.format;
  check_form_options(options.form);
  require_format(options.facets, "--facets", format, {"text", "json", "tsv"});
  require_format(!options.group.empty(), "--group", format, {"text", "json"});
  require_format(options.explain, "--explain", format, {"text", "json"});
  require_format(!options.queries.empty(), "--queries", format, {"trec"});
  if (!options.queries.empty() && !options.words.empty())
    throw CLI::ValidationError("`--queries` and a query cannot go together");
  if (options.facets && !options.group.empty())
    throw CLI::ValidationError("`--facets` and `--group` cannot go together");
}

}  // namespace

Command add_search(CLI::App& app, const Facets& facets) {
  auto options = std::make_shared<SearchOptions>();
  CLI::App* spec = app.add_subcommand("search", "Find lessons, cases and insights");
  spec->add_option("query", options->words,
                   "words, \"a phrase\", +word, -word, word*, field:value, year:2010..2015");
  options->limit_option =
      add_limit_option(*spec, options->limit, "how many to print; 1000 as trec")
          ->capture_default_str();
  add_offset_option(*spec, options->offset);
  spec->add_option("--sort", options->sort, "relevance or newest first")
      ->type_name("ORDER")
      ->check(one_of({"relevance", "newest"}))
      ->capture_default_str();
  spec->add_option("--group", options->group,
                   "put together what has one case, or one term of a facet, such as country")
      ->type_name("BY")
      ->check(completes_as("groups"));
  spec->add_flag("--facets", options->facets,
                 "how many records have each term, in place of the records");
  spec->add_flag("--explain", options->explain,
                 "tell how the query was understood and what each part gave to each hit");
  spec->add_flag("--no-correct", options->as_typed,
                 "search for words that the bank does not have as they are");
  add_form_options(*spec, {"text", "json", "tsv", "ids", "trec", "bibtex", "ris", "csl"},
                   options->form);
  spec->add_option("--queries", options->queries,
                   "as trec: ask each line of this file, an id, a tab and a query; - reads "
                   "standard input")
      ->type_name("FILE");
  add_filter_options(*spec, facets, options->filters);
  spec->final_callback([options] { check(*options); });
  return {spec, [options](const Env& env) { return run_search(*options, env); }};
}

}  // namespace baraza::tools
