// What git knows of a bank: which files differ, and what they were. Asked of the program git
// itself, since a library for it is many times slower at that.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::tools {

// The folder `path` as its repository names it: `docs/bank/`, or empty at the root of one and
// outside of any. Only looks for `.git`, in the folder and above it.
std::string folder_in_repository(const std::string& path);

// The repository that a bank lies in; all paths are relative to the bank's root.
class Git {
 public:
  // Fails where there is no program git, or `root` lies in no work tree of it.
  static Result<Git> open(const std::string& root);

  // The folder of the repository's hooks, from `/` on, wherever `core.hooksPath` puts it; it
  // may not exist yet.
  Result<std::string> hooks_folder() const;
  // The bank as the repository names it: `docs/bank/`, or empty.
  Result<std::string> folder() const;

  // The full id of the commit that `revision` names; fails where there is none.
  Result<std::string> commit_of(const std::string& revision) const;
  // Files of the work tree that differ from `revision`, are new, or are gone; all of them where
  // `revision` is HEAD and nothing was committed yet.
  Result<std::vector<std::string>> changed_since(const std::string& revision) const;
  // Files whose next commit differs from HEAD.
  Result<std::vector<std::string>> staged() const;
  // Files of the work tree that differ from what is staged, with what is staged of them;
  // nothing where the file is not staged at all. Of files that are no text (`.md`, `.yaml`,
  // `.html`) no bytes are read: an empty text says that there is one.
  Result<std::map<std::string, std::optional<std::string>>> staged_instead() const;
  // The bytes that files below `folder` had in `revision`, if they differ from the work tree's.
  Result<std::map<std::string, std::string>> before(const std::string& revision,
                                                    const std::string& folder) const;

 private:
  explicit Git(std::string root) : root_(std::move(root)) {}

  Result<std::string> run(std::vector<std::string> arguments,
                          const std::string& input = {}) const;
  Result<std::vector<std::string>> names(std::vector<std::string> arguments) const;
  // The bytes of objects, each named as `REVISION:./PATH` or `:./PATH`, in order; nothing for
  // one that is missing or no file.
  Result<std::vector<std::optional<std::string>>> objects(
      const std::vector<std::string>& names) const;

  std::string root_;
};

}  // namespace baraza::tools
