#include "index/about.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "index/damaged.hpp"
#include "index/entry.hpp"
#include "index/flags.hpp"
#include "index/synonyms.hpp"
#include "index/terms.hpp"
#include "language/stem.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

// The first line tells the versions of all that an index depends on.
std::string first_line() {
  return "baraza index " + std::to_string(format_version) + ", words " +
         std::to_string(language::words_version) + "\n";
}

void put(BinaryWriter& out, const FacetLabels& labels) {
  put_facet(out, labels.facet);
  out.text(encode(labels.terms));
}

FacetLabels take_labels(BinaryReader& in) {
  FacetLabels labels;
  labels.facet = take_facet(in);
  labels.terms = TermLabels::of(in.text());
  return labels;
}

std::string csl_type(const content::Term& term) {
  for (const auto& [scheme, codes] : term.codes)
    if (scheme == "csl" && !codes.empty()) return codes.front();
  return {};
}

TermLabels labels_of(const content::Vocabulary& list) {
  std::vector<TermLabel> terms;
  terms.reserve(list.terms.size());
  for (const content::Term& term : list.terms)
    terms.push_back(
        {.id = term.id, .label = term.label, .alt = term.alt, .csl = csl_type(term)});
  return TermLabels(std::move(terms));
}

void add_language(std::vector<std::string>& languages, const std::string& tag) {
  const std::string language = language::primary_language(tag);
  if (!language.empty() &&
      std::find(languages.begin(), languages.end(), language) == languages.end())
    languages.push_back(language);
}

std::vector<std::string> text_languages(const content::Bank& bank,
                                        const std::vector<Source>& records) {
  std::vector<std::string> languages;
  for (const std::string& tag : bank.settings.languages) add_language(languages, tag);
  const auto own = static_cast<std::ptrdiff_t>(languages.size());
  for (const Source& record : records) add_language(languages, record.language);
  std::sort(languages.begin() + own, languages.end());
  return languages;
}

std::vector<std::string> word_languages(const content::Bank& bank,
                                        std::vector<std::string> languages) {
  const auto texts = static_cast<std::ptrdiff_t>(languages.size());
  for (const content::Facet& facet : bank.facets) {
    const content::Vocabulary* list = bank.vocabularies.find(facet.vocabulary);
    if (list == nullptr) continue;
    for (const content::Term& term : list->terms)
      for (const auto& [tag, label] : term.label) add_language(languages, tag);
  }
  std::sort(languages.begin() + texts, languages.end());
  return languages;
}

}  // namespace

const FacetLabels* About::find_facet(std::string_view name) const {
  const auto at = std::find_if(facets.begin(), facets.end(), [&](const FacetLabels& one) {
    return one.facet.field == name || one.facet.flag == name || one.facet.plural == name;
  });
  return at == facets.end() ? nullptr : &*at;
}

const TermLabels* About::find_list(std::string_view id) const {
  const auto at = std::lower_bound(
      lists.begin(), lists.end(), id,
      [](const ListLabels& one, std::string_view other) { return one.id < other; });
  return at != lists.end() && at->id == id ? &at->terms : nullptr;
}

const TermLabel* About::find_term(std::string_view list, std::string_view term) const {
  const TermLabels* const terms = find_list(list);
  return terms == nullptr ? nullptr : terms->find(term);
}

std::string About::label(std::string_view list, std::string_view term,
                         std::string_view language) const {
  const TermLabels* const terms = find_list(list);
  return terms == nullptr ? std::string(term) : terms->label(term, language);
}

About make_about(const content::Bank& bank, const std::vector<Source>& records,
                 std::map<std::string, std::string> fields) {
  About about{.title = bank.settings.title,
              .url = bank.settings.url,
              .languages = bank.settings.languages,
              .text_languages = text_languages(bank, records),
              .fields = std::move(fields),
              .publisher = bank.settings.publisher,
              .licence = bank.settings.licence};
  about.word_languages = word_languages(bank, about.text_languages);
  about.synonyms = encode_synonyms(bank, records, about.word_languages);
  for (const content::Facet& facet : bank.facets) {
    FacetLabels labels{.facet = facet};
    if (const content::Vocabulary* list = bank.vocabularies.find(facet.vocabulary))
      labels.terms = labels_of(*list);
    about.facets.push_back(std::move(labels));
  }
  for (const auto& [id, list] : bank.vocabularies.lists)
    about.lists.push_back({.id = id, .terms = labels_of(list)});
  for (const auto& [id, list] : bank.vocabularies.frameworks)
    about.lists.push_back({.id = "frameworks/" + id, .terms = labels_of(list)});
  std::sort(about.lists.begin(), about.lists.end(),
            [](const ListLabels& a, const ListLabels& b) { return a.id < b.id; });
  return about;
}

void add_terms(About& about, const content::TermsByFacet& terms) {
  for (FacetLabels& labels : about.facets) {
    const auto named = terms.find(labels.facet.field);
    if (named == terms.end()) continue;
    labels.terms.add(named->second);
  }
}

std::string encode(const About& about) {
  BinaryWriter out;
  out.text(about.title);
  out.text(about.url);
  put_words(out, about.languages);
  put_words(out, about.text_languages);
  put_words(out, about.word_languages);
  out.number(about.documents);
  out.number(about.shards);
  out.number(about.facets.size());
  for (const FacetLabels& labels : about.facets) put(out, labels);
  out.number(about.lists.size());
  for (const ListLabels& list : about.lists) {
    out.text(list.id);
    out.text(encode(list.terms));
  }
  put_texts(out, about.fields);
  out.text(about.publisher);
  out.text(about.licence);
  out.text(about.synonyms);
  return first_line() + with_hash(out.bytes());
}

Result<About> decode_about(std::string_view bytes) {
  const std::string line = first_line();
  if (!bytes.starts_with(line)) {
    if (!bytes.starts_with("baraza index ")) return damaged("it does not say what it is");
    return Diagnostic{.message = "the index was made by another version of baraza",
                      .hint = "run `baraza index`"};
  }
  bytes.remove_prefix(line.size());
  const std::optional<std::string_view> rest = without_hash(bytes);
  if (!rest) return damaged("what it says of itself does not read as written");

  BinaryReader in(*rest);
  About about;
  about.title = in.text();
  about.url = in.text();
  about.languages = take_words(in);
  about.text_languages = take_words(in);
  about.word_languages = take_words(in);
  about.documents = static_cast<std::size_t>(in.number());
  about.shards = static_cast<std::size_t>(in.number());
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    about.facets.push_back(take_labels(in));
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    ListLabels& list = about.lists.emplace_back();
    list.id = in.text();
    list.terms = TermLabels::of(in.text());
  }
  about.fields = take_texts(in);
  about.publisher = in.text();
  about.licence = in.text();
  about.synonyms = in.text();
  if (!in.ok() || !in.at_end() || about.languages.empty())
    return damaged("what it says of itself does not read as written");
  return about;
}

Result<About> read_about(const std::string& folder) {
  const std::string path = join_path(folder, "about");
  if (kind_of(path) != EntryKind::file) return damaged("`about` is missing");
  const Result<std::string> bytes = read_file(path, path);
  if (!bytes) return damaged("`about` cannot be read");
  return decode_about(*bytes);
}

}  // namespace baraza::index
