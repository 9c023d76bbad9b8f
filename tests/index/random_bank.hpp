// A bank of many records made by chance, and questions to it: always the same ones.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "small_bank.hpp"

namespace baraza::index {

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t size) { return random_() % size; }
  bool once_in(std::size_t times) { return below(times) == 0; }
  template <class List>
  const auto& any(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 random_;
};

// Some words are much more frequent than others, as in every language.
inline const std::vector<std::string> random_words = {
    "school", "teacher", "teachers", "water",    "river",    "market",
    "the",    "of",      "council",  "villages", "budget",   "mothers",
    "clinic", "nurse",   "hawker",   "vendor",   "street",   "herders",
    "land",   "forest",  "court",    "police",   "votes",    "count",
    "audit",  "theft",   "2015",     "1,5",      "walimu",   "kijiji",
    "vijiji", "maji",    "na",       "bajeti",   "wananchi", "village-level",
    "don't",  "Kenya's", "COVID-19", "U.S.A.",   "Résumé",
};

inline const std::string& random_word(Chance& chance) {
  std::size_t at = chance.below(random_words.size());
  for (int i = 0; i < 2; ++i) at = std::min(at, chance.below(random_words.size()));
  return random_words[at];
}

inline std::string random_text(Chance& chance, std::size_t words) {
  std::string text;
  for (; words > 0; --words) text += (text.empty() ? "" : " ") + random_word(chance);
  return text;
}

inline SmallBank make_random_bank(unsigned seed, std::size_t cases) {
  Chance chance(seed);
  SmallBank small;
  small.bank.settings.languages = {"en"};
  small.bank.synonyms = {{.names = {"street vendor", "hawker"}},
                         {.names = {"theft", "embezzlement"}},
                         {.names = {"nurse", "clinic"}}};
  small.bank.vocabularies.lists["sectors"].terms[0].alt = {"school", "teaching"};
  const std::vector<std::string> countries = {"kenya", "ghana", "south-africa"};
  const std::vector<std::string> sectors = {"education", "water"};
  for (std::size_t i = 0; i < cases; ++i) {
    const std::string id = "case-" + std::to_string(i);
    content::Record& record = small.add_case(id, random_text(chance, 3), chance.any(countries),
                                             chance.any(sectors), {random_text(chance, 12)});
    if (chance.once_in(3)) record.card.terms["countries"].push_back("uganda");
    if (chance.once_in(4)) record.card.terms.erase("sectors");
    if (!chance.once_in(5)) {
      record.card.start = {.year = static_cast<int>(2000 + chance.below(15))};
      record.card.ongoing = chance.once_in(3);
      if (!record.card.ongoing && !chance.once_in(4))
        record.card.end = {.year = record.card.start.year + static_cast<int>(chance.below(6))};
    }
    record.card.updated = "20" + std::to_string(10 + chance.below(12)) + "-03-01";
    for (std::size_t lessons = chance.below(3); lessons > 0; --lessons)
      SmallBank::add_lesson(record, "lesson-" + std::to_string(lessons),
                            random_text(chance, 5));
    if (!chance.once_in(4)) continue;
    content::Record& translation = small.add(id + ".sw", random_text(chance, 3));
    translation.card.kind = content::RecordKind::translation;
    translation.card.language = "sw";
    translation.card.translation_of = id;
  }
  return small;
}

// One part of a query, of any kind.
inline std::string random_part(Chance& chance) {
  switch (chance.below(12)) {
    case 0:
      return "\"" + random_text(chance, 2) + "\"";
    case 1:
      return "+" + random_word(chance);
    case 2:
      return "-" + random_word(chance);
    case 3:
      return random_word(chance).substr(0, 3) + "*";
    case 4:
      return "=" + random_word(chance);
    case 5:
      return random_word(chance) + " OR " + random_word(chance);
    case 6:
      return "(" + random_text(chance, 2) + " -" + random_word(chance) + ")";
    case 7:
      return random_word(chance) + "x";  // a slip
    default:
      return random_word(chance);
  }
}

inline std::string random_filter(Chance& chance) {
  static const std::vector<std::string> filters = {
      "country:kenya",  "country:ghana",   "country:uganda", "-country:kenya",
      "sector:water",   "kind:lesson",     "kind:case",      "language:sw",
      "year:2005",      "year:2008..2012", "year:..2003",    "sectors:(education water)",
      "+country:kenya", "language:en"};
  return chance.any(filters);
}

inline std::string random_query(Chance& chance) {
  std::string query;
  for (std::size_t parts = chance.below(5); parts > 0; --parts)
    query += random_part(chance) + " ";
  while (chance.once_in(3)) query += random_filter(chance) + " ";
  return query;
}

}  // namespace baraza::index
