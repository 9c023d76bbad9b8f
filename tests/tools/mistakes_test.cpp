// What writers get wrong in a case, as the schema, the vocabularies and the rules of the
// program tell it: one finding each, at the exact characters. Here values and dates.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/tools/good_case.hpp"

namespace baraza::test {

TEST_CASE("the good case has no finding") { check_row({"title: Wells that stay mended", ""}); }

TEST_CASE("a value of another kind than is wanted shows how it is written") {
  const Row rows[] = {
      {"countries: kenya",
       "1:12-17 E204 `countries` is text, and should be a list; write `countries: [kenya]`",
       "countries: [kenya]"},
      {"sectors: education, health",
       "1:10-27 E204 `sectors` is text, and should be a list; write `sectors: [education, "
       "health]`",
       "sectors: [education, health]"},
      {"tags: wells, pumps",
       "1:7-19 E204 `tags` is text, and should be a list; write `tags: [wells, pumps]`"},
      {"authors: Amina Otieno",
       "1:10-22 E204 `authors` is text, and should be a list; write `authors: [{name: Amina "
       "Otieno}]`",
       "authors: [{name: Amina Otieno}]"},
      {"authors: [Amina Otieno]",
       "1:11-23 E204 an item of `authors` is text, and should be a group of fields; write "
       "`{name: Amina Otieno}`",
       "authors: [{name: Amina Otieno}]"},
      {"authors:\n  - Amina Otieno",
       "2:5-17 E204 an item of `authors` is text, and should be a group of fields; write "
       "`{name: Amina Otieno}`",
       "authors:"},
      {"lessons: Pay first",
       "1:10-19 E204 `lessons` is text, and should be a list; write `lessons: [{id: pay-first, "
       "claim: Pay first, sources: ...}]`"},
      {"lessons:\n  - Pay first",
       "2:5-14 E204 an item of `lessons` is text, and should be a group of fields; write `{id: "
       "pay-first, claim: Pay first, sources: ...}`"},
      {"lessons:\n  id: pay-first\n  claim: Pay first.\n  sources: [s1]",
       "1:1-8 E204 `lessons` is a group of fields, and should be a list; put a dash and a "
       "space before `id`: `  - id: pay-first`, and two spaces more before each of its other "
       "fields"},
      {"authors:\n  name: Amina Otieno",
       "1:1-8 E204 `authors` is a group of fields, and should be a list; put a dash and a "
       "space before `name`: `  - name: Amina Otieno`",
       "authors:\n  - name: Amina Otieno"},
      {"authors: {name: Amina Otieno}",
       "1:1-8 E204 `authors` is a group of fields, and should be a list; put brackets round "
       "the braces: `[{name: Amina Otieno}]`",
       "authors: [{name: Amina Otieno}]"},
      {"period: 2014-2016",
       "1:9-18 E204 `period` is text, and should be a group of fields; write `period: {start: "
       "2014, end: 2016}`",
       "period: {start: 2014, end: 2016}"},
      {"period: 2014",
       "1:9-13 E204 `period` is a number, and should be a group of fields; write `period: "
       "{start: 2014, end: ...}`, or `{start: 2014, ongoing: true}` while it goes on"},
      {"period: 2014 - present",
       "1:9-23 E204 `period` is text, and should be a group of fields; write `period: {start: "
       "2014, ongoing: true}`",
       "period: {start: 2014, ongoing: true}"},
      {"period: [{start: 2014, end: 2016}]",
       "1:1-7 E204 `period` is a list, and should be a group of fields; it is no list: take "
       "the "
       "dash or the brackets away",
       "period: {start: 2014, end: 2016}"},
      {"period:\n  - {start: 2014, end: 2016}",
       "1:1-7 E204 `period` is a list, and should be a group of fields; it is no list: take "
       "the "
       "dash or the brackets away"},
      {"stage: ended",
       "1:8-13 E204 `stage` is text, and should be a group of fields; write it like `stage: "
       "{term: institutionalised, as_of: 2022}`; `term`: How far it had come; `as_of`: The "
       "date for which this is known, such as 2025 or 2025-09; often earlier than today"},
      {"title: [Wells]",
       "1:1-6 E204 `title` is a list, and should be text; take the brackets or the dash away",
       "title: Wells"},
      {"title: [Wells, pumps]",
       "1:1-6 E204 `title` is a list, and should be text; one text is wanted here; if it "
       "begins with `[`, put all of it in quotes"},
      {"title: {Wells: pumps}",
       "1:1-6 E204 `title` is a group of fields, and should be text; one text is wanted here; "
       "if "
       "it begins with `{`, put all of it in quotes"},
      {"title: 2016",
       "1:8-12 E204 `title` is a number, and should be text; put it in quotes: `\"2016\"`",
       "title: \"2016\""},
      {"title: true",
       "1:8-12 E204 `title` is yes or no, and should be text; put it in quotes: `\"true\"`"},
      {"title:",
       "1:7-7 E204 `title` has no value; write it after the colon, or take the line out"},
      {"draft: yes",
       "1:8-11 E204 `draft` is text, and should be `true` or `false`; write `true`, without "
       "quotes",
       "draft: true"},
      {"draft: \"true\"",
       "1:8-14 E204 `draft` is text, and should be `true` or `false`; write `true`, without "
       "quotes",
       "draft: true"},
      {"draft: No",
       "1:8-10 E204 `draft` is text, and should be `true` or `false`; write `false`, without "
       "quotes",
       "draft: false"},
      {"draft: 1",
       "1:8-9 E204 `draft` is a number, and should be `true` or `false`; write `true` or "
       "`false`"},
      {"period: {start: 2015, ongoing: yes}",
       "1:32-35 E210 `ongoing` is `yes`, and should be `true`; write `true`, without quotes",
       "period: {start: 2015, ongoing: true}"},
      {"period: {start: 2015, ongoing: \"true\"}",
       "1:32-38 E210 `ongoing` is the text `true`, and should be `true`; write `true`, without "
       "quotes",
       "period: {start: 2015, ongoing: true}"},
      {"period: {start: 2015, end: 2016, ongoing: no}",
       "1:43-45 E210 `ongoing` is `no`, and should be `true`; write `ongoing: true`, or leave "
       "it out and give an `end`"},
      {"funding: [{amount: \"1200000\", currency: KES, sources: [s1]}]",
       "1:20-29 E204 `amount` is text, and should be a number; take the quotes away: `1200000`",
       "funding: [{amount: 1200000, currency: KES, sources: [s1]}]"},
      {"funding: [{amount: \"1,200,000\", currency: KES, sources: [s1]}]",
       "1:20-31 E204 `amount` is text, and should be a number; a number is written in digits "
       "alone: `1200000`",
       "funding: [{amount: 1200000, currency: KES, sources: [s1]}]"},
      {"funding:\n  - amount: 1,200,000\n    currency: KES\n    sources: [s1]",
       "2:13-22 E204 `amount` is text, and should be a number; a number is written in digits "
       "alone: `1200000`",
       "funding:"},
      {"funding: [{amount: KES 5m, currency: KES}]",
       "1:20-26 E204 `amount` is text, and should be a number; write the number in digits "
       "alone, `5000000`, and the currency, `KES`, in a key of its own"},
      {"funding: [{amount: $1.5 million, currency: USD}]",
       "1:20-32 E204 `amount` is text, and should be a number; write the number in digits "
       "alone, `1500000`"},
      {"funding: [{amount: about five, currency: USD}]",
       "1:20-30 E204 `amount` is text, and should be a number; a number is written in digits "
       "alone, without quotes"},
      {"harms: {what: Some paid twice.}",
       "1:1-6 E204 `harms` is a group of fields, and should be text or a list; put brackets "
       "round the braces: `[{what: Some paid twice.}]`",
       "harms: [{what: Some paid twice.}]"},
      {"places: Kitui",
       "1:9-14 E204 `places` is text, and should be a list; write `places: [{name: Kitui}]`",
       "places: [{name: Kitui}]"},
      {"related: tusome",
       "1:10-16 E204 `related` is text, and should be a list; write `related: [tusome]`",
       "related: [tusome]"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("a date is shown as it is written here") {
  const Row rows[] = {
      {"published: March 2015",
       "1:12-22 E206 `March 2015` is not how a date is written here; write `2015-03`",
       "published: 2015-03"},
      {"published: 2015/03",
       "1:12-19 E206 `2015/03` is not how a date is written here; did you mean `2015-03`?"},
      {"published: 03-2015",
       "1:12-19 E206 `03-2015` is not how a date is written here; write `2015-03`",
       "published: 2015-03"},
      {"published: 31.05.2016",
       "1:12-22 E206 `31.05.2016` is not how a date is written here; write `2016-05-31`",
       "published: 2016-05-31"},
      {"published: May 2016",
       "1:12-20 E206 `May 2016` is not how a date is written here; write `2016-05`",
       "published: 2016-05"},
      {"published: 2015-02-30",
       "1:12-22 E206 there is no day `2015-02-30`; February 2015 has 28 days"},
      {"published: 2009-13",
       "1:12-19 E206 there is no month 13 in `2009-13`; a year has months 01 to 12; of two "
       "years write one, `2009` or `2013`"},
      {"published: 2009-00",
       "1:12-19 E206 there is no month 00 in `2009-00`; a year has months 01 to 12"},
      {"published: 2016-05-00",
       "1:12-22 E206 there is no day `2016-05-00`; a month begins with day 01"},
      {"published: 05/06/2016",
       "1:12-22 E206 `05/06/2016` is not how a date is written here; write the year first: "
       "`2016-06-05` or "
       "`2016-05-06`"},
      {"published: 05/31/2016",
       "1:12-22 E206 `05/31/2016` is not how a date is written here; write `2016-05-31`",
       "published: 2016-05-31"},
      {"published: 1 Machi 2016",
       "1:12-24 E206 `1 Machi 2016` is not how a date is written here; write `2016-03-01`",
       "published: 2016-03-01"},
      {"published: March 15th, 2016",
       "1:12-28 E206 `March 15th, 2016` is not how a date is written here; write `2016-03-15`",
       "published: 2016-03-15"},
      {"published: 2015-3",
       "1:12-18 E206 `2015-3` is not how a date is written here; write `2015-03`",
       "published: 2015-03"},
      {"published: 2016/5/31",
       "1:12-21 E206 `2016/5/31` is not how a date is written here; write `2016-05-31`",
       "published: 2016-05-31"},
      {"published: ca. 2016",
       "1:12-20 E206 `ca. 2016` is not how a date is written here; write `2016~`",
       "published: 2016~"},
      {"published: 2016?",
       "1:12-17 E206 `2016?` is not how a date is written here; did you mean `2016~`?"},
      {"published: early 2016",
       "1:12-22 E206 `early 2016` is not how a date is written here; write `2016`, or `2016~` "
       "for about 2016"},
      {"published: 2010s",
       "1:12-17 E206 `2010s` is not how a date is written here; write a year in it, with `~` "
       "for about, such as "
       "`2010~`"},
      {"published: 20160531",
       "1:12-20 E206 `20160531` is not how a date is written here; write `2016-05-31`",
       "published: 2016-05-31"},
      {"published: \"20160531\"",
       "1:12-22 E206 `20160531` is not how a date is written here; write `2016-05-31`",
       "published: 2016-05-31"},
      {"published: 2016-05-31T10:00:00Z",
       "1:12-32 E206 `2016-05-31T10:00:00Z` is not how a date is written here; did you mean "
       "`2016-05-31`?"},
      {"published: 2003/04",
       "1:12-19 E206 `2003/04` is not how a date is written here; for the month write "
       "`2003-04`, for the year that "
       "begins in 2003 `2003`"},
      {"published: 16",
       "1:12-14 E206 `16` is not how a date is written here; a year has four digits"},
      {"published: soon",
       "1:12-16 E206 `soon` is not a date; a date is written `2016`, `2016-05` or "
       "`2016-05-31`, with `~` after it for about"},
      {"period: {start: 2014-2016, end: 2018}",
       "1:17-26 E206 `2014-2016` is not how a date is written here; these are two dates: write "
       "`start: 2014` and "
       "`end: 2016`"},
      {"period: {start: 2014-16, end: 2018}",
       "1:17-24 E206 there is no month 16 in `2014-16`; a year has months 01 to 12; the years "
       "2014 to 2016 are `start: 2014` and `end: 2016`"},
      {"period: {start: 2014, end: present}",
       "1:28-35 E206 `present` is not how a date is written here; leave `end` out and write "
       "`ongoing: true`"},
      {"period: {start: 2014 - present, ongoing: true}",
       "1:17-31 E206 `2014 - present` is not how a date is written here; write `start: 2014` "
       "and `ongoing: true`"},
      {"period: {start: 2016, end: 2014}",
       "1:28-32 E214 `end` is `2014`, which is before `start`, `2016`; look both up again; "
       "perhaps they have changed places"},
      {"period: {start: 2014, end: 2016, ongoing: true}",
       "1:23-26 E212 a period that is `ongoing` has no `end` yet; keep one of the two"},
      {"period: {start: 2014}",
       "1:1-7 E201 `period` has no `end`; a period has an `end`, or says `ongoing: true`"},
  };
  for (const Row& row : rows) check_row(row);
}

}  // namespace baraza::test
