#include "check/licences.hpp"

#include "base/text.hpp"

namespace baraza::check {

const std::vector<Licence>& licences() {
  static const std::vector<Licence> all = {
      {"CC-BY-4.0",
       "cc by|cc by 4|creative commons attribution|creative commons attribution 4.0|"
       "creative commons attribution 4.0 international|creative commons by 4.0|attribution "
       "4.0"},
      {"CC-BY-3.0", "creative commons attribution 3.0|cc by 3"},
      {"CC-BY-3.0-IGO", "cc by igo|creative commons attribution 3.0 igo"},
      {"CC-BY-2.0", ""},
      {"CC-BY-SA-4.0",
       "cc by sa|creative commons attribution sharealike|"
       "creative commons attribution sharealike 4.0|"
       "creative commons attribution sharealike 4.0 international"},
      {"CC-BY-SA-3.0", "creative commons attribution sharealike 3.0"},
      {"CC-BY-SA-3.0-IGO", "cc by sa igo"},
      {"CC-BY-NC-4.0",
       "cc by nc|creative commons attribution noncommercial|"
       "creative commons attribution noncommercial 4.0"},
      {"CC-BY-NC-3.0", ""},
      {"CC-BY-NC-3.0-IGO", "cc by nc igo"},
      {"CC-BY-NC-SA-4.0",
       "cc by nc sa|creative commons attribution noncommercial sharealike|"
       "creative commons attribution noncommercial sharealike 4.0"},
      {"CC-BY-NC-SA-3.0", ""},
      {"CC-BY-NC-SA-3.0-IGO", "cc by nc sa igo"},
      {"CC-BY-NC-ND-4.0",
       "cc by nc nd|creative commons attribution noncommercial noderivatives|"
       "creative commons attribution noncommercial noderivatives 4.0"},
      {"CC-BY-NC-ND-3.0", ""},
      {"CC-BY-NC-ND-3.0-IGO", "cc by nc nd igo"},
      {"CC-BY-ND-4.0", "cc by nd|creative commons attribution noderivatives"},
      {"CC-BY-ND-3.0", ""},
      {"CC0-1.0", "cc0|cc 0|cc zero|creative commons zero|creative commons 0"},
      {"OGL-UK-3.0", "ogl|open government licence|open government license"},
      {"ODbL-1.0", "odbl|open database license|open database licence"},
      {"ODC-By-1.0", "odc by"},
      {"PDDL-1.0", "pddl"},
      {"GFDL-1.3-or-later", "gfdl|gnu free documentation license"},
      {"MIT", "mit license|mit licence"},
      {"Apache-2.0", "apache|apache 2|apache license 2.0|apache licence 2.0"},
      {"BSD-2-Clause", ""},
      {"BSD-3-Clause", "bsd"},
      {"GPL-2.0-only", ""},
      {"GPL-2.0-or-later", ""},
      {"GPL-3.0-only", "gpl|gpl 3|gplv3|gnu gpl"},
      {"GPL-3.0-or-later", "gpl 3 or later"},
      {"LGPL-3.0-or-later", ""},
      {"AGPL-3.0-only", "agpl|agplv3"},
      {"AGPL-3.0-or-later", ""},
      {"MPL-2.0", "mpl"},
  };
  return all;
}

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : to_lower(name))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  return plain;
}

const Licence* find_licence(std::string_view name) {
  for (const Licence& licence : licences())
    if (licence.id == name) return &licence;
  const std::string wanted = plain_name(name);
  if (wanted.empty()) return nullptr;
  for (const Licence& licence : licences()) {
    if (plain_name(licence.id) == wanted) return &licence;
    for (const std::string_view word : split(licence.words, '|'))
      if (!word.empty() && plain_name(word) == wanted) return &licence;
  }
  return nullptr;
}

}  // namespace baraza::check
