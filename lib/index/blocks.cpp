#include "index/blocks.hpp"

#include <cstdint>
#include <utility>

#include "base/fixed_width.hpp"
#include "base/hash.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 12;
constexpr std::size_t size_width = sizeof(std::uint64_t);

std::size_t count_of(std::size_t size) { return (size + block_size - 1) / block_size; }

std::string_view block_of(std::string_view bytes, std::size_t block) {
  return bytes.substr(block * block_size, block_size);
}

}  // namespace

std::string with_block_hashes(std::string_view bytes) {
  std::string head;
  put_fixed(head, static_cast<std::uint64_t>(bytes.size()));
  for (std::size_t i = 0; i < count_of(bytes.size()); ++i) head += hash_of(block_of(bytes, i));
  return with_hash(head).append(bytes);
}

Result<Blocks> Blocks::open(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  Result<MappedFile> file = MappedFile::open(path, MappedFile::Use::here_and_there);
  if (!file) return damaged("`" + name + "` cannot be read");
  const Diagnostic bad = damaged("`" + name + "` does not read as written");
  const std::string_view all = file->bytes();
  if (all.size() < hash_digits + size_width) return bad;
  const std::uint64_t size = read_fixed<std::uint64_t>(all, hash_digits);
  if (size > all.size()) return bad;
  Blocks blocks;
  const std::size_t count = count_of(static_cast<std::size_t>(size));
  const std::size_t head = hash_digits + size_width + count * hash_digits;
  if (head + size != all.size() || !without_hash(all.substr(0, head))) return bad;
  blocks.hashes_ = all.substr(hash_digits + size_width, count * hash_digits);
  blocks.bytes_ = all.substr(head);
  blocks.seen_.resize(count);
  blocks.file_ = std::move(*file);
  return blocks;
}

bool Blocks::whole(std::size_t begin, std::size_t size) const {
  if (begin > bytes_.size() || size > bytes_.size() - begin) return false;
  for (std::size_t i = begin / block_size; i < count_of(begin + size); ++i) {
    if (seen_[i]) continue;
    if (hash_of(block_of(bytes_, i)) != hashes_.substr(i * hash_digits, hash_digits))
      return false;
    seen_[i] = true;
  }
  return true;
}

}  // namespace baraza::index
