#include "check/record_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "check/check_record.hpp"
#include "tests/check/words.hpp"
#include "tests/processor_time.hpp"

namespace baraza::check {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view schema_json = R"({"properties": {
    "sources": {"items": {"properties": {"id": {"x-unique": "file"}}}},
    "lessons": {"items": {"properties": {"sources": {"items": {"if": {"type": "object"},
      "then": {"properties": {"id": {"x-ref": "source"}}}, "else": {"x-ref": "source"}}}}}},
    "countries": {"items": {"x-vocabulary": "countries"}}}})";

const std::vector<content::Facet> facets = {{.field = "countries",
                                             .flag = "country",
                                             .plural = "countries",
                                             .vocabulary = "countries"}};

content::Term country(std::string id, std::string label, std::string code,
                      std::vector<std::string> alt = {}) {
  return {.id = std::move(id),
          .label = {{"en", std::move(label)}},
          .alt = std::move(alt),
          .codes = {{"alpha2", {std::move(code)}}}};
}

content::Vocabularies vocabularies() {
  content::Vocabulary countries;
  countries.id = "countries";
  countries.terms = {
      country("kenya", "Kenya", "KE", {"Kenyan", "Jamhuri ya Kenya"}),
      country("guinea", "Guinea", "GN", {"Guinean"}),
      country("guinea-bissau", "Guinea-Bissau", "GW"),
      country("niger", "Niger", "NE"),
      country("nigeria", "Nigeria", "NG", {"Nigerian"}),
      country("south-africa", "South Africa", "ZA", {"South African", "RSA", "Mzansi"}),
      country("congo", "Congo", "CG"),
      country("dr-congo", "Democratic Republic of the Congo", "CD", {"Congo", "DRC"}),
      country("uk", "United Kingdom", "GB", {"UK", "British"}),
      country("france", "France", "FR", {"French"}),
      country("tanzania", "Tanzania", "TZ")};
  countries.terms[0].label["sw"] = "Kenya";
  countries.terms.push_back({.id = "zanzibar", .label = {{"en", "Zanzibar"}}});
  countries.terms.back().broader = "tanzania";
  countries.terms.push_back({.id = "brazil", .label = {{"en", "Brazil"}}});  // no code
  content::Vocabularies all;
  all.lists["countries"] = countries;
  return all;
}

content::Record checked(std::string_view front, std::vector<std::string> passages = {}) {
  content::Record record;
  record.front = tree_of(front);
  record.card = content::make_card(record.front, facets, "cases/wells.md");
  for (std::string& passage : passages)
    record.body.passages.push_back({.text = std::move(passage)});
  check_record(schema_of(schema_json), {}, vocabularies(), facets, record);
  return record;
}

Lines lines(std::string_view front, std::vector<std::string> passages = {}) {
  return lines_of_findings(checked(front, std::move(passages)).findings);
}

}  // namespace

TEST_CASE("A source that nothing cites is told at its id") {
  const std::string two = R"({"sources": [{"id": "s1"}, {"id": "world-bank"}], )";
  const Lines told = {
      "1:35-47 E319 nothing here cites the source `world-bank`; cite it where the case rests "
      "on "
      "it, name `world-bank` in the text, or take it out"};
  CHECK(lines(two + R"("lessons": [{"sources": ["s1"]}]})") == told);
  CHECK(checked(two + R"("lessons": [{"sources": ["s1"]}]})").findings[0].severity ==
        Severity::warning);

  struct Row {
    std::string_view what, rest, passage;
  };
  const Row silent[] = {
      {"cited", R"("lessons": [{"sources": ["s1", "world-bank"]}]})", ""},
      {"cited with a place", R"("lessons": [{"sources": [{"id": "world-bank"}, "s1"]}]})", ""},
      {"named in the body", R"("lessons": [{"sources": ["s1"]}]})",
       "As they say (world-bank)."},
      {"named by a text", R"("lessons": [{"sources": ["s1"], "because": "World-Bank, p. 2"}]})",
       ""},
      {"a misspelt id may be it", R"("lessons": [{"sources": ["s1", "word-bank"]}]})", ""},
  };
  for (const Row& row : silent) {
    CAPTURE(row.what);
    for (const std::string& line :
         lines(two + std::string(row.rest), {std::string(row.passage)}))
      CHECK(line.find("E319") == std::string::npos);
  }
  // Parts of words are no names; the ends of a range are.
  CHECK(lines(R"({"sources": [{"id": "s1"}]})", {"s10 and ss1"}).size() == 1);
  CHECK(lines(R"({"sources": [{"id": "s1"}, {"id": "s3"}]})", {"(s1-s3)"}).empty());
  CHECK(lines(R"({"sources": [{"id": "s1", "title": "s1"}, {"id": "s2", "note": "as s1"}]})")
            .size() == 1);
}

TEST_CASE("Uncited sources are found in good time") {
  std::string sources = R"({"sources": [{"id": "s")";
  for (int i = 0; i < 20'000; ++i) sources += R"(}, {"id": "s)" + std::to_string(i) + "\"";
  std::string body;
  for (int i = 0; i < 19'999; ++i) body += "s" + std::to_string(i) + " ";
  CHECK(lines(sources + "}]}", {body}).size() == 2);
}

TEST_CASE("A lesson that no outcome bears on is told, unless it says so itself") {
  struct Row {
    std::string_view what, lessons;
    Lines findings;
  };
  const std::string told =
      "E309 the lesson `a` shares no source with an outcome, so its page cannot say by which "
      "kind of evidence it is known; name the outcomes that bear on it, `outcomes: [o]`, or "
      "write `outcomes: []` if none does";
  const Row rows[] = {
      {"another source", R"([{"id": "a", "sources": ["s2"]}])", {told}},
      {"the same source", R"([{"id": "a", "sources": ["s2", "s1"]}])", {}},
      {"an outcome by name", R"([{"id": "a", "sources": ["s2"], "outcomes": ["o"]}])", {}},
      {"none, as is said", R"([{"id": "a", "sources": ["s2"], "outcomes": []}])", {}},
      {"no source, as its schema tells", R"([{"id": "a"}])", {}},
      {"each of two",
       R"([{"id": "a", "sources": ["s2"]}, {"id": "b", "sources": [{"id": "s1"}]}])",
       {told}},
  };
  const auto check = [](const std::string& front) {
    content::Record record;
    record.front = tree_of(front);
    record.card = content::make_card(record.front, facets, "cases/wells.md");
    Diagnostics found;
    check_lesson_strength(record, found);
    Lines lines;
    for (const Diagnostic& one : found.all())
      lines.push_back(one.rule + " " + one.message + "; " + one.hint);
    return lines;
  };
  const std::string outcome =
      R"({"outcomes": [{"id": "o", "basis": ["survey"], "sources": ["s1"]}], )";
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(check(outcome + R"("lessons": )" + std::string(row.lessons) + "}") == row.findings);
  }
  CHECK(check(R"({"lessons": [{"id": "a", "sources": ["s2"]}]})").empty());
}

TEST_CASE("A date of an event is doubted if it is far off or out of order, and not otherwise") {
  struct Row {
    std::string_view what, period, dates;
    std::string_view told;  // the date; empty: none
  };
  const Row rows[] = {
      {"inside", R"({"start": 2015, "end": 2018})", "2015,2016,2018", ""},
      {"what led to it", R"({"start": 2015, "end": 2018})", "2006,2015", ""},
      {"what came of it", R"({"start": 2015, "end": 2018})", "2016,2027", ""},
      {"ten years before", R"({"start": 2015, "end": 2018})", "2005,2016", "2005"},
      {"ten years after", R"({"start": 2015, "end": 2018})", "2016,2028", "2028"},
      {"another century", R"({"start": 2015, "end": 2018})", "2107", "2107"},
      {"it goes on", R"({"start": 2015, "ongoing": true})", "2016,2050", ""},
      {"it goes on, and began before", R"({"start": 2015, "ongoing": true})", "1915", "1915"},
      {"no period", "null", "1815,2016", ""},
      {"out of order", R"({"start": 2015, "end": 2018})", "2015,2016,2012,2018", "2012"},
      {"out of order at the end", R"({"start": 2015, "end": 2018})", "2015,2021,2016,2018",
       "2021"},
      {"newest first", R"({"start": 2015, "end": 2018})", "2020,2018,2016,2014", ""},
      {"no order at all", R"({"start": 2015, "end": 2018})", "2018,2012,2016,2015,2017", ""},
      {"two are in any order", R"({"start": 2015, "end": 2018})", "2016,2014", ""},
      {"a month of the last year", R"({"start": "2015-05", "end": 2018})", "2015,2018", ""},
      {"the period itself is wrong", R"({"start": 2025, "end": 2018})", "2007", ""},
      {"about a year", R"({"start": "2015~", "end": 2018})", "2015,\"2014~\",2016", ""},
      {"no date at all", R"({"start": 2015, "end": 2018})", "\"soon\"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string events;
    for (const std::string_view date : split(row.dates, ','))
      events += (events.empty() ? "" : ", ") + std::string(R"({"id": "e", "date": )") +
                std::string(date) + "}";
    content::Record record =
        checked("{\"period\": " + std::string(row.period) + ", \"events\": [" + events + "]}");
    std::erase_if(record.findings, [](const Diagnostic& one) { return one.rule == "E307"; });
    REQUIRE(record.findings.size() == (row.told.empty() ? 0 : 1));
    if (row.told.empty()) continue;
    const Diagnostic& finding = record.findings.front();
    CHECK(finding.rule == "E320");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.message.find("is dated `" + std::string(row.told) + "`") !=
          std::string::npos);
    CHECK(finding.notes.size() == 1);
  }
  CHECK(
      lines(
          R"({"period": {"start": 2015, "end": 2018}, "events": [{"id": "a", "date": 2107}]})") ==
      Lines{
          "1:73-77 E320 the event `a` is dated `2107`, after the period's end, `2018`; one of "
          "the two dates may be wrong; what only led to the case or came of it may stay"});
}

TEST_CASE("A date that lies years after those it should fit to is told") {
  struct Row {
    std::string_view what, front;
    Lines findings;
  };
  const Row rows[] = {
      {"an event after the record's end",
       R"({"updated": "2026-11-26", "events": [{"id": "a", "date": 2107}]})",
       {"E308 `events/a` is dated `2107`, years after the record was last changed, "
        "`2026-11-26`"}},
      {"the end of a period",
       R"({"published": "2019", "review": {"on": 2020}, "period": {"end": "2032"}})",
       {"E308 `period/end` is dated `2032`, years after the record was last changed, `2020`"}},
      {"a source and a stage",
       R"({"published": 2019, "sources": [{"id": "s1", "year": 2091}], "stage": {"as_of": 2081}})",
       {"E308 `stage/as_of` is dated `2081`, years after the record was last changed, `2019`",
        "E308 `sources/s1` is dated `2091`, years after the record was last changed, `2019`"}},
      {"what is planned for the next five years",
       R"({"published": 2019, "events": [{"id": "a", "date": 2024}]})",
       {}},
      {"a record that does not say when it was written",
       R"({"events": [{"id": "a", "date": 2107}]})",
       {}},
      {"two digits of its publication swapped",
       R"({"published": "2206-11-26", "period": {"start": 2010, "end": 2016}})",
       {"E308 `published` is dated `2206-11-26`, decades after the last date that the record "
        "has, `2016`"}},
      {"of its last change",
       R"({"published": "2026-11-26", "updated": 2206})",
       {"E308 `updated` is dated `2206`, decades after the last date that the record has, "
        "`2026-11-26`"}},
      {"old matters", R"({"published": 2026, "period": {"start": 1980, "end": 1990}})", {}},
      {"no other date", R"({"published": 2206})", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    content::Record record;
    record.front = tree_of(row.front);
    Diagnostics found;
    check_far_dates(record, found);
    Lines told;
    for (const Diagnostic& one : found.all()) told.push_back(one.rule + " " + one.message);
    CHECK(told == row.findings);
    Diagnostics errors;
    errors.add({});
    check_far_dates(record, errors);
    CHECK(errors.size() == 1);
  }
}

TEST_CASE("Money without a source is told, each stream once") {
  const std::string sources = R"({"sources": [{"id": "s1"}], "funding": )";
  const auto check = [](const std::string& front) {
    content::Record record;
    record.front = tree_of(front);
    Diagnostics found;
    check_funding_sources(record, found);
    return lines_of_findings(found.all());
  };
  CHECK(
      check(
          sources +
          R"([{"from": "county", "years": 2014}, {"amount": 3, "sources": ["s1"]}, {"amount": 4}]})") ==
      Lines{"1:50-58 E218 the money from `county` names no source; say where it was found, "
            "`sources: [s1]`",
            "1:121-122 E218 a stream of money names no source; say where it was found, "
            "`sources: [s1]`"});
  CHECK(check(sources + R"([{"from": "county", "terms": "no amount seen"}]})").empty());
  CHECK(check(sources + R"(["text", {}, []]})").empty());
  CHECK(check(R"({"funding": [{"amount": 3}]})").empty());
}

TEST_CASE("A country that title or summary names is one that the record lists") {
  struct Row {
    std::string_view summary;
    std::string_view named;  // empty: no finding
    std::string_view listed = "kenya";
  };
  const Row rows[] = {
      {"Wells in Kenya and in Nigeria", "Nigeria"},
      {"Wells in Nigeria's north", "Nigeria"},
      {"Nigeria: wells", "Nigeria"},
      {"Wells (Nigeria)", "Nigeria"},
      {"In Nigeria wells were mended", "Nigeria"},
      {"Wells in Niger were mended", "Niger"},
      {"Wells in Nigeria", "", "nigeria"},
      {"Wells in Guinea-Bissau", "", "guinea-bissau"},
      {"Wells in Guinea-Bissau", "Guinea-Bissau", "guinea"},
      {"A Nigerian and a Guinean organisation, with British and French money", ""},
      {"A South African organisation", ""},
      {"Wells in South Africa", "South Africa"},
      {"Wells in Mzansi", "Mzansi"},
      {"RSA keys", "RSA"},
      {"Paid by UK aid", ""},
      {"Wells in the Niger Delta", ""},
      {"Wells in Papua New Guinea", ""},
      {"nigeria and NIGERIA", ""},
      {"Unlike in Nigeria, wells were mended", ""},
      {"More wells than Nigeria", ""},
      {"In contrast to Nigeria, wells were mended", ""},
      {"Pumps from the Nigeria office", ""},
      {"Nigerians and Nigeriana", ""},
      {"Wells of Zanzibar and Tanzania", "", "zanzibar"},
      {"Wells of Congo", "Congo"},
      {"Wells of Congo", "", "dr-congo"},
      {"Wells of the Democratic Republic of the Congo", "Democratic Republic of the Congo"},
      {"Wells of the Democratic Republic of the Congo", "", "dr-congo"},
      {"Wells in Brazil", ""},
      {"Paid by the Bank of Nigeria and the University of South Africa", ""},
      {"Read in the Times of the Congo, heard in the Gulf of Guinea", ""},
      {"Banks of Nigeria paid", "Nigeria"},
      {"The bank of Nigeria's rivers", "Nigeria"},
      {"The Government of Nigeria paid", "Nigeria"},
      {R"(The \"Nigeria way\" and the “France model” of paying)", ""},
      {"Nigeria between “these” and «those»", "Nigeria"},
      {"Jamhuri ya Kenya", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.summary);
    const std::string front = R"({"countries": [")" + std::string(row.listed) +
                              R"("], "summary": ")" + std::string(row.summary) + "\"}";
    const content::Record record = checked(front);
    REQUIRE(record.findings.size() == (row.named.empty() ? 0 : 1));
    if (row.named.empty()) continue;
    const Diagnostic& finding = record.findings.front();
    CHECK(finding.rule == "E321");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.message ==
          "the summary names " + std::string(row.named) + ", and `countries` does not");
    const Span& span = finding.where.span;
    CHECK(front.substr(static_cast<std::size_t>(span.column) - 1,
                       static_cast<std::size_t>(span.end_column - span.column)) == row.named);
  }
  CHECK(
      lines(
          R"({"title": "From Kenya to Nigeria", "summary": "In Nigeria.", "countries": ["kenya"]})") ==
      Lines{"1:26-33 E321 the title names Nigeria, and `countries` does not; add `nigeria` to "
            "`countries` if it happened there too"});
  // Where no country is listed, the schema says whether one must be.
  CHECK(lines(R"({"summary": "Wells in Nigeria"})").empty());
}

TEST_CASE("What is held back on the site is not held back by git") {
  struct Row {
    std::string_view front, finding;
  };
  const std::string_view rest =
      ", but git shows this file to all who may read the repository, and keeps it when it is "
      "deleted; what must not be known stays outside: keep the file on a computer, or in a "
      "private repository, until it may be told";
  const Row rows[] = {
      {R"({"sensitivity": "hold"})", "1:17-23 E327 the record is held back"},
      {R"({"sensitivity": "lesson-only"})", "1:17-30 E327 the site shows the lessons alone"},
      {R"({"embargo": "2030-01-01"})", "1:13-25 E327 the record is not shown yet"},
      {R"({"embargo": "2030", "sensitivity": "hold"})", "1:36-42 E327 the record is held back"},
      {R"({"sensitivity": "public"})", ""},
      {R"({"sensitivity": "secret"})", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.front);
    const Lines expected =
        row.finding.empty() ? Lines{} : Lines{std::string(row.finding) + std::string(rest)};
    CHECK(lines(row.front) == expected);
  }
  CHECK(checked(rows[0].front).findings[0].severity == Severity::hint);
}

TEST_CASE("A vocabulary of many terms answers at once, also for a term that it does not have") {
  content::Vocabularies all = vocabularies();
  content::Vocabulary& list = all.lists["countries"];
  list.terms.clear();
  for (int i = 0; i < 100'000; ++i)
    list.terms.push_back({.id = "term-" + std::to_string(i),
                          .label = {{"en", "Term " + std::to_string(i)}, {"sw", "Neno"}},
                          .alt = {"word " + std::to_string(i)}});
  content::sort_ids(list);
  content::Record record;
  std::string terms;
  for (int i = 0; i < 2000; ++i) terms += "\"term-" + std::to_string(i * 37) + "\", ";
  record.front = tree_of(R"({"countries": [)" + terms + R"("trem-99999"]})");
  record.card = content::make_card(record.front, facets, "cases/wells.md");
#ifdef __SANITIZE_ADDRESS__
  constexpr double allowed = 10;
#else
  constexpr double allowed = 1;
#endif
  const double begin = test::processor_time();
  check_record(schema_of(schema_json), {}, all, facets, record);
  const double took = test::processor_time() - begin;
  CHECK(took < allowed);
  REQUIRE(record.findings.size() == 1);
  CHECK(record.findings[0].hint ==
        "did you mean `term-99999` (Term 99999) or `term-19999` (Term 19999)?");

  // Of a great many unknown ones the first are looked for, and the others not.
  std::string unknown = "\"x-0\"";
  for (int i = 1; i < 2000; ++i) unknown += ", \"x-" + std::to_string(i) + "\"";
  record.findings.clear();
  record.front = tree_of(R"({"countries": [)" + unknown + "]}");
  const double again = test::processor_time();
  check_record(schema_of(schema_json), {}, all, facets, record);
  CHECK(test::processor_time() - again < allowed);
  CHECK(record.findings.size() == 2000);
}

}  // namespace baraza::check
