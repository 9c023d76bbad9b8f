#include "publish/paths.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace baraza;
using namespace baraza::publish;

TEST_CASE("a path that could lead elsewhere or clash with ours is refused") {
  for (const char* path : {"index.html", "a/b/c.html", "é/कल.html", "..a/.b", "a b"})
    CHECK(what_is_wrong_with(path).empty());
  const std::string long_part(256, 'a');
  for (const std::string& path :
       {std::string(), std::string("/a"), std::string("a/"), std::string("a//b"),
        std::string(".."), std::string("a/../b"), std::string("./a"), std::string("a\nb"),
        std::string("a\\b"), std::string("a\0b", 3), std::string("\xFF"), long_part,
        "a/" + long_part, std::string(".baraza-site"), std::string("a/.baraza-tmp-1"),
        std::string(5000, 'a')}) {
    CAPTURE(path);
    CHECK(!what_is_wrong_with(path).empty());
  }
  CHECK(what_is_wrong_with(std::string(255, 'a')).empty());
}

TEST_CASE("no two files of a site may be in each other's way") {
  struct Row {
    std::vector<std::string> before;
    std::string path, why;
  };
  const Row rows[] = {
      {{"a/b"}, "a/c", ""},
      {{"a/b"}, "A/c", ""},
      {{"a"}, "a", "there are two of it"},
      {{"a/Index.html"}, "a/index.html", "it is `a/Index.html` but for the case"},
      {{"a/b"}, "a", "it is a folder, of `a/b`"},
      {{"a/b/c"}, "A", "it is a folder, of `a/b/c`"},
      {{"a"}, "a/b/c", "`a` is a file"},
      {{"A/b"}, "a/B/c", "`A/b` is a file"},
      {{}, "../a", "a part of it is `.` or `..`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    Paths paths;
    for (const std::string& path : row.before) REQUIRE(paths.add(path).has_value());
    const Status status = paths.add(row.path);
    CHECK(status.has_value() == row.why.empty());
    if (!status)
      CHECK(status.error().message ==
            "a file of the site cannot be `" + row.path + "`: " + row.why);
  }
  Paths paths;
  REQUIRE(paths.add("a/b/c").has_value());
  CHECK(paths.folders() == std::set<std::string>{"a", "a/b"});
  CHECK(paths.has_folder("a/b"));
  CHECK(!paths.has_folder("a/b/c"));
}
