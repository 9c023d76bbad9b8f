// What is damaged is found, told and mended.
#include <string>
#include <vector>

#include "index/damaged.hpp"
#include "index/seal.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("the damage that was noted is told in the words it was noted in") {
  const Folder folder;
  const std::vector<std::string> damage = {
      "`shard-0/postlist.glass` does not read as written",
      "a part of `pack-6` does not read as written, nor do some others"};
  CHECK(find_damage(folder.path(), {}, Look::stamps).empty());
  REQUIRE(note_damage(folder.path(), damage).has_value());
  CHECK(find_damage(folder.path(), {}, Look::stamps) == damage);
  REQUIRE(note_damage(folder.path(), {}).has_value());
  CHECK(find_damage(folder.path(), {}, Look::stamps).size() == 1);
}

TEST_CASE("damage is told by its rule, however its message is worded") {
  Diagnostic reason = damaged("`words` is missing");
  CHECK(is_damage(reason));
  CHECK(is_damage(damaged_inside("`words` does not read as written")));
  CHECK(what_is_damaged(reason) == "`words` is missing");
  reason.message = "some words are missing";
  CHECK(is_damage(reason));
  CHECK(what_is_damaged(reason) == "some words are missing");
  CHECK_FALSE(is_damage({.message = damaged("`words` is missing").message}));
}

}  // namespace
}  // namespace baraza::index
