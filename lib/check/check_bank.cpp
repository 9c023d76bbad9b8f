#include "check/check_bank.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/bank_links.hpp"
#include "check/check_translation.hpp"
#include "check/days.hpp"
#include "check/digest_urls.hpp"
#include "check/scalar_edit.hpp"
#include "language/fold.hpp"

namespace baraza::check {
namespace {

using content::Outline;
using content::RecordKind;

constexpr std::size_t most_listed = 8;  // of what a hint names

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

std::string or_else(const std::string& hint, std::string_view otherwise) {
  return hint.empty() ? std::string(otherwise) : hint;
}

// Who has an id first, also as one it had before.
struct Owner {
  const Outline* record = nullptr;
  std::string_view id = {};  // as written
  bool former = false;
};

bool has_lesson(const Outline& record, std::string_view id) {
  return std::any_of(record.lessons.begin(), record.lessons.end(),
                     [&](const content::LessonOutline& lesson) { return lesson.id == id; });
}

class BankChecker {
 public:
  BankChecker(const content::Bank& bank, const std::vector<Outline>& records, int today,
              Diagnostics& found)
      : bank_(bank), records_(records), today_(today), found_(found) {}

  void check() {
    check_ids();
    check_terms();
    check_pictures();
    check_digest_urls(records_, found_);
    LinkChecker links(records_, bank_.files);
    for (const Outline& record : records_) {
      links.check(record, found_);
      check_days(record, today_, found_);
      if (record.kind == RecordKind::translation) {
        check_original(record);
        continue;
      }
      for (const content::Reference& reference : record.references)
        check_reference(record, reference);
      if (record.kind == RecordKind::insight) check_support(record);
    }
  }

 private:
  void check_ids();
  void claim(const Outline& record, std::string_view id, bool former, Span span);
  void check_terms();
  void check_pictures();
  void check_reference(const Outline& record, const content::Reference& reference);
  void add_unknown_case(const Place& where, const std::string& id, const std::string& lesson);
  void check_lesson(const Outline& record, const content::Reference& reference);
  void check_hidden(const Outline& record, const Outline& target, Span span);
  void check_support(const Outline& record);
  void check_original(const Outline& record);
  std::vector<std::string> nearest_records(const std::string& id);
  std::string_view folded(std::string_view id);
  const Outline* find(std::string_view id) const;
  const Outline* find_former(std::string_view id);
  const Outline* find_owner(std::string_view id);

  const content::Bank& bank_;
  const std::vector<Outline>& records_;
  int today_;
  Diagnostics& found_;
  // Only asked, never gone through.
  std::unordered_map<std::string_view, const Outline*> by_id_;  // no translations
  std::unordered_map<std::string_view, Owner> owners_;          // by folded id
  std::vector<std::string> ids_;  // of all that could be meant; made when first asked for
  std::deque<std::string> made_;  // ids that no record has as they are
};

// Each kind by path: who is first does not depend on the run.
void BankChecker::check_ids() {
  by_id_.reserve(records_.size());
  owners_.reserve(records_.size());
  for (const RecordKind kind :
       {RecordKind::case_study, RecordKind::insight, RecordKind::digest}) {
    for (const Outline& record : records_) {
      if (record.kind != kind) continue;
      by_id_.emplace(record.id, &record);
      claim(record, record.id, false, {});
    }
  }
  for (const Outline& record : records_)
    if (record.kind == RecordKind::translation)
      claim(record, made_.emplace_back(record.translation_of + "." + record.language + ".md"),
            false, {});
  for (const Outline& record : records_)
    if (record.kind != RecordKind::translation)
      for (std::size_t i = 0; i < record.aliases.size(); ++i)
        claim(record, record.aliases[i], true,
              i < record.alias_spans.size() ? record.alias_spans[i] : Span{});
}

// A slug is its own folded form.
std::string_view BankChecker::folded(std::string_view id) {
  return is_slug(id) ? id : made_.emplace_back(language::fold(id));
}

void BankChecker::claim(const Outline& record, std::string_view id, bool former, Span span) {
  const auto [owner, is_new] =
      owners_.emplace(folded(id), Owner{.record = &record, .id = id, .former = former});
  if (is_new) return;
  const Owner& first = owner->second;
  if (first.record == &record && !former) return;
  std::string message =
      "the " + std::string(former ? "former id `" : "id `") + shorten(id, 80) + "` is taken";
  if (first.id != id)
    message += to_lower(first.id) == to_lower(id)
                   ? ": `" + shorten(first.id, 80) + "` differs only in capital letters"
                   : std::string(": another differs only in how its letters are stored");
  Diagnostic taken =
      finding(Severity::error, "E310", {record.path, span}, std::move(message),  // id-taken
              former ? "take it out of `aliases`"
                     : "give one of the two files another name; an id is never used twice");
  taken.notes.push_back({{first.record->path, {}},
                         first.former ? "a former id of this one" : "the other is this one"});
  found_.add(std::move(taken));
}

// Term ids of facets that have pages together share one folder.
void BankChecker::check_terms() {
  for (const content::Facet& facet : bank_.facets) {
    const content::Vocabulary* list = bank_.vocabularies.find(facet.vocabulary);
    if (list == nullptr) continue;
    if (const content::Term* page = list->find("page"); page != nullptr)
      found_.add(finding(Severity::error, "E314", page->where,  // term-clash
                         "no " + facet.flag + " can be called `page`",
                         "pages of long lists are found under that name; choose another"));
  }
  std::set<std::pair<std::string, std::string>> told;  // terms of one list used by two facets
  for (const auto& [i, j] : pairs_of(bank_.settings, bank_.facets)) {
    const content::Vocabulary* first = bank_.vocabularies.find(bank_.facets[i].vocabulary);
    const content::Vocabulary* second = bank_.vocabularies.find(bank_.facets[j].vocabulary);
    if (first == nullptr || second == nullptr || first == second) continue;
    std::map<std::string, const content::Term*> terms;
    for (const content::Term& term : first->terms) terms.emplace(term.id, &term);
    for (const content::Term& term : second->terms) {
      const auto other = terms.find(term.id);
      if (other == terms.end() || !told.insert({second->id, term.id}).second) continue;
      Diagnostic clash = finding(Severity::error, "E314", term.where,
                                 "the " + bank_.facets[j].flag + " `" + term.id +
                                     "` is also a " + bank_.facets[i].flag,
                                 "the two facets have pages together, so their terms need "
                                 "different ids");
      clash.notes.push_back({other->second->where, "the other is here"});
      found_.add(std::move(clash));
    }
  }
}

void BankChecker::check_pictures() {
  for (const std::string& path : bank_.placed_pictures) {
    const std::string file =
        path.find_first_of(" '\"()&;$") == std::string::npos ? path : "\"" + path + "\"";
    found_.add(
        finding(Severity::warning, "E333", {path, {}},  // picture-place
                "the picture tells where it was taken",
                "its place leads to those who live or meet there; take it out with `exiftool "
                "-overwrite_original -gps:all= " +
                    file + "`, or save the picture anew without its location"));
  }
}

std::vector<std::string> BankChecker::nearest_records(const std::string& id) {
  if (ids_.empty())
    for (const Outline& record : records_)
      if (record.kind != RecordKind::translation) ids_.push_back(record.id);
  return nearest(ids_, id);
}

const Outline* BankChecker::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : at->second;
}

const Outline* BankChecker::find_former(std::string_view id) {
  const auto owner = owners_.find(folded(id));
  return owner == owners_.end() || !owner->second.former ? nullptr : owner->second.record;
}

// The record that has the id, or had it, but for letter case.
const Outline* BankChecker::find_owner(std::string_view id) {
  const auto owner = owners_.find(folded(id));
  const bool found =
      owner != owners_.end() && owner->second.record->kind != RecordKind::translation;
  return found ? owner->second.record : nullptr;
}

void BankChecker::check_reference(const Outline& record, const content::Reference& reference) {
  if (reference.kind == "lesson") return check_lesson(record, reference);
  const Outline* target = find(reference.target);
  if (target != nullptr) {
    if (target == &record)
      found_.add(finding(Severity::error, "E311",
                         {record.path, reference.span},  // unknown-case
                         "`" + reference.target + "` is this record itself", "take it out"));
    return check_hidden(record, *target, reference.span);
  }
  const Outline* now = find_former(reference.target);
  Diagnostic unknown = finding(
      Severity::error, "E311", {record.path, reference.span},
      now != nullptr ? "the case `" + reference.target + "` has another id now"
                     : "unknown case `" + shorten(reference.target, 80) + "`",
      now != nullptr
          ? "write `" + now->id + "`"
          : or_else(
                did_you_mean(nearest_records(reference.target)),
                "no file of the bank has that name: correct it, or delete it, and the whole "
                "line if nothing is left in it"));
  if (const Outline* owner = find_owner(reference.target); owner != nullptr)
    unknown.edits = replace_at(reference.span, owner->id);
  found_.add(std::move(unknown));
}

// A lesson is named of a case that is not there.
void BankChecker::add_unknown_case(const Place& where, const std::string& id,
                                   const std::string& lesson) {
  const Outline* now = find_former(id);
  std::vector<std::string> near;
  for (const std::string& one : nearest_records(id))
    near.push_back(std::string(one).append("#").append(lesson));
  Diagnostic unknown = finding(
      Severity::error, "E311", where,
      now != nullptr ? "the case `" + id + "` has another id now"
                     : "unknown case `" + shorten(id, 80) + "`",
      now != nullptr ? "write `" + now->id + "#" + lesson + "`"
                     : or_else(did_you_mean(near), "the id of a case is its file's name"));
  if (const Outline* meant = find_owner(id); meant != nullptr)
    unknown.edits = replace_at(where.span, meant->id + "#" + lesson);
  found_.add(std::move(unknown));
}

void BankChecker::check_lesson(const Outline& record, const content::Reference& reference) {
  const std::string& target = reference.target;
  const std::size_t hash = target.find('#');
  const std::string id = target.substr(0, hash);
  const std::string lesson = hash == std::string::npos ? "" : target.substr(hash + 1);
  const Outline* const owner = find(id);
  const Place where = {record.path, reference.span};
  if (hash == std::string::npos) {
    found_.add(finding(Severity::error, "E312", where,  // unknown-lesson
                       "`" + shorten(target, 80) + "` names no lesson",
                       "a lesson is named by its case and its own id: `\"case#lesson\"`"));
    return;
  }
  if (owner != nullptr && has_lesson(*owner, lesson))
    return check_hidden(record, *owner, reference.span);
  if (owner == nullptr) return add_unknown_case(where, id, lesson);
  // A case whose lessons could not be read has findings of its own.
  if (owner->kind == RecordKind::case_study && owner->lessons.empty()) return;
  std::vector<std::string> ids;
  for (const content::LessonOutline& known : owner->lessons) {
    ids.push_back(known.id);
    if (std::find(known.aliases.begin(), known.aliases.end(), lesson) == known.aliases.end())
      continue;
    const std::string now = id + "#" + known.id;
    Diagnostic former =
        finding(Severity::error, "E312", where,
                "the lesson `" + lesson + "` has another id now", "write `" + now + "`");
    former.edits = replace_at(reference.span, now);
    found_.add(std::move(former));
    return;
  }
  std::vector<std::string> near;
  for (const std::string& one : nearest(ids, lesson))
    near.push_back(std::string(id).append("#").append(one));
  Diagnostic unknown =
      finding(Severity::error, "E312", where,
              "the case `" + id + "` has no lesson `" + shorten(lesson, 80) + "`",
              or_else(did_you_mean(near), ids.size() > most_listed
                                              ? std::string()
                                              : "its lessons are `" + join(ids, "`, `") + "`"));
  if (!owner->lessons.empty())
    unknown.notes.push_back(
        {{owner->path, owner->lessons.front().span}, "its lessons are here"});
  else
    unknown.hint = "it has no lessons at all";
  found_.add(std::move(unknown));
}

void BankChecker::check_hidden(const Outline& record, const Outline& target, Span span) {
  if (target.publishable || !record.publishable) return;
  found_.add(finding(Severity::warning, "E316", {record.path, span},  // hidden-target
                     "`" + target.id + "` is " + (target.draft ? "a draft" : "held back") +
                         ", so the site will not show it here",
                     "publish it, or take it out"));
}

// How many lessons an insight needs is for its schema to say; that they speak for several cases
// is not.
void BankChecker::check_support(const Outline& record) {
  std::set<std::string> cases;
  std::map<std::string, Span> lessons;
  for (const content::Reference& support : record.rests_on) {
    cases.insert(support.target.substr(0, support.target.find('#')));
    const auto [first, is_new] = lessons.emplace(support.target, support.span);
    if (is_new) continue;
    Diagnostic twice =
        finding(Severity::error, "E313", {record.path, support.span},  // thin-insight
                "the insight rests twice on `" + shorten(support.target, 100) + "`",
                "take one of the two out");
    twice.notes.push_back({{record.path, first->second}, "first used here"});
    found_.add(std::move(twice));
  }
  if (lessons.size() < 2 || cases.size() > 1) return;
  found_.add(finding(Severity::error, "E313", {record.path, record.rests_on.back().span},
                     "the insight rests on one case alone, `" + *cases.begin() + "`",
                     "an insight compares cases: add a lesson of another one"));
}

void BankChecker::check_original(const Outline& record) {
  Span span;
  for (const content::Reference& reference : record.references)
    if (reference.target == record.translation_of) span = reference.span;
  const Outline* original = find(record.translation_of);
  if (original != nullptr) {
    check_hidden(record, *original, span);
    return check_translation(record, *original, found_);
  }
  const Outline* now = find_former(record.translation_of);
  found_.add(
      finding(Severity::error, "E317", {record.path, span},  // nothing-translated
              "there is no record `" + shorten(record.translation_of, 80) +
                  "` that this could translate",
              now != nullptr
                  ? "it has another id now: write `" + now->id + "`, and name the file after it"
                  : or_else(did_you_mean(nearest_records(record.translation_of)),
                            "write the id of the original, and name the file after it")));
}

}  // namespace

void check_bank(const content::Bank& bank, const std::vector<Outline>& records, int today,
                Diagnostics& found) {
  BankChecker(bank, records, today, found).check();
}

}  // namespace baraza::check
