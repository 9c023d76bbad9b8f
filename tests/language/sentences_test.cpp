#include "language/sentences.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace baraza::language {
namespace {

// The sentences with a bar before each but the first.
std::string cut(std::string_view text, std::string_view language) {
  std::string result;
  std::size_t from = 0;
  for (const std::size_t start : sentence_starts(text, language)) {
    if (start == 0) continue;
    result += std::string(text.substr(from, start - from)) + "|";
    from = start;
  }
  return result + std::string(text.substr(from));
}

TEST_CASE("sentences begin where a reader sees them begin") {
  struct Row {
    std::string_view language, text;
  };
  const Row rows[] = {
      {"en", "It rained. |Nobody came! |Why? |Because."},
      {"en", "He said “no.” |Then he left (at last). |She stayed."},
      {"en", "It cost 3.50 dollars. |They paid."},
      {"en", "Ask Prof. Otieno about it. |He knows."},
      {"en", "By J. K. Mensah and others. |A report."},
      {"en", "It was approx. forty wells. |Two dried up."},
      {"en", "The U.S. money came late. |It helped."},
      {"hi", "कुआँ सूख गया। |लोग चले गए।"},
      {"am", "ውሃ አለ። |ሰዎች መጡ።"},
      {"zh", "井干了。|人们走了。"},
      {"sw", "Maji yalikauka. |Watu waliondoka."},
      {"", "One. |Two."},
      {"not a language", "One. |Two."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string plain(row.text);
    std::erase(plain, '|');
    CHECK(cut(plain, row.language) == row.text);
  }
  CHECK(sentence_starts("", "en").empty());
  CHECK(sentence_starts("\xFF\xFE. A", "en").front() == 0);
}

}  // namespace
}  // namespace baraza::language
