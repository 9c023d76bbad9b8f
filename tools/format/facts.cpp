#include "tools/format/facts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/address.hpp"

namespace baraza::tools {

std::string Look::label(std::string_view list, std::string_view term) const {
  if (about.find_term(list, term) == nullptr) return words_of(term);
  return about.label(list, term, languages.front());
}

std::string Look::labels(std::string_view list, const std::vector<std::string>& terms) const {
  std::vector<std::string> texts;
  texts.reserve(terms.size());
  for (const std::string& term : terms) texts.push_back(label(list, term));
  return join(texts, ", ");
}

std::vector<std::string> languages_of(const std::string& asked, const index::About& about) {
  std::vector<std::string> languages;
  if (!asked.empty()) languages.push_back(asked);
  languages.insert(languages.end(), about.languages.begin(), about.languages.end());
  return languages;
}

std::string words_of(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string date_text(const content::Date& date) {
  content::Date sure = date;
  sure.about = false;
  return (date.about ? "about " : "") + content::text_of(sure);
}

std::string period_text(const index::Entry& entry) {
  const std::string start = date_text(entry.start);
  const std::string end = date_text(entry.end);
  if (start.empty()) return end.empty() ? "" : "to " + end;
  if (entry.ongoing || end.empty()) return "since " + start;
  return start == end ? start : start + " to " + end;
}

std::vector<std::string> terms_texts(const index::Entry& entry, const Look& look) {
  std::vector<std::string> groups;
  for (const index::FacetLabels& facet : look.about.facets) {
    const auto terms = entry.terms.find(facet.facet.field);
    if (terms == entry.terms.end()) continue;
    std::vector<std::string> labels;
    for (const std::string& term : terms->second)
      labels.push_back(facet.terms.label(term, look.languages.front()));
    groups.push_back(visible(join(labels, ", ")));
  }
  return groups;
}

std::string evidence_text(const index::Entry& entry, const Look& look) {
  if (entry.basis.empty())
    return entry.kind == index::Kind::lesson ? "none is named; see its sources" : "";
  std::string kinds = visible(look.labels("bases", entry.basis));
  if (entry.corroboration.empty()) return kinds;
  return kinds + " (" + visible(look.labels("corroborations", entry.corroboration)) + ")";
}

std::string tally_text(const index::Tally& tally) {
  std::vector<std::string> sides;
  const auto add = [&](std::size_t cases, std::string_view where) {
    if (cases == 0) return;
    sides.push_back((sides.empty() ? counted(cases, "case", "cases") : std::to_string(cases)) +
                    " " + std::string(where));
  };
  add(tally.supporting, "for it");
  add(tally.against, "against it");
  add(tally.both, "on both sides");
  return join(sides, ", ");
}

std::string place_text(const index::Entry& entry) {
  if (entry.path.empty()) return {};
  return visible(entry.path) + (entry.line > 0 ? ":" + std::to_string(entry.line) : "");
}

std::string place_text(const index::Entry& entry, const index::Excerpt& excerpt) {
  if (excerpt.path.empty() || (excerpt.line == 0 && excerpt.path == entry.path))
    return place_text(entry);
  return visible(excerpt.path) + (excerpt.line > 0 ? ":" + std::to_string(excerpt.line) : "");
}

std::string address_of(const index::Entry& entry, const index::About& about) {
  if (entry.kind == index::Kind::digest) return entry.url;
  if (about.url.empty()) return {};
  const std::size_t hash = entry.id.find('#');
  std::string folder;
  switch (entry.kind) {
    case index::Kind::lesson:
      folder = render::lesson_folder(
          entry.case_id, hash == std::string::npos ? "" : entry.id.substr(hash + 1));
      break;
    case index::Kind::insight:
      folder = render::insight_folder(entry.id);
      break;
    default:
      folder = render::case_folder(entry.id);
  }
  return render::full_address(about.url, render::page_in(folder));
}

}  // namespace baraza::tools
