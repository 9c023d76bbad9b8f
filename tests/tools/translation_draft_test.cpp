#include "tools/translation_draft.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "content/text_marks.hpp"
#include "parse/case_file.hpp"
#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

content::Record record_of(const std::string& text, const std::string& path) {
  Diagnostics found;
  parse::Document document = parse::parse_record(text, path, found);
  content::Record record;
  record.card = content::make_card(document.front, {}, path);
  record.front = std::move(document.front);
  record.body = std::move(document.body);
  for (const Diagnostic& finding : found.all()) {
    INFO(path << ": " << finding.message);
    CHECK(finding.severity != Severity::error);
  }
  return record;
}

const content::Node& translation_schema() {
  static const tools::Definitions definitions = [] {
    Diagnostics found;
    return tools::read_definitions("", found);
  }();
  return definitions.schema_trees.at("translation");
}

// Every text of the draft is that of the original behind the mark, and the other way round.
void check_draft(const std::string& text, const std::string& path) {
  CAPTURE(path);
  const content::Record original = record_of(text, path);
  const tools::TranslationDraft draft =
      tools::draft_translation(translation_schema(), original, text, "sw");
  CAPTURE(draft.text);
  CHECK(draft.no_place.empty());
  const content::Record translation = record_of(draft.text, "cases/kenya/wells.sw.md");
  const std::vector<content::RecordText> texts = content::texts_of(translation);
  std::size_t number = 0;
  for (const content::RecordText& one : content::texts_of(original)) {
    if (content::is_name(one.path)) continue;
    REQUIRE(number < texts.size());
    CHECK(texts[number].path == one.path);
    if (one.path != "body") CHECK(texts[number].value == "TO WRITE: " + one.value);
    ++number;
  }
  CHECK(number == texts.size());
  CHECK(translation.body.passages.size() == original.body.passages.size());
  CHECK(content::hashes_written(translation.front).size() == texts.size());
}

}  // namespace

TEST_CASE("a draft of a translation holds every text of its original") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(BARAZA_SOURCE_DIR) / "cases")) {
    const std::string path = entry.path().filename().string();
    if (!path.ends_with(".md") || path == "README.md" ||
        !content::name_of_path(path).language.empty())
      continue;
    std::ifstream file(entry.path(), std::ios::binary);
    check_draft({std::istreambuf_iterator<char>(file), {}}, "cases/kenya/" + path);
  }
}

TEST_CASE("a text reads back from a draft as it was, whatever it is") {
  const std::string_view texts[] = {
      "\"\"",
      "One word",
      "\"Two: words\"",
      "\"a\\tb\"",
      "\"ends in a space \"",
      "\"two  spaces in a text of more than seventy characters, folded otherwise\"",
      "\"one\\ntwo\"",
      "\"one\\n\\ntwo\\n\"",
      "\"one\\n  two\\n\\n\"",
      "\"one\\n\\tthree\"",
      "|\n  # one\n\n  - two\n  - three",
      ">-\n  A text of over seventy characters that is folded, and has: signs # in it, too.",
      "\"काल कला एक बहुत लंबा वाक्य जो सत्तर अक्षरों से अधिक लंबा है और इसलिए मोड़ा जाएगा, ठीक है\"",
  };
  for (const std::string_view text : texts) {
    CAPTURE(std::string(text));
    check_draft(case_with("interests: " + std::string(text), {}), "cases/kenya/wells.md");
  }
}

TEST_CASE("the mark stands before the words of each passage") {
  struct Marked {
    std::string_view what, body, marked;
  };
  const Marked rows[] = {
      {"paragraphs of several lines", "One\ntwo.\n\nThree.\n",
       "TO WRITE: One\ntwo.\n\nTO WRITE: Three.\n"},
      {"headings", "## A\n\nB\n===\n", "## TO WRITE: A\n\nTO WRITE: B\n===\n"},
      {"lists", "- one\n- two\n\n1. three\n2) four\n",
       "- TO WRITE: one\n- TO WRITE: two\n\n1. TO WRITE: three\n2) TO WRITE: four\n"},
      {"quotes", "> - one\n> - two\n", "> - TO WRITE: one\n> - TO WRITE: two\n"},
      {"tables", "| a | b |\n|---|---|\n| c | d |\n",
       "| TO WRITE: a | b |\n|---|---|\n| TO WRITE: c | d |\n"},
      {"footnotes", "One.[^1]\n\n[^1]: Two.\n", "TO WRITE: One.[^1]\n\n[^1]: TO WRITE: Two.\n"},
      {"emphasis, links and numbers are words",
       "**One** two.\n\n[a](b.md) c\n\n2016 was wet.\n",
       "TO WRITE: **One** two.\n\nTO WRITE: [a](b.md) c\n\nTO WRITE: 2016 was wet.\n"},
      {"code and comments stay",
       "```\nx\n```\n\n<!-- baraza-disable-next-line E181 because so -->\n\nOne.\n",
       "```\nx\n```\n\n<!-- baraza-disable-next-line E181 because so -->\n\nTO WRITE: One.\n"},
  };
  for (const Marked& row : rows) {
    CAPTURE(row.what);
    const std::string text = "---\ntitle: T\n---\n" + std::string(row.body);
    const content::Record record = record_of(text, "cases/kenya/wells.md");
    CHECK(tools::mark_passages(row.body, 4, record.body.passages) == row.marked);
  }
}

}  // namespace baraza::test
