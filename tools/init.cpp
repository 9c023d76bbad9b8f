// `baraza init`: a bank of one's own, with nothing in it but its settings.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tools/bank_folder.hpp"
#include "tools/ci_files.hpp"
#include "tools/commands.hpp"
#include "tools/definitions.hpp"
#include "tools/git.hpp"
#include "tools/hook.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

namespace fs = std::filesystem;

struct InitOptions {
  std::string folder = ".";
  std::string title;
  bool no_ci = false;
};

// `my-bank` becomes `My bank`.
std::string title_of(const fs::path& folder) {
  std::string title = folder.filename().string();
  for (char& c : title)
    if (c == '-' || c == '_') c = ' ';
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title.empty() ? "My bank" : title;
}

std::string bank_yaml(const std::string& title) {
  return "# The settings of this bank. Only `title` must be here.\n"
         "title: " +
         yaml_scalar(title) +
         "\n"
         "# description: What the bank is for, in a sentence.\n"
         "# url: https://example.org/bank\n"
         "# publisher: Who publishes it\n"
         "# licence: CC-BY-4.0\n"
         "# languages: [en]\n"
         "# limits: {case_words: {least: 200, most: 1200}}  # hints when a case is shorter or "
         "longer\n";
}

constexpr std::string_view cases_readme =
    "# Cases\n\n"
    "One Markdown file a case. `baraza new case some-id --title \"What happened\"` writes a "
    "first\n"
    "draft, `baraza check` says what is missing or wrong, and `baraza build` makes the "
    "site.\n\n"
    "Insights, claims that rest on lessons of several cases, are in `insights/`; pointers to "
    "what\n"
    "others published are in `digest/`. To change what a case may say, put a schema of your "
    "own at\n"
    "`schemas/case.schema.yaml`; `baraza schema case --yaml` prints the one in use.\n";

constexpr std::string_view git_ignore = "/public/\n/.public.standby/\n/.baraza/\n";

// A term of the facet, so that the command can be typed as it is shown.
std::string first_term(const Definitions& definitions, const content::Facet& facet) {
  if (const content::Vocabulary* list = definitions.vocabularies.find(facet.vocabulary))
    for (const content::Term& term : list->terms)
      if (!term.deprecated) return term.id;
  return "some-" + facet.flag;
}

std::string next_command(const Definitions& definitions) {
  std::string command = "baraza new case my-first-case";
  const std::vector<std::string> required =
      definitions.schema_trees.at("case").texts_of("required");
  for (const content::Facet& facet : definitions.facets)
    if (std::find(required.begin(), required.end(), facet.field) != required.end())
      command += " --" + facet.flag + " " + first_term(definitions, facet);
  return command + " --title \"What happened\"";
}

struct NewFile {
  std::string path;
  std::string bytes;
  std::string note = {};  // what is left to do in it
};

std::vector<NewFile> new_files(const std::string& title, const std::string& in_repository,
                               bool no_ci) {
  std::vector<NewFile> files = {
      {"cases/bank.yaml", bank_yaml(title)},
      {"cases/README.md", std::string(cases_readme)},
      {".gitignore", std::string(git_ignore)},
  };
  if (no_ci) return files;
  files.push_back({std::string(workflow_path), workflow_text(in_repository),
                   "say in it where baraza's source is"});
  files.push_back({std::string(pre_commit_path), pre_commit_text(in_repository)});
  return files;
}

// What is there is kept.
Status write_new(const NewFile& file, const fs::path& folder, std::string& report) {
  const fs::path path = folder / file.path;
  if (fs::exists(fs::symlink_status(path))) {
    report += "  " + file.path + "  was there and is kept\n";
    return Done{};
  }
  if (Status made = make_folders(path.parent_path().string()); !made) return made;
  if (Status written = write_whole(path.string(), file.bytes); !written) return written;
  report += "  " + file.path + (file.note.empty() ? "" : "  " + file.note) + "\n";
  return Done{};
}

ExitCode run_init(const InitOptions& options, const Env& env) {
  const fs::path folder = (fs::path(env.start) / options.folder).lexically_normal();
  const std::string shown = options.folder;
  if (fs::exists(folder / "cases" / "bank.yaml"))
    return fail(env, {.message = "there is a bank in `" + shown + "` already",
                      .hint = "nothing was changed; its settings are in cases/bank.yaml"});
  std::error_code ignored;
  const fs::path name = fs::weakly_canonical(folder, ignored);
  const std::string title = options.title.empty() ? title_of(name) : options.title;
  std::string report = "Made a bank in " + visible(shown) + "\n";
  const std::string in_repository = folder_in_repository(folder.string());
  for (const NewFile& file : new_files(title, in_repository, options.no_ci))
    if (const Status written = write_new(file, folder, report); !written)
      return fail(env, written.error());
  if (!in_repository.empty() && !options.no_ci)
    report += "The last two are only read at the top of the repository; move them there.\n";
  Diagnostics unused;
  env.out << report << "\nNext:\n";
  if (shown != ".") env.out << "  cd " << visible(for_shell(shown)) << '\n';
  env.out << "  " << next_command(read_definitions(folder.string(), unused)) << '\n'
          << "  baraza check\n"
          << "  baraza build --drafts\n";
  return ExitCode::ok;
}

}  // namespace

Command add_init(CLI::App& app, const Facets&) {
  auto options = std::make_shared<InitOptions>();
  CLI::App* spec = app.add_subcommand("init", "Make a bank of your own");
  spec->add_option("folder", options->folder, "where; this folder if nothing is said")
      ->type_name("DIR");
  spec->add_option("--title", options->title,
                   "its title; from the folder's name if nothing is said")
      ->type_name("TITLE");
  spec->add_flag("--no-ci", options->no_ci,
                 "without the files that have GitHub and pre-commit check the bank");
  return {spec, [options](const Env& env) { return run_init(*options, env); }};
}

}  // namespace baraza::tools
