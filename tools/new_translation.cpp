// `baraza new translation`: every text of a record, to be said in another language.
#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "check/formats.hpp"
#include "content/text_marks.hpp"
#include "parse/bytes.hpp"
#include "tools/load.hpp"
#include "tools/new.hpp"
#include "tools/translation_draft.hpp"

namespace baraza::tools {
namespace {

struct TranslationOptions {
  std::string id;
  std::string language;
};

// As the name of a file says it too.
bool is_language(const std::string& language) {
  return check::is_language_tag(language) &&
         content::name_of_path("x." + language + ".md").language == language;
}

const content::Outline* find_original(const std::vector<content::Outline>& records,
                                      const std::string& id) {
  const auto at = std::find_if(records.begin(), records.end(), [&](const auto& record) {
    return record.id == id && record.kind != content::RecordKind::translation;
  });
  return at == records.end() ? nullptr : &*at;
}

ExitCode refuse_id(const Env& env, const std::vector<content::Outline>& records,
                   const std::string& id) {
  std::vector<std::string> known;
  for (const content::Outline& record : records)
    if (record.kind != content::RecordKind::translation) known.push_back(record.id);
  const std::string near = did_you_mean(nearest(known, id));
  return refuse_new(
      env, "there is no record `" + shorten(id, 80) + "`",
      near.empty() ? "the id of a record is its file's name without `.md`" : near);
}

// What else there is in the way of a translation of `original`; OK where nothing is.
ExitCode check_language(const Env& env, const LoadedBank& loaded,
                        const content::Outline& original, const std::string& language) {
  if (!is_language(language))
    return refuse_new(env, "`" + shorten(language, 40) + "` is not the code of a language",
                      "a language is written as its code, such as `sw`, `id` or `pt-BR`");
  const std::string& own =
      original.language.empty() ? loaded.bank.settings.language() : original.language;
  if (own == language)
    return refuse_new(env, "`" + original.id + "` is written in `" + language + "` itself",
                      "name the language to translate it into");
  for (const content::Outline& record : loaded.records)
    if (record.translation_of == original.id && record.language == language)
      return refuse_new(env, "`" + record.path + "` is that translation already",
                        "`baraza check " + record.path + "` says what it lacks");
  return ExitCode::ok;
}

// What of the original cannot be in the translation, and what would help.
void name_left_out(const content::Record& original, const TranslationDraft& draft,
                   const Env& env) {
  std::map<std::string, std::size_t> lists;
  for (const content::UnnamedItem& item : content::unnamed_items(original.front))
    ++lists[item.list];
  std::vector<std::string> named;
  named.reserve(lists.size());
  for (const auto& [list, count] : lists)
    named.push_back("`" + list + "` (" + std::to_string(count) + ")");
  if (!named.empty())
    env.err << "Without an `id` these cannot be translated: " << join(named, ", ")
            << ". Give each one in " << original.card.path << ", then add it here.\n";
  if (!draft.no_place.empty())
    env.err << "The schema of translations has no place for `" << join(draft.no_place, "`, `")
            << "`.\n";
}

ExitCode run_new_translation(const TranslationOptions& options, const Env& env) {
  const Result<LoadedBank> loaded = load_bank(env, Depth::outlines);
  if (!loaded) return fail(env, loaded.error());
  const content::Outline* outline = find_original(loaded->records, options.id);
  if (outline == nullptr) return refuse_id(env, loaded->records, options.id);
  if (const ExitCode code = check_language(env, *loaded, *outline, options.language);
      code != ExitCode::ok)
    return code;
  const Result<content::Record> original = loaded->read(outline->path);
  if (!original) return fail(env, original.error());
  const Result<std::string> file =
      read_file(join_path(loaded->root, outline->path), outline->path, parse::max_file_bytes);
  if (!file) return fail(env, file.error());
  if (original->has_errors()) {
    refuse_new(env, "`" + outline->path + "` has errors",
               "mend them first, so that the translation is whole: `baraza check " +
                   outline->path + "`");
    return ExitCode::content;
  }
  const TranslationDraft draft = draft_translation(
      loaded->definitions.schema_trees.at("translation"), *original, *file, options.language);
  std::string path = outline->path;
  path.insert(path.size() - std::string_view(".md").size(), "." + options.language);
  const ExitCode written = write_new(env, loaded->root, path, draft.text);
  if (written != ExitCode::ok || env.quiet) return written;
  env.err << "Replace each `" << trim(content::unwritten_mark)
          << "` and the text behind it by its translation, then run `baraza check`.\n";
  name_left_out(*original, draft, env);
  return written;
}

}  // namespace

Command add_new_translation(CLI::App& app) {
  CLI::App* spec =
      app.add_subcommand("translation", "Write the first draft of a translation of a record");
  auto options = std::make_shared<TranslationOptions>();
  spec->add_option("id", options->id, "the id of the record to translate, such as clean-wells")
      ->required();
  spec->add_option("--language", options->language,
                   "the language to translate it into, as its code: sw, id, pt-BR")
      ->type_name("CODE")
      ->required();
  return {spec, [options](const Env& env) { return run_new_translation(*options, env); }};
}

}  // namespace baraza::tools
