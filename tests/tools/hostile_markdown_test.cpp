#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "tests/tools/hostile.hpp"

namespace baraza::test {
namespace {

// `unit`s in blocks, each as large as may be read, up to the size of a body.
std::string in_blocks(const std::string& unit, std::size_t size) {
  std::string block;
  while (block.size() + unit.size() <= size) block += unit;
  return times((mebibyte - 100) / (block.size() + 2), block + "\n\n");
}

TEST_CASE("hostile Markdown is read or refused soon and in little memory") {
  const std::vector<std::string> units = {
      "[",
      "![",
      "![[](",
      "[a](",
      "](",
      "[a]",
      "[a][",
      "[^1]",
      "[^1]: a\n",
      "[a]: b\n",
      "*a ",
      "**a ",
      "*a_ ",
      "_",
      "~~a ",
      "a~",
      "`",
      "`a``",
      "<",
      "<a ",
      "<!--",
      "<?",
      "<![CDATA[",
      "<!A ",
      "</a>",
      "&amp;",
      "&#0;",
      "&copy",
      "&",
      "\\",
      "\\[",
      "> ",
      ">",
      "- ",
      "1. ",
      "* a\n  ",
      "    a\n",
      "|",
      "|a|\n|-|\n",
      "|-",
      "a|b\n-|-\n",
      "a\n=\n",
      "# a\n",
      "***\n",
      "```\n",
      "~~~\n",
      "a@b.c ",
      "www.a.b ",
      "http://a ",
      "http://a.b(",
      "a",
      "a ",
      "a\n",
      "\t",
      " \n",
      "\xC2\xA0",
      "(",
      "\"a",
      "[a](b \"c\") ",
      "<a@b.c>",
      "<!-- a -->",
      "a  \n",
      "[a](javascript:b) ",
      "![a](http://b) ",
  };
  for (const std::string& unit : units) {
    const std::string shown = "`" + escape_path(unit) + "`";
    check_hostile("much of " + shown, "", [&](const std::filesystem::path& bank) {
      write(bank / "cases/one.md",
            record("title: a", times((mebibyte - 100) / unit.size(), unit)));
      write(bank / "cases/short.md", record("title: a", in_blocks(unit, 1'000)));
      write(bank / "cases/long.md", record("title: a", in_blocks(unit, 30'000)));
    });
  }
}

TEST_CASE("Markdown that grows when it is read stays small") {
  const std::string quotes = "[a]: /b \"" + times(4'500, "&a") + "\"\n\n";
  check_file("uses of a long title", in_record, "",
             record("title: a", quotes + times(20, times(22, "[a] ") + "\n\n")));
  check_file("more uses of a long title", in_record, "E174",
             record("title: a", quotes + times(100, times(100, "[a] ") + "\n\n")));
  check_file("columns that no row has", in_record, "",
             record("title: a", times(10, times(100, "|a") + "\n" + times(100, "|-") + "\n" +
                                              times(97, "a\n") + "\n")));
  check_file("1,000 lists in lists", in_record, "E161",
             record("title: a", each(1'000, [](std::size_t i) {
                      return std::string(2 * i, ' ') + "- a\n";
                    })));
  check_file("200 lists in lists", in_record, "",
             record("title: a", each(200, [](std::size_t i) {
                      return std::string(2 * i, ' ') + "- a\n";
                    })));
  check_file("quotes in quotes", in_record, "E165",
             record("title: a", times(1'000, "> ") + "a\n"));
  check_file("20,000 links that are refused", in_record, "E159",
             record("title: a", times(20'000, "[a](javascript:b)\n\n")));
  check_file("20,000 footnotes without a text", in_record, "E159",
             record("title: a", times(20'000, "a[^b]\n\n")));
  check_file("footnotes in footnotes", in_record, "",
             record("title: a", each(5'000, [](std::size_t i) {
                                  return "[^" + number(i) + "]: [^" + number(i + 1) + "]\n\n";
                                }) + "[^0]\n"));
  check_file("headings with one name", in_record, "",
             record("title: a", times(100'000, "# a\n\n")));
  check_file("details", in_record, "",
             record("title: a\nlessons:\n" + each(900, [](std::size_t i) {
                      return "  - id: l" + number(i) + "\n    detail: \"" + times(12, "[a](") +
                             "\"\n";
                    })));
}

}  // namespace
}  // namespace baraza::test
