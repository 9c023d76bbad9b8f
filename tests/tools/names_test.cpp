#include "tools/format/names.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::tools {
namespace {

// `given|family` or `=literal`, with `; ` between.
std::string shown(const std::vector<Name>& names) {
  std::string text;
  for (const Name& name : names) {
    if (!text.empty()) text += "; ";
    text += name.family.empty() ? "=" + name.literal : name.given + "|" + name.family;
  }
  return text;
}

TEST_CASE("authors are told apart only where every part reads as a person") {
  struct Row {
    std::string_view text, names;
  };
  const Row rows[] = {
      {"R. Chaudhry", "R.|Chaudhry"},
      {"A. Duflo, J. Kiessel and A. Lucas", "A.|Duflo; J.|Kiessel; A.|Lucas"},
      {"J.-K. Helderman, J. Zeitlin and C. Sabel", "J.-K.|Helderman; J.|Zeitlin; C.|Sabel"},
      {"Y.-Y. Hwa, S. K. Lumbanraja and D. Susanti", "Y.-Y.|Hwa; S. K.|Lumbanraja; D.|Susanti"},
      {"A. du Toit", "A.|du Toit"},
      {"J. De Wispelaere, A. Halmetoja and V.-V. Pulkka",
       "J.|De Wispelaere; A.|Halmetoja; V.-V.|Pulkka"},
      {"Bold, Kimenyi, Mwabu, Ng'ang'a and Sandefur",
       "|Bold; |Kimenyi; |Mwabu; |Ng'ang'a; |Sandefur"},
      {"Awoonor-Williams and others", "|Awoonor-Williams; =others"},
      {"R. Sigurvinsdóttir and E. H. Hjálmarsdóttir",
       "R.|Sigurvinsdóttir; E. H.|Hjálmarsdóttir"},
      {"Mwende Kilonzo and José Núñez", "=Mwende Kilonzo; =José Núñez"},
      {"Toby Lowe", "=Toby Lowe"},
      {"Open Secrets", "=Open Secrets"},
      {"Weru", "=Weru"},
      {"USAID", "=USAID"},
      {"MSI for USAID", "=MSI for USAID"},
      {"EU Delegation", "=EU Delegation"},
      {"State Secretary for Security and Justice", "=State Secretary for Security and Justice"},
      {"F. Turner and GroundUp staff", "=F. Turner and GroundUp staff"},
      {"Piper, B., & Zuilkowski, S.", "=Piper, B., & Zuilkowski, S."},
      {"others", "=others"},
      {" ", ""},
      {"", ""},
      {"李伟", "=李伟"},
      {", and , ", "=, and ,"},
      {".", "=."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(names_in(row.text)) == row.names);
  }
}

TEST_CASE("a person's family is their last name, with what belongs to it") {
  struct Row {
    std::string_view text, name;
  };
  const Row rows[] = {
      {"Amina Otieno", "Amina|Otieno"},
      {"Ana Maria dos Santos", "Ana Maria|dos Santos"},
      {"Rita van den Berg", "Rita|van den Berg"},
      {"Kofi Mensah Jr", "Kofi|Mensah Jr"},
      {"Suharto", "=Suharto"},
      {"van Gogh", "van|Gogh"},
      {"", "="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown({name_of_person(row.text)}) == row.name);
  }
}

}  // namespace
}  // namespace baraza::tools
