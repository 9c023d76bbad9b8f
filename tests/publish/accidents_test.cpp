// What happens to a site when a build is killed, interrupted, or runs out of disk.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/publish/small_site.hpp"

using namespace baraza;
using namespace baraza::publish;

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
