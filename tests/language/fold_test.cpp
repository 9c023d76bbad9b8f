#include "language/fold.hpp"

#include <string_view>

#include <doctest/doctest.h>

namespace baraza::language {
namespace {

TEST_CASE("fold makes ids and labels compare equal that differ in writing alone") {
  struct Row {
    std::string_view text, folded, plain;
  };
  const Row rows[] = {
      {"Kenya", "kenya", "kenya"},
      {"e\u0301", "é", "e"},
      {"É", "é", "e"},
      {"ＡＢＣ", "abc", "abc"},
      {"ﬁn", "fin", "fin"},
      {"Straße", "strasse", "strasse"},
      {"İstanbul", "i\u0307stanbul", "istanbul"},
      {"Việt Nam", "việt nam", "viet nam"},
      {"Йод", "йод", "йод"},
      {"Ωμέγα", "ωμέγα", "ωμέγα"},
      {"किताब", "किताब", "किताब"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.folded);
    CHECK(fold_accents(row.folded) == row.plain);
  }
}

TEST_CASE("nfc composes and replaces what is no UTF-8") {
  CHECK(nfc("e\u0301") == "é");
  CHECK(nfc("plain") == "plain");
  CHECK(nfc("a\xFF"
            "é") == "a\uFFFDé");
}

}  // namespace
}  // namespace baraza::language
