#include "check/advice.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "check/formats.hpp"
#include "check/key_synonyms.hpp"
#include "check/languages.hpp"
#include "check/licences.hpp"

namespace baraza::check {
namespace {

// `better!` where it is certain, `better?` where it is not, else the hint, else what is wrong.
std::string told(const Advice& advice) {
  if (!advice.better.empty()) return advice.better + (advice.certain ? "!" : "?");
  return advice.hint.empty() ? advice.wrong : advice.hint;
}

struct Row {
  std::string_view text, told;
};

}  // namespace

TEST_CASE("Dates are read as people write them") {
  const Row rows[] = {
      {"March 2015", "2015-03!"},
      {"Mar. 2015", "2015-03!"},
      {"2015 March", "2015-03!"},
      {"15 March 2015", "2015-03-15!"},
      {"March 15, 2015", "2015-03-15!"},
      {"1st of June 1998", "1998-06-01!"},
      {"15-Mar-2015", "2015-03-15!"},
      {"30 February 2015", "write `2015`, or `2015~` for about 2015"},
      {"circa March 2015", "2015-03~!"},
      {"Juni 2015", "2015-06!"},
      {"março de 2015", "2015-03!"},
      {"août 2015", "2015-08!"},
      {"Market 2015", "write `2015`, or `2015~` for about 2015"},
      {"March to May 2015", "write `2015`, or `2015~` for about 2015"},
      {"2015/03", "2015-03?"},
      {"2015.3", "2015-03?"},
      {"2015-3", "2015-03!"},
      {"03/2015", "2015-03!"},
      {"31.05.2016", "2016-05-31!"},
      {"05.06.2016", "2016-06-05?"},
      {"05/05/2016", "2016-05-05!"},
      {"13/05/2016", "2016-05-13!"},
      {"05/06/2016", "write the year first: `2016-06-05` or `2016-05-06`"},
      {"2016-31-05", "2016-05-31?"},
      {"20160531", "2016-05-31!"},
      {"2016-05-31 10:30", "2016-05-31?"},
      {"~2016", "2016~!"},
      {"c. 2016", "2016~!"},
      {"since September 2025", "2025-09!"},
      {"2016?", "2016~?"},
      {"mid-2016", "write `2016`, or `2016~` for about 2016"},
      {"2015 Q1", "write `2015`, or `2015~` for about 2015"},
      {"15", "a year has four digits"},
      {"never", ""},
      {"", ""},
      {"99999999999999999999", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Advice advice = advise_date(row.text, "published");
    CHECK(told(advice) == row.told);
    if (!advice.better.empty()) CHECK(is_edtf_date(advice.better));
  }
  struct Years {
    std::string_view text, start, end;
  };
  const Years years[] = {
      {"2014-2016", "2014", "2016"},
      {"2014–2016", "2014", "2016"},
      {"2014 to 2016", "2014", "2016"},
      {"2014/2016", "2014", "2016"},
      {"2014-16", "2014", "2016"},
      {"1998-2001", "1998", "2001"},
      {"2014-present", "2014", ""},
      {"since 2014", "2014", ""},
      {"2014-", "2014", ""},
      {"2014", "", ""},
      {"2016-2014", "", ""},
      {"2014-12", "", ""},
      {"2014-11", "", ""},
      {"", "", ""},
  };
  for (const Years& row : years) {
    CAPTURE(row.text);
    CHECK(read_years(row.text).start == row.start);
    CHECK(read_years(row.text).end == row.end);
  }
}

TEST_CASE("Numbers are read as people write them") {
  const Row rows[] = {
      {"1200000", "1200000!"},
      {"1,200,000", "1200000!"},
      {"1 200 000", "1200000!"},
      {"1'200'000", "1200000!"},
      {"1.200.000", "1200000!"},
      {"1,200,000.50", "1200000.50!"},
      {"1,200", "1200?"},
      {"1,5", "1.5?"},
      {"12.5", "12.5!"},
      {"-1,200,000", "-1200000!"},
      {"KES 5m",
       "write the number in digits alone, `5000000`, and the currency, `KES`, in a key of its "
       "own"},
      {"5 million", "write the number in digits alone, `5000000`"},
      {"1.25bn USD",
       "write the number in digits alone, `1250000000`, and the currency, `USD`, in a key of "
       "its "
       "own"},
      {"$5", "write the number in digits alone, `5`"},
      {"about 300", "write the number in digits alone, `300`"},
      {"1,20,000", ""},
      {"five", ""},
      {"1.2.3", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(told(advise_number(row.text)) == row.told);
  }
  for (const char* yes : {"yes", "Yes", "TRUE", "on", " y "})
    CHECK(read_yes_or_no(yes) == "true");
  for (const char* no : {"no", "False", "off"}) CHECK(read_yes_or_no(no) == "false");
  for (const char* other : {"", "maybe", "nothing"}) CHECK(read_yes_or_no(other).empty());
}

TEST_CASE("Addresses are read as people write them") {
  const Row rows[] = {
      {"www.example.org", "https://www.example.org?"},
      {"example.org/a?b=c", "https://example.org/a?b=c?"},
      {"//example.org/a", "https://example.org/a?"},
      {"https//example.org", "https://example.org?"},
      {"https:example.org", "https://example.org?"},
      {"HTTPS://example.org", "https://example.org?"},
      {"htps://example.org", "https://example.org?"},
      {"https;//example.org", "https://example.org?"},
      {"ftp://example.org", "it begins with `ftp:`"},
      {"https://", "nothing follows `https`"},
      {" https://example.org ", "https://example.org!"},
      {"<https://example.org>", "https://example.org?"},
      {"[a](https://example.org)", "https://example.org?"},
      {"https://example.org/a\"b", "https://example.org/a%22b?"},
      {"https://example.org/a[1].pdf?b=[é]",
       "https://example.org/a%5B1%5D.pdf?b=%5B%C3%A9%5D?"},
      {"https://[::1]/[1]", "https://[::1]/%5B1%5D?"},
      {"https://exämple.org/", "`ä` may not stand in it"},
      {"10.1000/182", "https://doi.org/10.1000/182?"},
      {"doi: 10.1000/182", "https://doi.org/10.1000/182?"},
      {"none", "leave the line out if there is no address"},
      {"report.pdf", "https://report.pdf?"},
      {"a report", "it holds a space"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Advice advice = advise_uri(row.text);
    CHECK((told(advice) == row.told || advice.wrong == row.told));
    if (!advice.better.empty()) CHECK(is_uri(advice.better));
  }
  const Row mails[] = {
      {"amina", "it has no `@`"},
      {"amina at example.org", "amina@example.org?"},
      {"mailto:amina@example.org", "amina@example.org!"},
      {"<amina@example.org>", "amina@example.org!"},
      {"@example.org", "nothing stands before the `@`"},
      {"amina@", "nothing stands behind the `@`"},
      {"a@b.org, c@d.org", "one address is wanted"},
      {"amina otieno@example.org", "it holds a space"},
      {"amina@exa_mple.org", "`exa_mple.org` is no name of a host"},
      {".amina@example.org", "`.amina` may not stand before the `@`"},
  };
  for (const Row& row : mails) {
    CAPTURE(row.text);
    CHECK(told(advise_email(row.text)) == row.told);
  }
}

TEST_CASE("Languages, licences and ids are read as people write them") {
  const Row languages[] = {
      {"Swahili", "sw!"},
      {"kiswahili", "sw!"},
      {"SWAHILI", "sw!"},
      {"Português", "pt!"},
      {"हिन्दी", "hi!"},
      {"Swahilli", "sw?"},
      {"swa", "sw!"},
      {"en_gb", "en-GB!"},
      {"EN-uk", "en-GB!"},
      {"zh-hant", "zh-Hant!"},
      {"Elvish", ""},
      {"", ""},
      {"Bahasa Indonesia", "id!"},
  };
  for (const Row& row : languages) {
    CAPTURE(row.text);
    CHECK(told(advise_language(row.text)) == row.told);
  }
  for (const LanguageName& language : language_names()) {
    CAPTURE(language.tag);
    CHECK(is_language_tag(language.tag));
    CHECK_FALSE(is_language_tag(language.code));
  }
  const Row names[] = {
      {"CC BY 4.0", "CC-BY-4.0!"},
      {"cc-by-4.0", "CC-BY-4.0!"},
      {"CC BY-SA 4.0", "CC-BY-SA-4.0!"},
      {"CC-BY", "CC-BY-4.0?"},
      {"Creative Commons Attribution 4.0 International", "CC-BY-4.0?"},
      {"apache 2.0", "Apache-2.0!"},
      {"CC-BY-4.O", "CC-BY-4.0?"},
      {"Lottery", ""},
  };
  for (const Row& row : names) {
    CAPTURE(row.text);
    CHECK(told(advise_licence(row.text)) == row.told);
  }
  for (const Licence& licence : licences()) {
    CAPTURE(licence.id);
    CHECK(is_licence(licence.id));
    CHECK(find_licence(licence.id) == &licence);
  }
  CHECK(is_licence("LicenseRef-county"));
  CHECK(is_licence("Beerware"));
  CHECK_FALSE(is_licence("mit"));
  CHECK(told(advise_slug("Start Small!")) == "start-small!");
  CHECK(told(advise_slug("भारत")).empty());
  CHECK(told(advise_orcid("0000 0002 1825 0097")) == "0000-0002-1825-0097!");
}

TEST_CASE("Keys are known by what people call them, in several languages") {
  struct Key {
    std::string_view key, first;
  };
  const Key rows[] = {{"name", "title"},
                      {"Abstract", "summary"},
                      {"Lessons Learned", "lessons"},
                      {"título", "title"},
                      {"mwandishi", "authors"},
                      {"Länder", ""},
                      {"publication-date", "published"},
                      {"weather", ""},
                      {"", ""}};
  for (const Key& row : rows) {
    CAPTURE(row.key);
    const std::vector<std::string_view> meant = meant_by(row.key);
    CHECK((meant.empty() ? "" : meant.front()) == row.first);
  }
}

TEST_CASE("Any text at all may be asked about") {
  std::mt19937 random(20'261'126);  // NOLINT: the same texts each time
  const std::string_view pieces[] = {
      "2015", "-",  "/",    ".",   " ", "March", "31",   "KES",
      ",000", "m",  "http", "://", "@", "%",     "é",    "\xE2\x80\x93",
      "\xFF", "CC", "BY",   "4.0", "_", "x",     "0000", "(",
      "<",    ">",  "[",    "]",   "~"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const std::size_t length = random() % 8;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    for (const Advice& advice :
         {advise_date(text, "end"), advise_uri(text), advise_email(text), advise_language(text),
          advise_licence(text), advise_orcid(text), advise_slug(text), advise_number(text)})
      CHECK(advice.better.size() < 200);
  }
  const std::string longest(100'000, '9');
  CHECK(advise_number(longest).better == longest);
  CHECK(advise_date(longest, "start").better.empty());
  CHECK(advise_slug(longest).better.size() <= 80);
}

}  // namespace baraza::check
