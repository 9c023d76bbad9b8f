// The hashes that a check offers to write, in front matter as people write it.
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "content/text_marks.hpp"
#include "parse/case_file.hpp"
#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

content::Node front_of(const std::string& text) {
  Diagnostics found;
  parse::Document document = parse::parse_record(text, "cases/kenya/wells.sw.md", found);
  CHECK(found.empty());
  return document.front;
}

}  // namespace

TEST_CASE("hashes are written where they are read again, and nothing else changes") {
  const std::string_view endings[] = {
      "title: Visima\n",
      "title: Visima  # kichwa\n# mwisho\n\n",
      "summary: >-\n  Vijiji vilitunza\n  visima vyao.\n",
      "summary: |\n  Vijiji.\n\n  Visima.\n\n",
      "summary: \"Vijiji vilitunza\n  visima vyao.\"\n",
      "translators: [\n  Amina\n]\n",
      "transfer: {needs: [maji]}\n",
      "source_hashes:\n  title: \"00000000000000ff\"\n",
      "source_hashes:\n    title: \"00000000000000ff\"  # kichwa\nsummary: Vijiji.\n",
      "source_hashes: {title: \"00000000000000ff\"}\nsummary: Vijiji.\n",
      "source_hashes: {\n  title: \"00000000000000ff\"\n}\n",
      "source_hashes: {}\nsummary: Vijiji.\n",
      "source_hashes:\nsummary: Vijiji.\n",
      "summary: Vijiji.\nsource_hashes:\n",
  };
  const std::vector<content::TextMark> missing = {{"body", 1, {}},
                                                  {"lessons/pay-first/claim", 0xABC, {}},
                                                  {"rests_on/wells#pay-first/why", 3, {}}};
  for (const std::string_view ending : endings) {
    CAPTURE(std::string(ending));
    const std::string text =
        "---\nschema: translation/1\n" + std::string(ending) + "---\n\nVisima.\n";
    const content::Node before = front_of(text);
    const content::HashPlace place = content::find_hash_place(before);
    REQUIRE(place.style != content::HashPlace::Style::none);
    const std::string after =
        edited(text, {{.span = place.at, .text = content::hash_lines(place, missing)}});
    CAPTURE(after);
    const content::Node front = front_of(after);
    std::vector<content::TextMark> expected = content::hashes_written(before);
    expected.insert(expected.end(), missing.begin(), missing.end());
    const std::vector<content::TextMark> written = content::hashes_written(front);
    REQUIRE(written.size() == expected.size());
    for (const content::TextMark& mark : expected)
      CHECK(std::any_of(written.begin(), written.end(), [&](const content::TextMark& one) {
        return one.path == mark.path && one.hash == mark.hash;
      }));
    for (const content::Key& key : before.keys)
      if (key.name != "source_hashes")
        CHECK(same_value(*front.find(key.name), *before.find(key.name)));
  }
}

}  // namespace baraza::test
