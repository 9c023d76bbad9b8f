#include "base/record_store.hpp"

#include <algorithm>
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

// The head and, where there is one, the blob of what was found.
Blob whole(const RecordStore& store, std::string_view name,
           const std::optional<RecordStore::Kept>& kept) {
  if (!kept) return std::nullopt;
  const Blob blob = store.read(name);
  return std::string(kept->head) + "|" + blob.value_or("damaged");
}

Blob find(RecordStore& store, std::string_view name, const FileStamp& stamp) {
  return whole(store, name, store.find(name, stamp));
}

Blob find_by_hash(RecordStore& store, std::string_view name, const FileStamp& stamp,
                  std::string_view hash) {
  return whole(store, name, store.find_by_hash(name, stamp, hash));
}

const std::string blob_a = std::string("blob\0a", 6);
const std::string record_a = "head a|" + blob_a;

std::string damaged_at(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 0x21);
  return bytes;
}

// What a new run finds of the first record.
Blob find_a(const std::string& path, const std::string& key = "key") {
  RecordStore store(path, key, now);
  return find(store, "a.md", settled);
}

// A store with two records: one of a file long settled, one of a file just changed.
void fill(const std::string& path) {
  RecordStore store(path, "key", now);
  store.put("a.md", settled, "hash-a", "head a", blob_a);
  store.put("b.md", fresh, "hash-b", "head b", "blob b");
  CHECK(store.read("a.md") == blob_a);
  REQUIRE(store.save().has_value());
  CHECK(store.read("b.md") == "blob b");
}

}  // namespace

TEST_CASE("a record is found again by the stamp of its file") {
  const TemporaryFolder folder;
  fill(folder / "records");
  RecordStore store(folder / "records", "key", now);
  CHECK(find(store, "a.md", settled) == record_a);
  CHECK(store.size() == 1);
  CHECK(store.read("a.md") == blob_a);
  CHECK(store.read("b.md") == Blob());
  CHECK(find(store, "c.md", settled) == Blob());
  for (FileStamp other :
       {FileStamp{4, 10 * second, 7}, {3, 11 * second, 7}, {3, 10 * second, 8}})
    CHECK(find(store, "a.md", other) == Blob());
}

TEST_CASE("what a killed run left beside a store is removed by the next that writes") {
  const TemporaryFolder folder;
  folder.write(".baraza-tmp-1-0", "half");
  fill(folder / "records");
  CHECK(read_file(folder / ".baraza-tmp-1-0", "").has_value() == false);
  folder.write(".baraza-tmp-1-0", "half");
  const RecordStore store(folder / "records", "key", now);
  CHECK(read_file(folder / ".baraza-tmp-1-0", "").has_value());
}

TEST_CASE("a file that was just changed is not known by its stamp until it was hashed") {
  const TemporaryFolder folder;
  fill(folder / "records");
  {
    RecordStore store(folder / "records", "key", now + 60 * second);
    CHECK(find(store, "b.md", fresh) == Blob());
    CHECK(find_by_hash(store, "b.md", fresh, "other") == Blob());
    CHECK(find_by_hash(store, "b.md", fresh, "hash-b") == "head b|blob b");
    CHECK(store.find("a.md", settled).has_value());
    CHECK(store.save().has_value());
  }
  RecordStore store(folder / "records", "key", now + 60 * second);
  CHECK(find(store, "b.md", fresh) == "head b|blob b");
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
  CHECK(find_by_hash(store, "b.md", fresh, "hash-b") == Blob());
  CHECK(store.find("a.md", settled).has_value());
}

TEST_CASE("a store may be used on after it was saved") {
  const TemporaryFolder folder;
  RecordStore store(folder / "records", "key", now);
  store.put("a.md", settled, "1", "head", "one");
  CHECK(store.save().has_value());
  store.put("b.md", settled, "2", "head", "two");
  CHECK(store.save().has_value());
  CHECK(store.read("a.md") == "one");
  CHECK(store.read("b.md") == "two");
}

TEST_CASE("a store with another key, damaged or missing, is empty and is replaced") {
  const TemporaryFolder folder;
  CHECK(find_a(folder / "none") == Blob());
  fill(folder / "whole");
  CHECK(find_a(folder / "whole") == record_a);
  CHECK(find_a(folder / "whole", "other key") == Blob());
  CHECK(find_a(folder.path()) == Blob());

  const std::string whole = folder.read("whole");
  folder.write("records.blobs", folder.read("whole.blobs"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    folder.write("records", whole.substr(0, size));
    REQUIRE(find_a(folder / "records") == Blob());
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    folder.write("records", damaged_at(whole, at));
    const Blob record = find_a(folder / "records");
    REQUIRE((!record || *record == record_a));
  }
  RecordStore store(folder / "records", "key", now);
  store.put("c.md", settled, "hash-c", "head c", "blob c");
  CHECK(store.save().has_value());
  RecordStore again(folder / "records", "key", now);
  CHECK(find(again, "c.md", settled) == "head c|blob c");
}

TEST_CASE(
    "a damaged blob is not given out, and blobs of another table are not taken for its own") {
  const TemporaryFolder folder;
  fill(folder / "records");
  const std::string blobs = folder.read("records.blobs");
  for (std::size_t at = 0; at < blobs.size(); ++at) {
    CAPTURE(at);
    folder.write("records.blobs", damaged_at(blobs, at));
    const Blob record = find_a(folder / "records");
    REQUIRE((!record || *record == record_a || *record == "head a|damaged"));
  }
  folder.write("records.blobs", blobs.substr(0, blobs.size() - 7));
  CHECK(find_a(folder / "records") == "head a|damaged");
  fill(folder / "other");
  std::filesystem::rename(folder / "other.blobs", folder / "records.blobs");
  CHECK(find_a(folder / "records") == Blob());
}

TEST_CASE("one changed record adds its blob, and blobs of none are dropped in the end") {
  const TemporaryFolder folder;
  const std::string large(1 << 20, 'x');
  {
    RecordStore store(folder / "records", "key", now);
    store.put("a.md", settled, "1", "head", large);
    store.put("b.md", settled, "1", "head", "b");
    CHECK(store.save().has_value());
  }
  const auto size = [&] { return folder.read("records.blobs").size(); };
  const std::size_t first = size();
  std::size_t largest = first;
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    RecordStore store(folder / "records", "key", now);
    CHECK(store.find("b.md", settled).has_value());
    store.put("a.md", settled, std::to_string(round + 2), "head", large);
    CHECK(store.read("b.md") == "b");
    CHECK(store.save().has_value());
    CHECK(store.read("b.md") == "b");
    CHECK(store.read("a.md") == large);
    if (round == 0) CHECK(size() == first + large.size());
    largest = std::max(largest, size());
  }
  CHECK(largest < first + 3 * large.size());
}

TEST_CASE("another process that writes meanwhile is not disturbed") {
  const TemporaryFolder folder;
  fill(folder / "records");
  RecordStore store(folder / "records", "key", now);
  store.put("c.md", settled, "hash-c", "head c", "blob c");  // takes the lock
  const pid_t child = ::fork();
  if (child == 0) {
    bool right = false;
    {
      RecordStore other(folder / "records", "key", now);
      other.put("d.md", settled, "hash-d", "head d", "blob d");
      right = other.read("d.md") == "blob d" && !other.save();
    }
    ::_exit(right ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(store.find("a.md", settled).has_value());
  CHECK(store.save().has_value());
  RecordStore again(folder / "records", "key", now);
  CHECK(find(again, "a.md", settled) == record_a);
  CHECK(find(again, "c.md", settled) == "head c|blob c");
}

TEST_CASE("a store that cannot be written is told and its records can still be read") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "taken");
  for (const char* path : {"none/records", "taken"}) {
    CAPTURE(path);
    RecordStore store(folder / path, "key", now);
    store.put("a.md", settled, "1", "head", "one");
    CHECK(store.read("a.md") == "one");
    const Status status = store.save();
    REQUIRE(!status.has_value());
    CHECK(status.error().rule.empty());
    CHECK(store.read("a.md") == "one");
    store.put("b.md", settled, "2", "head", "two");
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
      store.put("c.md", settled, "1", "head", std::string(1500, 'c'));
      store.put("d.md", settled, "1", "head", std::string(1500, 'd'));
      store.put("e.md", settled, "1", "head", "small");
      right = !store.save() && store.read("c.md") == std::string(1500, 'c') &&
              store.read("d.md") == std::string(1500, 'd') && store.read("e.md") == "small";
    }
    ::_exit(right ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(folder.read("records") == before);
  CHECK(find_a(folder / "records") == record_a);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 3);
}
