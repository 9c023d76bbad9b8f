#include "tools/format/wrap.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

TEST_CASE("text hangs below where it began, and keeps its spaces") {
  struct Row {
    std::string_view lead, text;
    std::size_t width;
    std::string_view lines;
  };
  const Row rows[] = {
      {"help: ", "short", 20, "help: short\n"},
      {"help: ", "write one of these two", 20, "help: write one of\n      these two\n"},
      {"help: ", "unbreakable-and-very-long word", 12,
       "help: unbreakable-and-very-long\n      word\n"},
      {"", "a  b", 20, "a  b\n"},
      {"", "a   b", 3, "a\nb\n"},
      {"x: ", "", 20, "x: \n"},
      {"教: ", "ab cd", 6, "教: ab\n    cd\n"},
      {"  ", "教师教师教师", 8, "  教师教\n  师教师\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(hung(row.lead, row.text, row.width) == row.lines);
  }
}

TEST_CASE("text is wrapped by what a terminal shows of it") {
  struct Row {
    std::string_view text;
    std::size_t width;
    std::string_view lines;
  };
  const Row rows[] = {
      {"", 20, ""},
      {"  ", 20, ""},
      {"one two  three", 10, "  one two\n  three\n"},
      {"https://example.org/very/long a", 12, "  https://example.org/very/long\n  a\n"},
      {"教师 教师 教师", 11, "  教师 教师\n  教师\n"},
      {"手动泵手动泵手动泵 x", 10, "  手动泵手\n  动泵手动\n  泵 x\n"},
      {"किताब किताब", 7, "  किताब\n  किताब\n"},  // four letters, four columns
      {"e\u0301e\u0301e\u0301 e", 7, "  e\u0301e\u0301e\u0301 e\n"},  // marks take no room
      {"👩‍🌾👩‍🌾 a", 7, "  👩‍🌾👩‍🌾\n  a\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(wrapped(row.text, row.width, "  ") == row.lines);
  }
}

TEST_CASE("parts stay whole where lines can break between them") {
  CHECK(wrapped_parts({"one", "", "two three", "four"}, 17, "  ") ==
        "  one · two three\n  four\n");
  CHECK(wrapped_parts({"one", "two three four five"}, 12, "  ") ==
        "  one\n  two three\n  four five\n");
  CHECK(wrapped_parts({}, 12, "  ").empty());
}

TEST_CASE("found words are marked, and nothing of the text can command a terminal") {
  const std::string text = "A \x1b[31mred\x07 pump\tand \xC2\x9Bmore";
  const std::vector<index::Range> found = {{2, 8}, {12, 4}};
  CHECK(marked(text, found, {}) == "A *\uFFFD[31mred*\uFFFD *pump* and \uFFFDmore");
  const std::string shown = marked(text, found, {.on = true});
  CHECK(show_marks(shown, "1") ==
        "A \x1b[1;33m\uFFFD[31mred\x1b[0m\x1b[1m\uFFFD \x1b[1;33mpump\x1b[0m\x1b[1m and "
        "\uFFFDmore");
  CHECK(language::width_of(shown) == language::width_of(visible(text)));
}

}  // namespace
}  // namespace baraza::tools
