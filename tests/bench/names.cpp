#include "tests/bench/names.hpp"

#include <cstddef>

namespace baraza::bench {
namespace {

const std::vector<std::string> onsets = {"b", "d",  "f",  "g",  "h",  "k",  "l",  "m",
                                         "n", "p",  "r",  "s",  "t",  "v",  "w",  "y",
                                         "z", "ch", "sh", "nd", "mb", "kw", "ng", "j"};
const std::vector<std::string> vowels = {"a", "e", "i", "o", "u", "a", "o", "ai", "ei"};
const std::vector<std::string> codas = {"", "", "", "", "n", "r", "l", "s", "m", "k"};
const std::vector<std::string> body_kinds = {
    "Council",   "Committee",  "Commission",       "Association",  "Union",      "Trust",
    "Institute", "Foundation", "Water Board",      "Court",        "Ministry",   "Forum",
    "Network",   "Hospital",   "Teachers College", "Audit Office", "Cooperative"};

// Three syllables and more: a shorter one may be the name of a country.
std::string invent_name(Random& random) {
  std::string name;
  const int syllables = random.between(3, 4);
  for (int i = 0; i < syllables; ++i) {
    std::string onset = random.pick(onsets);
    if (i == 0 && onset.size() > 1 && onset[1] != 'h') onset.resize(1);
    name += onset + random.pick(vowels);
  }
  name += random.pick(codas);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

// The first ones are named the most.
const std::string& rather_first(const std::vector<std::string>& names, Random& random) {
  return names[random.rather_below(names.size())];
}

std::string name_for(char slot, const Names& names, Random& random) {
  const bool place = slot == place_slot;
  if (place && random.chance(10)) return names.country;
  if (random.chance(15)) return names.programme;
  if (place && random.chance(15)) return rather_first(names.people, random);
  return rather_first(place ? names.places : names.bodies, random);
}

}  // namespace

Names invent_names(const std::string& country, Random& random) {
  Names names{.country = country, .programme = invent_name(random)};
  const int places = random.between(3, 5);
  for (int i = 0; i < places; ++i) names.places.push_back(invent_name(random));
  const int bodies = random.between(3, 5);
  for (int i = 0; i < bodies; ++i) {
    const bool of_place = random.chance(40);
    names.bodies.push_back((of_place ? random.pick(names.places) : invent_name(random)) + " " +
                           random.pick(body_kinds));
  }
  for (int i = 0; i < 2; ++i)
    names.people.push_back(invent_name(random) + " " + invent_name(random));
  return names;
}

std::string fill_slots(const std::string& word, const Names& names, int first, int last,
                       Random& random) {
  std::string filled;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == place_slot || c == body_slot)
      filled += name_for(c, names, random);
    else if (c == year_slot)
      filled += std::to_string(random.between(first, last));
    else if (c == digit_slot)
      filled += static_cast<char>('0' + random.between(i == 0 || word[i - 1] != c ? 1 : 0, 9));
    else
      filled += c;
  }
  return filled;
}

}  // namespace baraza::bench
