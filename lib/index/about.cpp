#include "index/about.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "index/entry.hpp"
#include "index/record_file.hpp"
#include "index/terms.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

// The first line tells the versions of all that an index depends on.
std::string first_line() {
  return "baraza index " + std::to_string(format_version) + ", words " +
         std::to_string(language::words_version) + "\n";
}

void put(BinaryWriter& out, const FacetLabels& labels) {
  for (const std::string* text : {&labels.facet.field, &labels.facet.flag, &labels.facet.plural,
                                  &labels.facet.label, &labels.facet.vocabulary})
    out.text(*text);
  out.number(labels.terms.size());
  for (const TermLabel& term : labels.terms) {
    out.text(term.id);
    out.number(term.label.size());
    for (const auto& [language, text] : term.label) {
      out.text(language);
      out.text(text);
    }
    put_words(out, term.alt);
  }
}

FacetLabels take_labels(BinaryReader& in) {
  FacetLabels labels;
  for (std::string* text : {&labels.facet.field, &labels.facet.flag, &labels.facet.plural,
                            &labels.facet.label, &labels.facet.vocabulary})
    *text = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    TermLabel& term = labels.terms.emplace_back();
    term.id = in.text();
    for (std::size_t more = in.count(); more > 0 && in.ok(); --more) {
      std::string language = in.text();
      term.label[std::move(language)] = in.text();
    }
    term.alt = take_words(in);
  }
  return labels;
}

bool by_id(const TermLabel& a, const TermLabel& b) { return a.id < b.id; }

}  // namespace

const TermLabel* FacetLabels::find(std::string_view term) const {
  const auto at = std::lower_bound(
      terms.begin(), terms.end(), term,
      [](const TermLabel& one, std::string_view other) { return one.id < other; });
  return at != terms.end() && at->id == term ? &*at : nullptr;
}

std::string FacetLabels::label(std::string_view term, std::string_view language) const {
  const TermLabel* found = find(term);
  if (found == nullptr) return std::string(term);
  const std::string& text = content::text_in(found->label, language);
  return text.empty() ? std::string(term) : text;
}

const FacetLabels* About::find_facet(std::string_view name) const {
  const auto at = std::find_if(facets.begin(), facets.end(), [&](const FacetLabels& one) {
    return one.facet.field == name || one.facet.flag == name || one.facet.plural == name;
  });
  return at == facets.end() ? nullptr : &*at;
}

About make_about(const content::Bank& bank) {
  About about{.title = bank.settings.title,
              .url = bank.settings.url,
              .languages = bank.settings.languages};
  for (const content::Facet& facet : bank.facets) {
    FacetLabels labels{.facet = facet};
    if (const content::Vocabulary* list = bank.vocabularies.find(facet.vocabulary)) {
      for (const content::Term& term : list->terms)
        labels.terms.push_back({.id = term.id, .label = term.label, .alt = term.alt});
    }
    std::stable_sort(labels.terms.begin(), labels.terms.end(), by_id);
    about.facets.push_back(std::move(labels));
  }
  return about;
}

void add_terms(About& about, const content::TermsByFacet& terms) {
  for (FacetLabels& labels : about.facets) {
    const auto named = terms.find(labels.facet.field);
    if (named == terms.end()) continue;
    for (const std::string& term : named->second) {
      if (labels.find(term) != nullptr) continue;
      const TermLabel added{.id = term};
      labels.terms.insert(
          std::upper_bound(labels.terms.begin(), labels.terms.end(), added, by_id), added);
    }
  }
}

std::string encode(const About& about) {
  BinaryWriter out;
  out.text(about.title);
  out.text(about.url);
  put_words(out, about.languages);
  out.number(about.documents);
  out.number(about.shards);
  out.number(about.facets.size());
  for (const FacetLabels& labels : about.facets) put(out, labels);
  return first_line() + hash_of(out.bytes()) + out.bytes();
}

Result<About> decode_about(std::string_view bytes) {
  const std::string line = first_line();
  if (!bytes.starts_with(line)) {
    if (!bytes.starts_with("baraza index ")) return damaged("it does not say what it is");
    return Diagnostic{.message = "the index was made by another version of baraza",
                      .hint = "run `baraza index`"};
  }
  constexpr std::size_t hash_size = 32;
  bytes.remove_prefix(line.size());
  if (bytes.size() < hash_size ||
      hash_of(bytes.substr(hash_size)) != bytes.substr(0, hash_size))
    return damaged("what it says of itself does not read as written");

  BinaryReader in(bytes.substr(hash_size));
  About about;
  about.title = in.text();
  about.url = in.text();
  about.languages = take_words(in);
  about.documents = static_cast<std::size_t>(in.number());
  about.shards = static_cast<std::size_t>(in.number());
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    about.facets.push_back(take_labels(in));
  if (!in.ok() || !in.at_end() || about.languages.empty())
    return damaged("what it says of itself does not read as written");
  return about;
}

}  // namespace baraza::index
