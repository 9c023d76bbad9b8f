// A file of blobs that is only ever added to, so that what was written once stays readable at
// its place whatever later runs do.
//
// It begins with an id that no other such file has; whoever keeps places in it keeps the id
// too. What the blobs mean is not known here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza {

class BlobFile {
 public:
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  BlobFile() = default;  // no file

  // The file `path`, to be read; no file where there is none of this form.
  static BlobFile open(const std::string& path);
  // A new one that will take the place of `path`, and is gone with its writer until then.
  // `seed` makes its id: no two files may have the same.
  static Result<BlobFile> start(const std::string& path, std::string_view seed);

  const std::string& id() const { return id_; }  // empty: no file
  std::uint64_t bytes() const;                   // its size now
  // Is it, of all files, the one that `path` names now?
  bool is_at(const std::string& path) const;

  // Adds a blob behind all others. An error leaves the file as it was. Only one process at a
  // time may do this; the caller holds a lock.
  Result<Place> append(std::string_view blob);
  // Answers nothing where the file has no such place. Also for a forked worker.
  std::optional<std::string> read(const Place& place) const;
  // Gives a new file its place; it can be read and added to as before.
  Status commit();

 private:
  std::string path_ = {};
  std::string id_ = {};
  Descriptor file_ = {};
  std::optional<FileWriter> writer_ = {};  // of a new one
};

}  // namespace baraza
