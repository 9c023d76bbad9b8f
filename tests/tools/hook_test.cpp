#include "tools/hook.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/tools/scratch.hpp"
#include "tools/git.hpp"

namespace baraza::test {
namespace {

using tools::HookOwner;

TEST_CASE("a hook is known again, and a change in it too") {
  const std::string written = tools::hook_text("docs/bank/");
  struct Row {
    std::string_view what;
    std::string text;
    HookOwner owner;
  };
  const Row rows[] = {
      {"as it was written", written, HookOwner::baraza},
      {"of a bank elsewhere", tools::hook_text(""), HookOwner::baraza},
      {"with a line more", written + "make lint\n", HookOwner::changed},
      {"with a word less", written.substr(0, written.size() - 9) + "\n", HookOwner::changed},
      {"cut short", written.substr(0, 80), HookOwner::changed},
      {"that only calls baraza", "#!/bin/sh\nbaraza check --staged || exit 1\n",
       HookOwner::other},
      {"in another language", "#!/usr/bin/env python3\n", HookOwner::other},
      {"behind another's first line", "#!/bin/bash\n" + written, HookOwner::other},
      {"without a line", "", HookOwner::other},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(tools::owner_of_hook(row.text) == row.owner);
  }
}

TEST_CASE("a word stays one word for sh, whatever it holds") {
  const ScratchFolder scratch;
  for (const std::string word : {"plain/path-1.md", "", "two words", "it's", "$(false)`x`\"\\",
                                 "-n", "~/*?[a]", "a;b|c&d", "água", "a\nb"}) {
    CAPTURE(word);
    CHECK(run_in(scratch.path, "printf %s " + tools::for_shell(word)).out == word);
  }
}

TEST_CASE("a folder is named from the root of its repository") {
  const ScratchFolder scratch;
  const std::filesystem::path bank = scratch.path / "repo" / "docs" / "my bank";
  std::filesystem::create_directories(bank);
  CHECK(tools::folder_in_repository(bank.string()).empty());
  std::filesystem::create_directories(scratch.path / "repo" / ".git");
  CHECK(tools::folder_in_repository(bank.string()) == "docs/my bank/");
  CHECK(tools::folder_in_repository((scratch.path / "repo").string()).empty());
  CHECK(tools::folder_in_repository("/").empty());
}

}  // namespace
}  // namespace baraza::test
