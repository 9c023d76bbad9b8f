// What citation software is told of a record, or of a source that it rests on.
//
// Types are those of the Citation Style Language, 45 of them, and every other form is made from
// them: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/card.hpp"
#include "index/hit.hpp"
#include "tools/format/facts.hpp"
#include "tools/format/names.hpp"

namespace baraza::tools {

struct Citation {
  std::string id = {};    // of the record; of a source, `case#source`
  std::string type = {};  // CSL's
  std::string title = {};
  std::vector<Name> authors = {};
  std::string container = {};  // the journal, newspaper or site that it is part of
  std::string volume = {};
  std::string issue = {};
  std::string publisher = {};
  content::Date date = {};
  std::string url = {};
  std::string doi = {};
  std::string language = {};
  std::string abstract = {};
  std::string note = {};

  bool operator==(const Citation&) const = default;
};

// How a type is called elsewhere, and what its publisher is to it.
struct CitationType {
  std::string_view csl = {};
  std::string_view bibtex = {};
  std::string_view ris = {};
  enum class Publisher { publisher, container } publisher = Publisher::publisher;
};

// All types of CSL 1.0.2.
const std::vector<CitationType>& citation_types();
// That of a name; `document` where there is none of that name.
const CitationType& find_type(std::string_view csl);

// A lesson is cited as its case, with its own address and its claim in the note; a digest entry
// as what it points to.
Result<Citation> cite_record(const index::Index& index, const index::Entry& entry,
                             const Look& look);
// The sources of a case, those of its sources that a lesson rests on, or the lessons that an
// insight rests on; a digest entry has none.
Result<std::vector<Citation>> cite_sources(const index::Index& index, const index::Entry& entry,
                                           const Look& look);

// The records, or with `sources` what they rest on, each once, in the order of the hits.
Result<std::vector<Citation>> cite_all(const index::Index& index,
                                       const std::vector<index::Hit>& hits, bool sources,
                                       const Look& look);

bool is_citation_format(std::string_view format);
// As bibtex, ris or csl.
void write_citations(const std::vector<Citation>& citations, std::string_view format,
                     std::ostream& out);

// BibTeX's own form, with what TeX would take for commands escaped.
std::string to_bibtex(const Citation& citation);
// RIS, a line a field: https://en.wikipedia.org/wiki/RIS_(file_format)
std::string to_ris(const Citation& citation);
// A list of items in CSL's JSON.
std::string to_csl(const std::vector<Citation>& citations);

}  // namespace baraza::tools
