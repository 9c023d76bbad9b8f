#include "index/blocks.hpp"

#include <string>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "index/damaged.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

std::string numbered(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += std::to_string(bytes.size()) + ' ';
  bytes.resize(size);
  return bytes;
}

Result<Blocks> read_back(const Folder& folder, const std::string& bytes) {
  const std::string path = folder.path() + "/rows";
  REQUIRE(write_whole(path, bytes).has_value());
  return Blocks::open(path);
}

TEST_CASE("blocks are read back as they were written, whatever their number") {
  const Folder folder;
  for (const std::size_t size : {0U, 1U, 4095U, 4096U, 4097U, 100000U}) {
    CAPTURE(size);
    const std::string bytes = numbered(size);
    const Result<Blocks> blocks = read_back(folder, with_block_hashes(bytes));
    REQUIRE(blocks.has_value());
    CHECK(blocks->bytes() == bytes);
    CHECK(blocks->whole());
    CHECK(blocks->whole(size, 0));
    CHECK_FALSE(blocks->whole(size, 1));
    CHECK_FALSE(blocks->whole(size + 1, 0));
    CHECK_FALSE(blocks->whole(0, std::string::npos));
  }
}

TEST_CASE("a bit that is lost is noticed where it is read, and nowhere else") {
  const Folder folder;
  const std::string good = with_block_hashes(numbered(50000));
  const std::size_t head = good.size() - 50000;
  struct Row {
    std::size_t at;  // of the byte that changes
    bool first;      // is the beginning whole?
    bool last;
  };
  for (const Row& row :
       {Row{0, false, true}, Row{4095, false, true}, Row{4096, true, true},
        Row{49151, true, true}, Row{49152, true, false}, Row{49999, true, false}}) {
    CAPTURE(row.at);
    std::string bytes = good;
    bytes[head + row.at] = static_cast<char>(bytes[head + row.at] ^ 1);
    const Result<Blocks> blocks = read_back(folder, bytes);
    REQUIRE(blocks.has_value());
    CHECK(blocks->whole(0, 10) == row.first);
    CHECK(blocks->whole(49990, 10) == row.last);
    CHECK_FALSE(blocks->whole(row.at, 1));
    CHECK_FALSE(blocks->whole(row.at == 0 ? 0 : row.at - 1, 2));
    CHECK_FALSE(blocks->whole());
  }
}

TEST_CASE("a file whose hashes are not as they were written has no blocks") {
  const Folder folder;
  const std::string good = with_block_hashes(numbered(20000));
  CHECK_FALSE(Blocks::open(folder.path() + "/none").has_value());
  const std::size_t head = good.size() - 20000;
  for (std::size_t i = 0; i < head; ++i) {
    CAPTURE(i);
    std::string bytes = good;
    bytes[i] = static_cast<char>(bytes[i] ^ 4);
    const Result<Blocks> blocks = read_back(folder, bytes);
    REQUIRE_FALSE(blocks.has_value());
    CHECK(is_damage(blocks.error()));
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{39}, head, good.size() - 1})
    CHECK_FALSE(read_back(folder, good.substr(0, size)).has_value());
  CHECK_FALSE(read_back(folder, good + "x").has_value());
}

}  // namespace
}  // namespace baraza::index
