#include "parse/link_target.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace baraza::parse;

TEST_CASE("only web, mail, telephone and relative addresses are linked") {
  struct Row {
    std::string_view target;
    TargetKind kind;
  };
  const Row rows[] = {
      {"https://x.org", TargetKind::web},
      {"HTTP://x.org", TargetKind::web},
      {"mailto:a@b.org", TargetKind::mail},
      {"tel:+254", TargetKind::phone},
      {"", TargetKind::relative},
      {"#top", TargetKind::relative},
      {"../a/b.md#c", TargetKind::relative},
      {"/a", TargetKind::relative},
      {"?q=a:b", TargetKind::relative},
      {"a/b:c", TargetKind::relative},
      {"javascript:alert(1)", TargetKind::refused},
      {" JavaScript:alert(1)", TargetKind::refused},
      {"java\tscript:alert(1)", TargetKind::refused},
      {"\x01javascript:alert(1)", TargetKind::refused},
      {"data:text/html,x", TargetKind::refused},
      {"vbscript:x", TargetKind::refused},
      {"file:///etc/passwd", TargetKind::refused},
      {"//example.org", TargetKind::refused},
      {"\\\\example.org", TargetKind::refused},
      {"/\\example.org", TargetKind::refused},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(kind_of_target(row.target) == row.kind);
  }
}
