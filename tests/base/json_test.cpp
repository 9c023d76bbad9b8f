#include "base/json.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace baraza;

TEST_CASE("text in JSON is escaped so that it may stand in a script") {
  struct Row {
    std::string_view what, text, json;
  };
  const Row rows[] = {
      {"plain", "Tusome", R"("Tusome")"},
      {"quote and backslash", "\"\\/", R"("\"\\/")"},
      {"control characters", "\b\f\n\r\t\x01\x1F", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\""},
      {"the end of a script", "</script>", R"("\u003c/script>")"},
      {"line separators", "\u2028\u2029", R"("\u2028\u2029")"},
      {"what commands a terminal", "\u007F\u0085\u009B31m", R"("\u007f\u0085\u009b31m")"},
      {"what turns the direction of text", "\u202A\u202E\u202C\u202C\u2066\u2069",
       R"("\u202a\u202e\u202c\u202c\u2066\u2069")"},
      {"its neighbours, of which Persian needs some", "\u200C\u2030\u2065\u206A",
       "\"\u200C\u2030\u2065\u206A\""},
      {"beyond ASCII", "é कल 😀", "\"é कल 😀\""},
      {"bytes that are not UTF-8", "a\xFFz\xC3", "\"a\uFFFDz\uFFFD\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(escape_json(row.text) == row.json);
  }
  CHECK(escape_json(std::string_view("\0", 1)) == R"("\u0000")");
}

TEST_CASE("JSON is written in the order it is told") {
  const auto write = [](JsonWriter& json) {
    json.begin_object().key("b").value("x").key("a").begin_array().value(1).value(true).null();
    json.end_array().key("none").begin_object().end_object().key("empty").begin_array();
    json.end_array().key("words").value(std::vector<std::string>{"p", "q"});
    json.key("raw").raw("{\"k\":0}").end_object();
  };
  JsonWriter dense;
  write(dense);
  CHECK(dense.text() ==
        R"({"b":"x","a":[1,true,null],"none":{},"empty":[],"words":["p","q"],"raw":{"k":0}})");

  JsonWriter indented(true);
  write(indented);
  CHECK(indented.text() == R"({
  "b": "x",
  "a": [
    1,
    true,
    null
  ],
  "none": {},
  "empty": [],
  "words": [
    "p",
    "q"
  ],
  "raw": {"k":0}
})");
  CHECK(nlohmann::json::parse(indented.text()) == nlohmann::json::parse(dense.text()));
}

TEST_CASE("numbers in JSON read back the same") {
  const auto written = [](auto number) { return JsonWriter().value(number).text(); };
  CHECK(written(0.1) == "0.1");
  CHECK(written(3.0) == "3");
  CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(written(std::size_t{7}) == "7");
  CHECK(written(false) == "false");
  for (const double number : {1e300, 1.0 / 3, -2.5e-7, 123456789012345680.0}) {
    CHECK(nlohmann::json::parse(written(number)).get<double>() == number);
  }
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
}
