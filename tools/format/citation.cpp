#include "tools/format/citation.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr std::string_view doi_site = "doi.org/";

// The sheet of a record in the reader's language, or nothing.
Result<index::Sheet> sheet_of(const index::Index& index, const std::string& id,
                              const Look& look) {
  const Result<std::optional<std::size_t>> number = index.find_number(id);
  if (!number) return number.error();
  if (!*number) return index::Sheet();
  const Result<std::vector<index::Sheet>> sheets = index.sheets(**number);
  if (!sheets) return sheets.error();
  const index::Sheet* sheet = index::sheet_in(*sheets, look.languages);
  return sheet == nullptr ? index::Sheet() : *sheet;
}

std::string doi_in(const std::string& url) {
  const std::size_t at = url.find(doi_site);
  if (at == std::string::npos) return {};
  const std::string doi = url.substr(at + doi_site.size());
  return doi.starts_with("10.") ? doi : std::string();
}

// An author is a person where an ORCID or a place of work is told; else it may be a team.
std::vector<Name> authors_of(const Node& fields, const std::vector<std::string>& names) {
  std::vector<Name> authors;
  for (const std::string& name : names) {
    Name author{.literal = name};
    for (const Node& item : fields.items_of("authors")) {
      const bool person =
          !item.text_of("orcid").empty() || !item.text_of("organisation").empty();
      if (person && item.text_of("name") == name) author = name_of_person(name);
    }
    authors.push_back(std::move(author));
  }
  return authors;
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Takes `168` or `84(12)` off the end of a journal's name.
void take_volume(Citation& citation) {
  const std::size_t space = citation.container.rfind(' ');
  if (space == std::string::npos) return;
  const std::string number = citation.container.substr(space + 1);
  const std::size_t open = number.find('(');
  const bool issue = open != std::string::npos && number.back() == ')';
  const std::string volume = number.substr(0, open);
  if (!is_digits(volume) || (open != std::string::npos && !issue)) return;
  citation.volume = volume;
  if (issue) citation.issue = number.substr(open + 1, number.size() - open - 2);
  citation.container.resize(space);
  if (citation.container.ends_with(',')) citation.container.pop_back();
}

Citation cite_source(const Node& source, const std::string& case_id, const Look& look) {
  const index::TermLabel* kind = look.about.find_term("source-kinds", source.text_of("kind"));
  const std::string url = source.text_of("url");
  std::string csl = kind == nullptr ? "" : kind->csl;
  if (csl.empty()) csl = url.empty() ? "document" : "webpage";
  const CitationType& type = find_type(csl);
  Citation citation{.id = case_id + "#" + source.text_of("id"),
                    .type = std::string(type.csl),
                    .title = source.text_of("title"),
                    .authors = names_in(source.text_of("author")),
                    .date = content::parse_date(source.text_of("year")),
                    .url = url,
                    .doi = doi_in(url)};
  const bool part = type.publisher == CitationType::Publisher::container;
  (part ? citation.container : citation.publisher) = source.text_of("publisher");
  if (citation.type == "article-journal") take_volume(citation);
  if (const std::string copy = source.text_of("archived"); !copy.empty())
    citation.note = "Archived copy: " + copy;
  return citation;
}

// The ids of the sources that a lesson names.
std::set<std::string> cited_ids(const Node& fields) {
  std::set<std::string> ids;
  const Node* sources = fields.find("sources");
  if (sources == nullptr) return ids;
  for (const Node& one : sources->is_list() ? sources->children : std::vector<Node>{*sources})
    ids.insert(one.is_map() ? one.text_of("id") : one.scalar());
  return ids;
}

}  // namespace

Result<Citation> cite_record(const index::Index& index, const index::Entry& entry,
                             const Look& look) {
  const bool lesson = entry.kind == index::Kind::lesson;
  const Result<index::Sheet> sheet = sheet_of(index, lesson ? entry.case_id : entry.id, look);
  if (!sheet) return sheet.error();
  const index::Title& title = entry.title_in(look.languages);
  const std::string& dated = entry.published.empty() ? entry.updated : entry.published;
  Citation citation{.id = entry.id,
                    .title = title.title,
                    .authors = authors_of(sheet->fields, entry.authors),
                    .container = look.about.title,
                    .publisher = look.about.publisher,
                    .date = content::parse_date(dated),
                    .url = address_of(entry, look.about),
                    .language = title.language,
                    .abstract = title.summary};
  if (lesson && !entry.case_title.empty()) {
    const std::string own = sheet->fields.text_of("title");
    citation.title = own.empty() ? entry.case_title : own;
    citation.note = "Lesson: " + title.title;
  }
  if (const Node* external = sheet->fields.find("external"); external != nullptr && !lesson)
    citation.doi = external->text_of("doi");
  if (entry.kind == index::Kind::digest) {
    citation.authors = names_in(sheet->fields.text_of("author"));
    citation.container.clear();
    citation.publisher = entry.publisher;
    citation.date = content::parse_date(sheet->fields.text_of("date"));
    citation.doi = doi_in(entry.url);
  }
  citation.type = citation.url.empty() ? "document" : "webpage";
  return citation;
}

namespace {

Result<std::vector<Citation>> cite_lessons(const index::Index& index,
                                           const index::Entry& insight, const Look& look) {
  std::vector<Citation> citations;
  for (const content::Support& support : insight.rests_on) {
    const Result<std::optional<index::Entry>> lesson = index.find_entry(support.lesson);
    if (!lesson) return lesson.error();
    if (!lesson->has_value()) continue;
    Result<Citation> one = cite_record(index, **lesson, look);
    if (!one) return one.error();
    citations.push_back(std::move(*one));
  }
  return citations;
}

}  // namespace

Result<std::vector<Citation>> cite_sources(const index::Index& index, const index::Entry& entry,
                                           const Look& look) {
  if (entry.kind == index::Kind::insight) return cite_lessons(index, entry, look);
  std::vector<Citation> citations;
  const bool lesson = entry.kind == index::Kind::lesson;
  if (lesson && entry.case_title.empty()) return citations;  // they would tell which case
  std::set<std::string> wanted;
  if (lesson) {
    const Result<index::Sheet> own = sheet_of(index, entry.id, look);
    if (!own) return own.error();
    wanted = cited_ids(own->fields);
  }
  const std::string& id = lesson ? entry.case_id : entry.id;
  const Result<index::Sheet> sheet = sheet_of(index, id, look);
  if (!sheet) return sheet.error();
  for (const Node& source : sheet->fields.items_of("sources"))
    if (source.is_map() && (!lesson || wanted.contains(source.text_of("id"))))
      citations.push_back(cite_source(source, id, look));
  return citations;
}

Result<std::vector<Citation>> cite_all(const index::Index& index,
                                       const std::vector<index::Hit>& hits, bool sources,
                                       const Look& look) {
  std::vector<Citation> citations;
  std::set<std::string> told;
  for (const index::Hit& hit : hits) {
    std::vector<Citation> made;
    if (sources) {
      Result<std::vector<Citation>> all = cite_sources(index, hit.entry, look);
      if (!all) return all.error();
      made = std::move(*all);
    } else {
      Result<Citation> one = cite_record(index, hit.entry, look);
      if (!one) return one.error();
      made.push_back(std::move(*one));
    }
    for (Citation& citation : made)
      if (told.insert(citation.id).second) citations.push_back(std::move(citation));
  }
  return citations;
}

bool is_citation_format(std::string_view format) {
  return format == "bibtex" || format == "ris" || format == "csl";
}

void write_citations(const std::vector<Citation>& citations, std::string_view format,
                     std::ostream& out) {
  if (format == "csl") {
    out << to_csl(citations) << '\n';
    return;
  }
  for (const Citation& citation : citations)
    out << (format == "ris" ? to_ris(citation) : to_bibtex(citation)) << '\n';
}

}  // namespace baraza::tools
