#include "check/check_settings.hpp"

#include <doctest/doctest.h>

#include "check/json_tree.hpp"

using baraza::Diagnostics;
using baraza::check::check_settings;
using baraza::check::read_json;
using baraza::content::Facet;
using baraza::content::Vocabularies;

TEST_CASE("bank.yaml names facets and an owner that there are") {
  struct Row {
    const char* what;
    const char* json;
    const char* rule;
    const char* hint;
  };
  const Row rows[] = {
      {"known pairs", R"({"pairs": [["countries", "sectors"]]})", "", ""},
      {"a misspelt facet", R"({"pairs": [["countries", "sectosr"]]})", "E415",
       "did you mean `sectors`?"},
      {"no facet at all", R"({"gap_map": {"rows": "x", "columns": "sectors"}})", "E415",
       "the facets are countries, sectors"},
      {"a list may split the cells",
       R"({"gap_map": {"rows": "countries", "columns": "sectors", "by": "aims"}})", "", ""},
      {"an owner of the list", R"({"owner": "us"})", "", ""},
      {"an owner of no list", R"({"owner": "uss"})", "E203", "did you mean `us`?"},
      {"a wrong form is its schema's to tell", R"({"pairs": 3, "owner": []})", "", ""},
  };
  const std::vector<Facet> facets = {{.field = "countries"}, {.field = "sectors"}};
  Vocabularies vocabularies;
  vocabularies.lists["aims"] = {};
  vocabularies.lists["organisations"].terms = {{.id = "us"}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Diagnostics found;
    check_settings(*read_json(row.json, "x"), "cases/bank.yaml", facets, vocabularies, found);
    CHECK((found.empty() ? "" : found.all()[0].rule) == row.rule);
    CHECK((found.empty() ? "" : found.all()[0].hint) == row.hint);
  }
}
