// Names of authors, told apart as far as that is certain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace baraza::tools {

// A person with a family name, or a name that stays as it is written: a team, an office, or a
// person of whom it cannot be told which is the family's name.
struct Name {
  std::string family = {};
  std::string given = {};    // may be empty where there is a family
  std::string literal = {};  // empty where there is a family

  bool operator==(const Name&) const = default;
};

// What stands for the authors that are not named, as in `Awoonor-Williams and others`.
inline constexpr std::string_view others = "others";

// The names in what writers put where an author is asked for: `A. Duflo, J. Kiessel and A.
// Lucas`, `Bold, Kimenyi and Sandefur`, `State Secretary for Security and Justice`. Only where
// every part of the text reads as a person is it taken apart.
std::vector<Name> names_in(std::string_view text);

// The name of somebody who is known to be one person: `Ana Maria dos Santos`.
Name name_of_person(std::string_view text);

}  // namespace baraza::tools
