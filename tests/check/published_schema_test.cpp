#include "check/published_schema.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/check/words.hpp"

namespace baraza::check {

TEST_CASE("A published schema is plain JSON Schema, with terms and their labels") {
  content::Vocabularies vocabularies;
  vocabularies.lists["sectors"].terms = {{.id = "water", .label = {{"en", "Water"}}},
                                         {.id = "wells", .deprecated = true}};
  const std::string published = to_json_schema(
      tree_of(
          R"({"properties": {"sectors": {"items": {"type": "string", "x-vocabulary": "sectors"},
                 "x-facet": {"flag": "sector"}, "maxItems": 3.0}, "x-ray": {"const": {"x-a": 1}}},
                 "x-message": "no"})"),
      vocabularies);
  CHECK(published == R"({
  "properties": {
    "sectors": {
      "items": {
        "type": "string",
        "oneOf": [
          {
            "const": "water",
            "title": "Water"
          },
          {
            "const": "wells",
            "title": "wells",
            "deprecated": true
          }
        ]
      },
      "maxItems": 3
    },
    "x-ray": {
      "const": {
        "x-a": 1
      }
    }
  }
}
)");
  const Schema schema = schema_of(published);
  CHECK(schema.allows(tree_of(R"({"sectors": ["water"]})")));
  CHECK_FALSE(schema.allows(tree_of(R"({"sectors": ["fire"]})")));
}

}  // namespace baraza::check
