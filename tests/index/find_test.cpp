#include "index/find.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("find ranks by words, narrows by signs and lists without words") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string_view text, ids;
  };
  const Row rows[] = {
      {"teachers coaching", "reading#coaching reading water-points"},
      {"radio", "digest-one"},
      {"RADIOS", "digest-one"},
      {"the radio of the", "digest-one"},
      {"when", "water-points#answer"},
      {"village-level", "reading water-points"},
      {"villagelevel", "reading"},
      {"\"text messages\"", "water-points"},
      {"\"messages text\"", ""},
      {"\"village level\" OR radio", "digest-one reading"},
      {"+teachers +classrooms", "reading#coaching reading"},
      {"teachers -classrooms", "water-points"},
      {"coach*", "reading#coaching reading"},
      {"=teacher", ""},
      {"=teachers -country:kenya", "water-points"},
      {"teachers country:kenya", "reading#coaching reading"},
      {"teachers country:Ghana", "water-points"},
      {"teachers countries:(kenya ghana) -kind:case", "reading#coaching"},
      {"teachers year:2012..2013", "reading#coaching reading"},
      {"teachers year:2030", "water-points"},
      {"teachers year:..2010", ""},
      {"title:reading", "reading"},
      {"+(radio OR answers) -(guide -music)", "water-points#answer insight-one"},
      {"***", ""},
      {"country:\"south africa\"", ""},
      {"sector:water", "water-points water-points#answer"},
      {"",
       "water-points water-points#answer reading reading#books reading#coaching digest-one "
       "insight-one"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ids_of(index, {.text = std::string(row.text)}) == row.ids);
  }
}

TEST_CASE("find filters by facets and kinds and counts what is left") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  const auto counts_of = [&](const Question& question) {
    const Result<Hits> hits = find(index, question);
    REQUIRE(hits.has_value());
    std::string text = std::to_string(hits->total);
    for (const FacetCount& facet : hits->facets) {
      if (facet.field == "language" || facet.field == "year") continue;
      for (const TermCount& term : facet.terms)
        text += " " + term.label + "=" + std::to_string(term.count);
    }
    return text;
  };
  CHECK(counts_of({.text = "teachers"}) ==
        "3 Kenya=2 Ghana=1 Education=2 Water=1 case=2 lesson=1");
  CHECK(counts_of({.text = "teachers", .where = {{"country", "kenya"}}}) ==
        "2 Kenya=2 Ghana=1 Education=2 case=1 lesson=1");
  CHECK(counts_of(
            {.text = "teachers", .where = {{"countries", "Kenya"}, {"country", "ghana"}}}) ==
        "3 Kenya=2 Ghana=1 Education=2 Water=1 case=2 lesson=1");
  CHECK(counts_of({.text = "teachers", .where = {{"country", "kenya"}, {"sector", "water"}}}) ==
        "0 Ghana=1 Education=2");
  CHECK(counts_of({.text = "teachers", .kinds = {Kind::lesson}}) ==
        "1 Kenya=1 Education=1 case=2 lesson=1");
  CHECK(counts_of({.text = "teachers", .limit = 0}) ==
        "3 Kenya=2 Ghana=1 Education=2 Water=1 case=2 lesson=1");
  CHECK(counts_of({.where = {{"country", "RSA"}}}).starts_with("0 "));
  CHECK(ids_of(index, {.kinds = {Kind::insight, Kind::digest}}) == "digest-one insight-one");
  CHECK(ids_of(index, {.text = "teachers country:kenya,ghana"}) ==
        ids_of(index, {.text = "teachers country:(kenya ghana)"}));
  CHECK(ids_of(index, {.where = {{"country", "kenya,ghana"}}}) ==
        ids_of(index, {.where = {{"country", "kenya"}, {"country", "ghana"}}}));
}

TEST_CASE("find names the facet or term that was meant") {
  SmallBank small = make_small_bank();
  small.bank.vocabularies.lists["countries"].terms.push_back(
      {.id = "coasts", .alt = {"the coast line"}});
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    Where where;
    std::string_view message, hint;
  };
  const Row rows[] = {
      {{"county", "kenya"}, "there is no facet `county`", "did you mean `country`?"},
      {{"country", "kenia"}, "there is no `kenia` in countries", "did you mean `kenya`?"},
      {{"country", "africa"},
       "there is no `africa` in countries",
       "did you mean `south-africa`?"},
      {{"country", "coast"}, "there is no `coast` in countries", "did you mean `coasts`?"},
      {{"country", "fric"}, "there is no `fric` in countries", ""},
      {{"country", "zzzzzzzz"}, "there is no `zzzzzzzz` in countries", ""},
      {{"country", "a; b"}, "there is no `a; b` in countries", ""},
      {{"country", "ken; ya"}, "there is no `ken; ya` in countries", "did you mean `kenya`?"},
      {{"kind", "a; b"},
       "there is no kind `a; b`",
       "the kinds are case, lesson, insight, digest"},
      {{"language", "a; b"}, "nothing is written in `a; b`", "the languages are en"},
      {{"year", "a; b"}, "`year:a; b` is no year", "write `year:2015` or `year:2010..2015`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Result<Hits> hits = find(index, {.where = {row.where}});
    REQUIRE_FALSE(hits.has_value());
    CHECK(hits.error().rule == "usage");
    CHECK(hits.error().message == row.message);
    CHECK(hits.error().hint == row.hint);
  }
  const Result<Hits> noted = find(index, {.text = "country:kenia year:soon"});
  REQUIRE(noted.has_value());
  CHECK(noted->hits.empty());
  CHECK(noted->notes == std::vector<std::string>{
                            "there is no `kenia` in countries; did you mean `kenya`?",
                            "`year:soon` is no year; write `year:2015` or `year:2010..2015`"});
}

TEST_CASE("a hit says what it is, where it stands and why it was found") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  const Result<Hits> hits = find(index, {.text = "classroom visits teachers", .limit = 1});
  REQUIRE(hits.has_value());
  REQUIRE(hits->hits.size() == 1);
  const Hit& hit = hits->hits[0];
  CHECK(hit.entry.id == "reading#coaching");
  CHECK(hit.entry.case_title == "Early reading in every school");
  CHECK(hit.entry.basis == std::vector<std::string>{"experiment"});
  CHECK(hit.entry.terms.at("countries") == std::vector<std::string>{"kenya"});
  CHECK(hit.title == "Coaching teachers works where visits are kept");
  CHECK(hit.excerpt.text == "Visits to classrooms were tracked on tablets.");
  std::string marked;
  for (const Range& range : hit.excerpt.ranges)
    marked += "[" + hit.excerpt.text.substr(range.offset, range.length) + "]";
  for (const Range& range : hit.title_ranges)
    marked += "[" + hit.title.substr(range.offset, range.length) + "]";
  CHECK(marked == "[Visits][classrooms][teachers][visits]");
  CHECK(hits->total == 3);
  CHECK(hits->exact);
}

TEST_CASE("hits come by relevance or newest first, and the same ones either way") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  CHECK(ids_of(index, {.text = "teachers answers"}) ==
        "water-points#answer insight-one reading#coaching water-points reading");
  CHECK(ids_of(index, {.text = "teachers answers", .order = Order::newest}) ==
        "water-points#answer water-points reading#coaching reading insight-one");
  const Result<Hits> page = find(
      index, {.text = "teachers answers", .limit = 2, .offset = 1, .order = Order::newest});
  REQUIRE(page.has_value());
  CHECK(page->total == 5);
  REQUIRE(page->hits.size() == 2);
  CHECK(page->hits[0].entry.id == "water-points");
  CHECK(page->hits[0].rank == 2);
  CHECK(page->hits[0].score > 0);
}

// Each group as `label[total: its hits' ids with their ranks]`.
std::string groups_of(const Index& index, const Question& question) {
  const Result<Hits> hits = find(index, question);
  if (!hits) return hits.error().message + "; " + hits.error().hint;
  std::string text;
  for (const Group& group : hits->groups) {
    text += (text.empty() ? "" : " ") + group.label + "[" + std::to_string(group.total) + ":";
    for (const std::size_t hit : group.hits)
      text += " " + std::to_string(hits->hits[hit].rank) + "=" + hits->hits[hit].entry.id;
    text += "]";
  }
  return text + " of " + std::to_string(hits->all_groups);
}

TEST_CASE("hits are put together by case or by the terms of a facet") {
  SmallBank small = make_small_bank();
  small.records.at("cases/water-points.md").card.terms["countries"] = {"ghana", "kenya"};
  const Folder folder;
  const Index index = open_index(small, folder);
  const std::string water = "Reporting broken water points",
                    read = "Early reading in every school";
  CHECK(groups_of(index, {.text = "teachers answers", .group = "case"}) ==
        water + "[2: 1=water-points#answer 4=water-points] [1: 2=insight-one] " + read +
            "[2: 3=reading#coaching 5=reading] of 3");
  CHECK(groups_of(index, {.text = "teachers answers", .group = "case", .group_limit = 1}) ==
        water + "[2: 1=water-points#answer] [1: 2=insight-one] " + read +
            "[2: 3=reading#coaching] of 3");
  CHECK(groups_of(index, {.text = "teachers", .limit = 1, .offset = 1, .group = "country"}) ==
        "Ghana[1: 2=water-points] of 2");
  CHECK(groups_of(index, {.text = "teachers", .group = "countries"}) ==
        "Kenya[3: 1=reading#coaching 2=water-points 3=reading] Ghana[1: 2=water-points] of 2");
  CHECK(groups_of(index, {.text = "zebra", .group = "case"}) == " of 0");
  CHECK(groups_of(index, {.text = "x", .group = "land"}) ==
        "nothing can be put together by `land`; the ways are case, country, sector");
}

TEST_CASE("a lesson's hit says how its insights stand, each case counted once") {
  SmallBank small = make_small_bank();
  SmallBank::add_lesson(small.records.at("cases/water-points.md"), "radio", "Use the radio");
  small.records.at("cases/insight-one.md").card.rests_on = {
      {.lesson = "water-points#answer", .stance = "supports"},
      {.lesson = "water-points#radio", .stance = "partly"},
      {.lesson = "reading#coaching", .stance = "limits"},
      {.lesson = "nowhere#lesson", .stance = "contradicts"}};
  const Folder folder;
  const Index index = open_index(small, folder);
  const Result<Hits> hits = find(index, {.text = "coaching", .limit = 1});
  REQUIRE(hits.has_value());
  REQUIRE(hits->hits[0].insights.size() == 1);
  const CountedStanding& counted = hits->hits[0].insights[0];
  CHECK(counted.standing.insight == "insight-one");
  CHECK(counted.standing.stance == "limits");
  CHECK(counted.tally == Tally{.supporting = 1, .against = 1});
  CHECK(counted.tally.is_disputed());
  const Result<Hits> insight = find(index, {.text = "feedback", .limit = 1});
  REQUIRE(insight.has_value());
  CHECK(insight->hits[0].tally == counted.tally);

  small.records.at("cases/insight-one.md").card.rests_on[1].stance = "contradicts";
  const Folder other;
  const Index again = open_index(small, other);
  const Result<std::optional<Entry>> entry = again.find_entry("insight-one");
  REQUIRE((entry && *entry));
  const Result<std::vector<Stand>> stands = stands_of(again, **entry);
  REQUIRE(stands.has_value());
  CHECK(tally_of(*stands) == Tally{.against = 1, .both = 1});
  CHECK((*stands)[1].lessons.size() == 2);
}

TEST_CASE("find replaces words it does not know, and says so") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  const Result<Hits> hits = find(index, {.text = "techers radoi"});
  REQUIRE(hits.has_value());
  CHECK(hits->replaced ==
        std::vector<Replacement>{{"techers", "teachers"}, {"radoi", "radio"}});
  CHECK(hits->total == 4);
  CHECK(ids_of(index, {.text = "radoi", .correct = false}).empty());
  CHECK(ids_of(index, {.text = "\"radoi\""}).empty());
  CHECK(ids_of(index, {.text = "=radoi"}).empty());
  CHECK(ids_of(index, {.text = "2020"}).empty());
  CHECK(ids_of(index, {.text = "radio -comunity"}) == "digest-one");
  const Result<Hits> title = find(index, {.text = "title:(raeding OR gudie) -title:radoi"});
  REQUIRE(title.has_value());
  CHECK(title->replaced ==
        std::vector<Replacement>{{"raeding", "reading"}, {"gudie", "guide"}});
  CHECK(title->total == 2);
  CHECK(ids_of(index, {.text = "title:raeding", .correct = false}).empty());
  // A stop word would find everything.
  const Result<Hits> stop = find(index, {.text = "+teh radio"});
  REQUIRE(stop.has_value());
  CHECK(stop->replaced.empty());
  CHECK(stop->total == 0);
}

TEST_CASE("a document is found in every language it is told in, and shown in the reader's") {
  SmallBank small = make_small_bank();
  small.bank.settings.languages = {"en", "sw"};
  content::Record& translation = small.add("reading.sw", "Kusoma katika kila shule");
  translation.card.kind = content::RecordKind::translation;
  translation.card.language = "sw";
  translation.card.translation_of = "reading";
  translation.body.passages = {{.text = "Walimu walitembelewa darasani.", .line = 8}};
  SmallBank::add_lesson(translation, "coaching", "Kuwatembelea walimu hufanya kazi");
  const Folder folder;
  const Index index = open_index(small, folder);

  CHECK(ids_of(index, {.text = "mwalimu"}) == "reading#coaching reading");
  const Result<Hits> hits = find(index, {.text = "mwalimu", .languages = {"sw"}});
  REQUIRE(hits.has_value());
  CHECK(hits->hits[0].title == "Kuwatembelea walimu hufanya kazi");
  CHECK(hits->hits[0].language == "sw");
  CHECK(hits->hits[1].excerpt.text == "Walimu walitembelewa darasani.");
  REQUIRE(hits->hits[1].excerpt.ranges.size() == 1);
  CHECK(hits->hits[1].excerpt.ranges[0] == Range{0, 6});
  const Result<Hits> english = find(index, {.text = "teachers", .languages = {"fr"}});
  REQUIRE(english.has_value());
  CHECK(english->hits[0].language == "en");
  CHECK(ids_of(index, {.text = "language:sw"}) == "reading reading#coaching");
}

TEST_CASE("a long text is searched as words, whatever it quotes") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  std::string text = "\"no such phrase\" radio ";
  for (int i = 0; i < 40; ++i) text += "word ";
  const Result<Hits> hits = find(index, {.text = text});
  REQUIRE(hits.has_value());
  CHECK(hits->total == 1);
  CHECK(hits->notes == std::vector<std::string>{
                           "in so long a query, quoted words are not required as a phrase"});
}

TEST_CASE("any bytes are a question") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  for (const std::string& text :
       {bytes, std::string(100000, '('), std::string(100000, '"'), std::string(5000, '-'),
        std::string("a\0b", 3), std::string(8'000'000, 'z'), std::string("the of and"),
        std::string("\x1B[2J"), std::string(300, 'q') + "*"}) {
    const Result<Hits> hits =
        find(index, {.text = text, .offset = static_cast<std::size_t>(-1)});
    CHECK(hits.has_value());
  }
}

// 200 documents of few words, so that many scores are equal.
SmallBank make_equal_bank() {
  SmallBank small;
  const std::vector<std::string> words = {"river", "school", "market", "health", "road"};
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string id = "case-" + std::to_string(i);
    small.add_case(
        id, "About the " + words[i % 5], i % 2 == 0 ? "kenya" : "ghana", "water",
        {words[(i / 5) % 5] + " and " + words[(i / 25) % 5] + " word" + std::to_string(i % 13),
         "The " + words[(i / 7) % 5] + " council met"});
  }
  return small;
}

TEST_CASE("one database and eight give the same hits in the same order, page by page") {
  SmallBank small = make_equal_bank();
  const Folder one_folder;
  const Folder eight_folder;
  const Index one = open_index(small, one_folder, {.shards = 1});
  const Index eight = open_index(small, eight_folder, {.shards = 8, .flush_bytes = 500});
  for (const std::string text :
       {"river", "river school", "market OR road", "\"council met\" health", "riv* +school",
        "schools -market", "river country:kenya", "", "council", "ro* he* ri* sch* ma*",
        "word1*"}) {
    CAPTURE(text);
    const Result<Hits> all = find(one, {.text = text, .limit = 1000});
    REQUIRE(all.has_value());
    CHECK(all->hits.size() == all->total);
    std::size_t seen = 0;
    for (std::size_t offset = 0; offset < all->hits.size() + 7; offset += 7) {
      const Result<Hits> page = find(eight, {.text = text, .limit = 7, .offset = offset});
      REQUIRE(page.has_value());
      CHECK(page->total == all->total);
      CHECK(page->exact);
      for (const Hit& hit : page->hits) {
        CHECK(hit.entry.id == all->hits[seen].entry.id);
        CHECK(hit.score == all->hits[seen].score);
        ++seen;
      }
      const Result<Hits> first = find(one, {.text = text, .limit = 7, .offset = offset});
      REQUIRE(first.has_value());
      CHECK(first->facets == page->facets);
    }
    CHECK(seen == all->hits.size());
  }
}

TEST_CASE("a score is the same with a filter and without") {
  SmallBank small = make_equal_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  for (const std::string text : {"river school", "\"council met\" river", "sch* road"}) {
    CAPTURE(text);
    const Result<Hits> all = find(index, {.text = text, .limit = 1000});
    const Result<Hits> some =
        find(index, {.text = text, .where = {{"country", "kenya"}}, .limit = 1000});
    REQUIRE(all.has_value());
    REQUIRE(some.has_value());
    CHECK(some->total > 0);
    std::map<std::string, double> scores;
    for (const Hit& hit : all->hits) scores[hit.entry.id] = hit.score;
    for (const Hit& hit : some->hits) CHECK(scores[hit.entry.id] == hit.score);
  }
}

}  // namespace
}  // namespace baraza::index
