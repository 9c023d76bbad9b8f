#include "index/explain.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "small_bank.hpp"

namespace baraza::index {
namespace {

std::string shown(const Explanation& told) {
  std::string text;
  for (const ExplainedWord& word : told.words) {
    text += word.word + (word.typed.empty() ? "" : "<" + word.typed);
    text += "=" + std::to_string(word.records) + " ";
  }
  const auto list = [&](std::string_view name, const std::vector<std::string>& words) {
    if (!words.empty()) text += std::string(name) + "[";
    for (const std::string& word : words) text += word + (&word == &words.back() ? "] " : " ");
  };
  for (const Expansion& one : told.expansions) list(one.of + "~" + one.source, one.names);
  list("out", told.left_out);
  list("must", told.required);
  list("not", told.excluded);
  list("only", told.filters);
  if (!text.empty()) text.pop_back();
  return text;
}

TEST_CASE("a query is explained as it was understood") {
  SmallBank small = make_small_bank();
  small.bank.synonyms = {{.names = {"pupil", "learner"}}};
  small.bank.vocabularies.lists["sectors"].terms[0].alt = {"literacy"};
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string_view text, told;
  };
  const Row rows[] = {
      {"teachers", "teachers=3"},
      {"the techers of the radio", "teachers<techers=3 radio=1 out[the of]"},
      {"learners", "learners=0 learners~synonyms[pupil]"},
      {"literacy", "literacy=0 literacy~sectors[Education Elimu]"},
      {"teach* =visits", "teach=3 visits=1"},
      {"radio country:kenya -\"text messages\"",
       "radio=1 not[\"text messages\"] only[country:kenya]"},
      {"+teachers \"early reading\" (radio OR +guide)",
       "teachers=3 early=3 reading=3 radio=1 guide=1 must[teachers \"early reading\"]"},
      {"year:2015 kind:lessons", "only[kind:lesson year:2015]"},
      {"+country:kenya", "must[country:kenya]"},
      {"the of", "the=2 of=0"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<Hits> hits = find(index, {.text = std::string(row.text), .explain = true});
    REQUIRE(hits.has_value());
    REQUIRE(hits->explanation.has_value());
    CHECK(shown(*hits->explanation) == row.told);
  }
  CHECK_FALSE(find(index, {.text = "teachers"})->explanation.has_value());
}

TEST_CASE("what the parts gave adds up to the score") {
  SmallBank small = make_small_bank();
  small.bank.synonyms = {{.names = {"pupil", "learner"}}, {.names = {"classroom", "school"}}};
  const Folder folder;
  const Index index = open_index(small, folder);
  for (const std::string text :
       {"teachers coaching visits", "teach* =visits", "learners in classrooms",
        "\"text messages\" teachers country:ghana", "village-level committees",
        "coaching coaching coaching"}) {
    CAPTURE(text);
    const Result<Hits> hits = find(index, {.text = text, .explain = true});
    REQUIRE(hits.has_value());
    CHECK(!hits->hits.empty());
    for (const Hit& hit : hits->hits) {
      double sum = 0;
      double before = 1e9;
      for (const Gave& gave : hit.gave) {
        CHECK(gave.score >= gave.title + gave.exact);
        CHECK(gave.score <= before);
        before = gave.score;
        sum += gave.score;
      }
      CHECK(std::abs(sum - hit.score) < 1e-6 * (1 + hit.score));
    }
  }
}

std::string shown(const NothingFound& help) {
  std::string text;
  for (const NothingFound::Near& one : help.near) {
    text += one.word + "~";
    for (const std::string& word : one.words) text += word + ",";
    text += " ";
  }
  for (const NothingFound::Without& one : help.without)
    text += "without " + one.what + "=" + std::to_string(one.total) + " ";
  if (!help.language.empty())
    text += "in " + help.language + "=" + std::to_string(help.in_language) + " ";
  if (!text.empty()) text.pop_back();
  return text;
}

TEST_CASE("where nothing is found, it is said what would be") {
  SmallBank small = make_small_bank();
  content::Record& translation = small.add("reading.sw", "Kusoma katika kila shule");
  translation.card.kind = content::RecordKind::translation;
  translation.card.language = "sw";
  translation.card.translation_of = "reading";
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string_view text, help;
  };
  const Row rows[] = {
      {"xylophone", "xylophone~"},
      {"photosynthesis classrum country:ghana", "photosynthesis~ classrum~classrooms,"},
      {"radio country:kenya", "without country:kenya=1"},
      {"radio country:kenya kind:insight", "without country:kenya kind:insight=1"},
      {"radio country:kenya kind:digest", "without country:kenya=1"},
      {"\"messages text\"", "without \"messages text\"=1"},
      {"+radio +teachers", "without +radio +teachers=4"},
      {"+radio +teachers kind:insight country:kenya",
       "without +radio +teachers country:kenya kind:insight=4"},
      {"title:xylophone", "xylophone~"},
      {"title:committees", ""},
      {"title:xylophone xylophone radio", "xylophone~ without +title:xylophone=1"},
      {"radio -title:xylophone kind:case", "without kind:case=1"},
      {"habari za ndege na meli", "habari~ ndege~ meli~ in sw=1"},
      {"zzqq son", "zzqq~ son~"},
      {"qwx ya", "qwx~"},
      {"हवाई जहाज", "हवाई~ जहाज~ in hi=0"},
      {"radio -radio", ""},
      {"year:1900", "without year:1900=7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<Hits> hits = find(index, {.text = std::string(row.text)});
    REQUIRE(hits.has_value());
    CHECK(hits->total == 0);
    REQUIRE(hits->nothing_found.has_value());
    CHECK(shown(*hits->nothing_found) == row.help);
  }
  const Result<Hits> typed = find(index, {.text = "radoi", .correct = false});
  REQUIRE(typed.has_value());
  CHECK(shown(*typed->nothing_found) == "radoi~radio,");
  // A label that records have too is told once.
  const Result<Hits> label = find(index, {.text = "wataer", .correct = false});
  REQUIRE(label.has_value());
  CHECK(shown(*label->nothing_found) == "wataer~water,");
  const Result<Hits> title = find(index, {.text = "title:radoi", .correct = false});
  REQUIRE(title.has_value());
  CHECK(shown(*title->nothing_found) == "radoi~radio,");
  CHECK_FALSE(find(index, {.text = "radio"})->nothing_found.has_value());
}

}  // namespace
}  // namespace baraza::index
