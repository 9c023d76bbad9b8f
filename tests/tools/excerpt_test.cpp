#include "tools/format/excerpt.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

struct Block {
  std::string text;
  std::vector<bool> told;
};

Block excerpt_of(std::string_view file, const std::vector<Mark>& marks,
                 std::size_t width = text_width) {
  SourceLines lines("/nowhere");
  lines.put("a.md", file);
  std::ostringstream out;
  ExcerptStyle style = {.number_width = 1, .width = width};
  const std::vector<bool> told = write_excerpt("a.md", marks, lines, style, out);
  return {out.str(), told};
}

TEST_CASE("carets stand under exactly what is wrong") {
  struct Row {
    std::string_view what, line;
    int column, end;  // in characters
    std::string_view shown, under;
  };
  const Row rows[] = {
      {"a word", "a: wels", 4, 8, "a: wels", "   ^^^^"},
      {"behind wide characters", "教育: wels", 5, 9, "教育: wels", "      ^^^^"},
      {"a wide word", "a: 教育", 4, 6, "a: 教育", "   ^^^^"},
      {"half-width and full-width", "ｱＡ: x", 5, 6, "ｱＡ: x", "     ^"},
      {"behind a tab", "\ta", 2, 3, "    a", "    ^"},
      {"the tab itself", "a\tb", 2, 3, "a→   b", " ^^^^"},
      {"a combining mark belongs to its letter", "e\u0301te\u0301: x", 2, 3,
       "e\u0301te\u0301: x", "^"},
      {"behind combining marks", "e\u0301te\u0301: x", 8, 9, "e\u0301te\u0301: x", "     ^"},
      {"Devanagari", "वेल्स: x", 8, 9, "वेल्स: x", "     ^"},
      {"a vowel sign belongs to its letter", "किताब", 2, 3, "किताब", "^^"},
      {"an emoji", "😀 x", 3, 4, "😀 x", "   ^"},
      {"an emoji of three is shown in its parts", "👨‍👩‍👧 x", 7, 8, "👨👩👧 x",
       "       ^"},
      {"a part of it is all of it", "👨‍👩‍👧 x", 3, 4, "👨👩👧 x", "^^^^^^"},
      {"a picture that was a sign", "❤\uFE0F x", 4, 5, "❤ x", "  ^"},
      {"a tone of skin", "👍🏽 x", 4, 5, "👍 x", "   ^"},
      {"a flag", "🇰🇪 x", 4, 5, "🇰🇪 x", "   ^"},
      {"a control character is shown as a mark", "a\x1B[31mb", 2, 3, "a\uFFFD[31mb", " ^"},
      {"and so is what would turn the line round", "a\u202Eb\u202Cc\u2028d\u0085", 3, 4,
       "a\uFFFDb\uFFFDc\uFFFDd\uFFFD", "  ^"},
      {"a bad byte", "Caf\xE9 x", 6, 7, "Caf\uFFFD x", "     ^"},
      {"what has no width still has a caret", "a\u200Bb", 2, 3, "a\u200Bb", " ^"},
      {"the end of the line", "a: ", 4, 4, "a:", "   ^"},
      {"beyond the end of the line", "a:", 40, 44, "a:", "  ^"},
      {"nothing is known but the line", "a: b", 0, 0, "a: b", "^"},
      {"a byte order mark is no part of the line", "\uFEFF---", 1, 4, "---", "^^^"},
      {"the end of a line of Windows is none", "a: b\r\n", 4, 5, "a: b", "   ^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Block block = excerpt_of(row.line, {{.span = {1, row.column, 1, row.end}}});
    CHECK(block.text ==
          "1 | " + std::string(row.shown) + "\n  | " + std::string(row.under) + "\n");
    CHECK(block.told == std::vector<bool>{true});
  }
}

TEST_CASE("a line that cannot be shown is left out") {
  for (const std::string_view file : {"", "\n", "  \t\n", "a\0b\n"}) {
    const std::string text(file.data(), file == "a" ? 4 : file.size());
    const Block block = excerpt_of(text, {{.span = {1, 1, 1, 2}}});
    CHECK(block.text.empty());
    CHECK(block.told == std::vector<bool>{false});
  }
  CHECK(excerpt_of("a\n", {{.span = {}}}).text.empty());
  CHECK(excerpt_of("a\n", {{.span = {2, 1, 2, 2}}}).text.empty());
  CHECK(excerpt_of("a\n", {{.span = {-1, -1, -1, -1}}}).text.empty());
}

TEST_CASE("a long line is shown round what is wrong and fits the terminal") {
  struct Row {
    std::string_view what;
    std::string line;
    int column, end;
    std::string shown;
    std::string_view under;
  };
  const auto times = [](int count, std::string_view text) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
  };
  const Row rows[] = {
      {"at its start", times(60, "a"), 3, 5, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa …", "  ^^"},
      {"in its middle", times(40, "a") + "X" + times(40, "b"), 41, 42,
       "… aaaaaaaaaaaaaaaaaXbbbbbbbbbbbbbb …", "                   ^"},
      {"at its end", times(60, "a") + "X", 61, 62, "… aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX",
       "                                   ^"},
      {"wide letters are not cut in two", times(30, "水") + "X" + times(30, "水"), 31, 32,
       "… 水水水水水水水水X水水水水水水水 …", "                  ^"},
      {"longer than there is room", times(100, "a"), 1, 100,
       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa …", "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"just as long as there is room", times(36, "a"), 36, 37, times(36, "a"),
       "                                   ^"},
      {"very long, far in", times(100000, "é") + "X" + times(100000, "é"), 100001, 100002,
       "… éééééééééééééééééXéééééééééééééé …", "                   ^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Block block = excerpt_of(row.line, {{.span = {1, row.column, 1, row.end}}}, 40);
    CHECK(block.text == "1 | " + row.shown + "\n  | " + std::string(row.under) + "\n");
    for (const std::string_view line : lines_of(block.text))
      CHECK(language::width_of(line) <= 40);
  }
}

TEST_CASE("all places of one file stand in one block") {
  const std::string_view file = "id: one\nb: 2\nc: 3\nid: two, id: three\nlast: {a: 1, a: 2}\n";
  struct Row {
    std::string_view what;
    std::vector<Mark> marks;
    std::string_view block;
  };
  const Span first = {1, 1, 1, 3};
  const Row rows[] = {
      {"in the order of lines",
       {{.span = {4, 1, 4, 3}}, {.span = first, .label = "first used here", .primary = false}},
       "1 | id: one\n  | -- first used here\n...\n4 | id: two, id: three\n  | ^^\n"},
      {"what is wrong first, where it comes first",
       {{.span = first}, {.span = {5, 1, 5, 5}, .label = "and here", .primary = false}},
       "1 | id: one\n  | ^^\n...\n5 | last: {a: 1, a: 2}\n  | ---- and here\n"},
      {"one line between is shown",
       {{.span = {3, 1, 3, 2}}, {.span = first, .label = "here", .primary = false}},
       "1 | id: one\n  | -- here\n2 | b: 2\n3 | c: 3\n  | ^\n"},
      {"neighbours",
       {{.span = {2, 1, 2, 2}}, {.span = first, .label = "here", .primary = false}},
       "1 | id: one\n  | -- here\n2 | b: 2\n  | ^\n"},
      {"the label hangs where a caret stands behind it",
       {{.span = {5, 14, 5, 15}},
        {.span = {5, 8, 5, 9}, .label = "first used here", .primary = false}},
       "5 | last: {a: 1, a: 2}\n  |        -     ^\n  |        |\n  |        first used "
       "here\n"},
      {"and stands beside it where it does not",
       {{.span = {5, 8, 5, 9}},
        {.span = {5, 14, 5, 15}, .label = "again here", .primary = false}},
       "5 | last: {a: 1, a: 2}\n  |        ^     - again here\n"},
      {"two labels of one line",
       {{.span = {5, 1, 5, 5}},
        {.span = {5, 8, 5, 9}, .label = "one", .primary = false},
        {.span = {5, 14, 5, 15}, .label = "two", .primary = false}},
       "5 | last: {a: 1, a: 2}\n  | ^^^^   -     - two\n  |        |\n  |        one\n"},
      {"of the same place, carets win",
       {{.span = first}, {.span = first, .label = "here", .primary = false}},
       "1 | id: one\n  | ^^ here\n"},
      {"a label with control characters",
       {{.span = first}, {.span = {2, 1, 2, 2}, .label = "a\x1B[1m\nb", .primary = false}},
       "1 | id: one\n  | ^^\n2 | b: 2\n  | - a\uFFFD[1m\uFFFDb\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Block block = excerpt_of(file, row.marks);
    CHECK(block.text == row.block);
    CHECK(block.told == std::vector<bool>(row.marks.size(), true));
  }
}

TEST_CASE("a label without room, or without its line, is told of") {
  const std::string label(90, 'x');
  const Block wide = excerpt_of(
      "a: b\n",
      {{.span = {1, 1, 1, 2}}, {.span = {1, 4, 1, 5}, .label = label, .primary = false}});
  CHECK(wide.text == "1 | a: b\n  | ^  -\n");
  CHECK(wide.told == std::vector<bool>{true, false});

  const std::string far = "a" + std::string(200, ' ') + "b\n";
  const Block cut = excerpt_of(
      far,
      {{.span = {1, 1, 1, 2}}, {.span = {1, 202, 1, 203}, .label = "b", .primary = false}});
  CHECK(cut.told == std::vector<bool>{true, false});

  const Block gone = excerpt_of(
      "a\n", {{.span = {1, 1, 1, 2}}, {.span = {9, 1, 9, 2}, .label = "b", .primary = false}});
  CHECK(gone.text == "1 | a\n  | ^\n");
  CHECK(gone.told == std::vector<bool>{true, false});
}

TEST_CASE("a stretch of several lines has a bar beside it") {
  const std::string_view file = "a: \"One\n  two\n  three\n  four\n  five\"\n\n";
  struct Row {
    std::string_view what;
    std::vector<Mark> marks;
    std::string_view block;
  };
  const Row rows[] = {
      {"from the middle of a line",
       {{.span = {1, 4, 5, 8}}},
       "1 |   a: \"One\n  |  ____^\n... |\n5 | |   five\"\n  | |_______^\n"},
      {"from the start of a line",
       {{.span = {2, 3, 5, 8}}},
       "2 | /   two\n... |\n5 | |   five\"\n  | |_______^\n"},
      {"two lines", {{.span = {2, 3, 3, 8}}}, "2 | /   two\n3 | |   three\n  | |_______^\n"},
      {"one line between is shown",
       {{.span = {2, 3, 4, 7}}},
       "2 | /   two\n3 | |   three\n4 | |   four\n  | |______^\n"},
      {"up to the end of a line", {{.span = {2, 3, 3, 1}}}, "2 |   two\n  |   ^^^\n"},
      {"blank lines at its end are not shown",
       {{.span = {4, 3, 7, 1}}},
       "4 | /   four\n5 | |   five\"\n  | |_______^\n"},
      {"into lines that are not there",
       {{.span = {5, 3, 90, 9}}},
       "5 |   five\"\n  |   ^^^^^\n"},
      {"with another place before it",
       {{.span = {2, 3, 5, 8}}, {.span = {1, 1, 1, 2}, .label = "of this", .primary = false}},
       "1 |   a: \"One\n  |   - of this\n2 | /   two\n... |\n5 | |   five\"\n  | |_______^\n"},
      {"with another place in it",
       {{.span = {1, 4, 5, 8}}, {.span = {3, 3, 3, 8}, .label = "of this", .primary = false}},
       "1 |   a: \"One\n  |  ____^\n2 | |   two\n3 | |   three\n  | |   ----- of this\n4 | |   "
       "four\n5 | |   five\"\n  | |_______^\n"},
      {"another place of several lines has its first one marked",
       {{.span = {5, 3, 5, 7}}, {.span = {1, 4, 3, 2}, .label = "here", .primary = false}},
       "1 | a: \"One\n  |    ---- here\n...\n5 |   five\"\n  |   ^^^^\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(excerpt_of(file, row.marks).text == row.block);
  }
}

// Without the colours, each of which must end before its line does.
std::string without_colours(std::string_view text) {
  std::string result;
  bool on = false;
  while (!text.empty()) {
    if (text.starts_with("\x1B[")) {
      const std::string_view code = text.substr(0, text.find('m') + 1);
      CHECK(on == (code == "\x1B[0m"));
      on = !on;
      text.remove_prefix(code.size());
      continue;
    }
    if (text.front() == '\n') CHECK(!on);
    result += text.front();
    text.remove_prefix(1);
  }
  return result;
}

TEST_CASE("colours change nothing else, and end in their line") {
  const std::string_view file = "a: \"One\n  two, two\n  three\n\n  five\"\n";
  const std::vector<Mark> marks = {
      {.span = {1, 4, 5, 8}},
      {.span = {2, 3, 2, 6}, .label = "first", .primary = false},
      {.span = {2, 8, 2, 11}, .label = "second", .primary = false}};
  SourceLines lines("/nowhere");
  lines.put("a.md", file);
  std::ostringstream out;
  write_excerpt("a.md", marks, lines, {.paint = {true}, .colour = colour::of(Severity::error)},
                out);
  CHECK(out.str().find("\x1B[1;31m") != std::string::npos);
  CHECK(without_colours(out.str()) == excerpt_of(file, marks).text);
}

TEST_CASE("whatever the span, lines fit and hold nothing that commands a terminal") {
  const std::string file =
      "a: \x1B[2J\tüü 教育教育教育教育教育教育教育 👨‍👩‍👧 "
      "किताब "
      "e\u0301\u0301\u0301\xFF\xFE\u202E\u0085 end\n"
      "\n" +
      std::string(300, ' ') + "x" + std::string(300, '\t') + "\n" + std::string(500, 'y') +
      "\u0301\u0301\r\n\tlast";
  unsigned state = 1;
  const auto random = [&](int most) {
    state = state * 1103515245U + 12345U;
    return static_cast<int>((state >> 16U) % static_cast<unsigned>(most + 3)) - 1;
  };
  for (int i = 0; i < 3000; ++i) {
    std::vector<Mark> marks;
    for (int j = 0; j <= i % 3; ++j)
      marks.push_back({.span = {random(6), random(700), random(6), random(700)},
                       .label = j == 0 ? "" : "label",
                       .primary = j == 0});
    const Block block = excerpt_of(file, marks, 50);
    CAPTURE(block.text);
    REQUIRE(block.told.size() == marks.size());
    for (const std::string_view line : lines_of(block.text)) {
      REQUIRE(language::width_of(line) <= 51);  // a caret may stand behind the end of a line
      std::string_view rest = line;
      while (!rest.empty()) REQUIRE(is_harmless(take_character(rest)));
    }
  }
}

}  // namespace
}  // namespace baraza::tools
