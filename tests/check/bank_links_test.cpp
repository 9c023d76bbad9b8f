// Links and pictures of a bank's records, and where they lead.
#include "check/bank_links.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/check/small_bank.hpp"
#include "tests/processor_time.hpp"

namespace baraza::check {

TEST_CASE("A picture or a document is a file of the bank") {
  const std::vector<std::string> files = {
      "cases/ghana/plan 2.pdf", "cases/ghana/road.jpg", "cases/kenya/More/Gate.JPG",
      "cases/kenya/pump.jpg",   "cases/kenya/road.jpg", "cases/kenya/wells.md",
      "cases/notes.pdf"};
  struct Row {
    const char* target;
    const char* finding;  // after the code; empty: none
  };
  const Row rows[] = {
      {"pump.jpg", ""},
      {"./pump.jpg", ""},
      {"../notes.pdf#page=2", ""},
      {"https://example.org/pump.jpg", ""},
      {"pumo.jpg", "`pumo.jpg` is no file of the bank; did you mean `pump.jpg`?"},
      // Only the letters' case or the folder is another.
      {"Pump.JPG", "`Pump.JPG` is no file of the bank; did you mean `pump.jpg`?"},
      {"more/gate.jpg",
       "`more/gate.jpg` is no file of the bank; did you mean `More/Gate.JPG`?"},
      {"notes.pdf", "`notes.pdf` is no file of the bank; did you mean `../notes.pdf`?"},
      {"../india/pump.jpg",
       "`../india/pump.jpg` is no file of the bank; did you mean `pump.jpg`?"},
      {"images/road.jpg",
       "`images/road.jpg` is no file of the bank; did you mean `road.jpg` or "
       "`../ghana/road.jpg`?"},
      {"../Pump.jpeg", "`../Pump.jpeg` is no file of the bank; did you mean `pump.jpg`?"},
      {"/pump.jpg", "`/pump.jpg` leaves the bank; did you mean `pump.jpg`?"},
      {"plan%202.pdf",
       "`plan%202.pdf` is no file of the bank; did you mean `../ghana/plan%202.pdf`?"},
      {"well.png", "`well.png` is no file of the bank; put the file beside the case"},
      {"../../schemas/case.schema.yaml",
       "`../../schemas/case.schema.yaml` leaves the bank; put the file beside the case, and "
       "link "
       "to it by its name"},
      {"/etc/passwd",
       "`/etc/passwd` leaves the bank; put the file beside the case, and link to it by its "
       "name"},
      {"..", "`..` leaves the bank; put the file beside the case, and link to it by its name"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const std::string finding = row.finding;
    const Lines expected =
        finding.empty() ? Lines{} : Lines{"cases/kenya/wells.md 9:1-7 E315 " + finding};
    CHECK(check({with_link(row.target)}, files) == expected);
    CHECK(check({with_picture(row.target)}, files) == expected);
  }
}

TEST_CASE("A link to a record without its ending names the record's file") {
  for (const char* target : {"wells", "wells.html", "/cases/wells", "../wells"}) {
    CAPTURE(target);
    const Lines lines = check({with_link(target)});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].ends_with("; did you mean `wells.md`?"));
    CHECK(check({with_picture(target)})[0].find("did you mean") == std::string::npos);
  }
}

TEST_CASE("Many broken links of a large bank cost little") {
  std::vector<Card> cards;
  std::vector<std::string> files;
  for (int i = 0; i < 1000; ++i) {
    Card made = card("case-number-" + std::to_string(i));
    for (int j = 0; j < 10; ++j) {
      const std::string name = "some-name-" + std::to_string(i) + "-" + std::to_string(j);
      made.links.push_back({.target = name + ".md", .span = {9, 1, 9, 7}});
      made.links.push_back({.target = name + ".jpg", .image = true, .span = {9, 1, 9, 7}});
      files.push_back("cases/kenya/picture-" + name + ".jpg");
    }
    cards.push_back(std::move(made));
  }
  std::sort(files.begin(), files.end());
  const double begin = test::processor_time();
  CHECK(check(cards, std::move(files)).size() == 20000);
  CHECK(test::processor_time() - begin < 10);
}

TEST_CASE("A picture that tells where it was taken is a warning, with a way to mend it") {
  content::Bank bank;
  bank.files = {"cases/kenya/my pump.jpg", "cases/kenya/road.jpg"};
  bank.placed_pictures = {"cases/kenya/my pump.jpg"};
  Diagnostics found;
  check_bank(bank, {}, 0, found);
  REQUIRE(found.size() == 1);
  CHECK(found.all()[0].severity == Severity::warning);
  CHECK(found.all()[0].where.path == "cases/kenya/my pump.jpg");
  CHECK(line_of(found.all()[0]).starts_with("E333 the picture tells where it was taken; "));
  CHECK(found.all()[0].hint.find("-gps:all= \"cases/kenya/my pump.jpg\"`") !=
        std::string::npos);
}

TEST_CASE("Links between records lead to a record and a heading of it") {
  struct Row {
    std::string target, finding;
  };
  const Row rows[] = {
      {"tusomee.md", "E315 `tusomee.md` leads to no record; did you mean `tusome.md`?"},
      {"../uganda/tusome.md",
       "E315 `../uganda/tusome.md` leads to no record; did you mean `tusome.md`?"},
      {"tusome.md#the-problm",
       "E315 `cases/kenya/tusome.md` has no heading `#the-problm`; did you mean "
       "`#the-problem`?"},
      {"#the-problm",
       "E315 this text has no heading `#the-problm`; did you mean `#the-problem`?"},
      {"../../../../etc/x.md", "E315 `../../../../etc/x.md` leaves the bank"},
      {"../README.md", "E315 `../README.md` is not a record"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(check({with_link(row.target), card("tusome")}) ==
          Lines{"cases/kenya/wells.md 9:1-7 " + row.finding});
  }
  for (const char* right : {"tusome.md", "./tusome.md#the-problem",
                            "../kenya/tusome.md#start-small", "https://example.org/a.md",
                            "mailto:a@b.org", "photo.jpg", "#the-problem", "%74usome.md"}) {
    CAPTURE(right);
    CHECK(check({with_link(right), card("tusome")}, {"cases/kenya/photo.jpg"}).empty());
  }
  CHECK(relative_path("cases/kenya/a.md", "cases/digest/b.md") == "../digest/b.md");
}

}  // namespace baraza::check
