#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "language/plural.hpp"
#include "language/slug.hpp"
#include "language/width.hpp"

namespace baraza::language {
namespace {

TEST_CASE("slugify makes an id of a title, or nothing") {
  struct Row {
    std::string_view title, slug, anchor;
  };
  const Row rows[] = {
      {"Tusome: early grade reading", "tusome-early-grade-reading",
       "tusome-early-grade-reading"},
      {"Água é vida!", "agua-e-vida", "água-é-vida"},
      {"Kenya's  plan -- 2015", "kenyas-plan-2015", "kenyas-plan-2015"},
      {"किताब और काम", "", "किताब-और-काम"},
      {"教育", "", "教育"},
      {"  ", "", ""},
      {"\xFF\xFE", "", ""},
      {"Œuvre ŋ", "oeuvre-n", "œuvre-ŋ"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(slugify(row.title) == row.slug);
    CHECK(anchor(row.title) == row.anchor);
    if (!row.slug.empty()) CHECK(is_slug(row.slug));
  }
}

TEST_CASE("slugify cuts a long title between words") {
  std::string title;
  for (int i = 0; i < 30; ++i) title += "lesson ";
  const std::string slug = slugify(title);
  CHECK(is_slug(slug));
  CHECK(slug.size() <= 80);
  CHECK(slug.ends_with("-lesson"));
  CHECK(slugify(std::string(300, 'a')) == std::string(80, 'a'));
}

TEST_CASE("width_of counts the columns of a terminal") {
  struct Row {
    std::string_view text;
    std::size_t columns;
    std::string_view cut_to_3;
  };
  const Row rows[] = {
      {"", 0, ""},
      {"Kenya", 5, "Ken"},
      {"e\u0301a\u0301i\u0301o", 4, "e\u0301a\u0301i\u0301"},
      {"教育", 4, "教"},
      {"a\u200Db", 2, "a\u200Db"},
      {"किताब", 5, "कि"},
      {"\x1B[1m", 3, "\x1B[1m"},
      {"😀😀", 4, "😀"},
      {"वेल्स", 3, "वेल्स"},                                    // a mark above, a mark that joins
      {"👨‍👩‍👧", 2, "👨‍👩‍👧"},      // one picture of three people
      {"👨‍👩‍👧👧", 4, "👨‍👩‍👧"},  // and a fourth who is not in it
      {"❤x❤\uFE0Fx", 5, "❤x"},  // a sign of one column, a picture of two
      {"❤\uFE0F\u200D🔥!", 3, "❤\uFE0F\u200D🔥!"},
      {"❤\u200D🔥!", 3, "❤\u200D🔥!"},
      {"👍🏽👍", 4, "👍🏽"},  // a tone of skin is part of the hand
      {"🇰🇪🇹🇿🇺", 5, "🇰🇪"},               // letters of flags go in pairs
      {"1\uFE0F\u20E3 2", 4, "1\uFE0F\u20E3 "},
      {"한국", 4, "한"},
      {"\u1112\u1161\u11AB국", 4, "\u1112\u1161\u11AB"},  // the first syllable in its parts
      {"e\u0301\nx", 2, "e\u0301\nx"},
      {"\xE2\x82x", 3, "\xE2\x82x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(width_of(row.text) == row.columns);
    CHECK(cut_to_width(row.text, 3) == row.cut_to_3);
  }
}

TEST_CASE("take_letter keeps together what a reader takes for one letter") {
  struct Row {
    std::string_view what, text, first;
    std::size_t characters, columns;
  };
  const Row rows[] = {
      {"a plain letter", "ab", "a", 1, 1},
      {"a letter and two accents", "o\u0302\u0301x", "o\u0302\u0301", 3, 1},
      {"a sign above a vowel sign", "कीं", "कीं", 3, 2},
      {"one picture of several", "👩🏽‍🌾!", "👩🏽‍🌾", 4, 2},
      {"a joiner between letters is no picture", "क्‍ष", "क्‍", 3, 1},
      {"a flag of tags", "🏴\U000E0067\U000E0062\U000E007Fx",
       "🏴\U000E0067\U000E0062\U000E007F", 4, 2},
      {"a mark that sits on nothing", "\u0301x", "\u0301", 1, 0},
      {"a control character takes no mark", "\x1B\u0301", "\x1B", 1, 0},
      {"a line end takes no mark", "\n\u0301", "\n", 1, 0},
      {"a bad byte", "\xFFx", "\xFF", 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string_view rest = row.text;
    const Letter letter = take_letter(rest);
    CHECK(letter.text == row.first);
    CHECK(rest == row.text.substr(row.first.size()));
    CHECK(letter.characters == row.characters);
    CHECK(letter.columns == row.columns);
  }
}

TEST_CASE("steady leaves out what terminals do not agree on, and nothing of a script") {
  struct Row {
    std::string_view letter, left;
  };
  const Row rows[] = {
      {"", ""},
      {"a", "a"},
      {"e\u0301", "e\u0301"},
      {"❤\uFE0F", "❤"},
      {"👨‍👩‍👧", "👨👩👧"},
      {"👍🏽", "👍"},
      {"क्‍", "क्‍"},
      {"1\uFE0F\u20E3", "1\u20E3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.letter);
    CHECK(steady(row.letter) == row.left);
  }
}

TEST_CASE("plural_category follows the language") {
  struct Row {
    std::string_view language;
    std::uint64_t count;
    std::string_view category;
  };
  const Row rows[] = {{"en", 1, "one"}, {"en", 0, "other"}, {"en", 2, "other"},
                      {"fr", 0, "one"}, {"sw", 1, "one"},   {"id", 1, "other"},
                      {"ru", 3, "few"}, {"ar", 2, "two"},   {"zz", 1, "other"},
                      {"", 1, "other"}, {"!!", 1, "other"}, {"en", ~0ULL, "other"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    CAPTURE(row.count);
    CHECK(plural_category(row.count, row.language) == row.category);
  }
}

}  // namespace
}  // namespace baraza::language
