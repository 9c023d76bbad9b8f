#include "language/link_words.hpp"

#include <string_view>

#include <doctest/doctest.h>

namespace baraza::language {
namespace {

TEST_CASE("words that say nothing of where a link leads are known, in several languages") {
  for (const std::string_view words : {"click here",
                                       "Click here!",
                                       "HERE",
                                       " here ",
                                       "link",
                                       "this link",
                                       "Read more…",
                                       "read more »",
                                       "“here”",
                                       "[here]",
                                       "more",
                                       "More >",
                                       "Learn\u00A0more",
                                       "this  page",
                                       "bonyeza hapa",
                                       "Soma zaidi",
                                       "hapa",
                                       "klik di sini",
                                       "Baca selengkapnya",
                                       "tautan ini",
                                       "यहाँ क्लिक करें",
                                       "यहां",
                                       "और पढ़ें",
                                       "अधिक जानकारी",
                                       "clique aqui",
                                       "Saiba mais",
                                       "aqui.",
                                       "mais informações",
                                       "página",
                                       "cliquez ici"}) {
    CAPTURE(words);
    CHECK(tells_nothing(words));
  }
}

TEST_CASE("words that say something of it are not") {
  for (const std::string_view words : {"",
                                       "the county's report",
                                       "Here and Now Festival",
                                       "more teachers",
                                       "Read the report",
                                       "this link between poverty and health",
                                       "Linked data",
                                       "Hereford",
                                       "heres",
                                       "link-up",
                                       "more than 400 schools",
                                       "hapa Nairobi",
                                       "laporan",
                                       "mais professores",
                                       "यहाँ की पंचायत",
                                       "1",
                                       "[1]",
                                       "Tusome",
                                       "annual report",
                                       "click rates",
                                       "learn more about Tusome",
                                       "https://example.org"}) {
    CAPTURE(words);
    CHECK_FALSE(tells_nothing(words));
  }
}

TEST_CASE("headings of references are known, in several languages") {
  for (const std::string_view words : {"References", "SOURCES:", "Further reading", "Marejeo",
                                       "Daftar Pustaka", "संदर्भ", "Referências"}) {
    CAPTURE(words);
    CHECK(heads_references(words));
  }
  for (const std::string_view words :
       {"", "The problem", "Sources of water", "Notes on pumps"}) {
    CAPTURE(words);
    CHECK_FALSE(heads_references(words));
  }
}

}  // namespace
}  // namespace baraza::language
