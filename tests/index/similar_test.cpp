#include "index/similar.hpp"

#include <string>
#include <vector>

#include "small_bank.hpp"

namespace baraza::index {
namespace {

std::size_t number_of(const Index& index, const std::string& id) {
  const Result<std::optional<std::size_t>> number = index.find_number(id);
  REQUIRE((number && *number));
  return **number;
}

// The hits, each with what it shares: `id(words; terms; insights)`.
std::string similar_to(const Index& index, const std::string& id,
                       SimilarQuestion question = {}) {
  question.number = number_of(index, id);
  const Result<Similar> similar = find_similar(index, question);
  if (!similar) return similar.error().message;
  std::string text;
  for (const SimilarHit& one : similar->hits) {
    text += (text.empty() ? "" : " ") + one.hit.entry.id + "(";
    for (const std::string& word : one.words) text += word + " ";
    for (const Where& term : one.terms) text += term.facet + "=" + term.term + " ";
    for (const std::string& insight : one.insights) text += "[" + insight + "] ";
    if (text.back() == ' ') text.pop_back();
    text += ")";
  }
  return text;
}

SmallBank make_bank() {
  SmallBank small = make_small_bank();
  content::Record& radio =
      small.add_case("radio-village", "A village that asked on the radio", "ghana", "education",
                     {"Teachers answered on the radio."});
  SmallBank::add_lesson(radio, "on-air", "Reports on the radio are answered sooner");
  content::Record& roof = small.add_case("roof", "A roof for a school", "south-africa",
                                         "education", {"Teachers paid."});
  SmallBank::add_lesson(roof, "coach", "Coaching of teachers stops when visits stop");
  return small;
}

TEST_CASE("a record is like those that share its telling words, terms and insights") {
  SmallBank small = make_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  // Most records here have teachers, so these tell nothing apart.
  CHECK(similar_to(index, "reading#coaching") ==
        "roof#coach(visits coaching school sectors=education)");
  // The record, its case and its other lessons are never like it.
  CHECK(similar_to(index, "reading#coaching").find("reading") == std::string::npos);
  CHECK(similar_to(index, "reading#coaching", {.kinds = {Kind::case_study}}) ==
        "roof(school sectors=education)");
}

TEST_CASE("others are those who have none of the record's terms, but some") {
  SmallBank small = make_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  const std::string all = similar_to(index, "water-points#answer");
  CHECK(all.find("radio-village#on-air") != std::string::npos);
  const std::string others =
      similar_to(index, "water-points#answer", {.others = {"countries"}});
  CHECK(others.find("radio-village") == std::string::npos);
  // An insight has no country, so it is no other country's.
  CHECK(similar_to(index, "water-points#answer",
                   {.kinds = {Kind::insight}, .others = {"country"}})
            .empty());
  CHECK(similar_to(index, "water-points#answer", {.others = {"land"}}) ==
        "there is no facet `land`");
  CHECK(similar_to(index, "water-points#answer", {.where = {{"country", "kenia"}}}) ==
        "there is no `kenia` in countries");
}

TEST_CASE("lessons that one insight rests on are like each other without a word in common") {
  SmallBank small = make_bank();
  small.records.at("cases/insight-one.md").card.rests_on = {
      {.lesson = "water-points#answer", .stance = "supports"},
      {.lesson = "reading#books", .stance = "contradicts"}};
  const Folder folder;
  const Index index = open_index(small, folder);
  CHECK(similar_to(index, "reading#books").starts_with("water-points#answer("));
  CHECK(similar_to(index, "reading#books").find("[Feedback must be answered]") !=
        std::string::npos);
}

TEST_CASE("what is like a record does not depend on the number of shards") {
  SmallBank small = make_bank();
  const Folder one;
  const Folder many;
  const Index first = open_index(small, one, {.shards = 1});
  const Index second = open_index(small, many, {.shards = 8});
  for (std::size_t i = 0; i < first.size(); ++i) {
    SimilarQuestion question{.number = i,
                             .kinds = {Kind::lesson, Kind::case_study, Kind::digest}};
    const Result<Similar> a = find_similar(first, question);
    const Result<Similar> b = find_similar(second, question);
    REQUIRE((a && b));
    CHECK(a->words == b->words);
    CHECK(a->total == b->total);
    REQUIRE(a->hits.size() == b->hits.size());
    for (std::size_t h = 0; h < a->hits.size(); ++h) {
      CHECK(a->hits[h].hit.entry.id == b->hits[h].hit.entry.id);
      CHECK(a->hits[h].hit.score == b->hits[h].hit.score);
      CHECK(a->hits[h].words == b->hits[h].words);
    }
  }
}

TEST_CASE("a shared term brings records nearer") {
  SmallBank small = make_bank();
  SmallBank bare = make_bank();
  bare.records.at("cases/roof.md").card.lessons[0].terms["sectors"] = {"water"};
  const Folder with;
  const Folder without;
  const Index shared = open_index(small, with);
  const Index apart = open_index(bare, without);
  const auto score = [](const Index& index) {
    const Result<Similar> similar =
        find_similar(index, {.number = number_of(index, "reading#coaching")});
    REQUIRE(similar.has_value());
    for (const SimilarHit& one : similar->hits)
      if (one.hit.entry.id == "roof#coach") return one.hit.score;
    return 0.0;
  };
  CHECK(score(shared) > score(apart) + 0.2);
}

}  // namespace
}  // namespace baraza::index
