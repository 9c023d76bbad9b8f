#include "language/words.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::language {
namespace {

// The words in order, a joined form marked by `+`.
std::string shown(std::string_view text) {
  std::string result;
  for (const Word& word : words_of(text)) {
    if (!result.empty()) result += ' ';
    if (word.joined) result += '+';
    result += word.text;
  }
  return result;
}

TEST_CASE("words_of cuts a text into folded words") {
  struct Row {
    std::string_view text, words;
  };
  const Row rows[] = {
      {"", ""},
      {"Teachers, coaching.", "teachers coaching"},
      {"Kenya's and Kenya’s", "kenya and kenya"},
      {"the teachers' union", "the teachers union"},
      {"don't don’t", "dont dont"},
      {"I'll we're I've I'm", "ill were ive im"},
      {"rock'n'roll ng'ombe Ng’ombe", "rocknroll ngombe ngombe"},
      {"l'école d’accord qu'il", "+lecole l ecole +daccord d accord +quil qu il"},
      {"O'Brien's", "+obrien o brien"},
      {"village-level", "+villagelevel village level"},
      {"COVID-19", "+covid19 covid 19"},
      {"2010-2015 2010–2015", "2010 2015 2010 2015"},
      {"state-of-the-art", "+stateoftheart state of the art"},
      {"a-b-c-d-e-f", "a b c d e f"},
      {"- -a a- --", "a a"},
      {"Carcross/Tagish", "carcross tagish"},
      {"1,000 10,000,000 1.000 1,00,000", "1000 10000000 1000 100000"},
      {"1.5 1,5 0.125 1,234.56 1.234,56", "1.5 1.5 0.125 1234.56 1234.56"},
      {"2010,2011 31.12.2015 1.2.3", "2010 2011 31 12 2015 1 2 3"},
      {"In 2015. Then 2016, 2017", "in 2015 then 2016 2017"},
      {"U.S.A. e.g. U.S", "usa eg us"},
      {"www.example.org a_b", "www example org a b"},
      {"Résumé naïve Ação ø Łódź", "resume naive acao o lodz"},
      {"STRASSE Straße", "strasse strasse"},
      {"Ɛwɛ ŋutɔ", "ewe nuto"},
      {"２０१५ ２０１５ २०१५ ٢٠١٥", "2015 2015 2015 2015"},
      {"कल काल कील कुल", "कल काल कील कुल"},
      {"ज़मीन जमीन लड़कियाँ", "जमीन जमीन लडकियां"},
      {"Ёлка Йод", "ёлка йод"},
      {"co\u00ADoperate", "cooperate"},
      {"m² ½ ☃ 😀", "m"},
      {"\u0301 \u00AD", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(row.text) == row.words);
  }
}

TEST_CASE("words_of cuts scripts without spaces by dictionary") {
  CHECK(words_of("教育政策").size() == 2);
  CHECK(words_of("การศึกษา ในชนบท").size() >= 3);
  CHECK(shown("Kenya教育") == "kenya 教育");
  const std::vector<Word> words = words_of("日本の教育。");
  REQUIRE(!words.empty());
  CHECK(words.back().text == "教育");
  CHECK(words.back().offset == 9);
  CHECK(words.back().length == 6);
}

TEST_CASE("words_of gives places and positions") {
  const std::string text = "The Côte's village-level work";
  const std::vector<Word> words = words_of(text);
  struct Row {
    std::string_view text, stands;
    std::uint32_t position;
  };
  const Row rows[] = {
      {"the", "The", 1},         {"cote", "Côte", 2},   {"villagelevel", "village-level", 3},
      {"village", "village", 3}, {"level", "level", 4}, {"work", "work", 5}};
  REQUIRE(words.size() == std::size(rows));
  for (std::size_t i = 0; i < words.size(); ++i) {
    CAPTURE(rows[i].text);
    CHECK(words[i].text == rows[i].text);
    CHECK(text.substr(words[i].offset, words[i].length) == rows[i].stands);
    CHECK(words[i].position == rows[i].position);
  }
  CHECK(words[1].accented == "côte");
  CHECK(words[0].for_stemmer() == "the");
}

TEST_CASE("words_of takes any bytes and cuts long words at a character") {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all.push_back(static_cast<char>(byte));
  for (const Word& word : words_of(all + all)) CHECK(!word.text.empty());
  CHECK(shown("a\xFFz\xC3") == "a z");
  CHECK(shown("\xE0\xA4") == "");

  const std::vector<Word> latin = words_of(std::string(5000, 'x'));
  REQUIRE(latin.size() == 1);
  CHECK(latin[0].text.size() == max_word_bytes);
  std::string hindi;
  for (int i = 0; i < 3000; ++i) hindi += "क";
  const std::vector<Word> marks = words_of("x" + hindi);
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].text.size() == max_word_bytes - 2);
  CHECK(marks[0].length == 9001);

  std::string chain = "a";
  for (int i = 0; i < 50000; ++i) chain += "-a";
  CHECK(words_of(chain).size() == 50001);
}

TEST_CASE("is_number knows digits with one point") {
  for (const std::string_view yes : {"2015", "1.5", "007"}) CHECK(is_number(yes));
  for (const std::string_view no : {"", ".", "19th", "1.2.3", "-1"}) CHECK_FALSE(is_number(no));
}

}  // namespace
}  // namespace baraza::language
