// `baraza new case`, `new insight` and `new digest`: a first draft, made from the bank's
// schema.
#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "check/term_advice.hpp"
#include "content/card.hpp"
#include "content/record.hpp"
#include "language/slug.hpp"
#include "tools/definitions.hpp"
#include "tools/format/help.hpp"
#include "tools/load.hpp"
#include "tools/new.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

struct NewOptions {
  std::string id;
  std::string title;
  std::map<std::string, std::vector<std::string>> terms;  // by the field of the facet
  std::vector<std::string> lessons;                       // of an insight
  std::string url;                                        // of a digest entry
};

// What is wrong with a command, and what would help; empty where nothing is.
struct Refusal {
  std::string message = {};
  std::string hint = {};
  std::string more = {};  // a second hint
};

ExitCode refuse(const Env& env, const Refusal& refusal) {
  const ExitCode code = refuse_new(env, refusal.message, refusal.hint);
  if (!refusal.more.empty()) env.err << "  help: " << visible(refusal.more) << '\n';
  return code;
}

std::vector<std::string> ids_of(const content::Vocabulary& list) {
  std::vector<std::string> ids;
  for (const content::Term& term : list.terms)
    if (!term.deprecated) ids.push_back(term.id);
  return ids;
}

Refusal check_id(const NewOptions& options, const std::string& root) {
  if (!is_slug(options.id))
    return {"`" + shorten(options.id, 60) + "` cannot be an id",
            "an id is at most 80 lower-case letters and digits, joined by single hyphens, such "
            "as `clean-wells`"};
  if (options.id == "page")
    return {"`page` cannot be an id", "lists have their further pages there"};
  Diagnostics ignored;
  for (const Entry& file : list_files(root, ignored))
    if (is_record(file.path) && content::name_of_path(file.path).id == options.id)
      return {"the id `" + options.id + "` is taken by `" + file.path + "`",
              "choose another; ids are unique in a bank"};
  return {};
}

// Where a term goes that is really missing.
std::string where_to_add(const content::Facet& facet, const content::Vocabulary& list) {
  const std::string path = "schemas/vocabularies/" + list.id + ".yaml";
  const std::string missing =
      "a " + facet.flag + " that the list lacks is added to it, in `" + path + "`";
  return list.built_in ? missing +
                             "; the bank has no such file yet, so begin it with what "
                             "`baraza schema vocabularies/" +
                             list.id + " --yaml` prints"
                       : missing;
}

Refusal check_term(const content::Facet& facet, const content::Vocabulary* list,
                   const std::string& term, std::string_view language) {
  if (list == nullptr) {
    if (is_slug(term)) return {};
    const std::string slug = language::slugify(term);
    return {
        "`" + shorten(term, longest_word) + "` cannot be a term of " + to_lower(facet.label),
        "write it in lower-case letters and digits, joined by single hyphens, such as `" +
            (slug.empty() ? std::string("some-name") : slug) + "`"};
  }
  if (list->find(term) != nullptr) return {};
  return {"unknown " + facet.flag + " `" + shorten(term, longest_word) + "`",
          check::advise_term(*list, term, language), where_to_add(facet, *list)};
}

Refusal check_terms(const NewOptions& options, const Definitions& definitions,
                    const content::Node& schema) {
  const std::vector<std::string> required = schema.texts_of("required");
  for (const content::Facet& facet : definitions.facets) {
    const content::Vocabulary* list = definitions.vocabularies.find(facet.vocabulary);
    const auto given = options.terms.find(facet.field);
    const bool some = given != options.terms.end();
    if (!some && std::find(required.begin(), required.end(), facet.field) != required.end())
      return {"`--" + facet.flag + "` is missing: " + to_lower(facet.label) + " must be named",
              list == nullptr ? std::string() : "one of " + join(ids_of(*list), ", ")};
    if (!some) continue;
    if (schema.find_path({"properties", facet.field}) == nullptr)
      return {"`--" + facet.flag + "` is no field of such a record", "leave it out"};
    for (const std::string& term : given->second)
      if (Refusal refusal = check_term(facet, list, term, definitions.settings.language());
          !refusal.message.empty())
        return refusal;
  }
  return {};
}

std::string folder_of(const NewOptions& options, const Definitions& definitions) {
  for (const content::Facet& facet : definitions.facets)
    if (const auto given = options.terms.find(facet.field); given != options.terms.end())
      return "cases/" + given->second.front() + "/";
  return "cases/";
}

ExitCode run_new(const NewOptions& options, const std::string& name, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  Diagnostics found;
  const Definitions definitions = read_definitions(*root, found);
  const auto schema = definitions.schema_trees.find(name);
  if (schema == definitions.schema_trees.end())
    return refuse_new(env, "there is no schema `" + name + "`", {});
  for (const Refusal& refusal :
       {check_id(options, *root), check_terms(options, definitions, schema->second)})
    if (!refusal.message.empty()) return refuse(env, refusal);

  if (trim(options.title).empty() || find_invalid_utf8(options.title) != std::string_view::npos)
    return refuse_new(
        env,
        "the title is " + std::string(trim(options.title).empty() ? "empty" : "no UTF-8 text"),
        {});
  Given given = {.schema = name, .texts = {{"title", options.title}}, .terms = options.terms};
  if (!options.url.empty()) given.texts["url"] = options.url;
  if (!options.lessons.empty()) given.items["rests_on"] = {"lesson", options.lessons};
  const std::string folder = name == "insight"  ? "cases/insights/"
                             : name == "digest" ? "cases/digest/"
                                                : folder_of(options, definitions);
  const ExitCode written =
      write_new(env, *root, folder + options.id + ".md",
                write_skeleton(schema->second, definitions.vocabularies, given));
  if (written == ExitCode::ok && !env.quiet)
    env.err << "Replace each `" << trim(content::unwritten_mark)
            << "` with your own words, then run `baraza check`.\n";
  return written;
}

// Each lesson is one of the bank, none is named twice, and they are of several cases.
Refusal check_lessons(const std::vector<std::string>& lessons,
                      const std::vector<content::Outline>& records) {
  std::vector<std::string> known;
  for (const content::Outline& record : records)
    for (const content::LessonOutline& lesson : record.lessons)
      if (record.kind == content::RecordKind::case_study)
        known.push_back(record.id + "#" + lesson.id);
  std::set<std::string> cases;
  std::set<std::string> named;
  for (const std::string& lesson : lessons) {
    if (std::find(known.begin(), known.end(), lesson) == known.end()) {
      const std::string near = did_you_mean(nearest(known, lesson));
      return {
          "there is no lesson `" + shorten(lesson, 80) + "`",
          near.empty() ? "`baraza search WORDS --lessons` finds lessons and their ids" : near};
    }
    if (!named.insert(lesson).second) return {"`" + lesson + "` is named twice", {}};
    cases.insert(lesson.substr(0, lesson.find('#')));
  }
  if (cases.size() > 1) return {};
  return {lessons.size() > 1 ? "all the lessons are of one case" : "too few lessons are named",
          "an insight compares cases: name lessons of two of them at least, each with "
          "`--lesson CASE#LESSON`; `baraza search WORDS --lessons` finds them"};
}

ExitCode run_new_insight(const NewOptions& options, const Env& env) {
  const Result<LoadedBank> loaded = load_bank(env, Depth::outlines);
  if (!loaded) return fail(env, loaded.error());
  if (const Refusal refusal = check_lessons(options.lessons, loaded->records);
      !refusal.message.empty())
    return refuse(env, refusal);
  return run_new(options, "insight", env);
}

void add_id_and_title(CLI::App& spec, NewOptions& options, const std::string& such_as,
                      const std::string& title) {
  spec.add_option("id", options.id, "its id, such as " + such_as + "; never changed later")
      ->required();
  spec.add_option("--title", options.title, title)->type_name("TITLE")->required();
}

void add_terms(CLI::App& spec, NewOptions& options, const Facets& facets) {
  for (const content::Facet& facet : facets)
    if (can_be_option(spec, facet.flag))
      spec.add_option("--" + facet.flag, options.terms[facet.field],
                      "one of its " + to_lower(facet.label) + "; repeat for several")
          ->type_name("TERM")
          ->delimiter(',')
          ->allow_extra_args(false);
}

// What was given of the options, of which CLI11 makes all.
NewOptions given_of(NewOptions options) {
  std::erase_if(options.terms, [](const auto& one) { return one.second.empty(); });
  return options;
}

}  // namespace

Command add_new_case(CLI::App& app, const Facets& facets) {
  CLI::App* spec = app.add_subcommand("case", "Write the first draft of a case");
  auto options = std::make_shared<NewOptions>();
  add_id_and_title(*spec, *options, "clean-wells", "what happened, in a line");
  add_terms(*spec, *options, facets);
  return {spec, [options](const Env& env) { return run_new(given_of(*options), "case", env); }};
}

Command add_new_insight(CLI::App& app) {
  CLI::App* spec = app.add_subcommand("insight", "Write the first draft of an insight");
  auto options = std::make_shared<NewOptions>();
  add_id_and_title(*spec, *options, "pay-first", "the claim itself, as one sentence");
  spec->add_option("--lesson", options->lessons,
                   "a lesson that it rests on, for or against; repeat for several")
      ->type_name("CASE#LESSON")
      ->delimiter(',')
      ->allow_extra_args(false);
  return {spec, [options](const Env& env) { return run_new_insight(*options, env); }};
}

Command add_new_digest(CLI::App& app, const Facets& facets) {
  CLI::App* spec = app.add_subcommand("digest", "Write the first draft of a digest entry");
  auto options = std::make_shared<NewOptions>();
  add_id_and_title(*spec, *options, "water-report", "the title of what it points to");
  spec->add_option("--url", options->url, "where that can be read")
      ->type_name("URL")
      ->required()
      ->check(a_web_address());
  add_terms(*spec, *options, facets);
  return {spec,
          [options](const Env& env) { return run_new(given_of(*options), "digest", env); }};
}

}  // namespace baraza::tools
