#include "check/record_terms.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"
#include "check/term_advice.hpp"
#include "language/slug.hpp"

namespace baraza::check {

using content::Node;
using content::Term;
using content::Vocabulary;

namespace {

// A record full of unknown terms of a long list would be long in the reading.
constexpr std::size_t most_searched = 500'000;

// Asks `is` of every word of a term that a writer may use instead of its id, until it says yes.
template <class Is>
bool any_word(const Term& term, Is is) {
  if (is(term.id)) return true;
  for (const auto& [language, label] : term.label)
    if (is(label)) return true;
  return std::any_of(term.alt.begin(), term.alt.end(), is) ||
         std::any_of(term.aliases.begin(), term.aliases.end(), is);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool has_code(const Term& term, std::string_view word) {
  for (const auto& [scheme, codes] : term.codes)
    for (const std::string& code : codes)
      if (is_same_word(code, word)) return true;
  return false;
}

// Which letters and digits of ASCII a word has, as bits, and how many.
struct Letters {
  std::uint64_t which = 0;
  std::ptrdiff_t count = 0;
};

Letters letters_of(std::string_view word) {
  Letters letters;
  for (const char raw : word) {
    const char c = lower(raw);
    const bool letter = c >= 'a' && c <= 'z';
    if (!letter && (c < '0' || c > '9')) continue;
    letters.which |= std::uint64_t{1} << static_cast<unsigned>(letter ? c - 'a' : c - '0' + 26);
    ++letters.count;
  }
  return letters;
}

// May the two be near each other? An edit changes two kinds of letters at most; asking this is
// much cheaper than counting the edits.
bool may_be_near(const Letters& a, const Letters& b) {
  constexpr int most_edits = 3;
  return std::abs(a.count - b.count) <= most_edits &&
         std::popcount(a.which ^ b.which) <= 2 * most_edits;
}

// Does a word of `text` begin with `word`?
bool has_word(const std::string& text, const std::string& word) {
  const std::string lower = to_lower(text);
  for (std::size_t at = lower.find(word); at != std::string::npos;
       at = lower.find(word, at + 1))
    if (at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '-') return true;
  return false;
}

// "did you mean `education` (Education)?"; `before` stands before each id.
std::string did_you_mean_terms(const std::vector<const Term*>& terms, std::string_view language,
                               const std::string& before = {}) {
  if (terms.empty()) return {};
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i > 0) text += i + 1 == terms.size() ? " or " : ", ";
    text += "`" + before + terms[i]->id + "`";
    const std::string& label = terms[i]->label_in(language);
    if (label != terms[i]->id) text += " (" + label + ")";
  }
  return text + "?";
}

// How a command names the list: `vocabularies/sectors`.
std::string name_of(const Vocabulary& list) {
  return (list.framework ? "frameworks/" : "vocabularies/") + list.id;
}

// "write one of `a`, `b`, ...": all of a short list, the first of a long one.
std::string list_terms(const Vocabulary& vocabulary, const std::string& before = {}) {
  constexpr std::size_t most = 12;
  std::vector<std::string> ids;
  for (const Term& term : vocabulary.terms) {
    if (term.deprecated) continue;
    if (ids.size() == most)
      return "write one of " + join(ids, ", ") + ", ...; `baraza schema " +
             name_of(vocabulary) + "` lists them all";
    ids.push_back("`" + before + term.id + "`");
  }
  if (ids.empty()) return "the list `" + vocabulary.id + "` has no terms yet";
  if (ids.size() == 1 && !vocabulary.framework)
    return "the list has " + ids.front() + " alone so far; a new term is " +
           "added to it first";
  return "write one of " + join(ids, ", ");
}

// Where the terms of a list can be looked up.
std::vector<Note> where_listed(const Vocabulary& list) {
  if (list.where.path.empty()) return {};
  return {{{list.where.path, {}},
           list.built_in ? "`baraza schema " + name_of(list) + "` lists the terms"
                         : std::string("the terms are listed here")}};
}

// Are these several terms in one text, `education, health` or `education health`? Then as a
// list.
std::string as_list(const Vocabulary& vocabulary, std::string_view text) {
  std::vector<std::string> ids;
  const char separator = text.find(',') == std::string_view::npos ? ' ' : ',';
  for (const std::string_view part : split(text, separator)) {
    if (separator == ' ' && part.empty()) continue;
    ids.emplace_back(trim(part));
    if (vocabulary.find(ids.back()) == nullptr) return {};
  }
  return ids.size() < 2 ? std::string() : "[" + join(ids, ", ") + "]";
}

// Words of ASCII, of which an id loses no sign but what joins them.
bool is_plain_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == ' ' ||
           c == '-' || c == '_';
  });
}

}  // namespace

std::vector<const Term*> nearest_terms(const Vocabulary& vocabulary, std::string_view word) {
  for (const Term& term : vocabulary.terms)
    if (!term.deprecated &&
        (has_code(term, word) ||
         any_word(term, [&](const std::string& one) { return is_same_word(one, word); })))
      return {&term};

  std::map<std::string, const Term*> term_by_word;  // the first term that has a word keeps it
  const Letters letters = letters_of(word);
  for (const Term& term : vocabulary.terms)
    if (!term.deprecated)
      any_word(term, [&](const std::string& one) {
        if (may_be_near(letters_of(one), letters)) term_by_word.emplace(one, &term);
        return false;
      });
  std::vector<std::string> words;
  words.reserve(term_by_word.size());
  for (const auto& [one, term] : term_by_word) words.push_back(one);
  std::vector<const Term*> terms;
  const auto add = [&](const Term* term) {
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  };
  for (const std::string& one : nearest(words, word)) add(term_by_word.at(one));
  if (!terms.empty() || word.size() < 3) return terms;

  const std::string start = to_lower(word);
  for (const Term& term : vocabulary.terms)
    if (!term.deprecated && terms.size() < 3 &&
        any_word(term, [&](const std::string& one) { return has_word(one, start); }))
      add(&term);
  return terms;
}

const Term* same_term(const Vocabulary& vocabulary, std::string_view word) {
  const auto is = [&](const std::string& one) { return is_same_word(one, word); };
  const Term* same = nullptr;
  for (const Term& term : vocabulary.terms) {
    if (term.deprecated || (!has_code(term, word) && !any_word(term, is))) continue;
    const bool called = is(term.id) || has_code(term, word) ||
                        std::any_of(term.label.begin(), term.label.end(),
                                    [&](const auto& label) { return is(label.second); });
    if (!called || same != nullptr) return nullptr;
    same = &term;
  }
  return same;
}

// Words that are no id are what a term is called, by some; they are not unknown.
std::string not_listed(const std::string& name, const std::string& word) {
  const std::string shown = "`" + shorten(word, 60) + "`";
  return word.find(' ') == std::string::npos ? "unknown " + name + " " + shown
                                             : "no " + name + " has the id " + shown;
}

std::string advise_term(const Vocabulary& vocabulary, std::string_view word,
                        std::string_view language) {
  return unknown_term(vocabulary, {}, std::string(word), language, {}).hint;
}

Diagnostic unknown_term(const Vocabulary& vocabulary, const std::string& name,
                        const std::string& word, std::string_view language, Place where,
                        bool search) {
  std::string hint;
  const std::string several =
      word.find_first_of(", ") == std::string::npos ? "" : as_list(vocabulary, word);
  if (!several.empty()) hint = "each is a term of its own: `" + several + "`";
  if (const std::string small = to_lower(word);
      small != word && vocabulary.find(small) != nullptr)
    hint = "write it in small letters: `" + small + "`";
  if (hint.empty() && search)
    hint = did_you_mean_terms(nearest_terms(vocabulary, word), language);
  if (hint.empty()) hint = list_terms(vocabulary);
  return {.severity = Severity::error,
          .rule = "E203",  // unknown-term
          .where = std::move(where),
          .message = not_listed(name, word),
          .hint = std::move(hint),
          .notes = where_listed(vocabulary),
          .edits = {}};
}

void TermChecker::check(const Mark& mark) {
  const OwnWords& words = mark.schema->words;
  if (words.ref == "lens" ||
      (words.vocabulary == "frameworks" && vocabularies_.find(words.vocabulary) == nullptr))
    check_lens(mark);
  else if (!words.vocabulary.empty())
    check_term(mark);
}

// What people call a term of this field: `country`, not `countries`.
std::string TermChecker::term_name(const Mark& mark) const {
  for (const content::Facet& facet : facets_)
    if (facet.field == mark.at.field) return facet.flag;
  std::string name = singular(mark.schema->words.vocabulary);
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

Place TermChecker::place_of(const Mark& mark) const {
  return {record_.card.path, span_of(mark.at)};
}

void TermChecker::check_term(const Mark& mark) {
  const Vocabulary* vocabulary = vocabularies_.find(mark.schema->words.vocabulary);
  if (vocabulary == nullptr) return;  // check_schema_vocabularies has said so
  const std::string word = mark.at.node->scalar();
  const std::string name = term_name(mark);
  const Term* term = lookup_.find(*vocabulary, word);
  if (term != nullptr && !term->deprecated) return;
  const Term* former = term == nullptr ? lookup_.find_alias(*vocabulary, word) : nullptr;
  if (term != nullptr || former != nullptr)
    return check_retired(mark, term != nullptr ? *term : *former, name);
  searched_ += vocabulary->terms.size();
  const bool search = searched_ <= most_searched;
  Diagnostic unknown =
      unknown_term(*vocabulary, name, word, record_.card.language, place_of(mark), search);
  if (const Term* same = search ? same_term(*vocabulary, word) : nullptr; same != nullptr)
    unknown.edits = replace_scalar(*mark.at.node, same->id);
  found_.add(std::move(unknown));
}

void TermChecker::check_retired(const Mark& mark, const Term& term, const std::string& name) {
  const Node& node = *mark.at.node;
  const std::string word = node.scalar();
  const std::string& now = term.id == word ? term.replaced_by : term.id;
  Diagnostic retired = {
      .severity = Severity::warning,
      .rule = "E215",  // retired-term
      .where = place_of(mark),
      .message = "the " + name + " `" + word + "` is " +
                 (term.id == word ? "no longer used" : "now called `" + now + "`"),
      .hint = now.empty() ? "choose another" : "write `" + now + "`",
      .notes = {},
      .edits = {}};
  if (is_slug(now)) retired.edits = replace_scalar(node, now);
  found_.add(std::move(retired));
}

void TermChecker::check_lens(const Mark& mark) {
  const std::string word = mark.at.node->scalar();
  if (vocabularies_.find_lens(word) != nullptr) return;
  const std::size_t slash = word.find('/');
  const std::string framework = word.substr(0, slash);
  const auto known = vocabularies_.frameworks.find(framework);
  Diagnostic unknown = {.severity = Severity::error,
                        .rule = "E302",  // unknown-lens
                        .where = place_of(mark),
                        .message = "unknown framework `" + shorten(framework, 60) + "`",
                        .hint = {},
                        .notes = {},
                        .edits = {}};
  if (known != vocabularies_.frameworks.end()) {
    const std::string term = slash == std::string::npos ? "" : word.substr(slash + 1);
    unknown.message =
        "unknown term `" + shorten(term, 60) + "` of the framework `" + framework + "`";
    unknown.hint = did_you_mean_terms(nearest_terms(known->second, term), record_.card.language,
                                      framework + "/");
    if (unknown.hint.empty()) unknown.hint = list_terms(known->second, framework + "/");
    unknown.notes = where_listed(known->second);
    if (const Term* same = same_term(known->second, term); same != nullptr)
      unknown.edits = replace_scalar(*mark.at.node, framework + "/" + same->id);
  } else {
    std::vector<std::string> names;
    for (const auto& [id, vocabulary] : vocabularies_.frameworks) names.push_back(id);
    unknown.hint = did_you_mean(nearest(names, framework));
    if (unknown.hint.empty() && !names.empty())
      unknown.hint = "the frameworks are `" + join(names, "`, `") + "`";
  }
  found_.add(std::move(unknown));
}

void TermChecker::check_free_facets() {
  for (const content::Facet& facet : facets_) {
    const Node* field = record_.front.find(facet.field);
    if (!facet.vocabulary.empty() || field == nullptr) continue;
    const std::vector<Node> one = {*field};
    for (const Node& item : field->is_list() ? field->children : one) {
      const std::string term = item.scalar();
      if (term.empty() || is_slug(term)) continue;
      const std::string better = language::slugify(term);
      Diagnostic odd = {
          .severity = Severity::error,
          .rule = "E216",  // term-form
          .where = {record_.card.path, item.span},
          .message = "the " + facet.flag + " `" + shorten(term, 60) + "` is not a term",
          .hint = better.empty() ? "a term is lower-case letters and digits, joined by "
                                   "single hyphens"
                                 : "write `" + better + "`",
          .notes = {},
          .edits = {}};
      if (is_plain_name(term) && is_slug(better)) odd.edits = replace_scalar(item, better);
      found_.add(std::move(odd));
    }
  }
}

}  // namespace baraza::check
