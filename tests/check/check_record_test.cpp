#include "check/check_record.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "check/record_terms.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view schema_json = R"({
  "properties": {
    "countries": {"items": {"type": "string", "x-vocabulary": "countries"},
                  "x-facet": {"flag": "country", "plural": "countries"}},
    "lenses": {"items": {"x-vocabulary": "frameworks"}},
    "sources": {"items": {"properties": {"id": {"x-unique": "file"}}}},
    "lessons": {"items": {"properties": {
      "id": {"type": "string", "x-unique": "file"},
      "aliases": {"items": {"x-unique": "file"}},
      "sources": {"items": {"if": {"type": "object"},
        "then": {"properties": {"id": {"x-ref": "source"}}}, "else": {"x-ref": "source"}}}}}},
    "actors": {}, "relations": {"items": {"properties": {"from": {"x-ref": "actor"}}}},
    "related": {"items": {"x-ref": "case"}}, "about": {"x-ref": "lesson"}, "topics": {}
  },
  "required": ["sources"], "additionalProperties": false})";

content::Vocabularies vocabularies() {
  content::Vocabulary countries;
  countries.id = "countries";
  countries.where.path = "schemas/vocabularies/countries.yaml";
  countries.terms = {
      {.id = "kenya", .label = {{"en", "Kenya"}}, .codes = {{"iso", {"KE", "KEN"}}}},
      {.id = "south-africa", .label = {{"en", "South Africa"}}, .alt = {"Mzansi"}},
      {.id = "eswatini", .aliases = {"swaziland"}},
      {.id = "zaire", .deprecated = true, .replaced_by = "congo"}};
  content::Vocabulary behaviours;
  behaviours.id = "system-behaviours";
  behaviours.framework = true;
  behaviours.terms = {{.id = "shared-power"}};
  content::Vocabularies all;
  all.lists["countries"] = countries;
  all.frameworks["system-behaviours"] = behaviours;
  return all;
}

content::Record checked(std::string_view front, const std::string& path = "cases/wells.md") {
  const std::vector<content::Facet> facets = {
      {.field = "countries",
       .flag = "country",
       .plural = "countries",
       .vocabulary = "countries"},
      {.field = "topics", .flag = "topic", .plural = "topics"}};
  content::Record record;
  record.front = tree_of(front);
  record.card.path = path;
  check_record(schema_of(schema_json), {}, vocabularies(), facets, record);
  return record;
}

}  // namespace

TEST_CASE("Terms and ids are known where the schema says what they name") {
  struct Row {
    std::string_view front, finding;
  };
  const Row rows[] = {
      {R"({"sources": [], "countries": ["keny"]})",
       "1:31-37 E203 unknown country `keny`; did you mean `kenya` (Kenya)?"},
      {R"({"sources": [], "countries": ["Kenya"]})",
       "1:31-38 E203 unknown country `Kenya`; write it in small letters: `kenya`"},
      {R"({"sources": [], "countries": ["KE"]})",
       "1:31-35 E203 unknown country `KE`; did you mean `kenya` (Kenya)?"},
      {R"({"sources": [], "countries": ["South Africa"]})",
       "1:31-45 E203 no country has the id `South Africa`; did you mean `south-africa` (South "
       "Africa)?"},
      {R"({"sources": [], "countries": ["mzansi"]})",
       "1:31-39 E203 unknown country `mzansi`; did you mean `south-africa` (South Africa)?"},
      {R"({"sources": [], "countries": ["africa"]})",
       "1:31-39 E203 unknown country `africa`; did you mean `south-africa` (South Africa)?"},
      {R"({"sources": [], "countries": ["france"]})",
       "1:31-39 E203 unknown country `france`; write one of `kenya`, `south-africa`, "
       "`eswatini`"},
      {R"({"sources": [], "countries": ["swaziland"]})",
       "1:31-42 E215 the country `swaziland` is now called `eswatini`; write `eswatini`"},
      {R"({"sources": [], "countries": ["zaire"]})",
       "1:31-38 E215 the country `zaire` is no longer used; write `congo`"},
      {R"({"sources": [], "lenses": ["system-behaviours/shared-pwer"]})",
       "1:28-59 E302 unknown term `shared-pwer` of the framework `system-behaviours`; did you "
       "mean `system-behaviours/shared-power`?"},
      {R"({"sources": [], "countries": ["kenya, south-africa"]})",
       "1:31-52 E203 no country has the id `kenya, south-africa`; each is a term of its own: "
       "`[kenya, "
       "south-africa]`"},
      {R"({"sources": [], "lenses": ["system-behaviours/football"]})",
       "1:28-56 E302 unknown term `football` of the framework `system-behaviours`; write one "
       "of "
       "`system-behaviours/shared-power`"},
      {R"({"sources": [], "lenses": ["football/shared-power"]})",
       "1:28-51 E302 unknown framework `football`; the frameworks are `system-behaviours`"},
      {R"({"sources": [{"id": "s1", "title": "County report"}], "lessons": [{"sources": ["county reprt"]}]})",
       "1:80-94 E301 unknown source `county reprt`; the nearest id is `s1` (County report): "
       "write it only if that source says what stands here; else write another id of the list, "
       "or take `county reprt` out"},
      {R"({"sources": [], "lenses": ["system-behavior/shared-power"]})",
       "1:28-58 E302 unknown framework `system-behavior`; did you mean `system-behaviours`?"},
      {R"({"sources": [{"id": "s1"}], "lessons": [{"sources": ["s2"]}]})",
       "1:54-58 E301 unknown source `s2`; the nearest id is `s1`: write it only if that source "
       "says what stands here; else write another id of the list, or take `s2` out"},
      {R"({"sources": [{"id": "s1"}], "lessons": [{"sources": [{"id": "s9"}]}]})",
       "1:61-65 E301 unknown source `s9`; the nearest id is `s1`: write it only if that source "
       "says what stands here; else write another id of the list, or take `s9` out"},
      {R"({"sources": [{"id": "s1"}, {"id": "s2"}], "lessons": [{"sources": ["s1; s2"]}]})",
       "1:68-76 E301 unknown source `s1; s2`; put a comma between them: `s1, s2`"},
      {R"({"sources": [], "relations": [{"from": "ministry"}]})",
       "1:40-50 E301 unknown actor `ministry`; add `ministry` to the list under "
       "`actors`, or take it out here"},
      {R"({"sources": [], "lessons": [{"id": "a"}, {"id": "b", "aliases": ["a"]}]})",
       "1:66-69 E303 `a` is the id of two things in `lessons`; give one of the two another id"},
      {R"({"sources": [], "id": "other"})",
       "1:23-30 E305 the id is `other`, and the file is named `wells`; take the line out: the "
       "file's name is the id"},
      {R"({"sources": [], "topics": ["Street Trade"]})",
       "1:28-42 E216 the topic `Street Trade` is not a term; write `street-trade`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.front);
    CHECK(lines_of_findings(checked(row.front).findings) == Lines{std::string(row.finding)});
  }
}

TEST_CASE("What is surely meant is offered as an edit, and the list of all has a note") {
  struct Row {
    std::string_view front, edit;
    std::string_view note;  // its message; empty: none
  };
  const Row rows[] = {
      {R"({"sources": [], "countries": ["swaziland"]})", "1:31 \"eswatini\"", ""},
      {R"({"sources": [], "countries": ["zaire"]})", "1:31 \"congo\"", ""},
      {R"({"sources": [], "countries": ["keny"]})", "", "the terms are listed here"},
      {R"({"sources": [], "countries": ["KENYA"]})", "1:31 \"kenya\"",
       "the terms are listed here"},
      {R"({"sources": [], "countries": ["ke"]})", "1:31 \"kenya\"",
       "the terms are listed here"},
      {R"({"sources": [], "countries": ["South africa"]})", "1:31 \"south-africa\"",
       "the terms are listed here"},
      {R"({"sources": [], "countries": ["Mzansi"]})", "", "the terms are listed here"},
      {R"({"sources": [], "lenses": ["system-behaviours/Shared-Power"]})",
       "1:28 \"system-behaviours/shared-power\"", ""},
      {R"({"sources": [], "topics": ["Street Trade"]})", "1:28 \"street-trade\"", ""},
      {R"({"sources": [], "topics": ["C++"]})", "", ""},
      {R"({"sources": [], "topics": ["\u00c1gua"]})", "", ""},
      {R"({"sources": [], "countries": ["france"]})", "", "the terms are listed here"},
      {R"({"sources": [], "actors": [{"id": "county", "name": "Kitui County"}],
  "relations": [{"from": "Kitui County"}]})",
       "2:26 \"county\"", "the actors are listed here"},
      {R"({"sources": [], "actors": [{"id": "county", "name": "Kitui County"}],
  "relations": [{"from": "Kitui Count"}]})",
       "", "the actors are listed here"},
      {R"({"sources": [], "actors": [{"id": "a", "name": "Both"}, {"id": "b", "name": "Both"}],
  "relations": [{"from": "Both"}]})",
       "", "the actors are listed here"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.front);
    const content::Record record = checked(row.front);
    REQUIRE(record.findings.size() == 1);
    const Diagnostic& finding = record.findings.front();
    std::string edits;
    for (const Edit& edit : finding.edits)
      edits += std::to_string(edit.span.line) + ":" + std::to_string(edit.span.column) + " " +
               edit.text;
    CHECK(edits == row.edit);
    CHECK((finding.notes.empty() ? "" : finding.notes.front().message) == row.note);
  }
}

TEST_CASE("Of a list that is the program's own, the command that prints it is named") {
  content::Vocabularies all = vocabularies();
  all.lists["countries"].built_in = true;
  content::Record record;
  record.front = tree_of(R"({"sources": [], "countries": ["keny"]})");
  record.card.path = "cases/wells.md";
  check_record(schema_of(schema_json), {}, all, {}, record);
  REQUIRE(record.findings.size() == 1);
  CHECK(record.findings[0].notes ==
        std::vector<Note>{{{"schemas/vocabularies/countries.yaml", {}},
                           "`baraza schema vocabularies/countries` lists the terms"}});
}

TEST_CASE("What points into a list that is missing or broken is not wrong a second time") {
  CHECK(lines_of_findings(checked(R"({"lessons": [{"sources": ["s1"]}]})").findings) ==
        Lines{"1:1-1 E201 `sources` is missing"});
  CHECK(lines_of_findings(
            checked(R"({"sorces": [{"id": "s1"}], "lessons": [{"sources": ["s1"]}]})")
                .findings) ==
        Lines{"1:2-10 E202 unknown field `sorces`; did you mean `sources`?"});
  CHECK(checked(R"({"sources": [{"title": "A"}], "lessons": [{"sources": ["s1"]}]})")
            .findings.empty());
  // Of two things with one id, the other may be the one that is pointed to.
  CHECK(
      lines_of_findings(checked(R"({"sources": [{"id": "s1"}, {"id": "s1"}],
      "lessons": [{"sources": ["s2"]}]})")
                            .findings) ==
      Lines{
          "1:35-39 E303 `s1` is the id of two things in `sources`; give one of the two another "
          "id"});
  // What is like nothing that is there was forgotten, and that is told once.
  CHECK(checked(R"({"sources": [], "relations": [{"from": "who"}, {"from": "who"}]})")
            .findings.size() == 1);
  // The same id in two lists names two things that nobody can mistake for each other.
  CHECK(checked(R"({"sources": [{"id": "a"}], "lessons": [{"id": "a"}]})").findings.empty());
}

TEST_CASE("References to other records are kept on the card with their places") {
  const content::Record record =
      checked(R"({"sources": [], "related": ["tusome"], "about": "tusome#coach"})");
  CHECK(record.findings.empty());
  REQUIRE(record.card.references.size() == 2);
  CHECK(record.card.references[0] == content::Reference{"case", "tusome", {1, 29, 1, 37}});
  CHECK(record.card.references[1] ==
        content::Reference{"lesson", "tusome#coach", {1, 49, 1, 63}});
}

TEST_CASE("A record's id comes from its file's name and is a slug") {
  struct Row {
    std::string path, finding;
  };
  const Row rows[] = {
      {"cases/Wells in Kitui.md",
       "E304 the file's name gives the id `Wells in Kitui`, which cannot be one; rename the "
       "file "
       "to `wells-in-kitui.md`"},
      {"cases/...md",
       "E304 the file's name gives the id `..`, which cannot be one; an id is at most 80 "
       "lower-case letters and digits, joined by single hyphens"},
      {"cases/água.md",
       "E304 the file's name gives the id `água`, which cannot be one; rename the file to "
       "`agua.md`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(lines_of_findings(checked(R"({"sources": []})", row.path).findings) ==
          Lines{row.finding});
  }
  CHECK(
      checked(R"({"sources": []})", "cases/" + std::string(81, 'a') + ".md").findings.size() ==
      1);
  CHECK(
      checked(R"({"sources": []})", "cases/" + std::string(80, 'a') + ".md").findings.empty());
}

TEST_CASE("A schema may only name vocabularies that the bank has") {
  Diagnostics found;
  check_schema_vocabularies(schema_of(R"({"properties": {"a": {"x-vocabulary": "contries"},
                                   "b": {"x-vocabulary": "countries"}}})"),
                            vocabularies(), found);
  CHECK(lines_of_findings(found.all()) ==
        Lines{"1:39-49 E409 unknown vocabulary `contries`; did you mean `countries`?"});
}

TEST_CASE("A word that two terms go by is no sure one") {
  content::Vocabulary list;
  list.terms = {{.id = "water", .label = {{"en", "Water"}}},
                {.id = "pipes", .label = {{"en", "Pipes"}}, .alt = {"Water"}},
                {.id = "old", .label = {{"en", "Pipes"}}, .deprecated = true}};
  CHECK(same_term(list, "WATER") == nullptr);
  REQUIRE(same_term(list, "PIPES") != nullptr);
  CHECK(same_term(list, "PIPES")->id == "pipes");
  CHECK(same_term(list, "pipe") == nullptr);
}

}  // namespace baraza::check
