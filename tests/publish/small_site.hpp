// Small sites in folders of their own, for the tests of how they are written.
#pragma once

#include <csignal>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/interrupt.hpp"
#include "publish/folder.hpp"
#include "tests/base/temporary_folder.hpp"

namespace baraza::publish {

using test::TemporaryFolder;
namespace fs = std::filesystem;

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

inline Site together(Site a, const Site& b) {
  a.insert(b.begin(), b.end());
  return a;
}

// Starts a process that does `work` and is killed some time after `has_begun`, if it takes that
// long.
template <class Work, class Begun>
inline void kill_after(int microseconds, Work work, Begun has_begun) {
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

inline Site large_site(int version) {
  Site site;
  for (int i = 0; i < 60; ++i)
    site["p/" + std::to_string(i % 20) + "/" + std::to_string(i) + ".html"] =
        std::string(2000, static_cast<char>('a' + (i % 3 == 0 ? version : 0)));
  site["only-" + std::to_string(version)] = "v";
  return site;
}

}  // namespace baraza::publish
