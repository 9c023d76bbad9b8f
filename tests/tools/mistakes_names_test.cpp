// What writers get wrong in a case: names that have a form of their own, such as languages,
// licences, ids and addresses.
#include <doctest/doctest.h>

#include "tests/tools/good_case.hpp"

namespace baraza::test {

TEST_CASE("a name in another form than is wanted is shown in that form") {
  const Row rows[] = {
      {"language: Swahili", "1:11-18 E206 `Swahili` is not the code of a language; write `sw`",
       "language: sw"},
      {"language: kiswahili",
       "1:11-20 E206 `kiswahili` is not the code of a language; write `sw`", "language: sw"},
      {"language: Swahilli",
       "1:11-19 E206 `Swahilli` is not the code of a language; did you mean `sw`?"},
      {"language: en_US", "1:11-16 E206 `en_US` is not the code of a language; write `en-US`",
       "language: en-US"},
      {"language: EN", "1:11-13 E206 `EN` is not the code of a language; write `en`",
       "language: en"},
      {"language: eng", "1:11-14 E206 `eng` is not the code of a language; write `en`",
       "language: en"},
      {"language: en-UK", "1:11-16 E206 `en-UK` is not the code of a language; write `en-GB`",
       "language: en-GB"},
      {"language: Klingonish",
       "1:11-21 E206 `Klingonish` is not the code of a language; a language is written as its "
       "code, such as `en`, `sw` or `pt-BR`"},
      {"licence: CC BY 4.0",
       "1:10-19 E206 `CC BY 4.0` is not the short name of a licence; write `CC-BY-4.0`",
       "licence: CC-BY-4.0"},
      {"licence: cc-by-4.0",
       "1:10-19 E206 `cc-by-4.0` is not the short name of a licence; write `CC-BY-4.0`",
       "licence: CC-BY-4.0"},
      {"licence: CC-BY",
       "1:10-15 E206 `CC-BY` is not the short name of a licence; did you mean `CC-BY-4.0`?"},
      {"licence: Creative Commons Attribution 4.0 International",
       "1:10-56 E206 `Creative Commons Attribution 4.0 International` is not the short name of "
       "a "
       "licence; did you mean `CC-BY-4.0`?"},
      {"licence: LicenseRef-county", ""},
      {"licence: All rights reserved",
       "1:10-29 E206 `All rights reserved` is not the short name of a licence; terms of a "
       "publisher's own are named `LicenseRef-` and a word, such as "
       "`LicenseRef-all-rights-reserved`"},
      {"licence: \"CC BY-SA 4.0\"",
       "1:10-24 E206 `CC BY-SA 4.0` is not the short name of a licence; write `CC-BY-SA-4.0`",
       "licence: \"CC-BY-SA-4.0\""},
      {"licence: CC-BY-4.0 !",
       "1:10-21 E206 `CC-BY-4.0 !` is not the short name of a licence; write `CC-BY-4.0`",
       "licence: CC-BY-4.0"},
      {"authors: [{name: Amina, orcid: 0000-0002-1825-0098}]",
       "1:32-51 E206 `0000-0002-1825-0098` is not an ORCID: with these digits the last would "
       "be `7`; copy it again from the author's page"},
      {"authors: [{name: Amina, orcid: \"0000000218250097\"}]",
       "1:32-50 E206 `0000000218250097` is not an ORCID; write `0000-0002-1825-0097`",
       "authors: [{name: Amina, orcid: \"0000-0002-1825-0097\"}]"},
      {"authors: [{name: Amina, orcid: orcid.org/0000-0002-1825-0097}]",
       "1:32-61 E206 `orcid.org/0000-0002-1825-0097` is not an ORCID; write "
       "`0000-0002-1825-0097`",
       "authors: [{name: Amina, orcid: \"0000-0002-1825-0097\"}]"},
      {"authors: [{name: Amina, orcid: 0000-0002}]",
       "1:32-41 E206 `0000-0002` is not an ORCID: it has 8 digits, and an ORCID has 16; an "
       "ORCID is written `0000-0002-1825-0097`"},
      {"events: [{id: Start Small, date: 2016, what: It began.}]",
       "1:15-26 E206 `Start Small` is not an id; write `start-small`",
       "events: [{id: start-small, date: 2016, what: It began.}]"},
      {"aliases: [Old Wells]", "1:11-20 E206 `Old Wells` is not an id; write `old-wells`"},
      {"events: [{id: County Report, date: 2016, what: It came.}]\ntags: [County Report]",
       "1:15-28 E206 `County Report` is not an id; write `county-report`"},
      {"places: [{name: Kitui, code: KE 17}]",
       "1:30-35 E206 `code` is `KE 17`, which does not have the right form; the code of a "
       "place is one of ISO 3166-2, such as `KE-17`"},
      {"sources: [{id: s1, title: R, url: www.example.org}]",
       "1:35-50 E206 `www.example.org` is not a web address: `https://` is missing before it; "
       "did you mean `https://www.example.org`?"},
      {"sources: [{id: s1, title: R, url: example.org/report}]",
       "1:35-53 E206 `example.org/report` is not a web address: `https://` is missing before "
       "it; did you mean `https://example.org/report`?"},
      {"sources: [{id: s1, title: R, url: htps://example.org}]",
       "1:35-53 E206 `htps://example.org` is not a web address: it begins with `htps://`; did "
       "you mean `https://example.org`?"},
      {"sources: [{id: s1, title: R, url: http:/example.org}]",
       "1:35-52 E206 `http:/example.org` is not a web address: it begins with `http:/`; did "
       "you mean `http://example.org`?"},
      {"sources: [{id: s1, title: R, url: https://example.org/a b}]",
       "1:56-57 E206 `https://example.org/a b` is not a web address: it holds a space; a space "
       "in an address is written `%20`: `https://example.org/a%20b`"},
      {"sources: [{id: s1, title: R, url: https://example.org/a|b}]",
       "1:56-57 E206 `https://example.org/a|b` is not a web address: `|` may not stand in it; "
       "did you mean `https://example.org/a%7Cb`?"},
      {"sources: [{id: s1, title: R, url: https://example.org/100%}]",
       "1:58-59 E206 `https://example.org/100%` is not a web address: no two digits follow the "
       "`%`; did you mean `https://example.org/100%25`?"},
      {"sources: [{id: s1, title: R, url: https://example.org/água}]",
       "1:55-56 E206 `https://example.org/água` is not a web address: `á` may not stand in it; "
       "did you mean `https://example.org/%C3%A1gua`?"},
      {"sources: [{id: s1, title: R, url: ftp://example.org}]",
       "1:35-52 E206 `ftp://example.org` is not a web address: it begins with `ftp:`; a web "
       "address begins with `https://` or `http://` and holds no space"},
      {"sources: [{id: s1, title: R, url: \"<https://example.org>\"}]",
       "1:35-58 E206 `<https://example.org>` is not a web address; did you mean "
       "`https://example.org`?"},
      {"sources: [{id: s1, title: R, url: \"doi:10.1000/182\"}]",
       "1:35-52 E206 `doi:10.1000/182` is not a web address: it is a DOI; did you mean "
       "`https://doi.org/10.1000/182`?"},
      {"sources: [{id: s1, title: R, url: n/a}]",
       "1:35-38 E206 `n/a` is not a web address; leave the line out if there is no address"},
      {"sources: [{id: s1, title: R, url: kitui}]",
       "1:35-40 E206 `kitui` is not a web address; a web address begins with `https://` or "
       "`http://` and holds no space"},
      {"sources: [{id: s1, title: R, url: https://a.org https://b.org}]",
       "1:48-49 E206 `https://a.org https://b.org` is not a web address: it holds a space; one "
       "address is wanted; give the other a place of its own"},
  };
  for (const Row& row : rows) check_row(row);
}

}  // namespace baraza::test
