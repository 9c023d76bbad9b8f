#include "parse/bytes.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/edited.hpp"
#include "told.hpp"

using namespace baraza;
using namespace std::string_literals;

TEST_CASE("bytes that no later step could read are found at their place") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string told;
    bool goes_on;
  };
  const Row rows[] = {
      {"plain text", "---\na: é\n", "", true},
      {"CRLF", "a\r\nb\r\n", "", true},
      {"empty", "", "E101 1:1-1:1", false},
      {"white space alone", " \n\t\n", "E101 1:1-1:1", false},
      {"a mark alone", "\xEF\xBB\xBF", "E101 1:1-1:1", false},
      {"Latin-1", "a\nS\xE3o", "E102 2:2-2:3", false},
      {"after wide characters", "日本\xFF", "E102 1:3-1:4", false},
      {"overlong", "\xC0\x80", "E102 1:1-1:2", false},
      {"a surrogate", "\xED\xA0\x80", "E102 1:1-1:2", false},
      {"cut in the middle", "a\xE2\x82", "E102 1:2-1:3", false},
      {"UTF-16 with its mark", "\xFF\xFE"s + "a\0"s, "E103 1:1-1:1", false},
      {"UTF-16 without", "a\0b\0c\0d\0"s, "E103 1:1-1:1", false},
      {"big-endian", "\0a\0b\0c\0d"s, "E103 1:1-1:1", false},
      {"NUL", "ab\0cdefghijkl"s, "E104 1:3-1:4", false},
      {"a bell", "a\n\x07", "E104 2:1-2:2", false},
      {"next line", "a\xC2\x85", "E105 1:2-1:3", true},
      {"line separator", "a\xE2\x80\xA8", "E105 1:2-1:3", true},
      // NOLINTNEXTLINE(misc-misleading-bidirectional): it is what is to be found
      {"direction", "é\u202Eb", "E106 1:2-1:3", true},
      {"direction in a text that needs it", "\u05D0\u200Fb", "", true},
      {"a mark of direction far from such a text", "\u05D0\na\u200Eb", "", true},
      {"a mark of direction without it", "a\u200Eb \u200F", "E106 1:2-1:3, E106 1:5-1:6", true},
      // NOLINTNEXTLINE(misc-misleading-bidirectional): it is what is to be found
      {"a turn in a line that needs it", "\u05D0 \u2067a\u2069 b", "", true},
      // NOLINTNEXTLINE(misc-misleading-bidirectional): it is what is to be found
      {"a turn far from such a line", "\u05D0\na\u202Eb", "E106 2:2-2:3", true},
      {"a space of no width", "---\na\u200Bb: c\n---\nd \u200Be", "E106 2:2-2:3, E106 4:3-4:4",
       true},
      {"a space of no width between words of Khmer", "\u1780\u200B\u1781", "", true},
      {"a space of no width in a text from right to left", "\u05D0\u200B\u05D1", "E106 1:2-1:3",
       true},
      {"a mark inside", "a\uFEFFb", "E106 1:2-1:3", true},
      {"a joiner of Hindi", "\u0915\u094D\u200D", "", true},
      {"a non-joiner of Persian", "\u0645\u06CC\u200C\u062E", "", true},
      {"joined signs", "\U0001F469\u200D\U0001F52C", "", true},
      {"a mark", "\xEF\xBB\xBF"s + "a", "E107 1:1-1:1", true},
      {"carriage returns", "a\rb\rc\r\n", "E109 1:2-1:3", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    CHECK(parse::check_bytes(row.bytes, "x.md", found) == row.goes_on);
    CHECK(parse::told(found) == row.told);
  }
}

TEST_CASE("a file that is too large is one finding, and is not looked at further") {
  Diagnostics found;
  CHECK_FALSE(parse::check_bytes(std::string(5'000'000, '\xFF'), "x.md", found));
  CHECK(parse::told(found) == "E108 0:0-0:0");
}

TEST_CASE("what cannot be seen goes where nothing can be lost with it") {
  struct Row {
    std::string text;
    std::string mended;  // the same: left alone
  };
  const Row rows[] = {
      {"a\u200Bb", "ab"},
      {"a\uFEFFb", "ab"},
      {"a\u200Eb", "a\u200Eb"},
      // NOLINTNEXTLINE(misc-misleading-bidirectional): it is what is to be found
      {"a\u202Eb", "a\u202Eb"},
      {"\xEF\xBB\xBF---\n", "---\n"},
      // between words, before a line that has a beginning of its own
      {"a\u2028b", "a b"},
      {"a \u2028b", "a b"},
      {"a\n\u2028b", "a\nb"},
      {"a\xC2\x85 b", "a\xC2\x85 b"},
      {"a\u2028title: b", "a\u2028title: b"},
      {"a\u2028 - b", "a\u2028 - b"},
      {"a\u2029# b", "a\u2029# b"},
      {"a\u2029: b", "a : b"},
      // control characters
      {"a. \x07 b", "a.  b"},
      {"a.\x0C\nb", "a.\nb"},
      {"(a,\x0C(b))", "(a, (b))"},
      // a letter or two may have been lost with it, or the sign before an item
      {"sta\x0B of", "sta\x0B of"},
      {"the \x0C\x6E\x61\x6E\x63\x65", "the \x0C\x6E\x61\x6E\x63\x65"},
      {"a\nb\x7F", "a\nb\x7F"},
      {"a\n\x0F item", "a\n\x0F item"},
      {"of\x0C\x63\x65", "of\x0C\x63\x65"},
      {"in\x02\x66ra", "in\x02\x66ra"},
      {"a\x02\x03 b", "a\x02\x03 b"},
      {"a\x1B[1mb", "a\x1B[1mb"},
      {"_\bx", "_\bx"},
      {"a \0b\x07 c d e f g"s, "a \0b\x07 c d e f g"s},
      {parse::times(21, "\x07 "), parse::times(21, "\x07 ")},
      {"Kenya\xC2\x92s \xC2\x93wells\xC2\x94", "Kenya\u2019s \u201Cwells\u201D"},
      {"a \xC2\x81 b", "a \xC2\x81 b"},
      // line ends
      {"---\ra: é\r---\r", "---\na: é\n---\n"},
      {"a\r\r\nb\n", "a\r\r\nb\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics found;
    parse::check_bytes(row.text, "x.md", found);
    REQUIRE_FALSE(found.empty());
    const std::string mended = test::mended(row.text, found.sorted());
    CHECK(mended == row.mended);
    Diagnostics left;
    parse::check_bytes(mended, "x.md", left);
    CHECK(left.size() < found.size() + (mended == row.text ? 1 : 0));
  }
}

TEST_CASE("of many hidden characters twenty are placed and the rest is counted") {
  Diagnostics found;
  // NOLINTNEXTLINE(misc-misleading-bidirectional): it is what is to be found
  CHECK(parse::check_bytes(parse::times(1000, "\u202Ea"), "x.md", found));
  REQUIRE(found.size() == 20);
  CHECK(found.all().back().message.find("and 980 more") != std::string::npos);
}
