// `baraza similar ID`: what others learnt on the same problem.
#include "index/similar.hpp"

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "tools/commands.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/help.hpp"
#include "tools/format/hits.hpp"
#include "tools/print_hits.hpp"
#include "tools/record_id.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t most_told = 8;  // words in common, for people

struct SimilarOptions {
  std::string id;
  FilterOptions filters;
  FormOptions form;
  std::map<std::string, bool> others;  // by the plural of the facet
  std::size_t limit = 10;
  std::size_t offset = 0;
};

index::SimilarQuestion question_of(const SimilarOptions& options, std::size_t number,
                                   const index::About& about) {
  index::Question filters;
  add_filters(options.filters, about, filters);
  index::SimilarQuestion question{.number = number,
                                  .where = std::move(filters.where),
                                  .kinds = std::move(filters.kinds),
                                  .years = std::move(filters.years),
                                  .limit = options.limit,
                                  .offset = options.offset,
                                  .languages = std::move(filters.languages)};
  for (const auto& [plural, wanted] : options.others)
    if (wanted) question.others.push_back(plural);
  return question;
}

// `the insight “...”; Education, Strategic accompaniment; teachers, coach, visits`
std::string common_text(const index::SimilarHit& similar, const Look& look) {
  std::vector<std::string> labels;
  for (const index::Where& term : similar.terms) {
    const index::FacetLabels* facet = look.about.find_facet(term.facet);
    labels.push_back(facet->terms.label(term.term, look.languages.front()));
  }
  std::vector<std::string> words = similar.words;
  if (words.size() > most_told) words.resize(most_told);
  return join(labels, ", ") + (labels.empty() || words.empty() ? "" : "; ") + join(words, ", ");
}

void write_common_json(JsonWriter& json, const index::SimilarHit& similar, const Look& look) {
  json.key("shared").begin_object().key("words").value(similar.words);
  json.key("insights").value(similar.insights);
  json.key("terms").begin_array();
  for (const index::Where& term : similar.terms) {
    const index::FacetLabels* facet = look.about.find_facet(term.facet);
    json.begin_object().key("field").value(term.facet).key("term").value(term.term);
    json.key("label").value(facet->terms.label(term.term, look.languages.front())).end_object();
  }
  json.end_array().end_object();
}

void write_similar_json(const SimilarOptions& options, const index::Similar& similar,
                        const Look& look, std::ostream& out) {
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza similar").key("version").value(1);
  json.key("id").value(options.id).key("words").begin_array();
  for (const index::TellingWord& word : similar.words)
    json.begin_object()
        .key("word")
        .value(word.text)
        .key("weight")
        .value(word.weight)
        .end_object();
  json.end_array().key("total").value(similar.total).key("offset").value(options.offset);
  json.key("hits").begin_array();
  for (const index::SimilarHit& one : similar.hits) {
    json.begin_object();
    write_hit_json(json, one.hit, look);
    write_common_json(json, one, look);
    json.end_object();
  }
  json.end_array().end_object();
  out << json.text() << '\n';
}

Status write_similar(const SimilarOptions& options, const index::Index& index,
                     const index::Similar& similar, const Look& look, std::ostream& out) {
  if (options.form.format == "json") {
    write_similar_json(options, similar, look, out);
  } else if (options.form.format == "text") {
    for (const index::SimilarHit& one : similar.hits)
      write_hit_text(one.hit, look, {.in_common = common_text(one, look)}, out);
  } else {
    std::vector<index::Hit> hits;
    for (const index::SimilarHit& one : similar.hits) hits.push_back(one.hit);
    FormOptions form = options.form;
    if (form.columns.empty()) form.columns = columns_of_hits;
    return print_hits(index, hits, form, look, out);
  }
  return Done{};
}

void write_remarks(const SimilarOptions& options, const index::Similar& similar,
                   const Env& env) {
  if (env.quiet || options.form.format == "json") return;
  const std::string all = counted(similar.total, "record is", "records are") + " like it";
  if (similar.total == 0)
    env.err << "Nothing else in the bank is like it.\n";
  else if (similar.hits.size() == similar.total)
    env.err << all << '\n';
  else
    env.err << all << ", the most like it first; " << similar.hits.size() << " shown\n";
}

ExitCode run_similar(const SimilarOptions& options, const Env& env) {
  const Result<index::Index> index = open_index(env);
  if (!index) return fail(env, index.error());
  const Result<NamedRecord> named = find_record(options.id, *index, env);
  if (!named) return fail(env, named.error());
  if (!named->number) return refuse_id(options.id, *index, env);
  const index::SimilarQuestion question = question_of(options, *named->number, index->about());
  const Result<index::Similar> similar = index::find_similar(*index, question);
  if (!similar) return refuse_question(similar.error(), index->about(), env);
  const Look look = look_for(env, *index, question.languages);
  if (const Status written = write_similar(options, *index, *similar, look, env.out); !written)
    return refuse_question(written.error(), index->about(), env);
  env.out.flush();
  write_remarks(options, *similar, env);
  return similar->total == 0 ? ExitCode::content : ExitCode::ok;
}

}  // namespace

Command add_similar(CLI::App& app, const Facets& facets) {
  auto options = std::make_shared<SimilarOptions>();
  CLI::App* spec = app.add_subcommand("similar", "Find what others learnt on the same problem");
  spec->add_option("id", options->id, "of a lesson, a case, an insight or a digest entry")
      ->required()
      ->check(completes_as("ids"));
  add_limit_option(*spec, options->limit, "how many to print")->capture_default_str();
  add_offset_option(*spec, options->offset);
  add_form_options(*spec, {"text", "json", "tsv", "ids", "bibtex", "ris", "csl"},
                   options->form);
  for (const content::Facet& facet : facets)
    if (can_be_option(*spec, "other-" + facet.plural))
      spec->add_flag("--other-" + facet.plural, options->others[facet.plural],
                     "only what has none of its " + to_lower(facet.label) + ", but others");
  add_filter_options(*spec, facets, options->filters);
  spec->final_callback([options] { check_form_options(options->form); });
  return {spec, [options](const Env& env) { return run_similar(*options, env); }};
}

}  // namespace baraza::tools
