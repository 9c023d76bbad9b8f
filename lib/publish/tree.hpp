// A folder that is worked in from an open descriptor, part by part, so that no symlink in it
// can lead anywhere else.
//
// Paths are relative to the folder and `/`-separated; "" is the folder itself. Symlinks are
// never followed: for reading they are no files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza::publish {

class Tree {
 public:
  // `path` leads to it, `shown` is what users call it.
  static Result<Tree> open(const std::string& path, std::string shown);

  int descriptor() const { return root_.get(); }
  const std::string& shown() const { return shown_; }
  // Is it still this folder that is at `path`?
  bool is_at(const std::string& path) const;

  struct Look {
    EntryKind kind = EntryKind::missing;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    bool same_file(const Look& other) const {
      return kind != EntryKind::missing && device == other.device && inode == other.inode;
    }
  };
  Look look(const std::string& path);
  // The file at `path`, if there is one and it has just these bytes.
  std::optional<Look> find_same(const std::string& path, std::string_view bytes);
  bool holds(const std::string& path, std::string_view bytes) {
    return find_same(path, bytes).has_value();
  }
  Result<std::string> read(const std::string& path);

  // All in the tree in the order of bytes, a folder before what it holds. `visit` answers
  // whether to go into a folder.
  using Visit = std::function<bool(const std::string& path, EntryKind kind)>;
  Status walk(const Visit& visit);

  // These replace what is at `path` and make the folders above it; where a file stands in the
  // way of a folder, or the other way round, they remove it.
  Status write(const std::string& path, std::string_view bytes, Sync sync = Sync::no);
  // As write(), for a tree that nobody looks at yet: faster, since a file is not renamed over
  // another, for which some file systems go to the disk; a run that is killed may leave a half.
  // Another name of the file that was there keeps its bytes.
  Status write_unseen(const std::string& path, std::string_view bytes);
  Status make_folder(const std::string& path);
  // Gives this tree what `from` has at `path`: as a second name of one file, or, where the file
  // system has no such thing or `may_link` is false, as a copy.
  Status take_from(Tree& from, const std::string& path, bool may_link);

  // Could it be a second name, of the file `name` that `from` has?
  bool can_link_from(const Tree& from, const std::string& name) const;

  Status remove(const std::string& path);
  // Removes the folders above `path` that are empty.
  void remove_empty_above(const std::string& path);

 private:
  struct Spot {  // the folder a path is in, and its name there
    int folder = -1;
    std::string name;
  };
  enum class Missing { leave, make };

  Spot find_spot(const std::string& path, Missing missing);
  int open_folder(const std::string& path, Missing missing);
  Descriptor open_file(const std::string& path, struct stat& info);
  Status copy_symlink(const Spot& source, const Spot& target, const std::string& path);
  std::string shown_path(const std::string& path) const { return join_path(shown_, path); }

  Descriptor root_;
  std::string shown_;
  // The folder that was asked for last and those above it stay open: most files come folder by
  // folder.
  struct OpenFolder {
    std::string name;
    Descriptor folder;
  };
  std::vector<OpenFolder> open_;
};

}  // namespace baraza::publish
