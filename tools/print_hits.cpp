#include "tools/print_hits.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "language/stem.hpp"
#include "tools/format/citation.hpp"
#include "tools/format/columns.hpp"
#include "tools/format/help.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

void require_format(bool given, const std::string& option, const std::string& format,
                    const std::vector<std::string>& formats) {
  if (!given || std::find(formats.begin(), formats.end(), format) != formats.end()) return;
  std::string known;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) known += i + 1 == formats.size() ? " or " : ", ";
    known += "`" + formats[i] + "`";
  }
  throw CLI::ValidationError("`" + option + "` goes with --format " + known);
}

namespace {

// A language that nobody wrote in may be a slip, and what is shown is in another.
void tell_of_language(const std::string& tag, const index::About& about, const Env& env) {
  const std::vector<std::string>& known = about.text_languages;
  if (env.quiet ||
      std::find(known.begin(), known.end(), language::primary_language(tag)) != known.end())
    return;
  env.err << "nothing is written in `" << visible(shorten(tag, longest_word))
          << "`; the languages are " << join(known, ", ") << '\n';
}

}  // namespace

Look look_for(const Env& env, const index::Index& index, std::vector<std::string> languages) {
  if (!languages.empty()) tell_of_language(languages.front(), index.about(), env);
  return {.about = index.about(),
          .languages = std::move(languages),
          .width = env.width_out,
          .paint = {env.colour_out}};
}

CLI::Option* add_limit_option(CLI::App& spec, std::size_t& limit, const std::string& help) {
  return spec.add_option("-n,--limit", limit, help)
      ->type_name("N")
      ->check(number_up_to(1000000));
}

CLI::Option* add_offset_option(CLI::App& spec, std::size_t& offset) {
  return spec.add_option("--offset", offset, "how many to pass over first")
      ->type_name("N")
      ->check(number_up_to(1000000));
}

void add_form_options(CLI::App& spec, const std::vector<std::string>& formats,
                      FormOptions& options) {
  const auto has = [&](const char* format) {
    return std::find(formats.begin(), formats.end(), format) != formats.end();
  };
  spec.add_option("--format", options.format, "one of " + join(formats, ", "))
      ->type_name("FORMAT")
      ->check(one_of(formats))
      ->capture_default_str();
  if (has("tsv") && !options.column_formats.empty())
    spec.add_option("--columns", options.columns,
                    "what to print of each record as " + join(options.column_formats, " or ") +
                        ", such as id,title,path")
        ->type_name("NAMES")
        ->check(completes_as("columns"));
  if (has("ids"))
    spec.add_flag("-0,--null", options.null,
                  "ids end with a zero byte, as xargs -0 reads them");
  if (has("bibtex"))
    spec.add_flag("--sources", options.sources,
                  "as bibtex, ris or csl: what the records rest on, in their place");
}

void check_form_options(const FormOptions& options) {
  require_format(!options.columns.empty(), "--columns", options.format, options.column_formats);
  require_format(options.null, "--null", options.format, {"ids"});
  require_format(options.sources, "--sources", options.format, {"bibtex", "ris", "csl"});
}

bool is_shared_form(const std::string& format) {
  return format == "tsv" || format == "ids" || is_citation_format(format);
}

Status print_hits(const index::Index& index, const std::vector<index::Hit>& hits,
                  const FormOptions& options, const Look& look, std::ostream& out) {
  if (options.format == "ids") {
    for (const index::Hit& hit : hits)
      out << visible(hit.entry.id) << (options.null ? '\0' : '\n');
    return Done{};
  }
  if (options.format == "tsv") {
    const Result<std::vector<Column>> columns = find_columns(options.columns, look.about);
    if (!columns) return columns.error();
    write_tsv(hits, *columns, look, out);
    return Done{};
  }
  const Result<std::vector<Citation>> citations = cite_all(index, hits, options.sources, look);
  if (!citations) return citations.error();
  write_citations(*citations, options.format, out);
  return Done{};
}

}  // namespace baraza::tools
