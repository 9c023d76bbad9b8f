#include "tools/load.hpp"

#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/record_store.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

constexpr std::string_view wells = "---\ntitle: Wells\n---\n\nWells.\n";

Result<tools::LoadedBank> load(const std::filesystem::path& root, tools::Depth depth) {
  std::ostringstream out;
  std::ostringstream err;
  return tools::load_bank({.out = out, .err = err, .start = root.string()}, depth);
}

// The key of a store, which follows the first word of its table.
std::string key_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path, path, std::size_t{1} << 20U);
  REQUIRE(bytes.has_value());
  REQUIRE(bytes->starts_with("baraza-records/2"));
  BinaryReader table(std::string_view(*bytes).substr(16));
  return table.text();
}

}  // namespace

TEST_CASE("a record is read anew where what was kept of it cannot be understood") {
  using tools::Depth;
  struct Row {
    bool trusted = false;  // known by its stamp, or by its hash alone
    Depth depth = Depth::cards;
  };
  for (const Row& row : {Row{true, Depth::cards}, Row{false, Depth::cards},
                         Row{true, Depth::outlines}, Row{false, Depth::outlines}}) {
    const bool trusted = row.trusted;
    const Depth depth = row.depth;
    CAPTURE(trusted);
    const ScratchFolder scratch;
    std::filesystem::create_directories(scratch.path / "cases");
    std::ofstream(scratch.path / "cases/bank.yaml") << "title: Bank\n";
    std::ofstream(scratch.path / "cases/wells.md") << wells;
    const Result<tools::LoadedBank> first = load(scratch.path, depth);
    REQUIRE(first.has_value());

    const std::string records = (scratch.path / ".baraza/records").string();
    {
      RecordStore store(records, key_of(records),
                        trusted ? std::numeric_limits<std::int64_t>::max() : 0);
      const auto stamp = stamp_of((scratch.path / "cases/wells.md").string());
      REQUIRE(stamp.has_value());
      store.put("cases/wells.md", *stamp, hash_of(wells), "nonsense", "nonsense");
      REQUIRE(store.save().has_value());
    }
    const Result<tools::LoadedBank> again = load(scratch.path, depth);
    REQUIRE(again.has_value());
    CHECK(again->found.sorted() == first->found.sorted());
    CHECK(again->records == first->records);
    CHECK(again->bank.cards == first->bank.cards);
    CHECK(again->read("cases/wells.md").has_value());
  }
}

}  // namespace baraza::test
