// The bytes of a file with a hash for each block of them: what reads a few rows of a large
// table then need not read the rest to trust them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/result.hpp"

namespace baraza::index {

// The bytes of a file that Blocks reads: the hashes, and then `bytes`.
std::string with_block_hashes(std::string_view bytes);

class Blocks {
 public:
  Blocks() = default;  // of no bytes
  // Fails, with damage, where the file has not the form that with_block_hashes() gives it; its
  // bytes are looked at later.
  static Result<Blocks> open(const std::string& path);

  std::string_view bytes() const { return bytes_; }
  // Are these bytes there, and as they were written? A block is looked at once.
  bool whole(std::size_t begin, std::size_t size) const;
  bool whole() const { return whole(0, bytes_.size()); }

 private:
  MappedFile file_;
  std::string_view hashes_;
  std::string_view bytes_;
  mutable std::vector<bool> seen_;  // by block: it is whole
};

}  // namespace baraza::index
