#include "check/check_bank.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/bank_links.hpp"
#include "check/check_translation.hpp"
#include "language/fold.hpp"

namespace baraza::check {
namespace {

using content::Card;
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
  const Card* card = nullptr;
  std::string id = {};  // as written
  bool former = false;
};

class BankChecker {
 public:
  BankChecker(const content::Bank& bank, int today, Diagnostics& found)
      : bank_(bank), today_(today), found_(found) {}

  void check() {
    for (const Card& card : bank_.cards) by_path_.emplace(card.path, &card);
    check_ids();
    check_terms();
    check_pictures();
    LinkChecker links(by_path_, bank_.files);
    for (const Card& card : bank_.cards) {
      links.check(card, found_);
      check_review(card);
      if (card.kind == RecordKind::translation) {
        check_original(card);
        continue;
      }
      for (const content::Reference& reference : card.references)
        check_reference(card, reference);
      if (card.kind == RecordKind::insight) check_support(card);
    }
  }

 private:
  void check_ids();
  void claim(const Card& card, const std::string& id, bool former, Span span);
  void check_terms();
  void check_pictures();
  void check_reference(const Card& card, const content::Reference& reference);
  void check_lesson(const Card& card, const content::Reference& reference);
  void check_hidden(const Card& card, const Card& target, Span span);
  void check_support(const Card& card);
  void check_original(const Card& card);
  void check_review(const Card& card);
  std::vector<std::string> nearest_records(const std::string& id) const;
  const Card* find_former(const std::string& id) const;

  const content::Bank& bank_;
  int today_;
  Diagnostics& found_;
  CardsByPath by_path_;
  std::map<std::string, Owner> owners_;  // by folded id
};

// Cards come sorted by kind, id and path, so who is first does not depend on the run.
void BankChecker::check_ids() {
  for (const Card& card : bank_.cards)
    claim(card,
          card.kind == RecordKind::translation
              ? card.translation_of + "." + card.language + ".md"
              : card.id,
          false, {});
  for (const Card& card : bank_.cards)
    if (card.kind != RecordKind::translation)
      for (std::size_t i = 0; i < card.aliases.size(); ++i)
        claim(card, card.aliases[i], true,
              i < card.alias_spans.size() ? card.alias_spans[i] : Span{});
}

void BankChecker::claim(const Card& card, const std::string& id, bool former, Span span) {
  const auto [owner, is_new] =
      owners_.emplace(language::fold(id), Owner{.card = &card, .id = id, .former = former});
  if (is_new) return;
  const Owner& first = owner->second;
  if (first.card == &card && !former) return;
  std::string message =
      "the " + std::string(former ? "former id `" : "id `") + shorten(id, 80) + "` is taken";
  if (first.id != id)
    message += to_lower(first.id) == to_lower(id)
                   ? ": `" + shorten(first.id, 80) + "` differs only in capital letters"
                   : std::string(": another differs only in how its letters are stored");
  Diagnostic taken =
      finding(Severity::error, "E310", {card.path, span}, std::move(message),  // id-taken
              former ? "take it out of `aliases`"
                     : "give one of the two files another name; an id is never used twice");
  taken.notes.push_back({{first.card->path, {}},
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

std::vector<std::string> BankChecker::nearest_records(const std::string& id) const {
  std::vector<std::string> ids;
  for (const Card& card : bank_.cards)
    if (card.kind != RecordKind::translation) ids.push_back(card.id);
  return nearest(ids, id);
}

const Card* BankChecker::find_former(const std::string& id) const {
  const auto owner = owners_.find(language::fold(id));
  return owner == owners_.end() || !owner->second.former ? nullptr : owner->second.card;
}

void BankChecker::check_reference(const Card& card, const content::Reference& reference) {
  if (reference.kind == "lesson") return check_lesson(card, reference);
  const Card* target = bank_.find(reference.target);
  if (target != nullptr) {
    if (target == &card)
      found_.add(finding(Severity::error, "E311", {card.path, reference.span},  // unknown-case
                         "`" + reference.target + "` is this record itself", "take it out"));
    return check_hidden(card, *target, reference.span);
  }
  const Card* now = find_former(reference.target);
  found_.add(finding(
      Severity::error, "E311", {card.path, reference.span},
      now != nullptr ? "the case `" + reference.target + "` has another id now"
                     : "unknown case `" + shorten(reference.target, 80) + "`",
      now != nullptr
          ? "write `" + now->id + "`"
          : or_else(did_you_mean(nearest_records(reference.target)),
                    "the id of a record is its file's name; take out what is not there")));
}

void BankChecker::check_lesson(const Card& card, const content::Reference& reference) {
  const std::string& target = reference.target;
  const std::size_t hash = target.find('#');
  const std::string id = target.substr(0, hash);
  const std::string lesson = hash == std::string::npos ? "" : target.substr(hash + 1);
  const auto [owner, found] = bank_.find_lesson(target);
  const Place where = {card.path, reference.span};
  if (hash == std::string::npos) {
    found_.add(finding(Severity::error, "E312", where,  // unknown-lesson
                       "`" + shorten(target, 80) + "` names no lesson",
                       "a lesson is named by its case and its own id: `\"case#lesson\"`"));
    return;
  }
  if (found != nullptr) return check_hidden(card, *owner, reference.span);
  if (owner == nullptr) {
    const Card* now = find_former(id);
    std::vector<std::string> near;
    for (const std::string& one : nearest_records(id))
      near.push_back(std::string(one).append("#").append(lesson));
    found_.add(finding(
        Severity::error, "E311", where,
        now != nullptr ? "the case `" + id + "` has another id now"
                       : "unknown case `" + shorten(id, 80) + "`",
        now != nullptr ? "write `" + now->id + "#" + lesson + "`"
                       : or_else(did_you_mean(near), "the id of a case is its file's name")));
    return;
  }
  // A case whose lessons could not be read has findings of its own.
  if (owner->kind == RecordKind::case_study && owner->lessons.empty()) return;
  std::vector<std::string> ids;
  for (const content::Lesson& known : owner->lessons) {
    ids.push_back(known.id);
    if (std::find(known.aliases.begin(), known.aliases.end(), lesson) == known.aliases.end())
      continue;
    found_.add(finding(Severity::error, "E312", where,
                       "the lesson `" + lesson + "` has another id now",
                       "write `" + id + "#" + known.id + "`"));
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

void BankChecker::check_hidden(const Card& card, const Card& target, Span span) {
  if (target.publishable() || !card.publishable()) return;
  found_.add(finding(Severity::warning, "E316", {card.path, span},  // hidden-target
                     "`" + target.id + "` is " + (target.draft ? "a draft" : "held back") +
                         ", so the site will not show it here",
                     "publish it, or take it out"));
}

// How many lessons an insight needs is for its schema to say; that they speak for several cases
// is not.
void BankChecker::check_support(const Card& card) {
  std::set<std::string> cases;
  std::map<std::string, Span> lessons;
  for (const content::Support& support : card.rests_on) {
    cases.insert(support.lesson.substr(0, support.lesson.find('#')));
    const auto [first, is_new] = lessons.emplace(support.lesson, support.span);
    if (is_new) continue;
    Diagnostic twice =
        finding(Severity::error, "E313", {card.path, support.span},  // thin-insight
                "the insight rests twice on `" + shorten(support.lesson, 100) + "`",
                "take one of the two out");
    twice.notes.push_back({{card.path, first->second}, "first used here"});
    found_.add(std::move(twice));
  }
  if (lessons.size() < 2 || cases.size() > 1) return;
  found_.add(finding(Severity::error, "E313", {card.path, card.rests_on.back().span},
                     "the insight rests on one case alone, `" + *cases.begin() + "`",
                     "an insight compares cases: add a lesson of another one"));
}

void BankChecker::check_original(const Card& card) {
  Span span;
  for (const content::Reference& reference : card.references)
    if (reference.target == card.translation_of) span = reference.span;
  const Card* original = bank_.find(card.translation_of);
  if (original != nullptr) {
    check_hidden(card, *original, span);
    return check_translation(card, *original, found_);
  }
  const Card* now = find_former(card.translation_of);
  found_.add(finding(
      Severity::error, "E317", {card.path, span},  // nothing-translated
      "there is no record `" + shorten(card.translation_of, 80) + "` that this could translate",
      now != nullptr
          ? "it has another id now: write `" + now->id + "`, and name the file after it"
          : or_else(did_you_mean(nearest_records(card.translation_of)),
                    "write the id of the original, and name the file after it")));
}

void BankChecker::check_review(const Card& card) {
  if (today_ == 0 || !card.review_due.known() || latest_day(card.review_due) >= today_) return;
  found_.add(finding(Severity::hint, "E322", {card.path, card.review_span},  // review-overdue
                     "the review was due by " + text_of(card.review_due),
                     "look at the record again, then write when the next review is due"));
}

}  // namespace

void check_bank(const content::Bank& bank, int today, Diagnostics& found) {
  BankChecker(bank, today, found).check();
}

}  // namespace baraza::check
