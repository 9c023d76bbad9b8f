// Whatever is indexed is found by typing it: a word cut out of a text gives the same word
// again, in whatever script and whatever stands around it.
#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/stem.hpp"
#include "language/words.hpp"

namespace baraza::language {
namespace {

// What texts are made of: words of a script, and what may stand between and inside them.
const std::vector<std::vector<std::string_view>> scripts = {
    {"Kenya", "don", "t", "s",  "village", "U",     "S",   "A",  "COVID",
     "ll",    "re",  "O", "qu", "l",       "fi",    "ﬁ",   "ß",  "İ",
     "ı",     "ǅ",   "Å", "Ａ", "résumé",  "lição", "São", "ção"},
    {"Ɛwɛ", "ŋutɔ", "ɓ", "ɗa", "ƙa", "ẹ́", "ọ̀", "ṣ", "ị", "ụ", "ñ", "ng", "ombe", "kitabu"},
    {"क", "कि", "की", "ज़", "ज", "ड़", "लड़कियाँ", "हैं", "क्ष", "त्र", "ँ", "ं", "्", "़", "ऑडिट", "२०"},
    {"কথা", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ગુજરાતી", "ਪੰਜਾਬੀ", "ଓଡ଼ିଆ", "සිංහල"},
    {"كتاب", "مَدْرَسة", "ـ", "أ", "إ", "ﻻ", "پ", "٢٠", "۲۰", "שלום", "בָּ", "ኢትዮጵያ", "አማርኛ"},
    {"Йод", "ёлка", "Ωμέγα", "ς", "Σ", "ΐ", "Հայ", "ქართული", "Ꮳ", "ꭰ", "한국", "ㅎ"},
    {"教育", "政策", "日本", "の", "カタカナ", "ｶﾅ", "ー", "々", "學"},
    {"การ", "ศึกษา", "ใน", "ชนบท", "ภาษา", "ລາວ", "ภ", "ำ"},
    {"ភាសា", "ខ្មែរ", "မြန်မာ", "ဘာသာ", "က"},
    {"1", "15", "2010", "000", "００", "½", "m²", "①", "Ⅳ", "x1", "0"},
};
const std::vector<std::string_view> between = {
    " ",    " ", " ",  " ",      "-",      "‐",      "'",      "’",      "ʻ", ".",
    ",",    "/", "–",  "\u00AD", "\u200D", "\u200C", "_",      "،",      "।", "(",
    ")",    ":", "\"", "“",      "\n",     "\u00A0", "\u0301", "\u20D0", "😀", "\xFF",
    "\xC3", "·", "＇", "．",     "，",     "",       ""};

std::string make_text(std::mt19937& random) {
  const auto any = [&](std::size_t size) { return random() % size; };
  std::string text;
  std::size_t script = any(scripts.size());
  for (std::size_t pieces = 1 + any(12); pieces > 0; --pieces) {
    if (any(8) == 0) script = any(scripts.size());
    text += scripts[script][any(scripts[script].size())];
    text += between[any(between.size())];
  }
  return text;
}

std::string_view stands_at(const std::string& text, const Word& word) {
  return std::string_view(text).substr(word.offset, word.length);
}

TEST_CASE("a word that is cut out of a text gives itself again") {
  std::mt19937 random(20);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  for (int i = 0; i < 20000; ++i) {
    const std::string text = make_text(random);
    for (const Word& word : words_of(text)) {
      const std::vector<Word> typed = words_of(stands_at(text, word));
      const auto same = std::find_if(typed.begin(), typed.end(),
                                     [&](const Word& one) { return one.text == word.text; });
      CAPTURE(text);
      CAPTURE(word.text);
      CAPTURE(stands_at(text, word));
      REQUIRE(same != typed.end());
      REQUIRE(same->accented == word.accented);
      REQUIRE(same->joined == word.joined);
    }
  }
}

TEST_CASE("words are in order, apart, and folded once and for all") {
  std::mt19937 random(21);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  for (int i = 0; i < 20000; ++i) {
    const std::string text = make_text(random);
    CAPTURE(text);
    std::size_t end = 0;
    std::uint32_t position = 0;
    for (const Word& word : words_of(text)) {
      CAPTURE(word.text);
      REQUIRE(!word.text.empty());
      REQUIRE(word.offset >= end);
      REQUIRE(word.offset + word.length <= text.size());
      REQUIRE(word.position == position + 1);
      if (word.joined) continue;
      end = word.offset + word.length;
      position = word.position;
      // What the index holds is itself a word that finds it; but a Thai vowel that is folded
      // into two parts is cut by a dictionary that knows it whole.
      if (word.text.find("ํ") != std::string::npos) continue;
      const std::vector<Word> again = words_of(word.text);
      REQUIRE(std::any_of(again.begin(), again.end(),
                          [&](const Word& one) { return one.text == word.text; }));
    }
  }
}

}  // namespace
}  // namespace baraza::language
