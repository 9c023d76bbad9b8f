// The bytes of a file in memory as they lie on the disk, without a copy. The file must not be
// changed in place meanwhile; it may be replaced or removed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace baraza {

class MappedFile {
 public:
  MappedFile() = default;  // no bytes

  enum class Use : std::uint8_t { whole, here_and_there };  // how much of it will be read

  // Of a plain file.
  static Result<MappedFile> open(const std::string& path, Use use = Use::whole);
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
