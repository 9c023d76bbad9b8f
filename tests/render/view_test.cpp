#include "render/view.hpp"

#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::render {
namespace {

std::string printed(const View& view) {
  std::string out;
  view.append_to(out);
  return out;
}

TEST_CASE("a view knows what it is, whether it is true and how it is printed") {
  struct Row {
    std::string what;
    View view;
    View::Kind kind;
    bool is_true;
    std::string printed;
  };
  const Row rows[] = {
      {"nothing", {}, View::Kind::nothing, false, ""},
      {"true", true, View::Kind::boolean, true, "true"},
      {"false", false, View::Kind::boolean, false, "false"},
      {"zero", 0, View::Kind::number, false, "0"},
      {"a whole number", -12, View::Kind::number, true, "-12"},
      {"a size", std::size_t{3}, View::Kind::number, true, "3"},
      {"a fraction", 1.21, View::Kind::number, true, "1.21"},
      {"a text", "a & b", View::Kind::text, true, "a & b"},
      {"an empty text", "", View::Kind::text, false, ""},
      {"HTML", View::html("<p>"), View::Kind::html, true, "<p>"},
      {"a list", View().add(1), View::Kind::list, true, ""},
      {"an empty list", View::list(), View::Kind::list, false, ""},
      {"a map", View().set("a", 1), View::Kind::map, true, ""},
      {"an empty map", View::map(), View::Kind::map, true, ""},
      {"a shared text", View::share(std::make_shared<const View>("x")), View::Kind::text, true,
       "x"},
      {"a shared null", View::share(nullptr), View::Kind::nothing, false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(row.view.kind() == row.kind);
    CHECK(row.view.is_true() == row.is_true);
    CHECK(printed(row.view) == row.printed);
  }
}

TEST_CASE("a map keeps one value a name, in the order the names were first set") {
  View map;
  map.set("b", 1).set("a", 2).set("b", "three");
  REQUIRE(map.entries().size() == 2);
  CHECK(map.entries()[0].name == "b");
  CHECK(printed(map.entries()[0].value) == "three");
  CHECK(map.find("a") == &map.entries()[1].value);
  CHECK(map.find("c") == nullptr);
  CHECK(View("text").find("a") == nullptr);
}

TEST_CASE("a list is made of any items in their order") {
  const std::vector<int> numbers = {3, 1, 2};
  const View list = View::list_of(numbers, [](int number) {
    return View().set("number", number).set("small", number < 2);
  });
  REQUIRE(list.items().size() == 3);
  CHECK(printed(*list.items()[0].find("number")) == "3");
  CHECK(list.items()[1].find("small")->is_true());
}

TEST_CASE("a shared view is seen from every page without a copy") {
  const auto site = std::make_shared<const View>(View().set("title", "Bank"));
  const View one = View().set("site", View::share(site));
  const View two = View().set("site", View::share(site));
  CHECK(one.find("site")->find("title") == site->find("title"));
  CHECK(two.find("site")->find("title") == site->find("title"));
}

}  // namespace
}  // namespace baraza::render
