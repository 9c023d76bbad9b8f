#include "check/check_record.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "check/check_tree.hpp"
#include "check/problem_words.hpp"
#include "check/schema_evaluator.hpp"
#include "check/unwritten.hpp"
#include "language/slug.hpp"

namespace baraza::check {

using content::Node;
using content::Term;
using content::Vocabulary;

namespace {

// Where the ids stand that an `x-ref` may name inside a file.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> lists_by_ref = {{
    {"source", "sources"},
    {"actor", "actors"},
    {"outcome", "outcomes"},
}};

// The words of a term that a writer may use instead of its id.
std::vector<std::string> words_of(const Term& term) {
  std::vector<std::string> words = {term.id};
  for (const auto& [language, label] : term.label) words.push_back(label);
  words.insert(words.end(), term.alt.begin(), term.alt.end());
  words.insert(words.end(), term.aliases.begin(), term.aliases.end());
  return words;
}

bool has_code(const Term& term, const std::string& lower) {
  for (const auto& [scheme, codes] : term.codes)
    for (const std::string& code : codes)
      if (to_lower(code) == lower) return true;
  return false;
}

// Does a word of `text` begin with `word`?
bool has_word(const std::string& text, const std::string& word) {
  const std::string lower = to_lower(text);
  for (std::size_t at = lower.find(word); at != std::string::npos;
       at = lower.find(word, at + 1))
    if (at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '-') return true;
  return false;
}

// "write one of `a`, `b`, ...": all of a short list, the first of a long one.
std::string list_terms(const Vocabulary& vocabulary) {
  constexpr std::size_t most = 12;
  std::vector<std::string> ids;
  for (const Term& term : vocabulary.terms)
    if (!term.deprecated) ids.push_back("`" + term.id + "`");
  if (ids.empty()) return "the list `" + vocabulary.id + "` has no terms yet";
  const bool all = ids.size() <= most;
  if (!all) ids.resize(most);
  return "write one of " + join(ids, ", ") +
         (all ? "" : ", ...; `baraza schema` prints them all");
}

// The ids of one kind that a file defines.
struct Defined {
  std::vector<std::string> ids = {};
  bool certain = true;  // false: some could not be read, so an unknown one may be among them
};

class RecordChecker {
 public:
  RecordChecker(const content::Vocabularies& vocabularies,
                const std::vector<content::Facet>& facets, content::Record& record,
                Diagnostics& found)
      : vocabularies_(vocabularies), facets_(facets), record_(record), found_(found) {}

  void check(const Schema& schema) {
    const bool named_twice = check_id();
    // What could not be read at all has been told.
    if (record_.front.kind == Node::Kind::null && found_.has_errors()) return;
    Diagnostics in_tree;
    const std::vector<Mark> marks =
        check_marked_tree(schema, record_.front, record_.card.path, in_tree);
    for (const Diagnostic& one : in_tree.all())
      if (!named_twice || one.rule != "E202" ||
          one.where.span != record_.front.find_key("id")->span)
        found_.add(one);
    define_ids();
    record_.card.references.clear();
    for (const Mark& mark : marks) check_mark(mark);
    check_free_facets();
  }

 private:
  bool check_id();
  bool check_id_field(const std::string& from_path);
  void define_ids();
  Defined read_ids(const std::string& list) const;
  void check_mark(const Mark& mark);
  void check_term(const Mark& mark);
  void check_retired(const Mark& mark, const Term& term, const std::string& name);
  void check_lens(const Mark& mark);
  void check_reference(const Mark& mark);
  void check_unique(const Mark& mark);
  void check_free_facets();
  std::string term_name(const Mark& mark) const;
  void add(std::string rule, Span span, std::string message, std::string hint);

  const content::Vocabularies& vocabularies_;
  const std::vector<content::Facet>& facets_;
  content::Record& record_;
  Diagnostics& found_;
  std::map<std::string, Defined, std::less<>> defined_;      // by x-ref
  std::set<std::pair<std::string, std::string>> forgotten_;  // by x-ref and id
  // By the list they stand in and the id: where it was met first.
  std::map<std::pair<std::string, std::string>, Span> met_;
};

Diagnostic finding(Severity severity, std::string rule, Place where, std::string message,
                   std::string hint) {
  return {.severity = severity,
          .rule = std::move(rule),
          .where = std::move(where),
          .message = std::move(message),
          .hint = std::move(hint),
          .notes = {},
          .edits = {}};
}

// Does the front matter say an id of its own, and another one?
bool RecordChecker::check_id() {
  const content::PathName name = content::name_of_path(record_.card.path);
  if (!is_slug(name.id)) {
    const std::string better = language::slugify(name.id);
    found_.add(finding(
        Severity::error, "E304", {record_.card.path, {}},  // record-id
        "the file's name gives the id `" + shorten(name.id, 80) + "`, which cannot be one",
        better.empty() ? "an id is at most 80 lower-case letters and digits, "
                         "joined by single hyphens"
                       : "rename the file to `" + better + ".md`"));
    return false;
  }
  if (name.id == "page") {
    found_.add(finding(Severity::error, "E304", {record_.card.path, {}},
                       "no record can have the id `page`, where lists have their further pages",
                       "rename the file"));
    return false;
  }
  return check_id_field(name.id);
}

bool RecordChecker::check_id_field(const std::string& from_path) {
  const Node* id = record_.front.find("id");
  if (id == nullptr || id->scalar().empty() || id->scalar() == from_path) return false;
  found_.add(finding(Severity::error, "E305", {record_.card.path, id->span},  // id-of-file
                     "the id is `" + shorten(id->scalar(), 80) + "`, and the file is named `" +
                         from_path + "`",
                     "take the line out: the file's name is the id"));
  return true;
}

// A list that is missing or broken has a finding of its own; what points into it has none.
Defined RecordChecker::read_ids(const std::string& list) const {
  Defined defined;
  const Node* items = record_.front.find(list);
  if (items == nullptr) {
    const std::string quoted = "`" + list + "`";
    for (const Diagnostic& known : found_.all())
      if (known.message.find(quoted) != std::string::npos ||
          known.hint.find(quoted) != std::string::npos)
        defined.certain = false;
    return defined;
  }
  defined.certain = items->is_list();
  for (const Node& item : items->children) {
    const std::string id = item.text_of("id");
    // Of two things with one id, one was to have another.
    if (id.empty() ||
        std::find(defined.ids.begin(), defined.ids.end(), id) != defined.ids.end())
      defined.certain = false;
    defined.ids.push_back(id);
  }
  return defined;
}

void RecordChecker::define_ids() {
  for (const auto& [ref, list] : lists_by_ref)
    defined_.emplace(ref, read_ids(std::string(list)));
}

void RecordChecker::check_mark(const Mark& mark) {
  const OwnWords& words = mark.schema->words;
  if (words.ref == "lens" ||
      (words.vocabulary == "frameworks" && vocabularies_.find(words.vocabulary) == nullptr))
    check_lens(mark);
  else if (!words.vocabulary.empty())
    check_term(mark);
  if (!words.ref.empty()) check_reference(mark);
  if (words.unique == "file") check_unique(mark);
}

// What people call a term of this field: `country`, not `countries`.
std::string RecordChecker::term_name(const Mark& mark) const {
  for (const content::Facet& facet : facets_)
    if (facet.field == mark.at.field) return facet.flag;
  std::string name = singular(mark.schema->words.vocabulary);
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

void RecordChecker::add(std::string rule, Span span, std::string message, std::string hint) {
  found_.add(finding(Severity::error, std::move(rule), {record_.card.path, span},
                     std::move(message), std::move(hint)));
}

void RecordChecker::check_term(const Mark& mark) {
  const Vocabulary* vocabulary = vocabularies_.find(mark.schema->words.vocabulary);
  if (vocabulary == nullptr) return;  // check_schema_vocabularies has said so
  const std::string word = mark.at.node->scalar();
  const std::string name = term_name(mark);
  const Term* term = vocabulary->find(word);
  const Term* former = term == nullptr ? vocabulary->find_alias(word) : nullptr;
  if (term != nullptr && !term->deprecated) return;
  if (term != nullptr || former != nullptr)
    return check_retired(mark, term != nullptr ? *term : *former, name);
  const std::vector<std::string> near = nearest_terms(*vocabulary, word);
  Diagnostic unknown =
      finding(Severity::error, "E203", {record_.card.path, span_of(mark.at)},  // unknown-term
              "unknown " + name + " `" + shorten(word, 60) + "`", did_you_mean(near));
  if (near.empty()) unknown.hint = list_terms(*vocabulary);
  found_.add(std::move(unknown));
}

void RecordChecker::check_retired(const Mark& mark, const Term& term, const std::string& name) {
  const std::string word = mark.at.node->scalar();
  const std::string& now = term.id == word ? term.replaced_by : term.id;
  Diagnostic retired =
      finding(Severity::warning, "E215", {record_.card.path, span_of(mark.at)},  // retired-term
              "the " + name + " `" + word + "` is " +
                  (term.id == word ? "no longer used" : "now called `" + now + "`"),
              now.empty() ? "choose another" : "write `" + now + "`");
  if (is_slug(now) && mark.at.node->plain && mark.at.node->span.line > 0)
    retired.edits.push_back({.span = mark.at.node->span, .text = now});
  found_.add(std::move(retired));
}

void RecordChecker::check_lens(const Mark& mark) {
  const std::string word = mark.at.node->scalar();
  if (vocabularies_.find_lens(word) != nullptr) return;
  const std::size_t slash = word.find('/');
  const std::string framework = word.substr(0, slash);
  const auto known = vocabularies_.frameworks.find(framework);
  std::vector<std::string> near;
  std::string message = "unknown framework `" + shorten(framework, 60) + "`";
  if (known != vocabularies_.frameworks.end()) {
    const std::string term = slash == std::string::npos ? "" : word.substr(slash + 1);
    message = "unknown term `" + shorten(term, 60) + "` of the framework `" + framework + "`";
    for (const std::string& id : nearest_terms(known->second, term))
      near.push_back(std::string(framework).append("/").append(id));
  } else {
    std::vector<std::string> names;
    for (const auto& [id, vocabulary] : vocabularies_.frameworks) names.push_back(id);
    near = nearest(names, framework);
  }
  add("E302", span_of(mark.at), std::move(message), did_you_mean(near));  // unknown-lens
}

void RecordChecker::check_reference(const Mark& mark) {
  const std::string& ref = mark.schema->words.ref;
  const std::string target = mark.at.node->scalar();
  if (ref == "case" || ref == "lesson") {
    record_.card.references.push_back(
        {.kind = ref, .target = target, .span = span_of(mark.at)});
    return;
  }
  const auto defined = defined_.find(ref);
  if (defined == defined_.end() || !defined->second.certain) return;
  const std::vector<std::string>& ids = defined->second.ids;
  if (std::find(ids.begin(), ids.end(), target) != ids.end()) return;
  std::string hint = did_you_mean(nearest(ids, target));
  // What is like nothing that is there was forgotten, and that is told once.
  if (hint.empty() && !forgotten_.insert({ref, target}).second) return;
  if (hint.empty())
    for (const auto& [kind, list] : lists_by_ref)
      if (kind == ref)
        hint = "the " + std::string(list) + " of this file are listed under `" +
               std::string(list) + "`";
  add("E301", span_of(mark.at), "unknown " + ref + " `" + shorten(target, 60) + "`",
      hint);  // unknown-item
}

void RecordChecker::check_unique(const Mark& mark) {
  const std::string& pointer = mark.at.pointer;
  const std::string list = pointer.substr(0, pointer.find('/', 1));
  const std::string id = mark.at.node->scalar();
  const auto [first, is_new] = met_.emplace(std::pair(list, id), span_of(mark.at));
  if (is_new || first->second == span_of(mark.at)) return;
  Diagnostic twice =
      finding(Severity::error, "E303",  // id-twice
              {record_.card.path, span_of(mark.at)},
              "`" + shorten(id, 60) + "` is the id of two things in `" + list.substr(1) + "`",
              "give one of the two another id");
  twice.notes.push_back({{record_.card.path, first->second}, "first used here"});
  found_.add(std::move(twice));
}

// A facet without a vocabulary takes any slug for a term.
void RecordChecker::check_free_facets() {
  for (const content::Facet& facet : facets_) {
    const Node* field = record_.front.find(facet.field);
    if (!facet.vocabulary.empty() || field == nullptr) continue;
    const std::vector<Node> one = {*field};
    for (const Node& item : field->is_list() ? field->children : one) {
      const std::string term = item.scalar();
      if (term.empty() || is_slug(term)) continue;
      const std::string better = language::slugify(term);
      add("E216", item.span, "the " + facet.flag + " `" + shorten(term, 60) + "` is not a term",
          better.empty() ? "a term is lower-case letters and digits, joined by single hyphens"
                         : "write `" + better + "`");  // term-form
    }
  }
}

bool has_errors(const Diagnostics& found, const std::string& file) {
  return std::any_of(found.all().begin(), found.all().end(), [&](const Diagnostic& one) {
    return one.severity == Severity::error && one.where.path.ends_with(file);
  });
}

}  // namespace

std::vector<std::string> nearest_terms(const Vocabulary& vocabulary, std::string_view word) {
  std::map<std::string, std::string> id_by_word;  // the first term that has a word keeps it
  std::vector<std::string> words;
  const std::string lower = to_lower(word);
  for (const Term& term : vocabulary.terms) {
    if (term.deprecated) continue;
    if (has_code(term, lower)) return {term.id};
    for (std::string& one : words_of(term)) {
      if (to_lower(one) == lower) return {term.id};
      if (id_by_word.emplace(one, term.id).second) words.push_back(std::move(one));
    }
  }
  std::vector<std::string> near = nearest(words, word);
  if (near.empty() && word.size() > 2)
    for (const std::string& one : words)
      if (near.size() < 3 && has_word(one, lower)) near.push_back(one);
  std::vector<std::string> ids;
  for (const std::string& one : near) {
    const std::string& id = id_by_word.at(one);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

void check_record(const Schema& schema, const content::Vocabularies& vocabularies,
                  const std::vector<content::Facet>& facets, content::Record& record) {
  Diagnostics found;
  found.add_all(record.findings);
  RecordChecker(vocabularies, facets, record, found).check(schema);
  check_unwritten(record, found);
  record.findings = found.all();
}

void check_schema_vocabularies(const Schema& schema, const content::Vocabularies& vocabularies,
                               Diagnostics& found) {
  if (schema.compiled() == nullptr) return;
  std::vector<std::string> known = {"frameworks"};
  for (const auto& [id, vocabulary] : vocabularies.lists) known.push_back(id);
  for (const Subschema& part : schema.compiled()->parts) {
    const std::string& name = part.words.vocabulary;
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (has_errors(found, "/" + name + ".yaml")) continue;
    const Node* value = part.node->find("x-vocabulary");
    found.add(finding(Severity::error, "E409", {part.resource->path, value->span},
                      "unknown vocabulary `" + name + "`",
                      did_you_mean(nearest(known, name))));  // unknown-vocabulary
  }
}

}  // namespace baraza::check
