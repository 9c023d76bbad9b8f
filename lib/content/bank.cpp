#include "content/bank.hpp"

#include <algorithm>
#include <tuple>

namespace baraza::content {
namespace {

auto order_of(const Card& card) { return std::tie(card.kind, card.id, card.path); }

}  // namespace

void sort_cards(std::vector<Card>& cards) {
  std::sort(cards.begin(), cards.end(),
            [](const Card& a, const Card& b) { return order_of(a) < order_of(b); });
}

const Facet* Bank::facet_by_field(std::string_view field) const {
  for (const Facet& facet : facets)
    if (facet.field == field) return &facet;
  return nullptr;
}

const Facet* Bank::facet_by_flag(std::string_view flag) const {
  for (const Facet& facet : facets)
    if (facet.flag == flag || facet.plural == flag || facet.field == flag) return &facet;
  return nullptr;
}

const Card* Bank::find(std::string_view id) const {
  // The cards are sorted by kind, then id: one search a kind.
  for (const RecordKind kind :
       {RecordKind::case_study, RecordKind::insight, RecordKind::digest}) {
    const auto at = std::lower_bound(
        cards.begin(), cards.end(), id, [&](const Card& card, std::string_view wanted) {
          return card.kind != kind ? card.kind < kind : std::string_view(card.id) < wanted;
        });
    if (at != cards.end() && at->kind == kind && at->id == id) return &*at;
  }
  return nullptr;
}

Bank::CaseLesson Bank::find_lesson(std::string_view full_id) const {
  const std::size_t hash = full_id.find('#');
  if (hash == std::string_view::npos) return {};
  const Card* card = find(full_id.substr(0, hash));
  if (card == nullptr) return {};
  for (const Lesson& lesson : card->lessons)
    if (lesson.id == full_id.substr(hash + 1)) return {card, &lesson};
  return {card, nullptr};
}

std::string Bank::label(const Facet& facet, std::string_view term) const {
  const Vocabulary* list = vocabularies.find(facet.vocabulary);
  const Term* found = list == nullptr ? nullptr : list->find(term);
  return found == nullptr ? std::string(term) : found->label_in(settings.language());
}

}  // namespace baraza::content
