#include "check/progress.hpp"

#include "words.hpp"

namespace baraza::check {
namespace {

const std::string_view schema = R"({
  "required": ["schema", "title", "lessons"],
  "properties": {
    "schema": {"const": "case/1"},
    "title": {"description": "What happened.", "x-minutes": 2},
    "lessons": {"description": "What was learnt."},
    "harms": {"x-publish": true, "x-minutes": 3},
    "groups": {"description": "Who it was about.", "x-minutes": 1},
    "owner": {"description": "Whose it is."}
  }
})";

struct Row {
  std::string what;
  std::string front;
  std::vector<std::string> passages;
  std::size_t written;
  std::vector<std::string> missing;  // in order
};

}  // namespace

TEST_CASE("the parts of a record are what its schema asks for or rewards, and its text") {
  const Row rows[] = {
      {"nothing", "{}", {}, 0, {"groups", "title", "harms", "lessons", ""}},
      {"all",
       R"({"title": "x", "lessons": [{"id": "a"}], "harms": "none-known", "groups": ["w"]})",
       {"One."},
       5,
       {}},
      {"texts of a new record do not count",
       R"({"title": "TO WRITE: what", "lessons": [{"claim": "TO WRITE: one"}], "groups": ["w"]})",
       {"Problem", "TO WRITE: this part"},
       1,
       {"title", "harms", "lessons", ""}},
      {"empty values do not count",
       R"({"title": "", "lessons": [], "harms": null})",
       {"One."},
       1,
       {"groups", "title", "harms", "lessons"}},
      {"false and 0 are values",
       R"({"title": 0, "groups": false})",
       {"One."},
       3,
       {"harms", "lessons"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    content::Record record;
    record.front = tree_of(row.front);
    for (const std::string& text : row.passages) record.body.passages.push_back({.text = text});
    const Progress progress = progress_of(tree_of(schema), record);
    CHECK(progress.parts == 5);
    CHECK(progress.written == row.written);
    std::vector<std::string> fields;
    for (const Step& step : progress.missing) fields.push_back(step.field);
    CHECK(fields == row.missing);
  }
}

}  // namespace baraza::check
