#include "check/translated_texts.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using content::Record;
using Lines = std::vector<std::string>;

// `front` is JSON. The body's passages stand in lines 50, 51, ...; one that begins with `#` is
// a heading.
Record record_of(const std::string& path, const std::string& front, const Lines& body) {
  Record record;
  record.card.path = path;
  record.front = tree_of(front);
  std::string heading;
  int line = 50;
  for (const std::string& text : body) {
    if (text.starts_with("#")) heading = text;
    record.body.passages.push_back({text, heading, heading, line++});
  }
  return record;
}

constexpr std::string_view sources = R"("sources":[{"id":"s1"},{"id":"s2"},{"id":"s3"}])";

Lines check(const std::string& original, const Lines& original_body,
            const std::string& translation, const Lines& body) {
  const Record first = record_of("cases/kenya/wells.md",
                                 "{" + original + std::string(sources) + "}", original_body);
  const Record second = record_of("cases/kenya/wells.sw.md", "{" + translation + "}", body);
  Diagnostics found;
  check_translated_texts({}, second, first, found);
  Lines lines;
  for (const Diagnostic& one : found.all())
    lines.push_back(std::to_string(one.where.span.line) + " " + one.rule + " " + one.message);
  return lines;
}

struct BodyRow {
  std::string_view what;
  Lines original, translation, findings;
};

void check_body(const BodyRow& row) {
  CAPTURE(row.what);
  CHECK(check("", row.original, "", row.translation) == row.findings);
}

}  // namespace

TEST_CASE("what is not translated is counted, the first by name; names of actors are not") {
  const std::string original =
      R"("title":"T","summary":"S","actors":[{"id":"a","name":"N"}],)"
      R"("lessons":[{"id":"x","claim":"C","limits":"L"},{"id":"y","claim":"D"}],)";
  CHECK(check(original, {"B"}, R"("title":"U")", {"C"}) ==
        Lines{"0 E184 4 of 6 texts are not translated: `lessons/x/claim`, `lessons/x/limits`, "
              "`lessons/y/claim` and 1 more"});
  CHECK(check(original, {"B"},
              R"("title":"U","summary":"V","lessons":[{"id":"x","claim":"E","limits":"M"},)"
              R"({"id":"y","claim":"F"}])",
              {}) == Lines{"0 E184 1 of 6 texts is not translated: `body`"});
}

TEST_CASE("what a translation has no field for is not missed") {
  const Record original = record_of(
      "cases/kenya/wells.md", R"({"title":"T","method":"M","harms":["H"],"voices":["V"]})", {});
  const Record translation =
      record_of("cases/kenya/wells.sw.md", R"({"translation_of":"wells"})", {});
  Diagnostics found;
  check_translated_texts(tree_of(R"({"properties":{"title":{},"harms":{}}})"), translation,
                         original, found);
  CHECK(lines_of_findings(found.all()).size() == 2);
  CHECK(found.all()[0].message == "1 of 1 text is not translated: `title`");
  CHECK(found.all()[1].message ==
        "1 item of the original has no `id` and cannot be translated, in `harms`");
}

TEST_CASE("what has no id in the original is told, by its lists") {
  CHECK(check(R"("harms":["H",{"what":"I"}],"voices":[{"quote":"Q"}],)", {}, R"("x":1)", {}) ==
        Lines{"0 E306 3 items of the original have no `id` and cannot be translated, in "
              "`harms`, `voices`"});
  CHECK(check(R"("harms":["H"],)", {}, R"("x":1)", {}) ==
        Lines{"0 E306 1 item of the original has no `id` and cannot be translated, in "
              "`harms`"});
}

TEST_CASE("a translation cites what its original cites, paragraph by paragraph") {
  const BodyRow rows[] = {
      {"the same", {"A (s1).", "B (s2, s3)."}, {"X (s1).", "Y (s3, s2)."}, {}},
      {"one is missing",
       {"A (s1).", "B (s2)."},
       {"X (s1).", "Y."},
       {"51 E185 the citations in `body` are not the original's: `s2` is missing"}},
      {"one is another",
       {"A (s1)."},
       {"X (s2)."},
       {"50 E185 the citations in `body` are not the original's: `s1` is missing, `s2` is "
        "more"}},
      {"one is in another paragraph",
       {"A (s1).", "B."},
       {"X.", "Y (s1)."},
       {"50 E185 the citations in `body` are not the original's: `s1` is missing",
        "51 E185 the citations in `body` are not the original's: `s1` is more"}},
      {"paragraphs that were joined are compared as a whole",
       {"A (s1).", "B (s2)."},
       {"X (s1). Y (s2)."},
       {}},
      {"and what is missing in that is told",
       {"A (s1).", "B (s2)."},
       {"X (s1). Y."},
       {"50 E185 the citations in `body` are not the original's: `s2` is missing"}},
      {"headings that stand elsewhere make no paragraphs of each other",
       {"# A", "B (s1).", "C."},
       {"X.", "# Y", "Z (s1)."},
       {}},
      {"a source that is not listed is told alone",
       {"A (s1)."},
       {"X (s11)."},
       {"50 E318 the original's list of sources has no `s11`"}},
      {"what is still to be written is not compared", {"A (s1)."}, {"TO WRITE: A."}, {}},
  };
  for (const BodyRow& row : rows) check_body(row);
  CHECK(check(R"j("title":"T (s1)",)j", {}, R"j("title":"U")j", {}) ==
        Lines{"1 E185 the citations in `title` are not the original's: `s1` is missing"});
}

TEST_CASE("a translation has the numbers of its original, all over the text") {
  const BodyRow rows[] = {
      {"the same, elsewhere and less often", {"53 of 100.", "Those 53."}, {"100.", "53."}, {}},
      {"written in another way", {"1,700 at 0.17"}, {"1.700, 0,17"}, {}},
      {"another one",
       {"A.", "0.17 and 40%."},
       {"X 40.", "0,71."},
       {"51 E186 `body` has `0,71` where the original has `0.17`"}},
      {"one more",
       {"A."},
       {"X 53."},
       {"50 E186 `body` has `53`, and the original has no such number"}},
      {"one fewer",
       {"A.", "53 of 100."},
       {"X.", "100."},
       {"51 E186 `body` has no `53`, which the original has"}},
      {"many",
       {"20, 30, 40, 50 and 60."},
       {"X."},
       {"50 E186 `body` has no `20`, `30`, `40` and 2 more, which the original has"}},
      {"small ones that differ on both sides",
       {"Of 3, three."},
       {"Kati ya 5, tatu."},
       {"50 E186 `body` has `5` where the original has `3`"}},
      {"a small one in one of them may be a word in the other",
       {"Three of them."},
       {"3 kati yao."},
       {}},
      {"the number of a source is none",
       {"A (s1, p. 20)."},
       {"X (s2, uk. 20)."},
       {"50 E185 the citations in `body` are not the original's: `s1` is missing, `s2` is "
        "more"}},
  };
  for (const BodyRow& row : rows) check_body(row);
}

TEST_CASE("a text whose original has changed since is not compared") {
  CHECK(check(R"j("title":"Of 20 (s1)",)j", {},
              R"("title":"30","source_hashes":{"title":"0123456789abcdef"})", {})
            .empty());
}

TEST_CASE("records with errors are not compared") {
  Record original = record_of("cases/kenya/wells.md", R"({"title":"T"})", {"20"});
  Record translation = record_of("cases/kenya/wells.sw.md", "{}", {"30"});
  original.findings.push_back({.severity = Severity::error});
  Diagnostics found;
  check_translated_texts({}, translation, original, found);
  CHECK(found.empty());
  std::swap(original.findings, translation.findings);
  check_translated_texts({}, translation, original, found);
  CHECK(found.empty());
}

}  // namespace baraza::check
