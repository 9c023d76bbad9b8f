#include "publish/target.hpp"

#include <filesystem>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/base/temporary_folder.hpp"

using namespace baraza;
using namespace baraza::publish;
using baraza::test::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("a site is not written where it would do harm") {
  const TemporaryFolder folder;
  folder.write("bank/cases/bank.yaml", "");
  folder.write("bank/file", "");
  folder.write("bank/public/old.html", "");
  fs::create_directory_symlink("public", folder / "bank/link");
  fs::create_directory_symlink("cases", folder / "bank/to-cases");
  const std::string root = folder / "bank";
  struct Row {
    std::string_view path, why;
  };
  const Row rows[] = {
      {"bank/public", ""},
      {"bank/public/", ""},
      {"bank/new/deep/site", ""},
      {"elsewhere", ""},
      {"bank/casework", ""},
      {"bank", "the bank itself is in there"},
      {"bank/", "the bank itself is in there"},
      {"bank/public/..", "the bank itself is in there"},
      {"", "the bank itself is in there"},
      {"bank/cases", "it would touch `cases`, which the bank is made of"},
      {"bank/cases/site", "it would touch `cases`, which the bank is made of"},
      {"bank/to-cases/site", "it would touch `cases`, which the bank is made of"},
      {"bank/link", "it is a symlink; name the folder that it leads to"},
      {"bank/link/", "it is a symlink; name the folder that it leads to"},
      {"bank/file", "it is a file"},
      {"bank/file/", "it is a file"},
      {"bank/file/a/b", "`bank/file` is a file"},
      {"bank/none/../x", "there is no such place"},
  };
  const fs::path before = fs::current_path();
  fs::current_path(root);
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const std::string path = folder / row.path;
    const Result<Target> target = check_target(path, root, {"cases", "schemas"});
    CHECK(target.has_value() == row.why.empty());
    if (target) continue;
    std::string message = target.error().message;
    if (const std::size_t at = message.find(folder / "bank/file` is"); at != std::string::npos)
      message.erase(at, folder.path().size() + 1);
    CHECK(message.ends_with("`: " + std::string(row.why)));
  }
  const Result<Target> whole = check_target("cases/site", root, {folder / "bank/cases"});
  REQUIRE(!whole.has_value());
  CHECK(whole.error().message ==
        "cannot write a site to `cases/site`: it would touch `cases`, "
        "which the bank is made of");
  CHECK(check_target("./././file", root, {}).error().message ==
        "cannot write a site to `file`: it is a file");
  CHECK(check_target("./public", root, {})->shown == "public");
  const Result<Target> relative = check_target("public/", ".", {"cases"});
  REQUIRE(relative.has_value());
  CHECK(relative->path == folder / "bank/public");
  CHECK(relative->standby == folder / "bank/.public.standby");
  CHECK(relative->shown == "public");
  CHECK(relative->shown_standby == ".public.standby");
  CHECK(!check_target("", ".", {}).has_value());
  CHECK(!check_target("/", ".", {}).has_value());
  fs::current_path(before);
}
