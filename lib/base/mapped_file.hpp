// The bytes of a file in memory as they lie on the disk, without a copy. The file must not be
// changed in place meanwhile; it may be replaced or removed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace baraza {

class MappedFile {
 public:
  MappedFile() = default;  // no bytes

  // Of a plain file.
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace baraza
