// Reads every #include of lib/ and tools/ and keeps the picture of the stages true.
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"

namespace {

namespace fs = std::filesystem;

// Who may include whom, besides itself. tools may include every stage.
const std::map<std::string, std::set<std::string>> allowed = {
    {"base", {}},
    {"language", {"base"}},
    {"content", {"base", "language"}},
    {"parse", {"base", "language", "content"}},
    {"check", {"base", "language", "content"}},
    {"index", {"base", "language", "content"}},
    {"render", {"base", "language", "content"}},
    {"publish", {"base", "language", "content"}},
};

// An outside header begins with one of these and is known to one stage alone.
const std::map<std::string, std::string> walls = {
    {"CLI/", "tools"},        {"yaml-cpp/", "parse"}, {"cmark-gfm", "parse"},
    {"re2/", "check"},        {"xapian", "index"},    {"libstemmer", "language"},
    {"unicode/", "language"}, {"xxhash", "base"},
};

struct Include {
  std::string file;
  std::string stage;
  std::string header;
  bool outside;
};

// The header that a line includes, with its opening quote or bracket; nothing on other lines.
std::optional<std::string> included_by(std::string_view line) {
  line = baraza::trim(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = baraza::trim(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = baraza::trim(line.substr(7));
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return std::nullopt;
  const std::size_t end = line.find_first_of(">\"", 1);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(line.substr(0, end));
}

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const std::string& top : {std::string("lib"), std::string("tools")}) {
    const fs::path root = fs::path(BARAZA_SOURCE_DIR) / top;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".hpp" && extension != ".cpp") continue;
      const fs::path relative = fs::relative(entry.path(), root);
      const std::string stage = top == "tools" ? "tools" : relative.begin()->string();
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);)
        if (const std::optional<std::string> found = included_by(line))
          includes.push_back(
              {entry.path().string(), stage, found->substr(1), (*found)[0] == '<'});
    }
  }
  return includes;
}

bool is_standard(const std::string& header) {
  return header.find('.') == std::string::npos && header.find('/') == std::string::npos;
}

bool is_system(const std::string& header) {
  static const std::set<std::string> names = {
      "unistd.h",    "fcntl.h",        "poll.h",       "signal.h",      "dirent.h",
      "errno.h",     "malloc.h",       "sys/file.h",   "sys/mman.h",    "sys/socket.h",
      "sys/prctl.h", "sys/resource.h", "sys/stat.h",   "sys/types.h",   "sys/wait.h",
      "sys/ioctl.h", "linux/fs.h",     "sys/statfs.h", "sys/syscall.h", "sys/xattr.h",
      "stdio.h",     "termios.h"};
  return names.contains(header);
}

TEST_CASE("a stage includes only base, language, content and itself") {
  const std::vector<Include> includes = all_includes();
  REQUIRE(includes.size() > 100);
  for (const Include& include : includes) {
    if (include.outside || include.stage == "tools") continue;
    const std::string from = include.header.substr(0, include.header.find('/'));
    CAPTURE(include.file);
    CAPTURE(include.header);
    REQUIRE(allowed.contains(include.stage));
    CHECK((from == include.stage || allowed.at(include.stage).contains(from)));
  }
}

TEST_CASE("an outside library is known to one stage alone") {
  std::set<std::string> seen;
  for (const Include& include : all_includes()) {
    if (!include.outside || is_standard(include.header) || is_system(include.header)) continue;
    CAPTURE(include.file);
    CAPTURE(include.header);
    bool known = false;
    for (const auto& [prefix, stage] : walls) {
      if (include.header.rfind(prefix, 0) != 0) continue;
      known = true;
      seen.insert(prefix);
      CHECK(include.stage == stage);
    }
    CHECK(known);
  }
  CHECK(seen.size() == walls.size());  // a wall without a library behind it can go
}

TEST_CASE("the main header of a stage says in its first sentence what the stage is for") {
  const std::map<std::string, std::string> main_headers = {
      {"base", "result.hpp"},     {"language", "words.hpp"},     {"content", "bank.hpp"},
      {"parse", "case_file.hpp"}, {"check", "check_record.hpp"}, {"index", "index.hpp"},
      {"render", "site.hpp"},     {"publish", "folder.hpp"},
  };
  CHECK(main_headers.size() == allowed.size());
  for (const auto& one : main_headers) {
    CAPTURE(one.first);
    std::ifstream file(fs::path(BARAZA_SOURCE_DIR) / "lib" / one.first / one.second);
    std::string first;
    std::getline(file, first);
    CHECK(first.rfind("// The stage " + one.first + " ", 0) == 0);
  }
}

}  // namespace
