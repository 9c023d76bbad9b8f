#include "base/files.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/hash.hpp"
#include "temporary_folder.hpp"

using namespace baraza;
using baraza::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  REQUIRE(read_names(Descriptor(::open(folder.c_str(), O_RDONLY)), names));
  return names;
}

}  // namespace

TEST_CASE("a fingerprint is the published XXH3 of 128 bits") {
  CHECK(hash_of("") == "99aa06d3014798d86001c324468d497f");
  CHECK(hash_of("a") == "a96faf705af16834e6c632b61e964e1f");
  CHECK(hash_of("a") != hash_of("b"));
  CHECK(short_hash("a") == "a96faf705af16834");
}

TEST_CASE("a fingerprint does not depend on the pieces that bytes come in") {
  std::string bytes;
  for (std::size_t i = 0; i < 100000; ++i) bytes.push_back(static_cast<char>(i * i / 7 % 128));
  CHECK(RunningHash().digits() == hash_of(""));
  for (const std::size_t piece : {1U, 7U, 240U, 4096U, 99999U}) {
    CAPTURE(piece);
    RunningHash hash;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      hash.add(std::string_view(bytes).substr(at, piece));
    CHECK(hash.digits() == hash_of(bytes));
  }
}

TEST_CASE("a file is read whole, or it is said why not") {
  const TemporaryFolder folder;
  folder.write("a.md", std::string("x\0y\r\n", 5));
  folder.write("empty.md", "");
  fs::create_directory(folder / "sub.md");
  fs::create_symlink("a.md", folder / "link.md");
  REQUIRE(::mkfifo((folder / "pipe.md").c_str(), 0600) == 0);

  FileStamp stamp;
  CHECK(*read_file(folder / "a.md", "a.md", 5, &stamp) == std::string("x\0y\r\n", 5));
  CHECK(stamp == stamp_of(folder / "a.md"));
  CHECK(stamp.size == 5);
  CHECK(read_file(folder / "empty.md", "empty.md", 0)->empty());
  CHECK(read_file(folder / "link.md", "link.md")->size() == 5);
  CHECK(read_file("/proc/self/status", "status")->size() > 100);  // its size is told as 0

  struct Row {
    std::string name;
    std::size_t most;
    std::string rule, message;
  };
  const Row rows[] = {
      {"a.md", 4, "E114", "the file is larger than 4 bytes"},
      {"none.md", 9, "E110", "cannot be read: no such file or directory"},
      {"sub.md", 9, "E110", "this is a folder, not a file"},
      {"pipe.md", 9, "E110", "this is not a plain file"},
      {"a.md/b.md", 9, "E110", "cannot be read: not a directory"},
      {std::string(300, 'a'), 9, "E110", "cannot be read: file name too long"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Result<std::string> read = read_file(folder / row.name, "cases/x", row.most);
    REQUIRE(!read.has_value());
    CHECK(read.error().rule == row.rule);
    CHECK(read.error().message == row.message);
    CHECK(read.error().where.path == "cases/x");
  }
}

TEST_CASE("the start of a file is read, however long it is") {
  const TemporaryFolder folder;
  folder.write("a.jpg", "12345");
  FileStamp stamp;
  CHECK(*read_start(folder / "a.jpg", "a.jpg", 3, &stamp) == "123");
  CHECK(stamp == stamp_of(folder / "a.jpg"));
  CHECK(*read_start(folder / "a.jpg", "a.jpg", 5) == "12345");
  CHECK(*read_start(folder / "a.jpg", "a.jpg", 100) == "12345");
  CHECK(read_start(folder / "none.jpg", "x", 3).error().rule == "E110");
  CHECK(read_start(folder / ".", "x", 3).error().rule == "E110");
}

TEST_CASE("a folder is listed by the bytes of the paths, and odd links are findings") {
  const TemporaryFolder folder;
  for (const char* name : {"bank/cases/b.md", "bank/cases/a/x.md", "bank/cases/a-b.md",
                           "bank/cases/.hidden/x.md", "bank/images/i.png", "outside.md"})
    folder.write(name, "text");
  const std::string cases = folder / "bank/cases/";
  fs::create_directory(cases + "folder.md");
  fs::create_symlink("../images/i.png", cases + "inside.png");
  fs::create_symlink("../images", cases + "images");
  fs::create_symlink("../../outside.md", cases + "leaves.md");
  fs::create_symlink("../..", cases + "leaves");
  fs::create_symlink("/etc/hostname-that-is-not", cases + "nowhere.md");
  fs::create_symlink("self.md", cases + "self.md");
  fs::create_symlink("../a", cases + "a/up");
  fs::create_symlink(".", cases + "here");
  REQUIRE(::mkfifo((cases + "pipe.md").c_str(), 0600) == 0);
  folder.write("bank/cases/caf\xE9.md", "");
  folder.write("bank/cases/a\nb.md", "");

  Diagnostics found;
  const std::vector<Entry> entries = list_folder(folder / "bank", "cases", found);
  std::string listed;
  for (const Entry& entry : entries)
    listed += entry.path + " " + std::to_string(static_cast<int>(entry.kind)) + "\n";
  CHECK(listed ==
        "cases/a 2\ncases/a-b.md 1\ncases/a/x.md 1\ncases/b.md 1\ncases/folder.md 2\n"
        "cases/images 3\ncases/inside.png 1\ncases/pipe.md 4\n");
  CHECK(entries[1].stamp == stamp_of(cases + "a-b.md"));

  std::string findings;
  for (const Diagnostic& one : found.sorted())
    findings += one.where.path + " " + one.rule + " " + one.message + "\n";
  CHECK(findings ==
        "cases E115 a name in this folder is not plain text: `a%0Ab.md`\n"
        "cases E115 a name in this folder is not plain text: `caf%E9.md`\n"
        "cases/a/up E112 this symlink leads in a circle, to a folder it is in\n"
        "cases/folder.md E113 this folder is named like a file\n"
        "cases/here E112 this symlink leads in a circle, to a folder it is in\n"
        "cases/leaves E111 this symlink leaves the bank\n"
        "cases/leaves.md E111 this symlink leaves the bank\n"
        "cases/nowhere.md E112 this symlink leads nowhere\n"
        "cases/pipe.md E110 this is not a plain file\n"
        "cases/self.md E112 this symlink leads in a circle\n");
}

TEST_CASE("a folder to list that is missing, a file, or leads out of the bank is a finding") {
  const TemporaryFolder folder;
  folder.write("bank/file", "");
  fs::create_symlink("/etc", folder / "bank/etc");
  for (const auto& [name, rule] :
       {std::pair{"none", "E110"}, {"file", "E110"}, {"etc", "E111"}}) {
    Diagnostics found;
    CHECK(list_folder(folder / "bank", name, found).empty());
    REQUIRE(found.size() == 1);
    CHECK(found.all()[0].rule == rule);
    CHECK(found.all()[0].where.path == name);
  }
}

TEST_CASE("a file is written whole, and keeps its permissions") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.txt";
  REQUIRE(write_whole(path, "one").has_value());
  CHECK(folder.read("a.txt") == "one");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  REQUIRE(write_whole(path, "two", Sync::yes).has_value());
  CHECK(folder.read("a.txt") == "two");
  CHECK(fs::status(path).permissions() == static_cast<fs::perms>(0640));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"a.txt"});

  const Status in_nothing = write_whole(folder / "none/a.txt", "x");
  REQUIRE(!in_nothing.has_value());
  CHECK(in_nothing.error().rule.empty());
  CHECK(in_nothing.error().message ==
        "cannot write `" + (folder / "none/a.txt") + "`: no such file or directory");
  CHECK(!write_whole(folder.path(), "x").has_value());
}

TEST_CASE("append_to adds to what is there, or makes the file") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.txt";
  CHECK(append_to(path, "one\n").has_value());
  CHECK(append_to(path, "").has_value());
  CHECK(append_to(path, "two\n").has_value());
  CHECK(*read_file(path, "a.txt") == "one\ntwo\n");
  CHECK(!append_to(folder.path(), "x").has_value());
  CHECK(append_to(folder / "none/a.txt", "x").error().message ==
        "cannot write `" + (folder / "none/a.txt") + "`: no such file or directory");
}

TEST_CASE("a writer that is given up leaves what was there") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  {
    Result<FileWriter> writer = FileWriter::open(folder / "a.txt");
    REQUIRE(writer.has_value());
    REQUIRE(writer->append("half").has_value());
    CHECK(writer->size() == 4);
  }
  CHECK(folder.read("a.txt") == "old");
  CHECK(names_in(folder.path()).size() == 1);
}

TEST_CASE("a disk that takes no more leaves what was there and is named") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Status status = write_whole(folder / "a.txt", std::string(5000, 'x'));
    const bool told = !status && status.error().rule.empty() && !status.error().hint.empty() &&
                      status.error().message.ends_with("a.txt`: file too large");
    ::_exit(told ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(folder.read("a.txt") == "old");
  CHECK(names_in(folder.path()).size() == 1);
  CHECK(system_error("write", "x", ENOSPC).message ==
        "cannot write `x`: no space left on device");
}

TEST_CASE("what a killed run left behind is swept up") {
  const TemporaryFolder folder;
  folder.write(".baraza-tmp-1-0", "half");
  folder.write("mine", "whole");
  remove_temporaries(folder.path());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"mine"});
}

TEST_CASE("folders are made as deep as asked, but not through a file") {
  const TemporaryFolder folder;
  CHECK(make_folders(folder / "a/b/c").has_value());
  CHECK(make_folders(folder / "a/b/c/").has_value());
  CHECK(fs::is_directory(folder / "a/b/c"));
  folder.write("file", "");
  const Status status = make_folders(folder / "file/x");
  REQUIRE(!status.has_value());
  CHECK(status.error().message ==
        "cannot make the folder `" + (folder / "file") + "`: a file is in the way");
}

TEST_CASE("a folder is removed with all in it, and symlinks are not followed") {
  const TemporaryFolder folder;
  folder.write("tree/a/b/c.txt", "x");
  folder.write("tree/d.txt", "x");
  folder.write("kept/x.txt", "x");
  fs::create_directory_symlink("../../kept", folder / "tree/a/link");
  CHECK(remove_tree(folder.path(), "tree").has_value());
  CHECK(remove_tree(folder.path(), "tree").has_value());
  CHECK(remove_tree(folder / "none", "tree").has_value());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"kept"});
  CHECK(folder.read("kept/x.txt") == "x");
  fs::create_directory_symlink("kept", folder / "link");
  CHECK(remove_tree(folder.path(), "link").has_value());
  CHECK(folder.read("kept/x.txt") == "x");
}

TEST_CASE("paths are joined and compared part by part") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "/b") == "/b");
  CHECK(lies_within("/a/b", "/a"));
  CHECK(lies_within("/a", "/a"));
  CHECK(lies_within("/a", "/"));
  CHECK_FALSE(lies_within("/ab", "/a"));
  CHECK_FALSE(lies_within("/a", "/a/b"));

  const TemporaryFolder folder;
  folder.write("a/file", "");
  fs::create_directory_symlink("a", folder / "link");
  fs::create_symlink("nowhere", folder / "dangling");
  CHECK(real_path(folder / "link/../link/x/y") == folder / "a/x/y");
  CHECK(real_path(folder / "none") == folder / "none");
  CHECK(real_path(folder / "none/") == folder / "none");
  CHECK(real_path(folder / "none/../x").empty());
  CHECK(real_path(folder / "a/file/x").empty());
  CHECK(real_path(folder / "dangling").empty());
  CHECK(kind_of(folder / "link") == EntryKind::symlink);
  CHECK(kind_of(folder / "none") == EntryKind::missing);
}
