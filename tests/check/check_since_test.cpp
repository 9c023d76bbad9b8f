#include "check/check_since.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using content::Card;
using content::RecordKind;
using Lines = std::vector<std::string>;

Card card(const std::string& id) {
  Card made;
  made.id = id;
  made.path = "cases/kenya/" + id + ".md";
  made.title = "Title of " + id;
  made.title_span = {3, 8, 3, 20};
  made.lessons = {{.id = "pay-first", .claim = "Pay first.", .span = {9, 9, 9, 18}}};
  made.published = "2024-05-31";
  made.published_span = {5, 12, 5, 22};
  return made;
}

Lines check(const std::vector<Card>& before, std::vector<Card> now) {
  content::Bank bank;
  bank.cards = std::move(now);
  content::sort_cards(bank.cards);
  Diagnostics found;
  check_since(before, "v1.2", bank, found);
  Lines lines;
  for (const Diagnostic& finding : found.all()) {
    CHECK(finding.severity == Severity::error);
    lines.push_back(finding.where.path + " " + line_of(finding));
  }
  return lines;
}

}  // namespace

TEST_CASE("A record that was published is found by its id for ever") {
  const Card wells = card("wells");
  CHECK(check({wells}, {wells}).empty());
  CHECK(
      check({wells}, {}) ==
      Lines{
          "cases/kenya/wells.md E325 the case `wells`, published at `v1.2`, is gone; bring it "
          "back; or, if a record has taken its place, add `aliases: [wells]` to that one"});

  Card renamed = card("kitui-wells");
  renamed.aliases = {"wells"};
  CHECK(check({wells}, {renamed}).empty());
  // The same title, or the same lessons, in a record that was not there before.
  renamed.aliases.clear();
  CHECK(check({wells}, {renamed}) ==
        Lines{"cases/kenya/kitui-wells.md E325 the case `wells`, published at `v1.2`, is gone; "
              "add `aliases: [wells]` to this record, which seems to be the same"});
  CHECK(check({wells, renamed}, {renamed}).front().starts_with("cases/kenya/wells.md E325"));

  Card draft = wells;
  draft.draft = true;
  Card held = wells;
  held.sensitivity = "hold";
  Card translation = wells;
  translation.kind = RecordKind::translation;
  CHECK(check({draft, held, translation}, {}).empty());
  Card insight = wells;
  insight.kind = RecordKind::insight;
  CHECK(check({insight}, {}).front().find("the insight `wells`") != std::string::npos);
}

TEST_CASE("A lesson that was published is found by its id for ever") {
  const Card before = card("wells");
  Card now = before;
  now.lessons = {{.id = "share", .claim = "Share.", .span = {9, 9, 9, 14}}};
  CHECK(
      check({before}, {now}) ==
      Lines{"cases/kenya/wells.md 3:8-20 E326 the lesson `pay-first`, published at `v1.2`, is "
            "gone; bring it back; or, if another lesson has taken its place, add `aliases: "
            "[pay-first]` to that one"});
  now.lessons[0].aliases = {"pay-first"};
  CHECK(check({before}, {now}).empty());
  // The same claim, or nearly the same id.
  for (const content::Lesson& like :
       {content::Lesson{.id = "ahead", .claim = "Pay first.", .span = {9, 9, 9, 14}},
        content::Lesson{.id = "pay-firs", .claim = "Other.", .span = {9, 9, 9, 14}}}) {
    now.lessons = {like};
    CHECK(
        check({before}, {now}) ==
        Lines{
            "cases/kenya/wells.md 9:9-14 E326 the lesson `pay-first`, published at `v1.2`, is "
            "gone; add `aliases: [pay-first]` to this lesson, which seems to be the same"});
  }
  // Of a renamed case the lessons are looked for where it is now.
  Card renamed = card("kitui-wells");
  renamed.aliases = {"wells"};
  renamed.lessons.clear();
  CHECK(check({before}, {renamed}).size() == 1);
  // What could not be read has findings of its own.
  renamed.text_marks = content::pack({{"lessons", 0, {}}});
  CHECK(check({before}, {renamed}).empty());
  Card unread;
  unread.id = "wells";
  CHECK(check({before}, {unread}).empty());
}

TEST_CASE("The day of publication stays") {
  const Card before = card("wells");
  Card now = before;
  now.published = "2025-01-01";
  CHECK(
      check({before}, {now}) ==
      Lines{"cases/kenya/wells.md 5:12-22 E329 `published` is `2025-01-01`; at `v1.2` it was "
            "`2024-05-31`; write `published: 2024-05-31`; when the content changes, `updated` "
            "says so"});
  now.published.clear();
  CHECK(
      check({before}, {now}) ==
      Lines{"cases/kenya/wells.md 3:8-20 E329 `published` is gone; at `v1.2` it was "
            "`2024-05-31`; write `published: 2024-05-31`; when the content changes, `updated` "
            "says so"});
  Card undated = before;
  undated.published.clear();
  CHECK(check({undated}, {before}).empty());
}

}  // namespace baraza::check
