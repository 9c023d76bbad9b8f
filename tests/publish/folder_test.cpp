#include "publish/folder.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/publish/small_site.hpp"

using namespace baraza;
using namespace baraza::publish;

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
