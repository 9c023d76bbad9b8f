#include "index/writer.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/resource.h>

#include "index/contents.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"
#include "language/words.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

namespace fs = std::filesystem;

// The names in a folder, sorted.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("the same records give the same generation, which is written once") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Folder other;
  const Result<IndexSummary> first = small.write(folder.path());
  REQUIRE(first.has_value());
  CHECK_FALSE(first->unchanged);
  CHECK(first->documents == 7);
  CHECK(first->lessons == 3);
  std::vector<std::string> names = {first->generation, "current"};
  std::sort(names.begin(), names.end());
  CHECK(names_in(folder.path()) == names);
  const fs::file_time_type made = fs::last_write_time(folder.path() + "/current");

  const Result<IndexSummary> second = small.write(folder.path());
  REQUIRE(second.has_value());
  CHECK(second->unchanged);
  CHECK(second->generation == first->generation);
  CHECK(fs::last_write_time(folder.path() + "/current") == made);
  const Result<IndexSummary> elsewhere = small.write(other.path());
  REQUIRE(elsewhere.has_value());
  CHECK(elsewhere->generation == first->generation);
}

TEST_CASE("what is known is not read again, unless the index that it gave is damaged") {
  const SmallBank small = make_small_bank();
  const Folder folder;
  const Result<IndexSummary> first = small.write(folder.path());
  REQUIRE(first.has_value());
  CHECK(first->from_nothing);
  CHECK(first->why.empty());
  const RecordReader refuse = [](const std::string&) -> Result<content::Record> {
    return Diagnostic{.message = "read"};
  };
  const IndexOptions options{.shards = 2};
  const Result<IndexSummary> known =
      write_index(small.bank, small.inputs(), refuse, folder.path(), options);
  REQUIRE(known.has_value());
  CHECK(known->unchanged);
  CHECK(known->documents == 7);
  CHECK(known->lessons == 3);

  fs::remove(folder.path() + "/" + first->generation + "/pack-0");
  CHECK_FALSE(
      write_index(small.bank, small.inputs(), refuse, folder.path(), options).has_value());
  const Result<IndexSummary> mended = small.write(folder.path());
  REQUIRE(mended.has_value());
  CHECK(mended->damaged);
  CHECK(mended->why == "the index is damaged: `pack-0` is missing");
  CHECK(mended->generation != first->generation);  // which others may be reading
  CHECK(Index::open(folder.path()).has_value());
  const Result<IndexSummary> after = small.write(folder.path());
  REQUIRE(after.has_value());
  CHECK(after->unchanged);
}

TEST_CASE("a reader goes on with its generation while two others take its place") {
  SmallBank small = make_small_bank();
  const Folder folder;
  auto old = std::make_optional(open_index(small, folder));
  std::vector<std::string> generations = {old->generation()};
  const auto kept = [&](const std::vector<std::size_t>& numbers) {
    std::vector<std::string> names = {"current"};
    for (const std::size_t number : numbers) names.push_back(generations[number]);
    std::sort(names.begin(), names.end());
    return names;
  };
  for (const std::string title : {"A guide to street theatre", "A guide to village maps"}) {
    small.records.at("cases/digest-one.md").card.title = title;
    const Result<IndexSummary> next = small.write(folder.path());
    REQUIRE(next.has_value());
    generations.push_back(next->generation);
  }
  CHECK(ids_of(*old, {.text = "radio"}) == "digest-one");
  const Result<Index> now = Index::open(folder.path());
  REQUIRE(now.has_value());
  CHECK(ids_of(*now, {.text = "maps", .correct = false}) == "digest-one");
  CHECK(ids_of(*now, {.text = "radio", .correct = false}).empty());
  CHECK(names_in(folder.path()) == kept({0, 1, 2}));

  // Back to what it was before: that generation is made again, and the one that nobody reads
  // any more is removed.
  old.reset();
  small.records.at("cases/digest-one.md").card.title = "A guide to street theatre";
  const Result<IndexSummary> back = small.write(folder.path());
  REQUIRE(back.has_value());
  CHECK(back->generation == generations[1]);
  CHECK_FALSE(back->unchanged);
  CHECK(names_in(folder.path()) == kept({1, 2}));
}

TEST_CASE("a writer that fails or was killed leaves the index in use") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const std::string before = open_index(small, folder).generation();
  fs::create_directories(folder.path() + "/unfinished/shard-0");
  write_file(folder.path() + "/unfinished/about", "half");
  write_file(folder.path() + "/.baraza-tmp-1-0", "half");
  for (auto& [path, record] : small.records) record.card.tags = {"changed"};
  const Result<IndexSummary> failed =
      write_index(small.bank, small.inputs(),
                  [&](const std::string& path) -> Result<content::Record> {
                    if (path == "cases/water-points.md")
                      return Diagnostic{.rule = "E110", .message = "cannot be read"};
                    return small.records.at(path);
                  },
                  folder.path(), {.shards = 2});
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().rule == "E110");
  CHECK(names_in(folder.path()) == [&] {
    std::vector<std::string> names = {before, "current"};
    std::sort(names.begin(), names.end());
    return names;
  }());
  const Result<Index> index = Index::open(folder.path());
  REQUIRE(index.has_value());
  CHECK(index->generation() == before);
}

TEST_CASE("a disk that refuses is told, and the index in use stays") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const std::string before = open_index(small, folder).generation();
  small.records.at("cases/digest-one.md").card.title = "Another title";

  rlimit limit = {};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
  const rlimit small_files{.rlim_cur = 4096, .rlim_max = limit.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small_files) == 0);
  const Result<IndexSummary> refused = small.write(folder.path());
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  static_cast<void>(std::signal(SIGXFSZ, handler));

  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().rule.empty());
  CHECK(refused.error().message.starts_with("cannot write"));
  const Result<Index> index = Index::open(folder.path());
  REQUIRE(index.has_value());
  CHECK(index->generation() == before);
  CHECK(names_in(folder.path()).size() == 2);

  write_file(folder.path() + "/file", "");
  CHECK_FALSE(small.write(folder.path() + "/file/below").has_value());
}

TEST_CASE("an index that is missing, damaged or of another version says to run the index") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Result<Index> missing = Index::open(folder.path() + "/none");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().hint == "run `baraza index`");

  const std::string generation = folder.path() + "/" + open_index(small, folder).generation();
  struct Row {
    const char* what;
    std::string path, bytes;
    const char* message;
  };
  const Row rows[] = {
      {"no generation", folder.path() + "/current", "../../etc\n", "is damaged"},
      {"an empty name", folder.path() + "/current", "", "is damaged"},
      {"another format", generation + "/about", "baraza index 999, words 1\nxyz",
       "another version"},
      {"cut off", generation + "/about",
       "baraza index " + std::to_string(format_version) + ", words " +
           std::to_string(language::words_version) + "\nabc",
       "is damaged"},
      {"something else", generation + "/about", std::string(100, '\0'), "is damaged"},
      {"cut contents", generation + "/contents", "abc", "is damaged"},
      {"no contents", generation + "/contents", with_hash(""), "is damaged"},
      {"evil counts", generation + "/contents", with_hash(std::string(32, '\xFF')),
       "is damaged"},
      {"fewer documents", generation + "/contents", with_hash(encode_contents({}, {})),
       "is damaged"},
      {"cut pack", generation + "/pack-0", "abc", "is damaged"},
      {"no database", generation + "/shard-1/iamglass", "", "is damaged"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string kept = folder.path() + "/kept";
    fs::copy_file(row.path, kept, fs::copy_options::overwrite_existing);
    write_file(row.path, row.bytes);
    const Result<Index> index = Index::open(folder.path());
    REQUIRE_FALSE(index.has_value());
    CHECK(is_damage(index.error()) == (row.message == std::string_view("is damaged")));
    CHECK(index.error().message.find(row.message) != std::string::npos);
    CHECK(index.error().hint.ends_with("run `baraza index`"));
    fs::copy_file(kept, row.path, fs::copy_options::overwrite_existing);
    REQUIRE(Index::open(folder.path()).has_value());
  }
}

TEST_CASE("a damaged record is noticed when it is read") {
  const SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder, {.shards = 1});
  std::fstream file(folder.path() + "/" + index.generation() + "/pack-0",
                    std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(12);
  file.put('\x7F');
  file.close();
  const Result<Entry> entry = index.entry(0);
  REQUIRE_FALSE(entry.has_value());
  CHECK(entry.error().hint.find("baraza index --verify") != std::string::npos);
  CHECK_FALSE(index.entry(7).has_value());
  CHECK(index.entry(6).has_value());
}

TEST_CASE("entries are found by their ids") {
  SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  const Result<std::vector<Entry>> all = index.entries();
  REQUIRE(all.has_value());
  for (std::size_t i = 0; i < all->size(); ++i) {
    CAPTURE((*all)[i].id);
    if (i > 0) CHECK((*all)[i - 1].id < (*all)[i].id);
    const Result<std::optional<std::size_t>> number = index.find_number((*all)[i].id);
    REQUIRE(number.has_value());
    CHECK(*number == i);
  }
  for (const std::string id : {"", "aaa", "reading#", "reading#x", "zzz"}) {
    CAPTURE(id);
    const Result<std::optional<Entry>> none = index.find_entry(id);
    REQUIRE(none.has_value());
    CHECK_FALSE(none->has_value());
  }
  const Result<std::vector<Entry>> lessons = index.lessons_of("reading");
  REQUIRE(lessons.has_value());
  REQUIRE(lessons->size() == 2);
  CHECK((*lessons)[1].id == "reading#coaching");
  const Result<std::vector<std::string>> nearest = index.nearest_ids("waterpoint");
  REQUIRE(nearest.has_value());
  REQUIRE(!nearest->empty());
  CHECK(nearest->front() == "water-points");

  const Result<std::optional<Entry>> answer = index.find_entry("water-points#answer");
  REQUIRE((answer && *answer));
  CHECK((*answer)->insights ==
        std::vector<Standing>{{"insight-one", "Feedback must be answered", "supports"}});
}

}  // namespace
}  // namespace baraza::index
