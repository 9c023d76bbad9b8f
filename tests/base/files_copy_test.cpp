#include "base/files_copy.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/hash.hpp"
#include "base/mapped_file.hpp"
#include "temporary_folder.hpp"

using namespace baraza;
using baraza::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::uint64_t inode_of(const std::string& path) {
  return stamp_of(path).value_or(FileStamp{}).inode;
}

}  // namespace

TEST_CASE("a file is copied, or given a further name") {
  const TemporaryFolder folder;
  const std::string bytes(1000000, 'x');
  folder.write("a", bytes);
  REQUIRE(::chmod((folder / "a").c_str(), 0640) == 0);
  REQUIRE(copy_file(folder / "a", folder / "copy").has_value());
  REQUIRE(link_file(folder / "a", folder / "link").has_value());
  CHECK(*read_file(folder / "copy", "copy") == bytes);
  CHECK(inode_of(folder / "copy") != inode_of(folder / "a"));
  CHECK(inode_of(folder / "link") == inode_of(folder / "a"));
  CHECK((fs::status(folder / "copy").permissions() & fs::perms::mask) == fs::perms(0640));
  folder.write("empty", "");
  REQUIRE(copy_file(folder / "empty", folder / "nothing").has_value());
  CHECK(read_file(folder / "nothing", "nothing")->empty());
  for (const char* file : {"a", "copy", "."}) {
    CAPTURE(file);
    begin_sync(folder / file);
    CHECK(sync_file(folder / file).has_value());
  }
  CHECK(*hash_of_file(folder / "copy") == hash_of(bytes));
}

TEST_CASE("what cannot be copied is named, and what was there stays") {
  const TemporaryFolder folder;
  folder.write("a", "new");
  folder.write("b", "old");
  struct Row {
    std::string from, to, message;
  };
  const Row rows[] = {
      {"a", "b", "cannot write `B`: file exists"},
      {"none", "c", "cannot read `A`: no such file or directory"},
      {"a", "none/c", "cannot write `B`: no such file or directory"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    const Status copied = copy_file(folder / row.from, folder / row.to);
    REQUIRE_FALSE(copied.has_value());
    std::string message = row.message;
    if (const auto at = message.find("`A`"); at != std::string::npos)
      message.replace(at + 1, 1, folder / row.from);
    if (const auto at = message.find("`B`"); at != std::string::npos)
      message.replace(at + 1, 1, folder / row.to);
    CHECK(copied.error().message == message);
  }
  CHECK_FALSE(link_file(folder / "a", folder / "b").has_value());
  CHECK(*read_file(folder / "b", "b") == "old");
  CHECK_FALSE(hash_of_file(folder / "none").has_value());
  CHECK_FALSE(sync_file(folder / "none").has_value());
  begin_sync(folder / "none");
}

TEST_CASE("a file is mapped as it is, and stays so when it is replaced") {
  const TemporaryFolder folder;
  folder.write("a", "old bytes");
  folder.write("empty", "");
  Result<MappedFile> mapped = MappedFile::open(folder / "a");
  REQUIRE(mapped.has_value());
  REQUIRE(write_whole(folder / "a", "new").has_value());
  CHECK(mapped->bytes() == "old bytes");
  MappedFile moved = std::move(*mapped);
  CHECK(moved.bytes() == "old bytes");
  moved = std::move(*MappedFile::open(folder / "a"));
  CHECK(moved.bytes() == "new");
  CHECK(MappedFile::open(folder / "empty")->bytes().empty());
  for (const char* none : {"none", "."})
    CHECK_FALSE(MappedFile::open(folder / none).has_value());
}
