// The stage content is the model, plain values that the other stages hand to each other; at its
// centre is the bank: its settings, its terms, and a card of every record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/card.hpp"
#include "content/schema.hpp"
#include "content/synonyms.hpp"
#include "content/vocabulary.hpp"

namespace baraza::content {

struct Bank {
  Settings settings = {};
  std::vector<Facet> facets = {};
  Vocabularies vocabularies = {};
  std::vector<SynonymGroup> synonyms = {};
  std::vector<Card> cards = {};  // by kind, then id, then path
  // Every file below cases/, sorted: what links and images may lead to.
  std::vector<std::string> files = {};
  // Those of them that are pictures and tell where they were taken.
  std::vector<std::string> placed_pictures = {};

  const Facet* facet_by_field(std::string_view field) const;
  const Facet* facet_by_flag(std::string_view flag) const;  // by flag, plural or field
  const Card* find(std::string_view id) const;              // a record that is no translation
  // The case and the lesson of a full id `case#lesson`; nulls where there is none.
  struct CaseLesson {
    const Card* card = nullptr;
    const Lesson* lesson = nullptr;
  };
  CaseLesson find_lesson(std::string_view full_id) const;

  // A term's label in the bank's own language, or the id itself.
  std::string label(const Facet& facet, std::string_view term) const;
};

// Puts the cards in the order above.
void sort_cards(std::vector<Card>& cards);

}  // namespace baraza::content
