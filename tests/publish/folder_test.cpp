#include "publish/folder.hpp"

#include <csignal>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/interrupt.hpp"
#include "tests/base/temporary_folder.hpp"

using namespace baraza;
using namespace baraza::publish;
using baraza::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

using Site = std::map<std::string, std::string>;

// A folder of its own with a site.
struct Bank {
  TemporaryFolder folder;
  bool exchange = true;
  bool link = true;

  FolderOptions options() const {
    return {.path = folder / "public",
            .root = folder.path(),
            .sources = {folder / "cases"},
            .exchange = exchange,
            .link = link};
  }

  Result<Published> publish(const Site& site) const {
    Result<Folder> out = Folder::open(options());
    if (!out) return out.error();
    const FileSink sink = out->sink();
    for (const auto& [path, bytes] : site)
      if (Status status = sink({path, bytes}); !status) return status.error();
    return out->finish();
  }

  std::string message(const Site& site) const {
    const Result<Published> published = publish(site);
    if (published) return {};
    CHECK(published.error().rule.empty());
    std::string text = published.error().message;
    for (std::size_t at = text.find(folder.path()); at != std::string::npos;
         at = text.find(folder.path()))
      text.erase(at, folder.path().size() + 1);
    return text;
  }

  // What is in the site; of symlinks where they lead, of empty folders `(folder)`.
  Site read(const std::string& name = "public") const {
    Site site;
    const fs::path root = folder / name;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().lexically_relative(root).string();
      if (entry.is_symlink())
        site[path] = std::string("-> ").append(fs::read_symlink(entry.path()).string());
      else if (entry.is_directory() && fs::is_empty(entry.path()))
        site[path] = "(folder)";
      else if (entry.is_regular_file() && path != ".baraza-site")
        site[path] = folder.read(join_path(name, path));
    }
    return site;
  }

  std::uint64_t inode(const std::string& path) const {
    return stamp_of(folder / path).value_or(FileStamp()).inode;
  }
};

const Site one = {{"index.html", "home"}, {"a/x.html", "x"}, {"a/b/y.html", "y"}};
const Site two = {{"index.html", "home 2"}, {"a/x.html", "x"}, {"c/z.html", "z"}};

Site together(Site a, const Site& b) {
  a.insert(b.begin(), b.end());
  return a;
}

// Starts a process that does `work` and is killed some time after `has_begun`, if it takes that
// long.
template <class Work, class Begun>
void kill_after(int microseconds, Work work, Begun has_begun) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  pid_t ended = 0;
  while (ended == 0 && !has_begun()) ended = ::waitpid(child, nullptr, WNOHANG);
  if (ended != 0) return;
  ::usleep(static_cast<useconds_t>(microseconds));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

Site large_site(int version) {
  Site site;
  for (int i = 0; i < 60; ++i)
    site["p/" + std::to_string(i % 20) + "/" + std::to_string(i) + ".html"] =
        std::string(2000, static_cast<char>('a' + (i % 3 == 0 ? version : 0)));
  site["only-" + std::to_string(version)] = "v";
  return site;
}

}  // namespace

TEST_CASE("a site is what was put, build after build") {
  for (const bool exchange : {true, false})
    for (const bool link : {true, false}) {
      CAPTURE(exchange);
      CAPTURE(link);
      const Bank bank = {.folder = {}, .exchange = exchange, .link = link};
      const Result<Published> first = bank.publish(one);
      REQUIRE(first.has_value());
      CHECK(bank.read() == one);
      CHECK(*first == Published{.written = 3, .bytes = 6});

      const Result<Published> second = bank.publish(two);
      REQUIRE(second.has_value());
      CHECK(bank.read() == two);
      CHECK(second->written == 2);
      CHECK(second->unchanged == 1);
      CHECK(second->removed == 1);
      CHECK(second->bytes == 7);
      CHECK(second->notes.size() == (exchange ? 0 : 1));

      const std::uint64_t before = bank.inode("public/index.html");
      const Result<Published> third = bank.publish(two);
      REQUIRE(third.has_value());
      CHECK(*third == Published{.unchanged = 3});
      CHECK(bank.inode("public/index.html") == before);

      CHECK(bank.publish(one).has_value());
      CHECK(bank.publish(two).has_value());
      CHECK(bank.publish({}).has_value());
      CHECK(bank.read().empty());
      CHECK(bank.publish(one).has_value());
      CHECK(bank.read() == one);
    }
}

TEST_CASE("what is unchanged is one file in both trees, and what changed never is") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  const std::uint64_t unchanged = bank.inode("public/a/x.html");
  REQUIRE(bank.publish(two).has_value());
  CHECK(bank.inode("public/a/x.html") == unchanged);
  CHECK(bank.inode(".public.standby/a/x.html") == unchanged);
  CHECK(bank.read(".public.standby") == one);
  CHECK(bank.inode("public/index.html") != bank.inode(".public.standby/index.html"));
}

TEST_CASE("the list of what baraza wrote is the same for the same site") {
  const Bank a;
  const Bank b;
  REQUIRE(a.publish(two).has_value());
  REQUIRE(b.publish(one).has_value());
  REQUIRE(b.publish(two).has_value());
  CHECK(a.folder.read("public/.baraza-site") == b.folder.read("public/.baraza-site"));
}

TEST_CASE("files of others are carried over") {
  for (const bool exchange : {true, false})
    for (const bool link : {true, false}) {
      CAPTURE(exchange);
      CAPTURE(link);
      const Bank bank = {.folder = {}, .exchange = exchange, .link = link};
      REQUIRE(bank.publish(one).has_value());
      bank.folder.write("public/CNAME", "example.org");
      bank.folder.write("public/a/b/mine.txt", "mine");
      bank.folder.write("public/.git/config", "git");
      fs::create_directory(bank.folder / "public/empty");
      fs::create_symlink("/nowhere", bank.folder / "public/link");
      fs::create_directory_symlink("..", bank.folder / "public/up");
      fs::permissions(bank.folder / "public/CNAME", static_cast<fs::perms>(0600));
      const Site others = {{"CNAME", "example.org"}, {"a/b/mine.txt", "mine"},
                           {".git/config", "git"},   {"empty", "(folder)"},
                           {"link", "-> /nowhere"},  {"up", "-> .."}};

      const Result<Published> published = bank.publish(two);
      REQUIRE(published.has_value());
      CHECK(published->kept == 6);
      CHECK(bank.read() == together(two, others));
      CHECK(fs::status(bank.folder / "public/CNAME").permissions() ==
            static_cast<fs::perms>(0600));

      // What its owner changes and removes stays changed and removed.
      fs::remove(bank.folder / "public/CNAME");
      bank.folder.write("public/.git/config", "git 2");
      REQUIRE(bank.publish(one).has_value());
      REQUIRE(bank.publish(two).has_value());
      CHECK(!bank.read().contains("CNAME"));
      CHECK(bank.read().at(".git/config") == "git 2");
    }
}

TEST_CASE(
    "a page that was changed by hand is mended, and kept once baraza no longer writes it") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  bank.folder.write("public/a/x.html", "by hand");
  REQUIRE(bank.publish(one).has_value());
  CHECK(bank.read() == one);

  bank.folder.write("public/a/b/y.html", "by hand");
  const Result<Published> published = bank.publish(two);
  REQUIRE(published.has_value());
  CHECK(published->removed == 0);
  CHECK(published->kept == 1);
  REQUIRE(published->notes.size() == 1);
  CHECK(published->notes[0].find("a/b/y.html` was changed by hand") != std::string::npos);
  CHECK(bank.read() == together(two, {{"a/b/y.html", "by hand"}}));
}

TEST_CASE("somebody else's file in the way is named, and nothing is changed") {
  struct Row {
    std::string_view what, theirs;
    Site site;
    std::string_view in_the_way;
  };
  const Row rows[] = {
      {"the file itself", "robots.txt", {{"robots.txt", "ours"}}, "public/robots.txt"},
      {"a file for a folder", "b", {{"b/x.html", "ours"}}, "public/b"},
      {"a folder for a file", "b/c/theirs", {{"b", "ours"}}, "public/b/c/theirs"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Bank bank;
    REQUIRE(bank.publish(one).has_value());
    bank.folder.write("public/" + std::string(row.theirs), "theirs");
    CHECK(bank.message(together(one, row.site)) ==
          "`" + std::string(row.in_the_way) +
              "` is in the way of the site, and baraza did not write it");
    CHECK(bank.read() == together(one, {{std::string(row.theirs), "theirs"}}));
  }
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  fs::create_directory_symlink(bank.folder.path(), bank.folder / "public/b");
  CHECK(bank.message(together(one, {{"b/x.html", "ours"}})).starts_with("`public/b` is in"));
  CHECK(bank.folder.read("x.html") == "(none)");
  fs::remove(bank.folder / "public/b");
  bank.folder.write("public/same.html", "ours");
  CHECK(bank.publish(together(one, {{"same.html", "ours"}})).has_value());
}

TEST_CASE("files may become folders and folders files") {
  for (const bool exchange : {true, false}) {
    CAPTURE(exchange);
    const Bank bank = {.folder = {}, .exchange = exchange};
    const Site file = {{"a", "file"}, {"b/c", "c"}};
    const Site folder = {{"a/x/y", "y"}, {"b", "file"}};
    for (const Site& site : {file, folder, file, folder}) {
      REQUIRE(bank.publish(site).has_value());
      CHECK(bank.read() == site);
    }
  }
}

TEST_CASE("a folder that baraza did not write is refused") {
  const Bank bank;
  bank.folder.write("public/thesis.doc", "all my work");
  CHECK(bank.message(one) ==
        "`public` holds files that baraza did not write, such as `thesis.doc`");
  CHECK(bank.read() == Site{{"thesis.doc", "all my work"}});
  CHECK(!fs::exists(bank.folder / ".public.standby"));

  fs::remove(bank.folder / "public/thesis.doc");
  CHECK(bank.publish(one).has_value());
  CHECK(bank.read() == one);

  bank.folder.write("public/.baraza-site", "rubbish");
  CHECK(bank.message(two) ==
        "`public/.baraza-site` is damaged: it no longer tells what baraza wrote");
  CHECK(bank.read() == one);

  const Bank other;
  other.folder.write(".public.standby/mine", "mine");
  CHECK(other.message(one) ==
        "`.public.standby` holds files that baraza did not write, such as `mine`");
  const Bank third;
  third.folder.write(".public.standby", "mine");
  CHECK(third.message(one) == "`.public.standby` is no folder");
}

TEST_CASE("files that cannot both be are an error, and the site stays") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  CHECK(bank.message({{"../x", ""}}) ==
        "a file of the site cannot be `../x`: a part of it is `.` or `..`");
  CHECK(bank.message({{"A.html", ""}, {"a.html", ""}}) ==
        "a file of the site cannot be `a.html`: it is `A.html` but for the case");
  CHECK(bank.read() == one);

  Result<Folder> out = Folder::open(bank.options());
  REQUIRE(out.has_value());
  CHECK(!out->put({"../x", ""}).has_value());
  CHECK(!out->finish().has_value());
  CHECK(bank.read() == one);
}

TEST_CASE("two builds at once do not mix") {
  for (const bool first : {true, false}) {
    CAPTURE(first);
    const Bank bank;
    if (!first) REQUIRE(bank.publish(one).has_value());
    Result<Folder> out = Folder::open(bank.options());
    REQUIRE(out.has_value());
    CHECK(bank.message(two) == std::string("another baraza is writing `") +
                                   (first ? ".public.standby`" : "public`"));
    REQUIRE(out->put({"index.html", "done"}).has_value());
    REQUIRE(out->finish().has_value());
    CHECK(bank.read() == Site{{"index.html", "done"}});
  }
}

TEST_CASE("what is put into the site while it is built is brought along") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  Result<Folder> out = Folder::open(bank.options());
  REQUIRE(out.has_value());
  REQUIRE(out->put({"index.html", "new"}).has_value());
  bank.folder.write("public/late.txt", "late");
  REQUIRE(out->finish().has_value());
  CHECK(bank.read() == Site{{"index.html", "new"}, {"late.txt", "late"}});
}

TEST_CASE("a build that is killed leaves the site of before or the new one, whole") {
  const Bank bank;
  REQUIRE(bank.publish(large_site(0)).has_value());
  bank.folder.write("public/mine", "mine");
  for (int version = 1; version <= 8; ++version) {
    CAPTURE(version);
    const Site before = bank.read();
    const Site after = together(large_site(version), {{"mine", "mine"}});
    kill_after(
        version * 2500, [&] { static_cast<void>(bank.publish(large_site(version))); },
        [] { return true; });
    const Site now = bank.read();
    CHECK((now == before || now == after));
  }
  REQUIRE(bank.publish(large_site(20)).has_value());
  CHECK(bank.read() == together(large_site(20), {{"mine", "mine"}}));
}

TEST_CASE("a build killed while it changes the site file by file is finished by the next") {
  const Bank bank = {.folder = {}, .exchange = false};
  REQUIRE(bank.publish(large_site(0)).has_value());
  bank.folder.write("public/mine", "mine");
  std::size_t finished = 0;
  for (int version = 1; version <= 5; ++version) {
    CAPTURE(version);
    const auto has_journal = [&] {
      return fs::exists(bank.folder / ".public.standby/.baraza-journal");
    };
    kill_after(
        version * 200, [&] { static_cast<void>(bank.publish(large_site(version))); },
        has_journal);
    const bool journal = has_journal();
    Result<Folder> next = Folder::open(bank.options());
    REQUIRE(next.has_value());
    Site now = bank.read();
    CHECK(now.erase("mine") == 1);
    bool whole = false;
    for (int i = 0; i <= version; ++i) whole = whole || now == large_site(i);
    CHECK(whole);
    if (!journal) continue;
    ++finished;
    CHECK(now == large_site(version));
    for (const auto& [path, bytes] : now) REQUIRE(next->put({path, bytes}).has_value());
    const Result<Published> published = next->finish();
    REQUIRE(published.has_value());
    CHECK(published->notes.size() == 1);
    CHECK(published->written == 0);
  }
  CHECK(finished > 0);
  CHECK(bank.publish(large_site(30)).has_value());
  CHECK(bank.read() == together(large_site(30), {{"mine", "mine"}}));
}

TEST_CASE("a disk that fills up leaves the site of before") {
  for (const bool exchange : {true, false}) {
    CAPTURE(exchange);
    const Bank bank = {.folder = {}, .exchange = exchange};
    REQUIRE(bank.publish(one).has_value());
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit small = {3000, 3000};
      ::setrlimit(RLIMIT_FSIZE, &small);
      const std::string text =
          bank.message({{"a/x.html", "new"}, {"index.html", std::string(9999, 'x')}});
      ::_exit(text == "cannot write `.public.standby/index.html`: file too large" ? 0 : 1);
    }
    int how = 0;
    REQUIRE(::waitpid(child, &how, 0) == child);
    CHECK(how == 0);
    CHECK(bank.read() == one);
    REQUIRE(bank.publish(two).has_value());
    CHECK(bank.read() == two);
  }
}

TEST_CASE("an interrupted build leaves the site of before") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  const pid_t child = ::fork();
  if (child == 0) {
    catch_interrupts();
    Result<Folder> out = Folder::open(bank.options());
    bool right = out && out->put({"index.html", "new"}).has_value();
    std::raise(SIGINT);
    right = right && !out->finish().has_value() && !out->put({"b.html", "new"}).has_value();
    ::_exit(right ? 0 : 1);
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  CHECK(how == 0);
  CHECK(bank.read() == one);
  CHECK(bank.publish(two).has_value());
  CHECK(bank.read() == two);
}

TEST_CASE("odd things in the standby are cleared away and never followed") {
  const Bank bank;
  REQUIRE(bank.publish(one).has_value());
  REQUIRE(bank.publish(two).has_value());
  bank.folder.write("outside/x.html", "outside");
  fs::remove_all(bank.folder / ".public.standby/a");
  fs::create_directory_symlink(bank.folder / "outside", bank.folder / ".public.standby/a");
  fs::remove(bank.folder / ".public.standby/index.html");
  bank.folder.write(".public.standby/index.html/deep/file", "x");
  bank.folder.write(".public.standby/.baraza-tmp-1-0", "x");
  REQUIRE(bank.publish(one).has_value());
  CHECK(bank.read() == one);
  CHECK(bank.folder.read("outside/x.html") == "outside");
}

TEST_CASE("a site may be made where folders are missing, and only there") {
  const Bank bank;
  FolderOptions options = bank.options();
  options.path = bank.folder / "a/b/site/";
  Result<Folder> out = Folder::open(options);
  REQUIRE(out.has_value());
  REQUIRE(out->put({"index.html", "home"}).has_value());
  REQUIRE(out->finish().has_value());
  CHECK(bank.read("a/b/site") == Site{{"index.html", "home"}});

  options.path = bank.folder / "cases";
  CHECK(!Folder::open(options).has_value());
  options.path = bank.folder / "a/b/site/index.html/x";
  CHECK(!Folder::open(options).has_value());
}
