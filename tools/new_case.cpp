// `baraza new case`: a first draft, made from the bank's schema.
#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "content/card.hpp"
#include "content/record.hpp"
#include "language/slug.hpp"
#include "tools/commands.hpp"
#include "tools/definitions.hpp"
#include "tools/format/help.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

struct NewOptions {
  std::string id;
  std::string title;
  std::map<std::string, std::vector<std::string>> terms;  // by the field of the facet
};

ExitCode refuse(const Env& env, const std::string& message, const std::string& hint) {
  env.err << "baraza: " << message << '\n';
  if (!hint.empty()) env.err << "  help: " << hint << '\n';
  return ExitCode::usage;
}

std::vector<std::string> ids_of(const content::Vocabulary& list) {
  std::vector<std::string> ids;
  for (const content::Term& term : list.terms)
    if (!term.deprecated) ids.push_back(term.id);
  return ids;
}

// Says what is wrong with the terms given, or answers an empty message.
std::pair<std::string, std::string> check_given(const NewOptions& options,
                                                const Definitions& definitions) {
  const std::vector<std::string> required =
      definitions.schema_trees.at("case").texts_of("required");
  for (const content::Facet& facet : definitions.facets) {
    const content::Vocabulary* list = definitions.vocabularies.find(facet.vocabulary);
    const std::string terms =
        list == nullptr ? std::string() : "one of " + join(ids_of(*list), ", ");
    const auto given = options.terms.find(facet.field);
    const bool some = given != options.terms.end() && !given->second.empty();
    if (!some && std::find(required.begin(), required.end(), facet.field) != required.end())
      return {"`--" + facet.flag + "` is missing: " + to_lower(facet.label) + " must be named",
              terms};
    if (!some) continue;
    for (const std::string& term : given->second) {
      const bool known = list == nullptr ? is_slug(term) : list->find(term) != nullptr;
      if (known) continue;
      if (list == nullptr)
        return {
            "`" + term + "` cannot be a term of " + to_lower(facet.label),
            "write it in lower-case letters and digits, joined by single hyphens, such as `" +
                (language::slugify(term).empty() ? std::string("some-name")
                                                 : language::slugify(term)) +
                "`"};
      const std::string near = did_you_mean(nearest(ids_of(*list), term));
      return {"unknown " + facet.flag + " `" + term + "`", near.empty() ? terms : near};
    }
  }
  return {};
}

std::string path_of(const NewOptions& options, const Definitions& definitions) {
  std::string folder = "cases/";
  for (const content::Facet& facet : definitions.facets) {
    const auto given = options.terms.find(facet.field);
    if (given == options.terms.end() || given->second.empty()) continue;
    folder += given->second.front() + "/";
    break;
  }
  return folder + options.id + ".md";
}

// The reason with paths as the bank has them.
Diagnostic within(const std::string& root, Diagnostic reason) {
  const std::string start = root + "/";
  for (std::size_t at = 0; (at = reason.message.find(start, at)) != std::string::npos;)
    reason.message.erase(at, start.size());
  return reason;
}

ExitCode run_new_case(const NewOptions& options, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  if (!is_slug(options.id))
    return refuse(env, "`" + shorten(options.id, 60) + "` cannot be an id",
                  "an id is at most 80 lower-case letters and digits, joined by single "
                  "hyphens, such as `clean-wells`");
  if (options.id == "page")
    return refuse(env, "`page` cannot be an id", "lists have their further pages there");
  Diagnostics found;
  const Definitions definitions = read_definitions(*root, found);
  const auto [message, hint] = check_given(options, definitions);
  if (!message.empty()) return refuse(env, message, hint);
  for (const Entry& file : list_files(*root, found))
    if (is_record(file.path) && content::name_of_path(file.path).id == options.id)
      return refuse(env, "the id `" + options.id + "` is taken by `" + file.path + "`",
                    "choose another; ids are unique in a bank");

  const std::string path = path_of(options, definitions);
  const std::string text =
      write_skeleton(definitions.schema_trees.at("case"), definitions.vocabularies,
                     {.title = options.title, .terms = options.terms});
  const std::string file = join_path(*root, path);
  const std::string real = real_path(file);  // empty where a file is in the way, told below
  if (!real.empty() && !lies_within(real, join_path(*root, "cases")))
    return fail(env, {.message = "`" + path + "` would be outside the bank",
                      .hint = "a symlink leads out of it; remove that first"});
  if (kind_of(file) != EntryKind::missing)
    return refuse(env, "`" + path + "` is there already", "nothing was changed");
  Status written = make_folders(file.substr(0, file.rfind('/')));
  if (written) written = write_whole(file, text);
  if (!written) return fail(env, within(*root, written.error()));
  env.out << path << '\n';
  if (!env.quiet)
    env.err << "Replace each `" << trim(content::unwritten_mark)
            << "` with your own words, then run `baraza check`.\n";
  return ExitCode::ok;
}

}  // namespace

Command add_new(CLI::App& app, const Facets& facets) {
  CLI::App* spec = app.add_subcommand("new", "Write the first draft of a record");
  spec->require_subcommand(1);
  CLI::App* record = spec->add_subcommand("case", "Write the first draft of a case");
  auto options = std::make_shared<NewOptions>();
  record->add_option("id", options->id, "its id, such as clean-wells; never changed later")
      ->required();
  record->add_option("--title", options->title, "what happened, in a line")
      ->type_name("TITLE")
      ->required();
  for (const content::Facet& facet : facets)
    if (can_be_option(*record, facet.flag))
      record
          ->add_option("--" + facet.flag, options->terms[facet.field],
                       "one of its " + to_lower(facet.label) + "; repeat for several")
          ->type_name("TERM")
          ->delimiter(',')
          ->allow_extra_args(false);
  return {spec, [options](const Env& env) {
            NewOptions given = *options;
            std::erase_if(given.terms, [](const auto& one) { return one.second.empty(); });
            return run_new_case(given, env);
          }};
}

}  // namespace baraza::tools
