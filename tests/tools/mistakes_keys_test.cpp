// What writers get wrong in a case, as the schema, the vocabularies and the rules of the
// program tell it: one finding each, at the exact characters. Here keys, and the names of
// terms and of other things.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/tools/good_case.hpp"

namespace baraza::test {

TEST_CASE("an unknown key is led to where it belongs") {
  const Row rows[] = {
      {"Title: Wells",
       "1:1-6 E202 unknown field `Title`; did you mean `title`?",
       "title: Wells",
       {"title"}},
      {"TITLE: Wells",
       "1:1-6 E202 unknown field `TITLE`; `title` is in line 4 already: keep what you want to "
       "say under that name, and take the other out"},
      {"country: kenya",
       "1:1-8 E202 unknown field `country`; did you mean `countries`? that is a list, in "
       "brackets: `countries: [kenya]`",
       "",
       {"countries"}},
      {"lesson:\n  - {id: pay-first, claim: Pay first., sources: [s1]}",
       "1:1-7 E202 unknown field `lesson`; did you mean `lessons`?",
       "",
       {"lessons"}},
      {"author: Amina",
       "1:1-7 E202 unknown field `author`; did you mean `authors`? that is a list, in "
       "brackets: `authors: [Amina]`",
       "",
       {"authors"}},
      {"tag: wells",
       "1:1-4 E202 unknown field `tag`; did you mean `tags`? that is a list, in brackets: "
       "`tags: [wells]`"},
      {"name: Wells", "1:1-5 E202 unknown field `name`; did you mean `title`?", "", {"title"}},
      {"description: Villages mended wells.",
       "1:1-12 E202 unknown field `description`; did you mean `summary`?",
       "",
       {"summary"}},
      {"abstract: Villages mended wells.",
       "1:1-9 E202 unknown field `abstract`; did you mean `summary`?",
       "",
       {"summary"}},
      {"location: Kitui",
       "1:1-9 E202 unknown field `location`; did you mean `places`? that is a list, in "
       "brackets: `places: [Kitui]`"},
      {"date: 2016",
       "1:1-5 E202 unknown field `date`; did you mean `period` or `published`?",
       "",
       {"period"}},
      {"start: 2015\nend: 2018",
       "1:1-6 E202 unknown field `start`; `start` belongs under `period`\n2:1-4 E202 unknown "
       "field "
       "`end`; `end` belongs under `period`",
       "",
       {"period"}},
      {"period: {start: 2015, end: 2018, summary: Villages mended wells.}",
       "1:34-41 E202 unknown field `summary`; `summary` belongs to the whole file: begin its "
       "line without spaces",
       "",
       {"summary"}},
      {"claim: Pay first.",
       "1:1-6 E202 unknown field `claim`; `claim` belongs to an item of `lessons` or "
       "`outcomes`"},
      {"rests_on: []",
       "1:1-9 E202 unknown field `rests_on`; `rests_on` is a key of an insight, and this is a "
       "case"},
      {"url: https://example.org",
       "1:1-4 E202 unknown field `url`; `url` belongs to an item of `sources`"},
      {"titulo: Wells",
       "1:1-7 E202 unknown field `titulo`; did you mean `title`?",
       "",
       {"title"}},
      {"waandishi: [{name: Amina}]",
       "1:1-10 E202 unknown field `waandishi`; did you mean `authors`?",
       "",
       {"authors"}},
      {"Lessons learned: Pay first.",
       "1:1-16 E202 unknown field `Lessons learned`; did you mean `lessons`? that is a list, "
       "in brackets: `lessons: [Pay first.]`",
       "",
       {"lessons"}},
      {"sumary: Villages mended wells.",
       "1:1-7 E202 unknown field `sumary`; did you mean `summary`?",
       "",
       {"summary"}},
      {"weather: dry",
       "1:1-8 E202 unknown field `weather`; `baraza schema case` lists the keys that there "
       "are"},
      {"lessons: [{id: a, title: Pay first., sources: [s1]}]",
       "1:19-24 E202 unknown field `title`; did you mean `claim`?"},
      {"stage: {term: ended, as-of: 2018}",
       "1:22-27 E202 unknown field `as-of`; did you mean `as_of`?",
       "stage: {term: ended, as_of: 2018}"},
      {"id: wells",
       "1:1-3 E202 unknown field `id`; the file's name is the id; take the line out"},
      {"title:Wells: they stay \"mended\"  # yet",
       "1:1-12 E202 unknown field `title:Wells`; write `title: `, with a space after the colon",
       "title: \"Wells: they stay \\\"mended\\\"\"  # yet"},
      {"title:The year: 2015",
       "1:1-15 E202 unknown field `title:The year`; write `title: `, with a space after the "
       "colon",
       "title: \"The year: 2015\""},
      {"title:Wells:  mended",
       "1:1-12 E202 unknown field `title:Wells`; write `title: `, with a space after the "
       "colon"},
      {"title:Wells: 'mended'",
       "1:1-12 E202 unknown field `title:Wells`; write `title: `, with a space after the "
       "colon"},
      {"title:Wells: they\n  stay",
       "1:1-12 E202 unknown field `title:Wells`; write `title: `, with a space after the "
       "colon"},
      {"translation_of: tusome",
       "1:1-15 E202 unknown field `translation_of`; `translation_of` is a key of a "
       "translation, "
       "and this is a case"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("terms and ids are found where they are, with what they stand for") {
  const Row rows[] = {
      {"sectors: [educaton]",
       "1:11-19 E203 unknown sector `educaton`; did you mean `education` (Education)?"},
      {"sectors: [\"education, health\"]",
       "1:11-30 E203 no sector has the id `education, health`; each is a term of its own: "
       "`[education, health]`"},
      {"countries: [Kenia]",
       "1:13-18 E203 unknown country `Kenia`; did you mean `kenya` (Kenya)?"},
      {"countries: [Kenya]",
       "1:13-18 E203 unknown country `Kenya`; write it in small letters: `kenya`",
       "countries: [kenya]"},
      {"countries: [\"South Africa\"]",
       "1:13-27 E203 no country has the id `South Africa`; did you mean `south-africa` (South "
       "Africa)?",
       "countries: [\"south-africa\"]"},
      {"sectors: [education, education]",
       "1:22-31 E209 `education` is listed twice; take one of the two out",
       "sectors: [education]"},
      {"countries: [france]",
       "1:13-19 E203 unknown country `france`; write one of `ghana`, `india`, `indonesia`, "
       "`kenya`, `south-africa`, `tanzania`, `canada`, `finland`, `iceland`, `netherlands`"},
      {"sectors: [football]",
       "1:11-19 E203 unknown sector `football`; write one of `health`, `education`, "
       "`security-justice`, `livelihoods`, `voice-freedoms`, `water-sanitation`, "
       "`waste-environment`, `social-protection`, `public-finance`, `public-administration`, "
       "`integrity`, `gender-equality`, ...; `baraza schema vocabularies/sectors` lists them "
       "all"},
      {"owner: barazza",
       "1:8-15 E203 unknown organisation `barazza`; did you mean `baraza` (The baraza "
       "editors)?"},
      {"owner: ministry of water",
       "1:8-25 E203 no organisation has the id `ministry of water`; the list has `baraza` "
       "alone so "
       "far; a new term is added to it first"},
      {"contributors: [baraza, kitui]",
       "1:24-29 E203 unknown organisation `kitui`; the list has `baraza` alone so far; a new "
       "term is added to it first"},
      {"lenses: [{term: system-behaviours/shared-pwer}]",
       "1:17-46 E302 unknown term `shared-pwer` of the framework `system-behaviours`; did you "
       "mean `system-behaviours/shared-power` (Power is shared, and equality of voice actively "
       "promoted)?"},
      {"lenses: [{term: system-behaviour/shared-power}]",
       "1:17-46 E302 unknown framework `system-behaviour`; did you mean `system-behaviours`?"},
      {"relations: [{from: county, to: countyy, kind: funds}]",
       "1:32-39 E301 unknown actor `countyy`; did you mean `county` (Kitui County)?"},
      {"relations: [{from: county, to: Kitui County, kind: funds}]",
       "1:32-44 E301 unknown actor `Kitui County`; did you mean `county` (Kitui County)?",
       "relations: [{from: county, to: county, kind: funds}]"},
      {"relations: [{from: \"Kitui County\", to: county, kind: funds}]",
       "1:20-34 E301 unknown actor `Kitui County`; did you mean `county` (Kitui County)?",
       "relations: [{from: \"county\", to: county, kind: funds}]"},
      {"relations: [{from: county, to: ministry, kind: funds}]",
       "1:32-40 E301 unknown actor `ministry`; add `ministry` to the list under `actors`, or "
       "take it out here"},
      {"lessons: [{id: a, claim: A., sources: [County report]}]",
       "1:40-53 E301 unknown source `County report`; did you mean `s1` (County report)?",
       "lessons: [{id: a, claim: A., sources: [s1]}]"},
  };
  for (const Row& row : rows) check_row(row);
}

}  // namespace baraza::test
