#include "check/check_record.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "check/check_tree.hpp"
#include "check/record_ids.hpp"
#include "check/record_rules.hpp"
#include "check/record_terms.hpp"
#include "check/schema_evaluator.hpp"
#include "check/unwritten.hpp"
#include "language/slug.hpp"

namespace baraza::check {

using content::Node;

namespace {

class RecordChecker {
 public:
  RecordChecker(const content::Vocabularies& vocabularies,
                const std::vector<content::Facet>& facets, content::Record& record,
                Diagnostics& found)
      : vocabularies_(vocabularies), facets_(facets), record_(record), found_(found) {}

  void check(const Schema& schema, const SchemasByName& schemas) {
    const bool named_twice = check_id();
    // What could not be read at all has been told.
    if (record_.front.kind == Node::Kind::null && found_.has_errors()) return;
    Diagnostics in_tree;
    const std::vector<Mark> marks =
        check_marked_tree(schema, schemas, record_.front, record_.card.path, in_tree);
    const content::Key* id = record_.front.find_key("id");
    for (Diagnostic one : in_tree.all()) {
      const bool on_id = id != nullptr && one.rule == "E202" && one.where.span == id->span;
      if (on_id && named_twice) continue;
      if (on_id) one.hint = "the file's name is the id; take the line out";
      found_.add(std::move(one));
    }
    check_marks(marks);
    check_sources_used(record_, marks, found_);
    check_lesson_strength(record_, found_);
    check_event_dates(record_, found_);
    check_event_order(record_, found_);
    check_far_dates(record_, found_);
    check_funding_sources(record_, found_);
    check_sentences(record_, found_);
    check_countries_named(record_, vocabularies_, facets_, found_);
    check_kept_by_git(record_, found_);
  }

 private:
  bool check_id();
  bool check_id_field(const std::string& from_path);
  void check_marks(const std::vector<Mark>& marks);
  void add(std::string rule, Span span, std::string message, std::string hint);

  const content::Vocabularies& vocabularies_;
  const std::vector<content::Facet>& facets_;
  content::Record& record_;
  Diagnostics& found_;
};

void RecordChecker::add(std::string rule, Span span, std::string message, std::string hint) {
  found_.add({.severity = Severity::error,
              .rule = std::move(rule),
              .where = {record_.card.path, span},
              .message = std::move(message),
              .hint = std::move(hint),
              .notes = {},
              .edits = {}});
}

// Does the front matter say an id of its own, and another one?
bool RecordChecker::check_id() {
  const content::PathName name = content::name_of_path(record_.card.path);
  if (!is_slug(name.id)) {
    const std::string better = language::slugify(name.id);
    add("E304", {},  // record-id
        "the file's name gives the id `" + shorten(name.id, 80) + "`, which cannot be one",
        better.empty() ? "an id is at most 80 lower-case letters and digits, "
                         "joined by single hyphens"
                       : "rename the file to `" + better + ".md`");
    return false;
  }
  if (name.id == "page") {
    add("E304", {}, "no record can have the id `page`, where lists have their further pages",
        "rename the file");
    return false;
  }
  return check_id_field(name.id);
}

bool RecordChecker::check_id_field(const std::string& from_path) {
  const Node* id = record_.front.find("id");
  if (id == nullptr || id->scalar().empty() || id->scalar() == from_path) return false;
  add("E305", id->span,  // id-of-file
      "the id is `" + shorten(id->scalar(), 80) + "`, and the file is named `" + from_path +
          "`",
      "take the line out: the file's name is the id");
  return true;
}

void RecordChecker::check_marks(const std::vector<Mark>& marks) {
  TermChecker terms(vocabularies_, facets_, record_, found_);
  IdChecker ids(record_, found_);
  record_.card.references.clear();
  for (const Mark& mark : marks) {
    terms.check(mark);
    if (!mark.schema->words.ref.empty()) ids.check_reference(mark);
    if (mark.schema->words.unique == "file") ids.check_unique(mark);
  }
  terms.check_free_facets();
}

bool has_errors(const Diagnostics& found, const std::string& file) {
  return std::any_of(found.all().begin(), found.all().end(), [&](const Diagnostic& one) {
    return one.severity == Severity::error && one.where.path.ends_with(file);
  });
}

}  // namespace

void check_record(const Schema& schema, const SchemasByName& schemas,
                  const content::Vocabularies& vocabularies,
                  const std::vector<content::Facet>& facets, content::Record& record) {
  Diagnostics found;
  found.add_all(record.findings);
  RecordChecker(vocabularies, facets, record, found).check(schema, schemas);
  check_unwritten(record, found);
  record.findings = found.all();
  record.card.text_marks = content::pack(content::text_marks(record));
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
    found.add({.severity = Severity::error,
               .rule = "E409",  // unknown-vocabulary
               .where = {part.resource->path, value->span},
               .message = "unknown vocabulary `" + name + "`",
               .hint = did_you_mean(nearest(known, name)),
               .notes = {},
               .edits = {}});
  }
}

}  // namespace baraza::check
