// Prints what was found in the forms that search, similar and list share: rows and citations.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/find.hpp"
#include "tools/commands.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

struct FormOptions {
  std::string format = "text";
  std::string columns = {};  // of rows; empty: those the command chooses
  std::vector<std::string> column_formats = {"tsv"};  // those whose columns can be chosen
  bool null = false;                                  // ids end with a zero byte
  bool sources = false;                               // cite what the records rest on
};

// What is told of each hit in rows.
inline constexpr const char* columns_of_hits = "rank,score,id,kind,title,case,path,line";

// How what is found in `index` is written for a reader of these languages.
Look look_for(const Env& env, const index::Index& index, std::vector<std::string> languages);

// Adds --limit and --offset, which count what is printed.
CLI::Option* add_limit_option(CLI::App& spec, std::size_t& limit, const std::string& help);
CLI::Option* add_offset_option(CLI::App& spec, std::size_t& offset);

// Adds --format with these forms, and the options that go with some of them.
void add_form_options(CLI::App& spec, const std::vector<std::string>& formats,
                      FormOptions& options);

// Ends the parsing where one of these options does not go with the form.
void check_form_options(const FormOptions& options);

// Ends the parsing, unless `option` was not given or `format` is one of `formats`: "`--null`
// goes with `--format ids`".
void require_format(bool given, const std::string& option, const std::string& format,
                    const std::vector<std::string>& formats);

// Is it one of tsv, ids, bibtex, ris and csl?
bool is_shared_form(const std::string& format);

// Prints the hits in such a form. Fails with the rule `usage` where a column does not exist.
Status print_hits(const index::Index& index, const std::vector<index::Hit>& hits,
                  const FormOptions& options, const Look& look, std::ostream& out);

}  // namespace baraza::tools
