// A query as long as may be is answered soon: what takes time is bounded, and said.
#include <string>
#include <vector>

#include "index/plan.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("in a query of many words that no record has, the first are checked for slips") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  std::string text;
  for (char c = 'a'; c < 'a' + 15; ++c) text += "zzz" + std::string(3, c) + "qq ";
  const Result<Hits> few = find(index, {.text = text + text + "techers"});
  REQUIRE(few.has_value());
  CHECK(few->replaced == std::vector<Replacement>{{"techers", "teachers"}});
  CHECK(few->notes.empty());
  const Result<Hits> many = find(index, {.text = text + text + "zzzzzz techers techers radio"});
  REQUIRE(many.has_value());
  CHECK(many->replaced.empty());
  CHECK(many->total == 1);
  CHECK(many->notes ==
        std::vector<std::string>{
            "only the first 16 words that no record has were checked for slips"});
}

// A bank that has so many words of each of `beginnings`.
SmallBank make_bank_of_words(const std::vector<std::string>& beginnings, int words) {
  SmallBank small;
  std::string text;
  for (const std::string& begin : beginnings)
    for (int i = 0; i < words; ++i) text += begin + std::to_string(i) + "x ";
  small.add_case("words", "Title", "kenya", "water", {text});
  return small;
}

// How many words stand for those with `*`, and what is said of it.
std::string expanded_in(const Index& index, const std::string& text) {
  const Result<Plan> plan = make_plan(index, {.text = text});
  if (!plan) return plan.error().message;
  std::size_t words = 0;
  for (const AskedWord& asked : plan->asked) words += asked.expanded.size();
  std::string told = std::to_string(words);
  for (const std::string& note : plan->notes) told += "; " + note;
  return told;
}

TEST_CASE("words that begin alike are so many at most in a whole query") {
  std::vector<std::string> beginnings;
  for (char a = 'b'; a <= 'z'; ++a) beginnings.push_back(std::string(2, a));
  SmallBank small = make_bank_of_words(beginnings, 300);
  small.records.at("cases/words.md").card.summary = "aardvark aardwolf";
  const Folder folder;
  const Index index = open_index(small, folder);
  const auto first = [&](std::size_t count, const std::string& before) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += before + beginnings[i] + "* ";
    return text;
  };
  CHECK(expanded_in(index, "aard*") == "2");
  CHECK(expanded_in(index, "bb*") == "256; `bb*` stands for the first 256 words that begin so");
  CHECK(expanded_in(index, first(4, "")).starts_with("1024; `bb*` stands for the first 256 "));
  CHECK(expanded_in(index, "aard* " + first(20, "")) ==
        "1022; of so many words with `*`, each stands for the first 51 words that begin so");
  CHECK(expanded_in(index, "+(" + first(20, "+") + ") +(" + first(20, "") + ")") ==
        "1000; of so many words with `*`, each stands for the first 25 words that begin so");
  std::string same;
  for (int i = 0; i < 256; ++i) same += "bb* ";
  CHECK(expanded_in(index, same) ==
        "1024; of so many words with `*`, each stands for the first 4 words that begin so");
  CHECK(expanded_in(index, "title -(" + first(25, "") + ")") ==
        "0; of so many words with `*`, each stands for the first 40 words that begin so");
}

TEST_CASE("of a long phrase the first words are required in their order") {
  SmallBank small = make_small_bank();
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word" + std::to_string(i) + " ";
  small.add_case("long", "Title", "kenya", "water", {text});
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string what, text, ids;
    bool noted;
  };
  const std::string begin = text.substr(0, text.find("word32"));
  const Row rows[] = {
      {"all words", text, "long", true},
      {"32 words", begin, "long", false},
      {"another last word", begin + "radio", "long", true},
      {"another first word", "radio " + text, "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Result<Hits> hits = find(index, {.text = "\"" + row.text + "\""});
    REQUIRE(hits.has_value());
    std::string ids;
    for (const Hit& hit : hits->hits) ids += hit.entry.id;
    CHECK(ids == row.ids);
    CHECK((hits->notes == std::vector<std::string>{"of a phrase only the first 32 words are "
                                                   "required in their order"}) == row.noted);
  }
}

}  // namespace
}  // namespace baraza::index
