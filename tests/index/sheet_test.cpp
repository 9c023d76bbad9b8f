#include "index/sheet.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::index {
namespace {

using content::make_text;
using content::Node;

Node map_of(const std::vector<std::pair<std::string, Node>>& members) {
  Node map;
  map.kind = Node::Kind::map;
  for (const auto& [name, value] : members) {
    map.keys.push_back({.name = name});
    map.children.push_back(value);
  }
  return map;
}

Node list_of(std::vector<Node> items) {
  Node list;
  list.kind = Node::Kind::list;
  list.children = std::move(items);
  return list;
}

Sheet make_sheet() {
  return {.language = "en",
          .fields = map_of({{"title", make_text("Wells")},
                            {"sources", list_of({make_text("s1"), content::make_null()})}}),
          .body = {.html = "<p><a href=\"\">x</a></p>\n",
                   .slots = {{.offset = 12, .link = 0}},
                   .links = {{.target = "roof.md", .text = "x"}}}};
}

TEST_CASE("sheets read back as they were written, and damage is noticed") {
  const std::vector<Sheet> sheets = {make_sheet(), {.language = "sw"}};
  const std::string bytes = encode(sheets);
  bool ok = false;
  CHECK(decode_sheets(bytes, ok) == sheets);
  CHECK(ok);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    static_cast<void>(decode_sheets(std::string_view(bytes).substr(0, size), ok));
    CHECK_FALSE(ok);
  }
  // A tree deeper than any that is written must not take the stack with it.
  static_cast<void>(
      decode_sheets("\x01" + std::string("\x00", 1) + std::string(100000, '\x05'), ok));
  CHECK_FALSE(ok);
}

TEST_CASE("a translation puts its texts in the place of the original's, item by item") {
  const Node original = map_of(
      {{"title", make_text("Wells")},
       {"schema", make_text("case/1")},
       {"year", content::make_number("2016")},
       {"events", list_of({map_of({{"id", make_text("a")}, {"what", make_text("dug")}}),
                           map_of({{"id", make_text("b")}, {"what", make_text("broke")}})})},
       {"lenses",
        list_of({map_of({{"term", make_text("x/y")}, {"because", make_text("so")}})})},
       {"transfer", map_of({{"needs", list_of({make_text("water"), make_text("money")})}})}});
  const Node translation = map_of(
      {{"title", make_text("Visima")},
       {"schema", make_text("translation/1")},
       {"unknown", make_text("ignored")},
       {"events", list_of({map_of({{"id", make_text("b")}, {"what", make_text("kilivunjika")}}),
                           map_of({{"what", make_text("nobody's")}})})},
       {"lenses",
        list_of({map_of({{"term", make_text("x/y")}, {"because", make_text("hivyo")}})})},
       {"transfer", map_of({{"needs", list_of({make_text("maji")})}})}});
  const Node result = translated(original, translation);
  CHECK(result.text_of("title") == "Visima");
  CHECK(result.text_of("schema") == "case/1");
  CHECK(result.text_of("year") == "2016");
  CHECK(result.find("unknown") == nullptr);
  CHECK(result.items_of("events")[0].text_of("what") == "dug");
  CHECK(result.items_of("events")[1].text_of("what") == "kilivunjika");
  CHECK(result.items_of("lenses")[0].text_of("because") == "hivyo");
  CHECK(result.find("transfer")->texts_of("needs") ==
        std::vector<std::string>{"maji", "money"});
}

}  // namespace
}  // namespace baraza::index
