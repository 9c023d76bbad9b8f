#include "base/record_store.hpp"

#include <csignal>
#include <filesystem>
#include <optional>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.hpp"

using namespace baraza;
using baraza::test::TemporaryFolder;

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t now = 1000 * second;
constexpr FileStamp settled = {.size = 3, .mtime_ns = 10 * second, .inode = 7};
constexpr FileStamp fresh = {.size = 3, .mtime_ns = now - second, .inode = 8};

using Blob = std::optional<std::string>;

// A store with two records: one of a file long settled, one of a file just changed.
void fill(const std::string& path) {
  RecordStore store(path, "key", now);
  store.put("a.md", settled, "hash-a", std::string("blob\0a", 6));
  store.put("b.md", fresh, "hash-b", "blob b");
  CHECK(store.read("a.md") == std::string("blob\0a", 6));
  REQUIRE(store.save().has_value());
  CHECK(store.read("b.md") == "blob b");
}

}  // namespace

TEST_CASE("a record is found again by the stamp of its file") {
  const TemporaryFolder folder;
  fill(folder / "records");
  RecordStore store(folder / "records", "key", now);
  CHECK(store.find("a.md", settled) == std::string("blob\0a", 6));
  CHECK(store.size() == 1);
  CHECK(store.read("a.md") == std::string("blob\0a", 6));
  CHECK(store.read("b.md") == Blob());
  CHECK(store.find("c.md", settled) == Blob());
  for (FileStamp other :
       {FileStamp{4, 10 * second, 7}, {3, 11 * second, 7}, {3, 10 * second, 8}})
    CHECK(store.find("a.md", other) == Blob());
}

TEST_CASE("a file that was just changed is not known by its stamp until it was hashed") {
  const TemporaryFolder folder;
  fill(folder / "records");
  {
    RecordStore store(folder / "records", "key", now + 60 * second);
    CHECK(store.find("b.md", fresh) == Blob());
    CHECK(store.find_by_hash("b.md", fresh, "other") == Blob());
    CHECK(store.find_by_hash("b.md", fresh, "hash-b") == "blob b");
    CHECK(store.find("a.md", settled).has_value());
    CHECK(store.save().has_value());
  }
  RecordStore store(folder / "records", "key", now + 60 * second);
  CHECK(store.find("b.md", fresh) == "blob b");
}

TEST_CASE(
    "what is not asked for any more is dropped, and nothing is written without a change") {
  const TemporaryFolder folder;
  fill(folder / "records");
  const auto inode = [&] { return stamp_of(folder / "records")->inode; };
  const std::uint64_t before = inode();
  {
    RecordStore store(folder / "records", "key", now);
    CHECK(store.find("a.md", settled).has_value());
    CHECK(store.find_by_hash("b.md", fresh, "hash-b").has_value());
    CHECK(store.save().has_value());
    CHECK(inode() == before);
  }
  {
    RecordStore store(folder / "records", "key", now);
    CHECK(store.find("a.md", settled).has_value());
    CHECK(store.save().has_value());
    CHECK(inode() != before);
  }
  RecordStore store(folder / "records", "key", now);
  CHECK(store.find_by_hash("b.md", fresh, "hash-b") == Blob());
  CHECK(store.find("a.md", settled).has_value());
}

TEST_CASE("a store may be used on after it was saved") {
  const TemporaryFolder folder;
  RecordStore store(folder / "records", "key", now);
  store.put("a.md", settled, "1", "one");
  CHECK(store.save().has_value());
  store.put("b.md", settled, "2", "two");
  CHECK(store.save().has_value());
  CHECK(store.read("a.md") == "one");
  CHECK(store.read("b.md") == "two");
}

TEST_CASE("a store with another key, damaged or missing, is empty and is replaced") {
  const TemporaryFolder folder;
  CHECK(RecordStore(folder / "none", "key", now).find("a.md", settled) == Blob());
  fill(folder / "whole");
  CHECK(RecordStore(folder / "whole", "other key", now).find("a.md", settled) == Blob());
  CHECK(RecordStore(folder.path(), "key", now).find("a.md", settled) == Blob());

  const std::string whole = folder.read("whole");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    folder.write("records", whole.substr(0, size));
    REQUIRE(RecordStore(folder / "records", "key", now).find("a.md", settled) == Blob());
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x21);
    folder.write("records", damaged);
    RecordStore store(folder / "records", "key", now);
    const Blob blob = store.find("a.md", settled);
    REQUIRE((!blob || *blob == std::string("blob\0a", 6)));
  }
  RecordStore store(folder / "records", "key", now);
  store.put("c.md", settled, "hash-c", "blob c");
  CHECK(store.save().has_value());
  CHECK(RecordStore(folder / "records", "key", now).find("c.md", settled) == "blob c");
}

TEST_CASE("a store that cannot be written is told and its records can still be read") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "taken");
  for (const char* path : {"none/records", "taken"}) {
    CAPTURE(path);
    RecordStore store(folder / path, "key", now);
    store.put("a.md", settled, "1", "one");
    CHECK(store.read("a.md") == "one");
    const Status status = store.save();
    REQUIRE(!status.has_value());
    CHECK(status.error().rule.empty());
    CHECK(store.read("a.md") == "one");
    store.put("b.md", settled, "2", "two");
    CHECK(store.read("b.md") == "two");
    CHECK(store.read("a.md") == "one");
  }
}

TEST_CASE("a disk that fills up leaves the store of the last run") {
  const TemporaryFolder folder;
  fill(folder / "records");
  const std::string before = folder.read("records");
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {2000, 2000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    bool right = false;
    {
      RecordStore store(folder / "records", "key", now);
      store.put("c.md", settled, "1", std::string(1500, 'c'));
      store.put("d.md", settled, "1", std::string(1500, 'd'));
      store.put("e.md", settled, "1", "small");
      right = !store.save() && store.read("c.md") == std::string(1500, 'c') &&
              store.read("d.md") == std::string(1500, 'd') && store.read("e.md") == "small";
    }
    ::_exit(right ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(folder.read("records") == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
