#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "render/template_set.hpp"

namespace baraza::render {
namespace {

using Json = nlohmann::json;

View view_of(const Json& json) {
  if (json.is_boolean()) return {json.get<bool>()};
  if (json.is_number_integer()) return {json.get<std::int64_t>()};
  if (json.is_number()) return {json.get<double>()};
  if (json.is_string()) return {json.get<std::string>()};
  if (json.is_array()) return View::list_of(json, view_of);
  if (json.is_null()) return {};

  View map = View::map();
  for (const auto& [name, value] : json.items()) map.set(name, view_of(value));
  return map;
}

std::string fill(const Json& test) {
  std::vector<TemplateSource> sources;
  sources.push_back({"main", "main.html", test.at("template").get<std::string>()});
  if (test.contains("partials")) {
    for (const auto& [name, text] : test.at("partials").items()) {
      sources.push_back({name, name + ".html", text.get<std::string>()});
    }
  }
  Diagnostics found;
  const TemplateSet set = make_template_set(std::move(sources), Mode::spec, found);
  CHECK(found.empty());
  const Result<std::string> page = set.render("main", view_of(test.at("data")));
  return page ? *page : "error: " + page.error().message;
}

TEST_CASE("templates pass every test of Mustache's core specification") {
  int passed = 0;
  for (const std::string part :
       {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"}) {
    std::ifstream file(BARAZA_TEST_DATA "/mustache/" + part + ".json");
    REQUIRE(file.is_open());
    const Json suite = Json::parse(file);
    for (const Json& test : suite.at("tests")) {
      CAPTURE(part);
      CAPTURE(test.at("name").get<std::string>());
      const std::string page = fill(test);
      CHECK(page == test.at("expected").get<std::string>());
      if (page == test.at("expected").get<std::string>()) ++passed;
    }
  }
  CHECK(passed == 136);
}

}  // namespace
}  // namespace baraza::render
