#include "check/check_bank.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "check/check_vocabularies.hpp"
#include "tests/check/small_bank.hpp"

namespace baraza::check {

TEST_CASE("No facet has its pages where the site has its own") {
  Diagnostics found;
  check_vocabularies({}, {{.field = "places", .flag = "place", .plural = "cases"}}, found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].rule == "E414");
}

TEST_CASE("A facet can have an option of its own") {
  const std::pair<content::Facet, const char*> rows[] = {
      {{.field = "places", .flag = "place", .plural = "places"}, ""},
      {{.field = "places", .flag = "format", .plural = "places"},
       "`format` is already an option of the program, or a field of its queries; choose "
       "another "
       "`flag`"},
      {{.field = "kinds", .flag = "kind", .plural = "kinds"},
       "`kind` is already an option of the program, or a field of its queries; choose another "
       "`flag`"},
      {{.field = "year", .flag = "vintage", .plural = "years"},
       "`year` is already an option of the program, or a field of its queries; give the field "
       "another name"},
      {{.field = "places", .flag = "4th", .plural = "places"},
       "`4th` cannot be an option, as the flag of `places` must; write a `flag` of lower-case "
       "letters and digits, joined by single hyphens, that begins with a letter"},
      {{.field = "places", .flag = "", .plural = "places"},
       "`` cannot be an option, as the flag of `places` must; write a `flag` of lower-case "
       "letters and digits, joined by single hyphens, that begins with a letter"}};
  for (const auto& row : rows) {
    CAPTURE(row.first.flag);
    Diagnostics found;
    check_vocabularies({}, {row.first}, found);
    std::string told;
    for (const Diagnostic& one : found.all()) {
      CHECK(one.rule == "E414");
      told += one.message + "; " + one.hint;
    }
    CHECK(told == row.second);
  }
}

TEST_CASE("An id is unique in the bank, however it is written, and former ids too") {
  CHECK(check({card("wells"), card("tusome")}).empty());
  CHECK(check({card("wells"), card("wells", "uganda")}) ==
        Lines{"cases/uganda/wells.md E310 the id `wells` is taken; give one of the two files "
              "another name; an id is never used twice"});
  CHECK(
      check({card("wells"), card("WELLS")}) ==
      Lines{
          "cases/kenya/wells.md E310 the id `wells` is taken: `WELLS` differs only in capital "
          "letters; give one of the two files another name; an id is never used twice"});
  // é as one character, and as e with an accent behind it.
  CHECK(check({card("\xC3\xA9tude"), card("e\xCC\x81tude")}).size() == 1);
  Card renamed = card("wells-of-kitui");
  renamed.aliases = {"tusome"};
  renamed.alias_spans = {{7, 11, 7, 17}};
  CHECK(check({renamed, card("tusome")}) ==
        Lines{"cases/kenya/wells-of-kitui.md 7:11-17 E310 the former id `tusome` is taken; "
              "take it out of "
              "`aliases`"});
}

TEST_CASE("References lead to records and lessons that are there") {
  struct Row {
    std::string kind, target, finding;
  };
  const Row rows[] = {
      {"case", "tusomee", "E311 unknown case `tusomee`; did you mean `tusome`?"},
      {"case", "tusome-old", "E311 the case `tusome-old` has another id now; write `tusome`"},
      {"case", "wells", "E311 `wells` is this record itself; take it out"},
      {"case", "football",
       "E311 unknown case `football`; no file of the bank has that name: "
       "correct it, or delete it, and the whole line if nothing is left in it"},
      {"lesson", "tusome#football",
       "E312 the case `tusome` has no lesson `football`; its lessons are `start-small`"},
      {"lesson", "football#start-small",
       "E311 unknown case `football`; the id of a case is its file's name"},
      {"lesson", "tusome#start-smal",
       "E312 the case `tusome` has no lesson `start-smal`; did you mean `tusome#start-small`?"},
      {"lesson", "tusome#begin-small",
       "E312 the lesson `begin-small` has another id now; write `tusome#start-small`"},
      {"lesson", "tusme#start-small",
       "E311 unknown case `tusme`; did you mean `tusome#start-small`?"},
      {"lesson", "start-small",
       "E312 `start-small` names no lesson; a lesson is named by its case and its own id: "
       "`\"case#lesson\"`"},
  };
  Card tusome = card("tusome");
  tusome.aliases = {"tusome-old"};
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(check({with_reference(row.kind, row.target), tusome}) ==
          Lines{"cases/kenya/wells.md 5:3-9 " + row.finding});
  }
  CHECK(check({with_reference("lesson", "tusome#start-small"), tusome}).empty());

  // A case whose lessons could not be read has findings of its own.
  tusome.lessons.clear();
  CHECK(check({with_reference("lesson", "tusome#start-small"), tusome}).empty());
}

TEST_CASE("No two digest entries point to one address") {
  struct Row {
    std::string first, second;
    bool same;
  };
  const Row rows[] = {
      {"https://a.org/x", "https://a.org/x", true},
      {"https://a.org/x", "http://www.A.org/x/#part", true},
      {"https://a.org", "https://a.org/", true},
      {"https://a.org/x", "https://a.org/X", false},
      {"https://a.org/x", "https://a.org/x?page=2", false},
      {"https://a.org/x", "https://b.org/x", false},
      {"TO WRITE: an address", "TO WRITE: an address", false},
      {"", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.second);
    Card first = card("wells", "digest");
    Card second = card("wells2", "digest");
    first.kind = second.kind = content::RecordKind::digest;
    first.url = row.first;
    second.url = row.second;
    second.url_span = {5, 6, 5, 20};
    const Lines told = {
        "cases/digest/wells2.md 5:6-20 E334 `cases/digest/wells.md` points to this "
        "address too; keep one of the two entries, and say there what both say; or correct the "
        "address"};
    CHECK(check({first, second}) == (row.same ? told : Lines{}));
    first.kind = content::RecordKind::case_study;
    CHECK(check({first, second}).empty());
  }
}

TEST_CASE(
    "What the site will not show is named with a warning, unless the record is a draft too") {
  Card tusome = card("tusome");
  tusome.draft = true;
  CHECK(
      check({with_reference("case", "tusome"), tusome}) ==
      Lines{"cases/kenya/wells.md 5:3-9 E316 `tusome` is a draft, so the site will not show it "
            "here; publish it, or take it out"});
  tusome.draft = false;
  tusome.sensitivity = "hold";
  CHECK(check({with_link("tusome.md"), tusome}).size() == 1);
  Card draft = with_link("tusome.md");
  draft.draft = true;
  CHECK(check({draft, tusome}).empty());
}

TEST_CASE("A reference to an id of before, or in other letters, is put right") {
  struct Row {
    std::string kind, target, edit;  // no edit: empty
  };
  const Row rows[] = {
      {"case", "tusome-old", "tusome"},
      {"case", "Tusome", "tusome"},
      {"case", "tusomee", ""},
      {"case", "wells", ""},
      {"lesson", "tusome#begin-small", "\"tusome#start-small\""},
      {"lesson", "tusome-old#start-small", "\"tusome#start-small\""},
      {"lesson", "TUSOME#start-small", "\"tusome#start-small\""},
      {"lesson", "tusome#start-smal", ""},
  };
  Card tusome = card("tusome");
  tusome.aliases = {"tusome-old"};
  for (const Row& row : rows) {
    CAPTURE(row.target);
    Diagnostics found;
    check_bank({}, outlines_of({with_reference(row.kind, row.target), tusome}), 0, found);
    REQUIRE(found.size() == 1);
    const std::vector<Edit>& edits = found.all()[0].edits;
    REQUIRE(edits.size() == (row.edit.empty() ? 0 : 1));
    if (!edits.empty()) CHECK(edits[0] == Edit{{5, 3, 5, 9}, row.edit});
  }
}

TEST_CASE("An insight rests on several cases, and once on each lesson") {
  const auto insight = [](std::vector<std::string> lessons) {
    Card made = card("build-on-what-is-there", "insights");
    made.kind = RecordKind::insight;
    int line = 4;
    for (std::string& lesson : lessons)
      made.rests_on.push_back({.lesson = std::move(lesson), .span = {++line, 3, line, 9}});
    return made;
  };
  CHECK(check({insight({"a#x", "b#y"})}).empty());
  CHECK(
      check({insight({"a#x", "a#y"})}) ==
      Lines{"cases/insights/build-on-what-is-there.md 6:3-9 E313 the insight rests on one case "
            "alone, `a`; an insight compares cases: add a lesson of another one"});
  CHECK(check({insight({"a#x", "b#y", "a#x"})}) ==
        Lines{"cases/insights/build-on-what-is-there.md 7:3-9 E313 the insight rests twice on "
              "`a#x`; take one of the two out"});
}

TEST_CASE("A translation has an original") {
  Card translation = card("tusome");
  translation.kind = RecordKind::translation;
  translation.path = "cases/kenya/tusome.sw.md";
  translation.language = "sw";
  translation.translation_of = "tusome";
  translation.references = {{"case", "tusome", {3, 17, 3, 23}}};
  CHECK(check({translation, card("tusome")}).empty());
  CHECK(
      check({translation, card("tusomee")}) ==
      Lines{"cases/kenya/tusome.sw.md 3:17-23 E317 there is no record `tusome` that this could "
            "translate; did you mean `tusomee`?"});
  CHECK(
      check({translation}) ==
      Lines{"cases/kenya/tusome.sw.md 3:17-23 E317 there is no record `tusome` that this could "
            "translate; write the id of the original, and name the file after it"});
  Card renamed = card("reading-first");
  renamed.aliases = {"tusome"};
  CHECK(
      check({translation, renamed}) ==
      Lines{"cases/kenya/tusome.sw.md 3:17-23 E317 there is no record `tusome` that this could "
            "translate; it has another id now: write `reading-first`, and name the file after "
            "it"});
}

TEST_CASE("A review is overdue from the day after the one it was due on, if today is known") {
  Card wells = card("wells");
  wells.review_span = {7, 40, 7, 50};
  struct Row {
    const char* due;
    int today;
    bool overdue;
  };
  const Row rows[] = {
      {"2026-11-21", 20261120, false}, {"2026-11-21", 20261121, false},
      {"2026-11-21", 20261122, true},  {"2026-11", 20261130, false},
      {"2026-11", 20261201, true},     {"2026", 20261231, false},
      {"2026~", 20270101, true},       {"2026-11-21", 0, false},
      {"", 20261122, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.due);
    CAPTURE(row.today);
    wells.review_due = content::parse_date(row.due);
    content::Bank bank;
    Diagnostics found;
    check_bank(bank, outlines_of({wells}), row.today, found);
    CHECK(found.empty() != row.overdue);
    if (!row.overdue) continue;
    CHECK(found.all()[0].severity == Severity::hint);
    CHECK(line_of(found.all()[0]) ==
          "7:40-50 E322 the review was due by " + std::string(row.due) +
              "; look at the record again, then write when the next review is due");
  }
}

TEST_CASE("No record appeared or was changed on a day that is yet to come") {
  struct Row {
    const char* date;
    int today;
    bool ahead;
  };
  const Row rows[] = {
      {"2026-11-21", 20261121, false}, {"2026-11-22", 20261121, false},
      {"2026-11-23", 20261121, true},  {"2026-12-01", 20261130, false},
      {"2027-01-01", 20261231, false}, {"2027-01-02", 20261231, true},
      {"2062", 20261121, true},        {"2026", 20260101, false},
      {"2062-01-01", 0, false},        {"", 20261121, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.date);
    CAPTURE(row.today);
    Card wells = card("wells");
    wells.last_dated = content::parse_date(row.date);
    wells.last_dated_span = {7, 12, 7, 22};
    Diagnostics found;
    check_bank({}, outlines_of({wells}), row.today, found);
    CHECK(found.empty() != row.ahead);
    if (!row.ahead) continue;
    CHECK(line_of(found.all()[0]) ==
          "7:12-22 E308 the record says that it appeared, or was changed or looked at, on `" +
              std::string(row.date) + "`, a day that is yet to come; correct the date");
  }
}

TEST_CASE("Terms of facets that have pages together differ, and none is a page's number") {
  content::Bank bank;
  bank.facets = {{.field = "sectors", .flag = "sector", .vocabulary = "sectors"},
                 {.field = "aims", .flag = "aim", .vocabulary = "aims"}};
  bank.vocabularies.lists["sectors"].id = "sectors";
  bank.vocabularies.lists["sectors"].terms = {{.id = "water"}, {.id = "page"}};
  bank.vocabularies.lists["aims"].id = "aims";
  bank.vocabularies.lists["aims"].terms = {{.id = "water"}};
  Diagnostics found;
  check_bank(bank, {}, 0, found);
  CHECK(
      lines_of_findings(found.all()) ==
      Lines{
          "E314 no sector can be called `page`; pages of long lists are found under that name; "
          "choose another",
          "E314 the aim `water` is also a sector; the two facets have pages together, so their "
          "terms need different ids"});
  bank.settings.pairs_named = true;
  Diagnostics unpaired;
  check_bank(bank, {}, 0, unpaired);
  CHECK(unpaired.size() == 1);
}

TEST_CASE("A vocabulary's terms are told apart and lead to terms that are there") {
  content::Vocabularies all;
  all.lists["places"].terms = {{.id = "kenya"},
                               {.id = "kenya"},
                               {.id = "kitui", .broader = "keny"},
                               {.id = "zaire", .deprecated = true, .replaced_by = "congo"},
                               {.id = "a", .broader = "b"},
                               {.id = "b", .broader = "a"},
                               {.id = "uganda", .aliases = {"kitui"}}};
  Diagnostics found;
  check_vocabularies(all,
                     {{.field = "towns", .flag = "town", .plural = "places"},
                      {.field = "places", .flag = "place", .plural = "places"}},
                     found);
  const std::string another = "; give one of the two another id";
  const std::string clash =
      "E414 the facets `towns` and `places` share the plural `places`; give one of them "
      "another "
      "in its `x-facet`";
  const std::string circle =
      "E413 `a` is broader than itself; take one `broader` out on the way from term to "
      "term: `a`, `b`, `a`";
  CHECK(lines_of_findings(found.all()) ==
        Lines{clash, "E410 the term `kenya` is here twice" + another,
              "E412 `kitui` belongs to the unknown term `keny`; did you mean `kenya`?",
              "E411 `zaire` is replaced by the unknown term `congo`", circle,
              "E410 the term `kitui` is here twice" + another});
}

}  // namespace baraza::check
