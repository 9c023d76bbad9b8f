// `baraza contradictions`: the insights that have cases for them and against them.
#include "tools/format/contradictions.hpp"

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "index/find.hpp"
#include "tools/commands.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/help.hpp"
#include "tools/print_hits.hpp"

namespace baraza::tools {
namespace {

struct ContradictionsOptions {
  FilterOptions filters;
  FormOptions form = {.column_formats = {}};
  std::size_t limit = 0;  // 0: all
};

// The lessons that pass the filters; nothing where none was asked for.
Result<std::optional<std::set<std::string>>> wanted_lessons(const index::Index& index,
                                                            index::Question question) {
  std::optional<std::set<std::string>> wanted;
  if (question.where.empty() && question.years.empty()) return wanted;
  question.kinds = {index::Kind::lesson};
  const Result<index::Hits> lessons = find(index, question);
  if (!lessons) return lessons.error();
  wanted.emplace();
  for (const index::Hit& hit : lessons->hits) wanted->insert(hit.entry.id);
  return wanted;
}

bool has_lesson(const Contradiction& one, const std::set<std::string>& wanted) {
  return std::any_of(one.stands.begin(), one.stands.end(), [&](const index::Stand& stand) {
    return std::any_of(stand.lessons.begin(), stand.lessons.end(),
                       [&](const auto& bearing) { return wanted.contains(bearing.lesson.id); });
  });
}

// Those come first that have most cases on their weaker side, then those with most at all.
bool comes_before(const Contradiction& a, const Contradiction& b) {
  const auto weaker = [](const Contradiction& one) {
    const index::Tally& tally = one.insight.tally;
    return std::min(tally.supporting, tally.against) + tally.both;
  };
  if (weaker(a) != weaker(b)) return weaker(a) > weaker(b);
  return a.stands.size() > b.stands.size();
}

Result<std::vector<Contradiction>> find_contradictions(const index::Index& index,
                                                       index::Question question) {
  const Result<std::optional<std::set<std::string>>> wanted = wanted_lessons(index, question);
  if (!wanted) return wanted.error();
  question.where.clear();
  question.years.clear();
  question.kinds = {index::Kind::insight};
  Result<index::Hits> insights = find(index, question);
  if (!insights) return insights.error();
  std::vector<Contradiction> found;
  for (index::Hit& hit : insights->hits) {
    if (!hit.tally.is_disputed()) continue;
    Result<std::vector<index::Stand>> stands = stands_of(index, hit.entry);
    if (!stands) return stands.error();
    Contradiction one{.insight = std::move(hit), .stands = std::move(*stands)};
    if (!*wanted || has_lesson(one, **wanted)) found.push_back(std::move(one));
  }
  std::stable_sort(found.begin(), found.end(), comes_before);
  return found;
}

Status write_answer(const FormOptions& form, const std::vector<Contradiction>& found,
                    const index::Index& index, const Look& look, std::ostream& out) {
  if (form.format == "json") {
    write_contradictions_json(found, look, out);
  } else if (form.format == "tsv") {
    write_contradictions_tsv(found, look, out);
  } else if (form.format == "text") {
    write_contradictions_text(found, look, out);
  } else {
    std::vector<index::Hit> insights;
    insights.reserve(found.size());
    for (const Contradiction& one : found) insights.push_back(one.insight);
    return print_hits(index, insights, form, look, out);
  }
  return Done{};
}

std::string extent_text(std::size_t shown, std::size_t all) {
  if (all == 0) return "No insight has cases for it and cases against it.";
  return counted(all, "insight has", "insights have") + " cases for and against" +
         (shown < all ? "; " + std::to_string(shown) + " shown" : "");
}

ExitCode run_contradictions(const ContradictionsOptions& options, const Env& env) {
  const Result<index::Index> index = open_index(env);
  if (!index) return fail(env, index.error());
  index::Question question{
      .limit = index->size(), .order = index::Order::id, .facets = false, .excerpts = false};
  add_filters(options.filters, index->about(), question);
  Result<std::vector<Contradiction>> found = find_contradictions(*index, question);
  if (!found) return refuse_question(found.error(), index->about(), env);
  const std::size_t all = found->size();
  if (options.limit > 0 && all > options.limit) found->resize(options.limit);
  const Look look = look_for(env, *index, question.languages);
  if (const Status done = write_answer(options.form, *found, *index, look, env.out); !done)
    return fail(env, done.error());
  env.out.flush();
  if (!env.quiet && options.form.format != "json")
    env.err << extent_text(found->size(), all) << '\n';
  return all == 0 ? ExitCode::content : ExitCode::ok;
}

}  // namespace

Command add_contradictions(CLI::App& app, const Facets& facets) {
  auto options = std::make_shared<ContradictionsOptions>();
  CLI::App* spec =
      app.add_subcommand("contradictions", "Show insights that cases speak for and against");
  add_limit_option(*spec, options->limit, "how many to print; all if nothing is said");
  add_form_options(*spec, {"text", "json", "tsv", "ids", "bibtex", "ris", "csl"},
                   options->form);
  add_term_options(*spec, facets, options->filters);
  spec->final_callback([options] { check_form_options(options->form); });
  return {spec, [options](const Env& env) { return run_contradictions(*options, env); }};
}

}  // namespace baraza::tools
