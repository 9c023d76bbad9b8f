#include "tools/manual.hpp"

#include <string>

#include "tools/format/help.hpp"

namespace baraza::tools {
namespace {

const std::vector<ManualSection> of_program = {
    {"Exit codes",
     {{"0", "all is well"},
      {"1",
       "findings in what the bank says; nothing found, no such record; --force left something "
       "out"},
      {"2", "the command line is wrong"},
      {"3", "it could not run: something cannot be read, written or opened"},
      {"130", "interrupted; what was there is still there"}}},
    {"Environment",
     {{"COLUMNS", "how wide lines are, in place of the terminal's width"},
      {"NO_COLOR", "no colours where --color does not ask for them"},
      {"SOURCE_DATE_EPOCH", "today, for reviews and dates, as seconds since 1970"}}},
    {"Files",
     {{"cases/bank.yaml", "settings; the folder that holds `cases` is the bank"},
      {"cases/PLACE/ID.md", "a case, with cases/insights/ and cases/digest/ beside it"},
      {"schemas/, templates/", "what a bank has of its own in place of the program's"},
      {".baraza/", "the index and caches; may be deleted at any time"}}},
};

// The language of queries, as index/query.hpp reads it.
const std::vector<ManualSection> of_search = {
    {"Queries",
     {{"words", "any of them; the more of them a record has, the better"},
      {"\"a phrase\"", "these words in this order, required"},
      {"+word, -word", "required; excluded. Behind `--` a query may begin with `-`"},
      {"=word", "this form of the word, not its stem"},
      {"word*", "all words that begin so"},
      {"a OR b", "either; of use with the signs above"},
      {"FACET:TERM",
       "required, as --FACET: country:kenya, kind:insight, language:sw, title:well"},
      {"FACET:(A OR B -C)", "any of these values but that one; signs hold in the brackets"},
      {"year:2010..2015", "went on in these years; also year:2015, year:2010.., year:..2015"},
      {"( ... )", "a group that a sign, a field or OR applies to"}}},
};

const std::vector<ManualSection> none = {};

const std::vector<ManualRow> examples = {
    {"baraza search \"teachers coaching\" --country kenya",
     "Lessons, cases and insights about it, the best first."},
    {"baraza search water --group country --lessons", "The same, put together by country."},
    {"baraza show 'maji-matone#believable-listener'", "One lesson, whole."},
    {"baraza similar maji-matone --other-countries",
     "What other countries learnt on the same."},
    {"baraza contradictions --sector education", "Claims that cases speak for and against."},
    {"baraza list --cases --sort start --columns start,country,id,title",
     "All cases as a table, the earliest first."},
    {"baraza search health --format ids -0 | xargs -0 -n 1 baraza show",
     "Whole records of what is found."},
    {"baraza search health --format bibtex --sources > health.bib",
     "The sources behind it, for a reference list."},
};

}  // namespace

const std::vector<ManualSection>& manual_of(const CLI::App& app) {
  const std::string name = full_name(app);
  if (app.get_parent() == nullptr) return of_program;
  return name == "baraza search" ? of_search : none;
}

const std::vector<ManualRow>& manual_examples() { return examples; }

}  // namespace baraza::tools
