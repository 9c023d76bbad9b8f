// The stage publish brings Files into the world; here as a folder that is always whole: the
// site of before until the last moment, then the new one.
//
// Two trees are kept, the site and beside it `.NAME.standby`. A build makes the standby equal
// to what it is given and exchanges the two in one step. What did not change is one file with
// two names; a file is never written in place. Each tree lists in `.baraza-site` what baraza
// wrote there: nothing else is ever removed or replaced, and files of others are carried over.
//
// Where the file system cannot exchange two folders, the standby is made whole first and then
// copied into the site file by file; a build that is cut off there is finished by the next one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"

namespace baraza::publish {

struct FolderOptions {
  std::string path = {};                  // of the site, as users wrote it
  std::string root = {};                  // of the bank; see check_target
  std::vector<std::string> sources = {};  // folders that must not be written to
  bool exchange = true;                   // false: as if the file system could not
  bool link = true;                       // the same
};

struct Published {
  std::size_t written = 0;              // files that are new or differ
  std::size_t unchanged = 0;            // files that were there with the same bytes
  std::size_t removed = 0;              // files that baraza wrote before and now did not
  std::size_t kept = 0;                 // files, symlinks and empty folders of others
  std::uint64_t bytes = 0;              // of `written`
  std::vector<std::string> notes = {};  // what users should know, whole sentences

  bool operator==(const Published&) const = default;
};

class Folder {
 public:
  // Fails, and has changed nothing, where a site may not be written: see check_target, and a
  // folder that holds files but was not written by baraza. Holds the site against other runs.
  static Result<Folder> open(const FolderOptions& options);
  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&& other) noexcept;
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  // Takes one file. Fails for a path that no site may have, one that was given before, also if
  // only the case of letters differs, and one where a file of somebody else is.
  Status put(const File& file);
  FileSink sink();  // put as a sink; lives no longer than this

  // Makes the site what was put. Until then, and if it fails or is interrupted(), the site is
  // as it was. To be called once.
  Result<Published> finish();

 private:
  class Work;
  explicit Folder(std::unique_ptr<Work> work);

  std::unique_ptr<Work> work_;
};

}  // namespace baraza::publish
