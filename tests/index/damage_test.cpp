// What is damaged is found, told and mended.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "index/damaged.hpp"
#include "index/pack_merge.hpp"
#include "index/seal.hpp"
#include "index/verify.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path, path);
  REQUIRE(bytes.has_value());
  return *bytes;
}

// Changes one byte, and leaves the file's time as it was.
void rot(const std::string& path, std::size_t at) {
  const fs::file_time_type time = fs::last_write_time(path);
  std::string bytes = bytes_of(path);
  REQUIRE(at < bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 4);
  std::ofstream(path, std::ios::binary) << bytes;
  fs::last_write_time(path, time);
}

TEST_CASE("the damage that was noted is told in the words it was noted in") {
  const Folder folder;
  const std::vector<std::string> damage = {
      "`shard-0/postlist.glass` does not read as written",
      "a part of `pack-6` does not read as written, nor do some others"};
  CHECK(find_damage(folder.path(), {}, Look::stamps).empty());
  REQUIRE(note_damage(folder.path(), damage).has_value());
  CHECK(find_damage(folder.path(), {}, Look::stamps) == damage);
  REQUIRE(note_damage(folder.path(), {}).has_value());
  CHECK(find_damage(folder.path(), {}, Look::stamps).size() == 1);
}

TEST_CASE("damage is told by its rule, however its message is worded") {
  Diagnostic reason = damaged("`words` is missing");
  CHECK(is_damage(reason));
  CHECK(is_damage(damaged_inside("`words` does not read as written")));
  CHECK(what_is_damaged(reason) == "`words` is missing");
  reason.message = "some words are missing";
  CHECK(is_damage(reason));
  CHECK(what_is_damaged(reason) == "some words are missing");
  CHECK_FALSE(is_damage({.message = damaged("`words` is missing").message}));
}

TEST_CASE("who only reads looks at sizes, and at the bytes that Xapian trusts") {
  const Folder folder;
  REQUIRE(write_whole(folder.path() + "/iamglass", std::string(100, 'x')).has_value());
  REQUIRE(write_whole(folder.path() + "/words", std::string(5000, 'x')).has_value());
  std::vector<SealedFile> files;
  for (const char* name : {"iamglass", "words"}) {
    Result<SealedFile> file = seal_file(folder.path(), name);
    REQUIRE(file.has_value());
    files.push_back(std::move(*file));
  }
  const auto damage = [&] { return find_damage(folder.path(), files, Look::sizes); };
  CHECK(damage().empty());
  rot(folder.path() + "/iamglass", 34);
  CHECK(damage() == std::vector<std::string>{"`iamglass` does not read as written"});
  rot(folder.path() + "/iamglass", 34);
  rot(folder.path() + "/words", 34);
  CHECK(damage().empty());
  REQUIRE(write_whole(folder.path() + "/words", std::string(4999, 'x')).has_value());
  CHECK(damage() == std::vector<std::string>{"`words` has 4999 bytes, and had 5000"});
  REQUIRE(fs::remove(folder.path() + "/words"));
  CHECK(damage() == std::vector<std::string>{"`words` is missing"});
}

TEST_CASE("packs that are merged hand on no damage, whatever byte of theirs it is in") {
  const Folder before;
  Result<PackWriter> writer = PackWriter::open(before.path() + "/pack-0", 0);
  REQUIRE(writer.has_value());
  const Result<PackPlace> place = writer->add({"an entry", "some texts", "a sheet"});
  REQUIRE(place.has_value());
  REQUIRE(writer->commit().has_value());
  const auto merged = [&] {
    const Folder folder;
    std::vector<Row> rows = {{"a", 1, *place}};
    std::vector<PackSize> packs = {{0, place->bytes()}};
    return merge_packs(before.path(), folder.path(), 1, {0}, rows, packs);
  };
  CHECK(merged().has_value());
  for (std::size_t at = 0; at < place->bytes(); ++at) {
    CAPTURE(at);
    rot(before.path() + "/pack-0", at);
    const Status refused = merged();
    REQUIRE_FALSE(refused.has_value());
    CHECK(is_damage(refused.error()));
    rot(before.path() + "/pack-0", at);
  }
}

// Puts the bytes that are there now under the seal.
void seal_again(const std::string& folder) {
  const Result<std::vector<SealedFile>> sealed = read_seal(folder);
  REQUIRE(sealed.has_value());
  std::vector<SealedFile> now;
  for (const SealedFile& file : *sealed) {
    const Result<SealedFile> one = seal_file(folder, file.path);
    REQUIRE(one.has_value());
    now.push_back(*one);
  }
  REQUIRE(write_seal(folder, now).has_value());
}

TEST_CASE("damage that was there before the seal is found where it is read") {
  const SmallBank small = make_small_bank();
  const Folder folder;
  const std::string generation =
      folder.path() + "/" + open_index(small, folder, {.shards = 1}).generation();
  REQUIRE(verify_index(folder.path())->damage.empty());
  const std::size_t size = fs::file_size(generation + "/pack-0");
  for (std::size_t at = 0; at < size; at += 31) {
    CAPTURE(at);
    rot(generation + "/pack-0", at);
    seal_again(generation);
    const Result<Verified> found = verify_index(folder.path());
    REQUIRE(found.has_value());
    CHECK(found->damage ==
          std::vector<std::string>{"a part of `pack-0` does not read as written"});
    rot(generation + "/pack-0", at);
    seal_again(generation);
  }
  for (const std::string name :
       {"contents", "insights", "interface", "words", "shard-0/marks"}) {
    CAPTURE(name);
    const std::size_t at = fs::file_size(join_path(generation, name)) - 1;
    rot(join_path(generation, name), at);
    seal_again(generation);
    CHECK(verify_index(folder.path())->damage.size() == 1);
    rot(join_path(generation, name), at);
  }
}

TEST_CASE("what an index run would not see by itself is told with how to make it seen") {
  const SmallBank small = make_small_bank();
  const Folder folder;
  const std::string generation =
      folder.path() + "/" + open_index(small, folder, {.shards = 1}).generation();
  for (const std::string name : {"interface", "words", "shard-0/marks"})
    rot(join_path(generation, name), 32);
  const Result<Index> index = Index::open(folder.path());
  REQUIRE(index.has_value());
  for (const Diagnostic& reason :
       {index->interface_texts({}).error(), index->words().error(), index->marks().error()}) {
    CHECK(is_damage(reason));
    CHECK(reason.message.ends_with("does not read as written"));
    CHECK(reason.hint == damaged_inside("").hint);
  }
}

TEST_CASE("damage that is met only while the index is made is mended by the same run") {
  struct Row {
    const char* what;
    std::string file;
    std::size_t at;
  };
  const Row rows[] = {
      {"the postings of the shard", "shard-0/postlist.glass", 100},
      {"its marks", "shard-0/marks", 40},
      {"the words of all shards", "words", 20},
      {"an old entry in the pack", "pack-0", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    SmallBank small = make_small_bank();
    const Folder folder;
    const IndexOptions options{.shards = 1};
    const std::string old = open_index(small, folder, options).generation();
    rot(folder.path() + "/" + old + "/" + row.file, row.at);
    for (auto& [path, record] : small.records) record.card.tags = {"changed"};
    const Result<IndexSummary> mended = small.write(folder.path(), options);
    REQUIRE(mended.has_value());
    CHECK(mended->damaged);
    CHECK(mended->from_nothing);
    CHECK(mended->why.find("does not read as written") != std::string::npos);
    CHECK(mended->documents == 7);
    const Result<Verified> found = verify_index(folder.path());
    REQUIRE(found.has_value());
    CHECK(found->generation == mended->generation);
    CHECK(found->damage.empty());
    CHECK_FALSE(fs::exists(folder.path() + "/unfinished"));
  }
}

}  // namespace
}  // namespace baraza::index
