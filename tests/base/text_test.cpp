#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace baraza;

using Views = std::vector<std::string_view>;
using Words = std::vector<std::string>;

TEST_CASE("text is trimmed, split and joined") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(split("a,,b", ',') == Views{"a", "", "b"});
  CHECK(split("", ',') == Views{""});
  CHECK(split("a,", ',') == Views{"a", ""});
  CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(join({}, ", ").empty());
  CHECK(to_lower("KENYA É") == "kenya É");
  CHECK(counted(0, "case", "cases") == "0 cases");
  CHECK(counted(1, "country", "countries") == "1 country");
  CHECK(counted(2, "country", "countries") == "2 countries");
}

TEST_CASE("lines are told without their ends") {
  struct Row {
    std::string_view what, text;
    Views lines;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"LF", "a\nb\n", {"a", "b"}},
      {"CRLF", "a\r\nb\r\n", {"a", "b"}},
      {"no last end", "a\nb", {"a", "b"}},
      {"an empty last line", "a\n\n", {"a", ""}},
      {"a lone CR is no line end", "a\rb\r", {"a\rb\r"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(lines_of(row.text) == row.lines);
  }
}

TEST_CASE("what has a meaning in HTML or in an address is escaped") {
  CHECK(escape_html("<a href=\"x\">R&D's</a>") ==
        "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;");
  CHECK(escape_path("a b/é?#%-._~Z9") == "a%20b/%C3%A9%3F%23%25-._~Z9");
}

TEST_CASE("a slug is lower-case words joined by single hyphens") {
  struct Row {
    std::string text;
    bool slug;
  };
  const Row rows[] = {
      {"kenya", true},
      {"south-africa", true},
      {"4d", true},
      {std::string(80, 'a'), true},
      {std::string(81, 'a'), false},
      {"", false},
      {"-a", false},
      {"a-", false},
      {"a--b", false},
      {"Kenya", false},
      {"a_b", false},
      {"a b", false},
      {"../a", false},
      {"é", false},
      {std::string("a\0b", 3), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(is_slug(row.text) == row.slug);
  }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  constexpr std::size_t none = std::string_view::npos;
  struct Row {
    std::string_view what, text;
    std::size_t at;
  };
  const Row rows[] = {
      {"nothing", "", none},
      {"ASCII", "a long line of plain ASCII", none},
      {"1 to 4 bytes", "a é € 😀", none},
      {"the edges", "\x7F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF", none},
      {"a lone continuation", "123456789\x80", 9},
      {"overlong, two bytes", "a\xC0\xAF", 1},
      {"overlong, three bytes", "a\xE0\x9F\xBF", 1},
      {"overlong, four bytes", "a\xF0\x8F\xBF\xBF", 1},
      {"a surrogate", "ab\xED\xA0\x80", 2},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"a lead that never was", "\xF5\x80\x80\x80", 0},
      {"cut short", "ok €\xE2\x82", 6},
      {"a lead and a letter", "\xC3zz", 0},
      {"Latin-1", "caf\xE9 au lait", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(find_invalid_utf8(row.text) == row.at);
  }
}

TEST_CASE("characters are counted, taken and put back") {
  CHECK(count_characters("कल é😀") == 5);
  for (const char32_t character : {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFD',
                                   U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, character);
    std::string_view view = text;
    CHECK(take_character(view) == character);
    CHECK(view.empty());
  }
  std::string_view bad = "\xE2\x82z";
  CHECK(take_character(bad) == 0xFFFD);
  CHECK(take_character(bad) == 0xFFFD);
  CHECK(take_character(bad) == U'z');
  CHECK(bad.empty());
  std::string surrogate;
  append_utf8(surrogate, 0xD800);
  CHECK(surrogate == "\uFFFD");
}

TEST_CASE("a long text is shortened at a space where one is near") {
  struct Row {
    std::string_view text;
    std::size_t characters;
    std::string_view result;
  };
  const Row rows[] = {
      {"short", 5, "short"},
      {"", 5, ""},
      {"teachers were coached", 15, "teachers were…"},
      {"teachers were coached", 14, "teachers were…"},
      {"teachers were coached", 13, "teachers…"},
      {"a verylongwordindeed", 10, "a verylon…"},
      {"कलकलकल", 4, "कलक…"},
      {"abc", 1, "…"},
      {"abc", 0, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.characters);
    const std::string result = shorten(row.text, row.characters);
    CHECK(result == row.result);
    CHECK(count_characters(result) <= row.characters);
  }
}

TEST_CASE("edits are insertions, deletions, replacements and swaps of neighbours") {
  struct Row {
    std::string_view a, b;
    std::size_t most, distance;
  };
  const Row rows[] = {
      {"water", "water", 2, 0},    {"watr", "water", 2, 1},
      {"watter", "water", 2, 1},   {"wader", "water", 2, 1},
      {"wtaer", "water", 2, 1},    {"", "abc", 5, 3},
      {"abc", "", 5, 3},           {"", "", 0, 0},
      {"ca", "abc", 5, 3},         {"kitten", "sitting", 9, 3},
      {"kitten", "sitting", 2, 3}, {"education", "health", 3, 4},
      {"café", "cafe", 1, 1},      {"a", "b", 0, 1},
      {"ab", "ba", 0, 1},          {"abcdef", "badcfe", 3, 3},
      {"abcdef", "badcfe", 2, 3},  {"abcdefgh", "xabcdefgh", 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b, row.most) == row.distance);
    CHECK(edit_distance(row.b, row.a, row.most) == row.distance);
  }
}

TEST_CASE("a limit never changes an edit distance that it allows") {
  Words words = {""};
  for (std::size_t i = 0; words.size() < 60; ++i)
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  for (const std::string& a : words)
    for (const std::string& b : words) {
      const std::size_t whole = edit_distance(a, b, 1000);
      for (std::size_t most = 0; most < 4; ++most)
        REQUIRE(edit_distance(a, b, most) == std::min(whole, most + 1));
    }
}

TEST_CASE("the nearest known words are offered, nearest first") {
  const Words known = {"water", "waste", "education", "health", "south-africa", "tax"};
  struct Row {
    std::string_view word;
    Words nearest;
  };
  const Row rows[] = {
      {"watr", {"water"}},
      {"waster", {"waste", "water"}},
      {"South Africa", {"south-africa"}},
      {"SOUTH_AFRICA", {"south-africa"}},
      {"Tax", {"tax"}},
      {"edcuation", {"education"}},
      {"tx", {"tax"}},
      {"housing", {}},
      {"", {}},
      {"water", {"waste"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest(known, row.word) == row.nearest);
  }
  CHECK(nearest({"aab", "aac", "aad", "aae", "aab"}, "aaa") == Words{"aab", "aac", "aad"});
  CHECK(nearest({"ab-cde", "abcdf", "abcde"}, "AbCDe") == Words{"ab-cde", "abcde", "abcdf"});
}

TEST_CASE("a question names one, two or three words") {
  CHECK(did_you_mean({}).empty());
  CHECK(did_you_mean({"a"}) == "did you mean `a`?");
  CHECK(did_you_mean({"a", "b"}) == "did you mean `a` or `b`?");
  CHECK(did_you_mean({"a", "b", "c"}) == "did you mean `a`, `b` or `c`?");
}
