// `baraza build`: makes the site.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"
#include "publish/folder.hpp"
#include "render/template_set.hpp"
#include "tools/commands.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/help.hpp"
#include "tools/gate.hpp"
#include "tools/site_templates.hpp"

namespace baraza::tools {
namespace {

struct BuildOptions {
  std::string output;
  std::string url;
  bool drafts = false;
  bool force = false;
};

constexpr std::size_t largest_asset = std::size_t{64} << 20;

// The program's own frameworks have pages only where a case holds one of their terms against
// itself; a bank's own always.
void drop_unused_frameworks(LoadedBank& loaded) {
  std::set<std::string> used;
  for (const content::Card& card : loaded.bank.cards)
    for (const std::string& lens : card.lenses) used.insert(lens.substr(0, lens.find('/')));
  std::erase_if(loaded.bank.vocabularies.frameworks, [&](const auto& framework) {
    const std::string& path = framework.second.where.path;
    const bool built_in =
        std::any_of(loaded.definitions.built_in.begin(), loaded.definitions.built_in.end(),
                    [&](const SourceFile& source) { return source.path == path; });
    return built_in && !used.contains(framework.first);
  });
}

// A finding in a template ends the build as any other finding would.
ExitCode refuse(const LoadedBank& loaded, const Diagnostic& reason, const Env& env) {
  if (reason.rule.empty()) return fail(env, reason);
  SourceLines lines(loaded.root);
  Diagnostics unused;
  for (const SourceFile& source : read_sources("", "templates", unused))
    if (kind_of(join_path(loaded.root, source.path)) == EntryKind::missing)
      lines.put(source.path, source.bytes);
  write_text(reason, lines, env);
  env.err << "1 error: nothing was changed.\n";
  return ExitCode::content;
}

// A file of the bank that a text links to, such as an image; links that leave the bank are
// refused.
Result<std::string> read_asset(const LoadedBank& loaded, const std::string& path) {
  const std::string full = join_path(loaded.root, path);
  if (!lies_within(real_path(full), join_path(loaded.root, "cases")))
    return Diagnostic{.where = {path, {}},
                      .message = "the file is not in the bank's folder `cases`"};
  return read_file(full, path, largest_asset);
}

Result<publish::Published> make_site(const BuildOptions& options, const LoadedBank& loaded,
                                     const render::Templates& templates,
                                     const std::string& output) {
  Result<publish::Folder> folder = publish::Folder::open(
      {.path = output,
       .root = loaded.root,
       .sources = {join_path(loaded.root, "cases"), join_path(loaded.root, "schemas"),
                   join_path(loaded.root, "templates"), state_folder(loaded.root)}});
  if (!folder) return folder.error();
  const render::SiteOptions site = {
      .drafts = options.drafts,
      .field_labels = field_labels(loaded.definitions),
      .read_asset = [&](const std::string& path) { return read_asset(loaded, path); }};
  if (const Status rendered =
          render::render_site(loaded.bank, loaded.reader(), templates, site, folder->sink());
      !rendered)
    return rendered.error();
  return folder->finish();
}

// Every mistake of every template, before the gate.
void check_templates(const render::Templates& templates, Diagnostics& found) {
  std::vector<render::TemplateSource> sources;
  for (const auto& [name, page] : templates.pages)
    sources.push_back({name, page.path, page.text});
  make_template_set(std::move(sources), render::Mode::strict, found);
}

constexpr std::size_t most_translations = 5;

// A site has one language, so translations have no pages: whoever wrote one is told where it
// went.
void name_translations(const LoadedBank& loaded, const Env& env) {
  std::vector<std::string> names;
  for (const content::Card& card : loaded.bank.cards)
    if (card.kind == content::RecordKind::translation && card.publishable())
      names.push_back(card.translation_of + "." + card.language);
  if (names.empty() || env.quiet) return;
  std::sort(names.begin(), names.end());
  const std::size_t more =
      names.size() - std::min<std::size_t>(names.size(), most_translations);
  const std::string count =
      counted(names.size(), "translation has no page", "translations have no pages");
  names.resize(names.size() - more);
  env.err << count << ", since the site is made in `" << loaded.bank.settings.language()
          << "` alone, the first of the bank's `languages`: " << join(names, ", ")
          << (more > 0 ? " and " + std::to_string(more) + " more" : std::string())
          << ". `baraza search` reads translations too.\n";
}

ExitCode run_build(const BuildOptions& options, const Env& env) {
  Result<LoadedBank> loaded = load_bank(env, Depth::cards);
  if (!loaded) return fail(env, loaded.error());
  if (!options.url.empty())
    loaded->bank.settings.url = options.url.substr(0, options.url.find_last_not_of('/') + 1);
  const render::Templates templates =
      read_templates(loaded->root, loaded->bank.settings.language(), loaded->found);
  check_templates(templates, loaded->found);
  const Gate gate = pass_gate(*loaded, options.force, env);
  if (!gate.open) return gate.code;
  drop_unused_frameworks(*loaded);

  const std::string output = options.output.empty()
                                 ? join_path(loaded->root, "public")
                                 : (std::filesystem::path(env.start) / options.output).string();
  const std::string shown = options.output.empty() ? "public" : options.output;
  const Result<publish::Published> done = make_site(options, *loaded, templates, output);
  if (!done) return refuse(*loaded, done.error(), env);
  for (const std::string& note : done->notes) env.err << visible(note) << '\n';
  if (!env.quiet)
    env.err << "Built " << visible(shown) << ": " << counted(done->written, "file", "files")
            << " written, " << done->unchanged << " unchanged, " << done->removed
            << " removed.\n";
  if (const std::size_t drafts = count_drafts(loaded->records);
      drafts > 0 && !options.drafts && !env.quiet)
    env.err << counted(drafts, "draft is", "drafts are") << " not in it; -D shows drafts.\n";
  name_translations(*loaded, env);
  return gate.code;
}

}  // namespace

Command add_build(CLI::App& app, const Facets&) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* spec = app.add_subcommand("build", "Make the site");
  spec->add_option("-o,--output", options->output,
                   "the folder of the site; `public` in the bank if nothing is said")
      ->type_name("DIR")
      ->check([](const std::string& given) {
        return given.empty() ? std::string("the name of a folder is empty") : std::string();
      });
  spec->add_option("-u,--url", options->url,
                   "where the site will stand, in place of bank.yaml's `url`")
      ->type_name("URL")
      ->check(a_web_address());
  spec->add_flag("-D,--drafts", options->drafts, "show drafts too, each marked as one");
  spec->add_flag("--force", options->force, "leave out records with errors, and say which");
  return {spec, [options](const Env& env) { return run_build(*options, env); }};
}

}  // namespace baraza::tools
