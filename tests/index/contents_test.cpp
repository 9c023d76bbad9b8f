#include "index/contents.hpp"

#include <string>
#include <vector>

#include "base/files.hpp"
#include "index/damaged.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

const std::vector<Row> rows = {
    {"a", 3, {.pack = 0, .offset = 0, .sizes = {1, 2, 3}}},
    {"a#b", 1, {.pack = 7, .offset = std::uint64_t{1} << 40, .sizes = {4, 5, 6}}},
    {"c", 9, {.pack = 0, .offset = 30, .sizes = {0, 0, 70000}}},
};
const std::vector<PackSize> packs = {{0, 1000}, {7, std::uint64_t{1} << 41}};

Result<Contents> read_back(const Folder& folder, const std::string& bytes) {
  const std::string path = folder.path() + "/contents";
  REQUIRE(write_whole(path, with_block_hashes(bytes)).has_value());
  return Contents::open(path);
}

TEST_CASE("contents are read back as they were written") {
  const Folder folder;
  const Result<Contents> contents = read_back(folder, encode_contents(rows, packs));
  REQUIRE(contents.has_value());
  REQUIRE(contents->size() == rows.size());
  CHECK(contents->packs() == packs);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(contents->row(i) == rows[i]);
    CHECK(contents->number_of(rows[i].docid) == i);
  }
  for (const std::uint32_t docid : {0U, 2U, 8U, 10U, 0xFFFFFFFFU})
    CHECK_FALSE(contents->number_of(docid).has_value());
  const std::vector<std::pair<std::string, std::size_t>> bounds = {
      {"", 0}, {"a", 0}, {"a#", 1}, {"a#b", 1}, {"b", 2}, {"c", 2}, {"d", 3}};
  for (const auto& bound : bounds) {
    CAPTURE(bound.first);
    CHECK(*contents->lower_bound(bound.first) == bound.second);
  }
}

TEST_CASE("bytes that are no contents are none, or are read within their bounds") {
  const Folder folder;
  CHECK_FALSE(Contents::open(folder.path() + "/contents").has_value());
  const std::string bytes = encode_contents(rows, packs);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(read_back(folder, bytes.substr(0, size)).has_value());
  CHECK_FALSE(read_back(folder, bytes + "x").has_value());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(0xFF);
    const Result<Contents> contents = read_back(folder, changed);
    if (!contents) continue;
    for (std::size_t number = 0; number < contents->size(); ++number) {
      const Row row = contents->row(number);
      CHECK(row.id.size() <= bytes.size());
      static_cast<void>(contents->number_of(row.docid));
    }
    if (const Result<std::size_t> at = contents->lower_bound("b"))
      CHECK(*at <= contents->size());
  }
}

TEST_CASE("a row that is damaged has no id and no place, and no other row is taken for it") {
  const Folder folder;
  std::vector<Row> many;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    std::string id = std::to_string(1000 + i);
    many.push_back({std::move(id), i + 1, {.pack = 0, .offset = i, .sizes = {1, 2, 3}}});
  }
  const std::string good = with_block_hashes(encode_contents(many, packs));
  const std::string path = folder.path() + "/contents";
  for (std::size_t at = good.size() - 30000; at < good.size(); at += 1500) {
    CAPTURE(at);
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    REQUIRE(write_whole(path, bytes).has_value());
    const Result<Contents> contents = Contents::open(path);
    REQUIRE(contents.has_value());
    CHECK_FALSE(contents->whole());
    std::size_t lost = 0;
    std::size_t without_id = 0;
    for (std::size_t i = 0; i < many.size(); ++i) {
      const std::string_view id = contents->id(i);
      const std::optional<PackPlace> place = contents->place(i);
      const std::optional<std::size_t> number = contents->number_of(many[i].docid);
      const Result<std::size_t> bound = contents->lower_bound(many[i].id);
      CHECK((id.empty() || id == many[i].id));
      CHECK((!place || *place == many[i].place));
      CHECK((!number || *number == i));
      CHECK((!bound || *bound == i));
      if (id.empty() || !place || !number || !bound) ++lost;
      if (id.empty()) ++without_id;
    }
    CHECK(lost > 0);
    CHECK(without_id < many.size());
  }
}

TEST_CASE("a document has one number among all shards, as Xapian deals them out") {
  for (const std::size_t shards : {1U, 2U, 8U}) {
    for (std::size_t shard = 0; shard < shards; ++shard) {
      for (const std::uint32_t docid : {1U, 2U, 1000U}) {
        const std::uint32_t merged = merged_docid(docid, shard, shards);
        CHECK(docid_in_shard(merged, shards) == docid);
        CHECK(shard_of_docid(merged, shards) == shard);
      }
    }
  }
  const SmallBank small = make_small_bank();
  const Folder folder;
  const Index index = open_index(small, folder, {.shards = 3});
  std::size_t found = 0;
  for (std::uint32_t docid = 1; docid < 100; ++docid)
    if (index.number_of(docid)) ++found;
  CHECK(found == index.size());
}

TEST_CASE("parts in a pack are read one by one, and damage is noticed") {
  const Folder folder;
  const std::string path = folder.path() + "/pack-3";
  Result<PackWriter> writer = PackWriter::open(path, 3);
  REQUIRE(writer.has_value());
  const std::vector<PartBytes> all = {{"entry", "texts", ""},
                                      {"", std::string(100000, 't'), "s"}};
  std::vector<PackPlace> places;
  places.reserve(all.size());
  for (const PartBytes& parts : all) places.push_back(*writer->add(parts));
  const std::uint64_t size = writer->size();
  REQUIRE(writer->commit().has_value());
  CHECK_FALSE(Pack::open(path, size + 1).has_value());
  const Result<Pack> pack = Pack::open(path, size);
  REQUIRE(pack.has_value());
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const Part part : {Part::entry, Part::texts, Part::sheets})
      CHECK(*pack->read(places[i], part) == all[i][static_cast<std::size_t>(part)]);
  const std::vector<PackPlace> wrong = {
      {.pack = 3, .offset = 1, .sizes = {5, 5, 0}},
      {.pack = 3, .offset = size, .sizes = {5, 5, 0}},
      {.pack = 3, .offset = ~std::uint64_t{0}, .sizes = {5, 5, 0}},
      {.pack = 3, .offset = 0, .sizes = {0xFFFFFFFF, 0, 0}},
  };
  for (const PackPlace& place : wrong) CHECK_FALSE(pack->read(place, Part::entry).has_value());
}

}  // namespace
}  // namespace baraza::index
