#include "index/origin.hpp"

#include <string>
#include <vector>

#include "base/files.hpp"
#include "index/before.hpp"
#include "index/damaged.hpp"
#include "index/standings.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("what a generation was made of is read back as it was written") {
  const Origin origin{.answers = "hash",
                      .language = "mark",
                      .definitions = {{"cases/bank.yaml", "1"}},
                      .files = {{"cases/a.md", "2"}, {"cases/b.md", ""}},
                      .groups = {{"a", "3", {{1, "4"}, {900, "5"}}}, {"b", "6", {}}},
                      .terms = {{"countries", {{"kenya", 2}}}},
                      .packed = {8192, 0}};
  const std::string bytes = encode(origin);
  const Result<Origin> back = decode_origin(bytes);
  REQUIRE(back.has_value());
  CHECK(*back == origin);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(decode_origin(std::string_view(bytes).substr(0, size)).has_value());
}

TEST_CASE("changes between two lists of files are told by path") {
  using Kind = Change::Kind;
  struct Row {
    std::string what;
    std::vector<FileHash> before, now;
    std::vector<Change> changes;
  };
  const Row rows[] = {
      {"nothing", {}, {}, {}},
      {"the same", {{"a", "1"}}, {{"a", "1"}}, {}},
      {"one of each kind",
       {{"a", "1"}, {"b", "1"}, {"d", "1"}},
       {{"a", "2"}, {"c", "1"}, {"d", "1"}},
       {{Kind::changed, "a"}, {Kind::removed, "b"}, {Kind::added, "c"}}},
      {"all gone", {{"a", "1"}, {"b", "1"}}, {}, {{Kind::removed, "a"}, {Kind::removed, "b"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(find_changes(row.before, row.now) == row.changes);
  }
}

TEST_CASE("it is said why everything is indexed anew") {
  const std::string mark = language_mark();
  CHECK(mark == language_mark());
  struct Row {
    std::string language;
    std::vector<FileHash> before, now;
    std::string why;
  };
  const Row rows[] = {
      {mark, {{"a", "1"}}, {{"a", "1"}}, ""},
      {mark, {{"a", "1"}}, {{"a", "2"}}, "`a` has changed"},
      {mark, {{"a", "1"}}, {}, "`a` is gone"},
      {mark, {}, {{"a", "1"}}, "`a` is new"},
      {mark, {{"a", "1"}, {"b", "1"}}, {{"c", "1"}}, "`a` and 2 more have changed"},
      {"other", {}, {}, "this baraza makes words of texts in another way than the one before"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Origin origin{.language = row.language, .definitions = row.before};
    CHECK(why_anew(origin, {.definitions = row.now}) == row.why);
  }
}

TEST_CASE("records stand with their translations, and have one hash together") {
  using Kind = content::RecordKind;
  std::vector<Source> records = {
      {.path = "b.md", .id = "b", .hash = "1"},
      {.path = "a.sw.md",
       .id = "a",
       .kind = Kind::translation,
       .translation_of = "a",
       .hash = "2"},
      {.path = "a.md", .id = "a", .kind = Kind::insight, .hash = "3"},
      {.path = "z/a.md", .id = "a", .hash = "4"},
      {.path = "x.pt.md",
       .id = "x",
       .kind = Kind::translation,
       .translation_of = "x",
       .hash = "5"}};
  const std::vector<RecordGroup> groups = make_record_groups(records);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].id == "a");
  CHECK(groups[0].paths == std::vector<std::string>{"a.md", "a.sw.md"});
  CHECK(groups[1].paths == std::vector<std::string>{"b.md"});
  for (const std::size_t i : {1U, 2U}) {
    std::vector<Source> changed = records;
    changed[i].hash = "other";
    CHECK(make_record_groups(changed)[0].hash != groups[0].hash);
    CHECK(make_record_groups(changed)[1].hash == groups[1].hash);
  }
  records[2].path = "moved/a.md";
  CHECK(make_record_groups(records)[0].hash != groups[0].hash);
}

TEST_CASE("insights stand in the order of their ids under each lesson") {
  Entry one{.kind = Kind::insight, .id = "one", .titles = {{.title = "One"}}};
  one.rests_on = {{.lesson = "b#x", .stance = "supports"},
                  {.lesson = "a#x", .stance = "limits"}};
  Entry two{.kind = Kind::insight, .id = "a-two"};
  two.rests_on = {{.lesson = "b#x", .stance = "contradicts"}};
  std::vector<LessonStanding> all = standings_of(one);
  for (const LessonStanding& standing : standings_of(two)) all.push_back(standing);
  const Standings standings(std::move(all));
  const Folder folder;
  const std::string path = folder.path() + "/insights";
  REQUIRE(write_whole(path, with_block_hashes(encode(standings))).has_value());
  const Result<StandingsFile> file = StandingsFile::open(path);
  REQUIRE(file.has_value());
  CHECK(*file->of("b#x") ==
        std::vector<Standing>{{"a-two", "", "contradicts"}, {"one", "One", "supports"}});
  CHECK(*file->of("a#x") == std::vector<Standing>{{"one", "One", "limits"}});
  for (const char* unknown : {"", "a", "b", "c#x"}) CHECK(file->of(unknown)->empty());
  CHECK(standings_of(Entry{.kind = Kind::lesson, .id = "x"}).empty());
  const std::string bytes = encode(standings);
  CHECK(decode_standings(bytes)->all() == standings.all());
  CHECK_FALSE(decode_standings(bytes + "x").has_value());
}

TEST_CASE("insights that are damaged are told, and never other ones in their place") {
  std::vector<LessonStanding> all;
  for (int i = 0; i < 1000; ++i)
    for (const char* insight : {"one", "two"})
      all.push_back({"case#" + std::to_string(1000 + i), {insight, "A title", "supports"}});
  const Standings standings(std::move(all));
  const std::string good = with_block_hashes(encode(standings));
  const Folder folder;
  const std::string path = folder.path() + "/insights";
  const auto ask = [&](const StandingsFile& file) {
    std::size_t told = 0;
    for (int i = 0; i < 1000; ++i) {
      const auto found = file.of("case#" + std::to_string(1000 + i));
      if (!found) ++told;
      CHECK((!found || *found == std::vector<Standing>{{"one", "A title", "supports"},
                                                       {"two", "A title", "supports"}}));
    }
    return told;
  };
  REQUIRE(write_whole(path, good).has_value());
  CHECK(ask(*StandingsFile::open(path)) == 0);
  CHECK(StandingsFile::open(path)->all()->all() == standings.all());
  for (std::size_t at = good.size() - 60000; at < good.size(); at += 3000) {
    CAPTURE(at);
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    REQUIRE(write_whole(path, bytes).has_value());
    const Result<StandingsFile> file = StandingsFile::open(path);
    REQUIRE(file.has_value());
    CHECK(ask(*file) > 0);
    CHECK_FALSE(file->all().has_value());
  }
}

}  // namespace
}  // namespace baraza::index
