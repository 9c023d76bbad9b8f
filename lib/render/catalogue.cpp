#include "render/catalogue.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/address.hpp"

namespace baraza::render {
namespace {

using content::Card;
using content::RecordKind;

const std::vector<std::string> no_terms;

const std::vector<std::string>& terms_under(const content::TermsByFacet& terms,
                                            const std::string& field) {
  const auto found = terms.find(field);
  return found == terms.end() ? no_terms : found->second;
}

// The fields that say where a case happened, by the names that every bank shares.
bool tells_place(const std::string& field) {
  constexpr std::array<std::string_view, 3> fields = {"countries", "places", "level"};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void add_once(std::vector<std::size_t>& indexes, std::size_t index) {
  if (indexes.empty() || indexes.back() != index) indexes.push_back(index);
}

}  // namespace

Catalogue::Catalogue(const content::Bank& bank, bool drafts) : bank_(&bank), drafts_(drafts) {
  for (const Card& card : bank.cards) {
    if (!shows(card) || !is_folder_name(card.id)) continue;
    if (card.kind == RecordKind::case_study) add_case(card);
    if (card.kind == RecordKind::insight) insights_.push_back(&card);
    if (card.kind == RecordKind::digest) digest_.push_back(&card);
  }
  add_terms();

  partners_.resize(bank.facets.size());
  for (const auto& [first, second] : content::pairs_of(bank.settings, bank.facets)) {
    partners_[first].push_back({second, true});
    partners_[second].push_back({first, false});
  }
  for (const Card* insight : insights_) {
    for (const content::Support& support : insight->rests_on) {
      std::vector<const Card*>& on = insights_on_[support.lesson];
      if (on.empty() || on.back() != insight) on.push_back(insight);
    }
  }
}

void Catalogue::add_case(const Card& card) {
  (card.sensitivity == "lesson-only" ? lesson_only_ : cases_).push_back(&card);
  for (const content::Lesson& lesson : card.lessons) {
    if (is_slug(lesson.id)) lessons_.push_back({&card, &lesson});
  }
}

void Catalogue::add_terms() {
  terms_.resize(bank_->facets.size());
  for (std::size_t facet = 0; facet < terms_.size(); ++facet) {
    UsesByTerm& uses = terms_[facet];
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      for (const std::string& term : terms_of(*cases_[i], facet)) add_once(uses[term].cases, i);
    }
    for (std::size_t i = 0; i < lessons_.size(); ++i) {
      for (const std::string& term : terms_of(lessons_[i], facet)) {
        add_once(uses[term].lessons, i);
      }
    }
    for (std::size_t i = 0; i < digest_.size(); ++i) {
      for (const std::string& term : terms_of(*digest_[i], facet)) {
        add_once(uses[term].digest, i);
      }
    }
  }
}

bool Catalogue::shows(const Card& card) const {
  if (card.sensitivity == "hold" || !card.embargo.empty()) return false;
  return card.kind != RecordKind::translation && (drafts_ || !card.draft);
}

bool Catalogue::has_page(const Card& card) const {
  return shows(card) && card.sensitivity != "lesson-only" && is_folder_name(card.id);
}

bool Catalogue::has_page(std::size_t facet, std::string_view term) const {
  const auto found = terms_[facet].find(term);
  return found != terms_[facet].end() && found->second.has_page() && is_folder_name(term);
}

const std::vector<std::string>& Catalogue::terms_of(const Card& card, std::size_t facet) const {
  return terms_under(card.terms, bank_->facets[facet].field);
}

const std::vector<std::string>& Catalogue::terms_of(const LessonRef& ref,
                                                    std::size_t facet) const {
  const std::string& field = bank_->facets[facet].field;
  if (ref.card->sensitivity == "lesson-only" && tells_place(field)) return no_terms;
  return terms_under(ref.lesson->terms, field);
}

std::string Catalogue::label(std::size_t facet, std::string_view term) const {
  return bank_->label(bank_->facets[facet], term);
}

LessonRef Catalogue::find_lesson(std::string_view full_id) const {
  const content::Bank::CaseLesson found = bank_->find_lesson(full_id);
  if (found.lesson == nullptr || !shows(*found.card)) return {};
  if (found.card->kind != RecordKind::case_study) return {};
  if (!is_folder_name(found.card->id) || !is_slug(found.lesson->id)) return {};
  return {found.card, found.lesson};
}

const std::vector<const Card*>& Catalogue::insights_on(std::string_view full_id) const {
  static const std::vector<const Card*> none;
  const auto found = insights_on_.find(full_id);
  return found == insights_on_.end() ? none : found->second;
}

UsesByTerm Catalogue::together(std::size_t facet, const TermUse& use, std::size_t other) const {
  UsesByTerm uses;
  if (facet == other) return uses;
  for (const std::size_t i : use.cases) {
    for (const std::string& term : terms_of(*cases_[i], other)) {
      if (is_folder_name(term)) add_once(uses[term].cases, i);
    }
  }
  for (const std::size_t i : use.lessons) {
    for (const std::string& term : terms_of(lessons_[i], other)) {
      if (is_folder_name(term)) add_once(uses[term].lessons, i);
    }
  }
  return uses;
}

void Neighbours::rank(const Terms& terms, std::size_t most) {
  constexpr std::size_t most_shared = 32;  // as many shared terms as make a difference
  const std::vector<LessonRef>& lessons = catalogue_->lessons();
  shared_.assign(lessons.size(), 0);
  for (std::size_t facet = 0; facet < terms.size(); ++facet) {
    for (const std::string& term : terms[facet]) {
      const auto use = catalogue_->terms(facet).find(term);
      if (use == catalogue_->terms(facet).end()) continue;
      for (const std::size_t i : use->second.lessons) {
        if (shared_[i] < most_shared) ++shared_[i];
      }
    }
  }
  std::vector<std::vector<LessonRef>> by_count(most_shared + 1);  // those with most come first
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    if (shared_[i] == 0) continue;
    std::vector<LessonRef>& equal = by_count[most_shared - shared_[i]];
    if (equal.size() > most || (!equal.empty() && equal.back().card == lessons[i].card))
      continue;
    equal.push_back(lessons[i]);
  }
  nearest_.clear();
  for (const std::vector<LessonRef>& equal : by_count) {
    for (const LessonRef& one : equal) {
      const bool told =
          std::any_of(nearest_.begin(), nearest_.end(),
                      [&](const LessonRef& near) { return near.card == one.card; });
      if (!told && nearest_.size() <= most) nearest_.push_back(one);
    }
  }
}

std::vector<LessonRef> Neighbours::find(const LessonRef& ref, std::size_t most) {
  Terms terms;
  for (std::size_t facet = 0; facet < catalogue_->bank().facets.size(); ++facet) {
    terms.push_back(catalogue_->terms_of(ref, facet));
  }
  if (terms != terms_ || most != most_) {
    rank(terms, most);
    terms_ = std::move(terms);
    most_ = most;
  }
  std::vector<LessonRef> near;
  for (const LessonRef& one : nearest_) {
    if (one.card != ref.card && near.size() < most) near.push_back(one);
  }
  return near;
}

}  // namespace baraza::render
