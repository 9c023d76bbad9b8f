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
      {"किताब", 5, "कित"},
      {"\x1B[1m", 3, "\x1B[1m"},
      {"😀😀", 4, "😀"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(width_of(row.text) == row.columns);
    CHECK(cut_to_width(row.text, 3) == row.cut_to_3);
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
