#include "index/generation.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <sys/resource.h>

#include "index/damaged.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

namespace fs = std::filesystem;

std::string make_generation(const Folder& folder, char digit) {
  std::string name(32, digit);
  fs::create_directory(folder.path() + "/" + name);
  std::ofstream(folder.path() + "/" + name + "/about") << "about";
  return name;
}

TEST_CASE("once another generation is in use, an old one that stays is no failure") {
  const Folder folder;
  const std::string old = make_generation(folder, 'a');
  const std::string now = make_generation(folder, 'b');
  std::string deep = folder.path() + "/" + old;
  for (int i = 0; i < 100; ++i) deep += "/x";
  fs::create_directories(deep);

  // To remove it, more files would have to be open than may be.
  rlimit limit = {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
  const rlimit few{.rlim_cur = 50, .rlim_max = limit.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  const Status switched = switch_to(folder.path(), now);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &limit) == 0);

  CHECK(switched.has_value());
  CHECK(*read_current(folder.path()) == now);
  CHECK(fs::exists(deep));
  CHECK(switch_to(folder.path(), now).has_value());
  CHECK_FALSE(fs::exists(folder.path() + "/" + old));
}

TEST_CASE("only a generation that is gone or being removed is told as gone") {
  const Folder folder;
  const std::string path = folder.path() + "/" + make_generation(folder, 'a');
  const auto is_there = [&] {
    const Result<std::optional<Presence>> presence = Presence::enter(path);
    REQUIRE(presence.has_value());
    return presence->has_value();
  };
  CHECK(is_there());
  {
    const Result<std::optional<Presence>> remover = Presence::alone(path);
    REQUIRE((remover && *remover));
    CHECK_FALSE(is_there());
  }
  CHECK(is_there());

  fs::remove(path + "/about");
  CHECK_FALSE(is_there());
  fs::create_symlink("about", path + "/about");
  const Result<std::optional<Presence>> refused = Presence::enter(path);
  REQUIRE_FALSE(refused.has_value());
  CHECK_FALSE(is_damage(refused.error()));
  CHECK(refused.error().message.starts_with("cannot read `"));
}

TEST_CASE("an index that the system refuses to open is not told to be damaged") {
  const SmallBank small = make_small_bank();
  const Folder folder;
  const std::string path = folder.path() + "/" + open_index(small, folder).generation();
  rlimit limit = {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
  const rlimit none{.rlim_cur = 0, .rlim_max = limit.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  const Result<Index> refused = Index::open_generation(path);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &limit) == 0);
  REQUIRE_FALSE(refused.has_value());
  CHECK_FALSE(is_damage(refused.error()));
  CHECK(refused.error().message.find("too many open files") != std::string::npos);
}

TEST_CASE("a generation is removed unless somebody reads it") {
  const Folder folder;
  const std::string name = make_generation(folder, 'a');
  {
    const Result<std::optional<Presence>> reader = Presence::enter(folder.path() + "/" + name);
    REQUIRE((reader && *reader));
    CHECK_FALSE(remove_unread(folder.path(), name));
    CHECK(fs::exists(folder.path() + "/" + name + "/about"));
  }
  CHECK(remove_unread(folder.path(), name));
  CHECK_FALSE(fs::exists(folder.path() + "/" + name));

  // What is left of one whose remover was killed, which nobody can enter.
  fs::create_directory(folder.path() + "/" + name);
  CHECK(remove_unread(folder.path(), name));
  CHECK_FALSE(fs::exists(folder.path() + "/" + name));
}

}  // namespace
}  // namespace baraza::index
