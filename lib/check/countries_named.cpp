#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "check/record_rules.hpp"
#include "check/scalar_edit.hpp"
#include "language/stop_words.hpp"

namespace baraza::check {

using content::Node;
using content::Term;
using content::Vocabulary;

namespace {

// ISO 3166-1 has 249 codes; a list that is much longer is one of something else.
constexpr std::size_t most_countries = 1000;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// A code of two or three capitals, in a scheme such as `alpha2`, `iso-3166-1` or `iso`.
bool is_country(const Term& term) {
  for (const auto& [scheme, codes] : term.codes) {
    std::string name = scheme;
    std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
    if (name != "alpha2" && name != "alpha3" && name != "iso" && !name.starts_with("iso3166"))
      continue;
    for (const std::string& code : codes)
      if ((code.size() == 2 || code.size() == 3) &&
          std::all_of(code.begin(), code.end(), is_capital))
        return true;
  }
  return false;
}

// Part of a word, as far as a name's borders go: letters and digits of any script, and the
// hyphens that tie `Guinea-Bissau` together.
bool is_inside_word(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
  const bool sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2070) ||
                    (c >= 0x3000 && c < 0x3040);
  return !sign || c == 0x2010 || c == 0x2011;
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return ' ';
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
  std::string_view rest = text.substr(begin);
  return take_character(rest);
}

char32_t character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return ' ';
  std::string_view rest = text.substr(at);
  return take_character(rest);
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos;
       at = text.find(word, at + 1))
    if (!is_inside_word(character_before(text, at)) &&
        !is_inside_word(character_at(text, at + word.size())))
      return at;
  return std::string_view::npos;
}

// A word that is made from the country's name, such as one for its people or its language.
bool is_derived(const Term& term, std::string_view word) {
  constexpr std::size_t stem = 3;
  constexpr std::array<std::string_view, 6> endings = {"sh", "ch", "ese", "ian", "ean", "ino"};
  for (const std::string_view ending : endings)
    if (word.ends_with(ending)) return true;
  const std::string lower = to_lower(word);
  const auto shares_stem = [&](std::string_view name) {
    return find_word(word, name, 0) == std::string_view::npos && name.size() >= stem &&
           lower.starts_with(to_lower(name.substr(0, stem)));
  };
  return std::any_of(term.label.begin(), term.label.end(),
                     [&](const auto& label) { return shares_stem(label.second); });
}

// The names of a country in a text of that language; short ones such as `UK` are left out,
// since more than the country is called so.
std::vector<std::string_view> names_of(const Term& term, std::string_view language) {
  constexpr std::size_t shortest = 3;
  std::vector<std::string_view> names = {term.label_in(language)};
  for (const std::string& word : term.alt)
    if (word.size() >= shortest && (is_capital(word[0]) || !is_ascii(word[0])) &&
        !is_derived(term, word))
      names.emplace_back(word);
  return names;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') return {};
  const std::size_t end = at - 1;
  const std::size_t space = text.rfind(' ', end - 1);
  return text.substr(space == std::string_view::npos ? 0 : space + 1,
                     end - (space == std::string_view::npos ? 0 : space + 1));
}

// Does the name go on before or behind, as in `Papua New Guinea` or `Niger Delta`?
bool is_part_of_name(std::string_view text, std::size_t at, std::size_t size,
                     std::string_view language) {
  const std::string_view before = word_before(text, at);
  if (!before.empty() && is_capital(before[0]) &&
      is_inside_word(character_at(before, before.size() - 1)) &&
      !language::is_stop_word(to_lower(before), language))
    return true;
  const std::size_t next = at + size;
  return next + 1 < text.size() && text[next] == ' ' && is_capital(text[next + 1]);
}

// Is the country only compared with, as in `unlike in Brazil`, or somebody's home?
bool is_compared(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 10> words = {"unlike",   "like",   "than", "as",
                                                      "from",     "versus", "vs",   "compared",
                                                      "contrast", "outside"};
  for (int i = 0; i < 2; ++i) {
    const std::string_view before = word_before(text, at);
    if (before.empty()) return false;
    if (std::find(words.begin(), words.end(), to_lower(before)) != words.end()) return true;
    at = static_cast<std::size_t>(before.data() - text.data());
  }
  return false;
}

// Is it the last word of an organisation's name, as in `Bank of Ghana`, or of a sea's?
bool is_end_of_name(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 9> links = {"of", "the", "do",  "da", "de",
                                                     "du", "ya",  "cha", "la"};
  constexpr std::array<std::string_view, 24> names = {
      "academy", "association", "banco",        "bank",        "banque",     "bay",
      "benki",   "church",      "college",      "commission",  "consulate",  "embassy",
      "gulf",    "institute",   "museum",       "school",      "society",    "strait",
      "times",   "universidad", "universidade", "universitas", "université", "university"};
  std::string_view before = word_before(text, at);
  if (std::find(links.begin(), links.end(), before) == links.end()) return false;
  for (int i = 0; i < 2 && std::find(links.begin(), links.end(), before) != links.end(); ++i)
    before = word_before(text, static_cast<std::size_t>(before.data() - text.data()));
  return !before.empty() && is_capital(before[0]) &&
         std::find(names.begin(), names.end(), to_lower(before)) != names.end();
}

// Does it stand in quotes, and so in somebody else's words?
bool is_quoted(std::string_view text, std::size_t at, std::size_t size) {
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + size);
  if (std::count(before.begin(), before.end(), '"') % 2 == 1 &&
      after.find('"') != std::string_view::npos)
    return true;
  constexpr std::array<std::array<std::string_view, 2>, 3> pairs = {
      {{"“", "”"}, {"„", "“"}, {"«", "»"}}};
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& quotes) {
    const std::size_t open = before.rfind(quotes[0]);
    return open != std::string_view::npos &&
           before.find(quotes[1], open + quotes[0].size()) == std::string_view::npos &&
           after.find(quotes[1]) != std::string_view::npos;
  });
}

struct Named {
  const Term* term = nullptr;
  std::size_t at = 0;
  std::size_t size = 0;
};

// Every place of `text` that has the name of a country, longer names before their parts.
std::vector<Named> find_names(std::string_view text, const Vocabulary& countries,
                              std::string_view language) {
  std::array<bool, 256> initial = {};  // the bytes that words of the text begin with
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 0 || !is_inside_word(static_cast<unsigned char>(text[i - 1])))
      initial[static_cast<unsigned char>(text[i])] = true;
  std::vector<Named> found;
  for (const Term& term : countries.terms) {
    if (term.deprecated || !is_country(term)) continue;
    for (const std::string_view name : names_of(term, language)) {
      if (name.empty() || !initial[static_cast<unsigned char>(name[0])]) continue;
      for (std::size_t at = find_word(text, name, 0); at != std::string_view::npos;
           at = find_word(text, name, at + name.size()))
        found.push_back({&term, at, name.size()});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Named& a, const Named& b) {
    return a.at != b.at ? a.at < b.at : a.size > b.size;
  });
  return found;
}

// The terms that the record lists, and those they belong to.
std::set<std::string> listed_terms(const std::vector<std::string>& ids,
                                   const Vocabulary& countries) {
  std::set<std::string> listed;
  for (const std::string& id : ids) {
    const Term* term = countries.find(id);
    if (term == nullptr) term = countries.find_alias(id);
    while (term != nullptr && listed.insert(term->id).second)
      term = countries.find(term->broader);
  }
  return listed;
}

class CountryChecker {
 public:
  CountryChecker(const content::Record& record, const content::Facet& facet,
                 const Vocabulary& countries, Diagnostics& found)
      : record_(record),
        facet_(facet),
        countries_(countries),
        found_(found),
        language_(record.card.language.empty() ? "en" : record.card.language) {}

  void check() {
    const auto terms = record_.card.terms.find(facet_.field);
    if (terms == record_.card.terms.end()) return;
    listed_ = listed_terms(terms->second, countries_);
    if (listed_.empty()) return;
    for (const char* field : {"title", "summary"})
      if (const Node* text = record_.front.find(field); text != nullptr && text->is_text())
        check_text(field, *text);
  }

 private:
  void check_text(const std::string& field, const Node& node) {
    const std::string_view text = node.text;
    const std::vector<Named> names = find_names(text, countries_, language_);
    std::size_t taken = 0;  // where the last name ends
    for (std::size_t i = 0; i < names.size();) {
      const Named& name = names[i];
      std::vector<const Term*> terms;  // two countries may share a name
      for (; i < names.size() && names[i].at == name.at; ++i)
        if (names[i].size == name.size) terms.push_back(names[i].term);
      if (name.at < taken) continue;
      taken = name.at + name.size;
      const bool known = std::any_of(terms.begin(), terms.end(), [&](const Term* term) {
        return listed_.contains(term->id);
      });
      if (known || is_compared(text, name.at) || is_end_of_name(text, name.at) ||
          is_quoted(text, name.at, name.size) ||
          is_part_of_name(text, name.at, name.size, language_))
        continue;
      for (const Term* term : terms) listed_.insert(term->id);  // told once
      add(field, node, name, terms);
    }
  }

  void add(const std::string& field, const Node& node, const Named& name,
           const std::vector<const Term*>& terms) {
    const std::string_view text = node.text;
    std::string ids;
    for (const Term* term : terms) ids += (ids.empty() ? "`" : " or `") + term->id + "`";
    found_.add({.severity = Severity::warning,
                .rule = "E321",  // country-in-text
                .where = {record_.card.path,
                          span_inside(node, count_characters(text.substr(0, name.at)),
                                      count_characters(text.substr(name.at, name.size)))},
                .message = "the " + field + " names " +
                           std::string(text.substr(name.at, name.size)) + ", and `" +
                           facet_.field + "` does not",
                .hint = "add " + ids + " to `" + facet_.field + "` if it happened there too",
                .notes = {{{record_.card.path, record_.front.find_key(facet_.field)->span},
                           "`" + facet_.field + "` is here"}},
                .edits = {}});
  }

  const content::Record& record_;
  const content::Facet& facet_;
  const Vocabulary& countries_;
  Diagnostics& found_;
  std::string language_;
  std::set<std::string> listed_ = {};
};

}  // namespace

void check_countries_named(const content::Record& record,
                           const content::Vocabularies& vocabularies,
                           const std::vector<content::Facet>& facets, Diagnostics& found) {
  for (const content::Facet& facet : facets) {
    const Vocabulary* list = vocabularies.find(facet.vocabulary);
    if (list == nullptr || list->terms.size() > most_countries) continue;
    CountryChecker(record, facet, *list, found).check();
  }
}

}  // namespace baraza::check
