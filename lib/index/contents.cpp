#include "index/contents.hpp"

#include <algorithm>
#include <utility>

#include "index/damaged.hpp"

namespace baraza::index {
namespace {

// All numbers are little-endian and of one width, so that any row is found without the others.
constexpr std::size_t narrow = 4;
constexpr std::size_t wide = 8;
constexpr std::size_t head_size = 4 * wide;  // how many rows, docids, bytes of ids, packs
constexpr std::size_t pack_size = narrow + wide;
constexpr std::size_t docid_at = 0;  // in a row
constexpr std::size_t pack_at = docid_at + narrow;
constexpr std::size_t id_end_at = pack_at + narrow;
constexpr std::size_t offset_at = id_end_at + narrow;
constexpr std::size_t sizes_at = offset_at + wide;
constexpr std::size_t row_size = sizes_at + narrow * part_count;

void put(std::string& bytes, std::uint64_t number, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    bytes.push_back(static_cast<char>((number >> (8 * i)) & 0xFF));
}

}  // namespace

std::string encode_contents(const std::vector<Row>& rows, const std::vector<PackSize>& packs) {
  std::uint64_t docids = 1;
  std::uint64_t id_bytes = 0;
  for (const Row& row : rows) {
    docids = std::max<std::uint64_t>(docids, std::uint64_t{row.docid} + 1);
    id_bytes += row.id.size();
  }
  std::string bytes;
  bytes.reserve(head_size + packs.size() * pack_size + rows.size() * row_size +
                docids * narrow + id_bytes);
  for (const std::uint64_t number :
       {std::uint64_t{rows.size()}, docids, id_bytes, std::uint64_t{packs.size()}})
    put(bytes, number, wide);
  for (const PackSize& pack : packs) {
    put(bytes, pack.number, narrow);
    put(bytes, pack.bytes, wide);
  }
  std::vector<std::uint32_t> numbers(static_cast<std::size_t>(docids));
  std::uint64_t id_end = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    id_end += row.id.size();
    numbers[row.docid] = static_cast<std::uint32_t>(i + 1);
    put(bytes, row.docid, narrow);
    put(bytes, row.place.pack, narrow);
    put(bytes, id_end, narrow);
    put(bytes, row.place.offset, wide);
    for (const std::uint32_t size : row.place.sizes) put(bytes, size, narrow);
  }
  for (const std::uint32_t number : numbers) put(bytes, number, narrow);
  for (const Row& row : rows) bytes += row.id;
  return bytes;
}

Result<Contents> Contents::open(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return damaged("`contents` cannot be read");
  const Diagnostic bad = damaged("`contents` does not read as written");
  const std::optional<std::string_view> bytes = without_hash(file->bytes());
  if (!bytes) return bad;
  Contents contents;
  contents.file_ = std::move(*file);
  contents.bytes_ = *bytes;
  const std::uint64_t size = contents.bytes_.size();
  if (size < head_size) return bad;
  const std::uint64_t rows = contents.at(0, wide);
  const std::uint64_t docids = contents.at(wide, wide);
  const std::uint64_t id_bytes = contents.at(2 * wide, wide);
  const std::uint64_t packs = contents.at(3 * wide, wide);
  if (rows > size || docids > size || id_bytes > size || packs > size ||
      head_size + packs * pack_size + rows * row_size + docids * narrow + id_bytes != size)
    return bad;
  for (std::uint64_t i = 0; i < packs; ++i) {
    const std::size_t at = head_size + static_cast<std::size_t>(i) * pack_size;
    contents.packs_.push_back({.number = static_cast<std::uint32_t>(contents.at(at, narrow)),
                               .bytes = contents.at(at + narrow, wide)});
  }
  contents.count_ = static_cast<std::size_t>(rows);
  contents.docids_ = static_cast<std::size_t>(docids);
  contents.rows_at_ = head_size + static_cast<std::size_t>(packs) * pack_size;
  contents.numbers_at_ = contents.rows_at_ + contents.count_ * row_size;
  contents.ids_at_ = contents.numbers_at_ + contents.docids_ * narrow;
  return contents;
}

std::uint64_t Contents::at(std::size_t offset, std::size_t size) const {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number |= std::uint64_t{static_cast<unsigned char>(bytes_[offset + i])} << (8 * i);
  return number;
}

std::string_view Contents::id(std::size_t number) const {
  const std::size_t row = rows_at_ + number * row_size;
  const std::uint64_t ids = bytes_.size() - ids_at_;
  const std::uint64_t end = std::min(at(row + id_end_at, narrow), ids);
  const std::uint64_t begin = number == 0 ? 0 : at(row - row_size + id_end_at, narrow);
  return bytes_.substr(ids_at_ + std::min(begin, end), end - std::min(begin, end));
}

std::uint32_t Contents::docid(std::size_t number) const {
  return static_cast<std::uint32_t>(at(rows_at_ + number * row_size + docid_at, narrow));
}

PackPlace Contents::place(std::size_t number) const {
  const std::size_t row = rows_at_ + number * row_size;
  PackPlace place{.pack = static_cast<std::uint32_t>(at(row + pack_at, narrow)),
                  .offset = at(row + offset_at, wide)};
  for (std::size_t i = 0; i < part_count; ++i)
    place.sizes[i] = static_cast<std::uint32_t>(at(row + sizes_at + i * narrow, narrow));
  return place;
}

Row Contents::row(std::size_t number) const {
  return {.id = std::string(id(number)), .docid = docid(number), .place = place(number)};
}

std::optional<std::size_t> Contents::number_of(std::uint32_t docid) const {
  if (docid >= docids_) return std::nullopt;
  const std::uint64_t number = at(numbers_at_ + docid * narrow, narrow);
  if (number == 0 || number > count_) return std::nullopt;
  return static_cast<std::size_t>(number - 1);
}

std::size_t Contents::lower_bound(std::string_view wanted) const {
  std::size_t low = 0;
  std::size_t high = count_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (id(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::uint32_t merged_docid(std::uint32_t docid, std::size_t shard, std::size_t shards) {
  return static_cast<std::uint32_t>((docid - 1) * shards + shard + 1);
}

std::uint32_t docid_in_shard(std::uint32_t merged, std::size_t shards) {
  return static_cast<std::uint32_t>((merged - 1) / shards + 1);
}

std::size_t shard_of_docid(std::uint32_t merged, std::size_t shards) {
  return (merged - 1) % shards;
}

}  // namespace baraza::index
