#include "check/check_translation.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "check/check_bank.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using content::Card;
using content::HashPlace;
using content::TextMark;
using Lines = std::vector<std::string>;

constexpr Span at(int line) { return {line, 3, line, 9}; }

Card original_with(const std::vector<TextMark>& marks) {
  Card card;
  card.id = "wells";
  card.path = "cases/kenya/wells.md";
  card.text_marks = content::pack(marks);
  return card;
}

// The original of every row: a title, a lesson with two texts, an event without, a body.
Card original() {
  return original_with({{"body", 10, at(40)},
                        {"events/launch", 0, at(30)},
                        {"lessons/start-small", 0, at(20)},
                        {"lessons/start-small/because", 21, at(22)},
                        {"lessons/start-small/claim", 20, at(21)},
                        {"title", 1, at(3)}});
}

Card translation_with(const std::vector<TextMark>& marks, const std::vector<TextMark>& hashes) {
  Card card;
  card.kind = content::RecordKind::translation;
  card.id = "wells";
  card.path = "cases/kenya/wells.sw.md";
  card.language = "sw";
  card.translation_of = "wells";
  card.text_marks = content::pack(marks);
  card.source_hashes = content::pack(hashes);
  card.hash_place = {HashPlace::Style::new_key, {12, 1, 12, 1}, 2};
  return card;
}

std::vector<Diagnostic> check(const Card& translation, const Card& original) {
  Diagnostics found;
  check_translation(content::outline_of(translation), content::outline_of(original), found);
  return found.all();
}

}  // namespace

TEST_CASE("A text whose original has changed is stale, each at its hash") {
  const Card translation =
      translation_with({{"lessons/start-small", 0, at(5)},
                        {"lessons/start-small/claim", 77, at(6)},
                        {"title", 78, at(3)}},
                       {{"lessons/start-small/claim", 19, at(9)}, {"title", 1, at(10)}});
  const std::vector<Diagnostic> found = check(translation, original());
  CHECK(lines_of_findings(found) ==
        Lines{"9:3-9 E323 the original's `lessons/start-small/claim` has changed since it was "
              "translated; translate it anew and delete this entry; `baraza check --fix` then "
              "writes the new one"});
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].notes ==
        std::vector<Note>{{{"cases/kenya/wells.md", at(21)}, "what the original says now"},
                          {{"cases/kenya/wells.sw.md", at(6)}, "the translation is here"}});
}

TEST_CASE("Texts without a hash are told together, with an edit that writes all of them") {
  const Card translation = translation_with({{"body", 5, at(20)},
                                             {"lessons/start-small", 0, at(5)},
                                             {"lessons/start-small/claim", 77, at(6)},
                                             {"title", 78, at(3)}},
                                            {{"title", 1, at(10)}});
  const std::vector<Diagnostic> found = check(translation, original());
  CHECK(
      lines_of_findings(found) ==
      Lines{"6:3-9 E324 2 texts have no hash of the original, so nobody will notice when that "
            "changes; `baraza check --fix` writes the hashes of the original as it is now"});
  CHECK(found[0].severity == Severity::hint);
  CHECK(found[0].edits ==
        std::vector<Edit>{{{12, 1, 12, 1},
                           "source_hashes:\n  body: \"000000000000000a\"\n"
                           "  lessons/start-small/claim: \"0000000000000014\"\n"}});
  Card no_place = translation;
  no_place.hash_place = {};
  CHECK(check(no_place, original())[0].edits.empty());
}

TEST_CASE("What the original does not have is told once, with the nearest id") {
  struct Row {
    std::string_view what;
    std::vector<TextMark> texts, hashes;
    Lines findings;
  };
  const Row rows[] = {
      {"a misspelt item, its texts and its hash are one",
       {{"lessons/start-smal", 0, at(5)}, {"lessons/start-smal/claim", 7, at(6)}},
       {{"lessons/start-smal/claim", 20, at(9)}},
       {"5:3-9 E328 the original has no `lessons/start-smal`; did you mean `start-small`?"}},
      {"an item like none",
       {{"lessons/weather", 0, at(5)}},
       {},
       {"5:3-9 E328 the original has no `lessons/weather`; take it out"}},
      {"a text that the item does not have",
       {{"lessons/start-small", 0, at(5)}, {"lessons/start-small/limits", 7, at(6)}},
       {},
       {"6:3-9 E328 the original has no `lessons/start-small/limits`; take it out"}},
      {"a hash of a text that is gone",
       {},
       {{"lessons/start-small/limits", 20, at(9)}},
       {"9:3-9 E328 the original has no text `lessons/start-small/limits`; take this entry "
        "out"}},
      {"a hash of a misspelt path",
       {},
       {{"lessons/start-small/clam", 20, at(9)}},
       {"9:3-9 E328 the original has no text `lessons/start-small/clam`; did you mean "
        "`lessons/start-small/claim`?"}},
      {"a hash of an item",
       {},
       {{"events/launch", 20, at(9)}},
       {"9:3-9 E328 the original has no text `events/launch`; take this entry out"}},
      {"what is no hash is its schema's to tell", {}, {{"title", 0, at(9)}}, {}},
      {"an item without a text is right", {{"events/launch", 0, at(5)}}, {}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::vector<Diagnostic> found =
        check(translation_with(row.texts, row.hashes), original());
    CHECK(lines_of_findings(found) == row.findings);
    for (const Diagnostic& finding : found) {
      CHECK(finding.severity == Severity::error);
      CHECK(finding.notes.size() == 1);
    }
  }
}

TEST_CASE("Nothing is said of texts that could not be read") {
  const Card translation =
      translation_with({{"lessons/x", 0, at(5)}, {"lessons/x/claim", 7, at(6)}},
                       {{"lessons/x/claim", 1, at(9)}});
  CHECK(check(translation, original_with({{"lessons", 0, {}}, {"title", 1, {}}})).empty());
  CHECK(check(translation, original_with({})).empty());
  CHECK(check(translation_with({{"lessons", 0, {}}}, {}), original()).empty());
}

TEST_CASE("The bank holds each translation against its original") {
  const std::vector<content::Outline> records = outlines_of(
      {original(), translation_with({{"title", 78, at(3)}}, {{"title", 2, at(10)}})});
  Diagnostics found;
  check_bank({}, records, 0, found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].rule == "E323");
}

}  // namespace baraza::check
