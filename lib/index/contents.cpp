#include "index/contents.hpp"

#include <algorithm>
#include <utility>

#include "base/fixed_width.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

// A number has the same width in each row, so that any row is found without the others.
using Narrow = std::uint32_t;
using Wide = std::uint64_t;
constexpr std::size_t narrow = sizeof(Narrow);
constexpr std::size_t wide = sizeof(Wide);
constexpr std::size_t head_size = 4 * wide;  // how many rows, docids, bytes of ids, packs
constexpr std::size_t pack_size = narrow + wide;
constexpr std::size_t docid_at = 0;  // in a row
constexpr std::size_t pack_at = docid_at + narrow;
constexpr std::size_t id_end_at = pack_at + narrow;
constexpr std::size_t offset_at = id_end_at + narrow;
constexpr std::size_t sizes_at = offset_at + wide;
constexpr std::size_t row_size = sizes_at + narrow * part_count;

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
    put_fixed<Wide>(bytes, number);
  for (const PackSize& pack : packs) {
    put_fixed<Narrow>(bytes, pack.number);
    put_fixed<Wide>(bytes, pack.bytes);
  }
  std::vector<std::uint32_t> numbers(static_cast<std::size_t>(docids));
  std::uint64_t id_end = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    id_end += row.id.size();
    numbers[row.docid] = static_cast<std::uint32_t>(i + 1);
    put_fixed<Narrow>(bytes, row.docid);
    put_fixed<Narrow>(bytes, row.place.pack);
    put_fixed<Narrow>(bytes, static_cast<Narrow>(id_end));
    put_fixed<Wide>(bytes, row.place.offset);
    for (const std::uint32_t size : row.place.sizes) put_fixed<Narrow>(bytes, size);
  }
  for (const std::uint32_t number : numbers) put_fixed<Narrow>(bytes, number);
  for (const Row& row : rows) bytes += row.id;
  return bytes;
}

Result<Contents> Contents::open(const std::string& path) {
  Result<Blocks> blocks = Blocks::open(path);
  if (!blocks) return blocks.error();
  const Diagnostic bad = damaged("`contents` does not read as written");
  Contents contents;
  contents.blocks_ = std::move(*blocks);
  const std::string_view bytes = contents.blocks_.bytes();
  const std::uint64_t size = bytes.size();
  if (!contents.blocks_.whole(0, head_size)) return bad;
  const std::uint64_t rows = read_fixed<Wide>(bytes, 0);
  const std::uint64_t docids = read_fixed<Wide>(bytes, wide);
  const std::uint64_t id_bytes = read_fixed<Wide>(bytes, 2 * wide);
  const std::uint64_t packs = read_fixed<Wide>(bytes, 3 * wide);
  if (rows > size || docids > size || id_bytes > size || packs > size ||
      head_size + packs * pack_size + rows * row_size + docids * narrow + id_bytes != size ||
      !contents.blocks_.whole(head_size, static_cast<std::size_t>(packs) * pack_size))
    return bad;
  for (std::uint64_t i = 0; i < packs; ++i) {
    const std::size_t at = head_size + static_cast<std::size_t>(i) * pack_size;
    contents.packs_.push_back({.number = read_fixed<Narrow>(bytes, at),
                               .bytes = read_fixed<Wide>(bytes, at + narrow)});
  }
  contents.count_ = static_cast<std::size_t>(rows);
  contents.docids_ = static_cast<std::size_t>(docids);
  contents.rows_at_ = head_size + static_cast<std::size_t>(packs) * pack_size;
  contents.numbers_at_ = contents.rows_at_ + contents.count_ * row_size;
  contents.ids_at_ = contents.numbers_at_ + contents.docids_ * narrow;
  return contents;
}

std::string_view Contents::id(std::size_t number) const {
  const std::string_view before = number == 0 ? std::string_view() : row_bytes(number - 1);
  const std::string_view row = row_bytes(number);
  if (row.empty() || (number > 0 && before.empty())) return {};
  const std::size_t begin = number == 0 ? 0 : read_fixed<Narrow>(before, id_end_at);
  const std::size_t end = read_fixed<Narrow>(row, id_end_at);
  return begin <= end ? bytes(ids_at_ + begin, end - begin) : std::string_view();
}

std::uint32_t Contents::docid(std::size_t number) const {
  const std::string_view row = row_bytes(number);
  return row.empty() ? 0 : read_fixed<Narrow>(row, docid_at);
}

std::optional<PackPlace> Contents::place(std::size_t number) const {
  const std::string_view row = row_bytes(number);
  if (row.empty()) return std::nullopt;
  PackPlace place{.pack = read_fixed<Narrow>(row, pack_at),
                  .offset = read_fixed<Wide>(row, offset_at)};
  for (std::size_t i = 0; i < part_count; ++i)
    place.sizes[i] = read_fixed<Narrow>(row, sizes_at + i * narrow);
  return place;
}

std::string_view Contents::row_bytes(std::size_t number) const {
  return bytes(rows_at_ + number * row_size, row_size);
}

Row Contents::row(std::size_t number) const {
  return {.id = std::string(id(number)),
          .docid = docid(number),
          .place = place(number).value_or(PackPlace{})};
}

std::optional<std::size_t> Contents::number_of(std::uint32_t docid) const {
  if (docid >= docids_) return std::nullopt;
  const std::string_view field = bytes(numbers_at_ + docid * narrow, narrow);
  const std::uint64_t number = field.empty() ? 0 : read_fixed<Narrow>(field, 0);
  if (number == 0 || number > count_) return std::nullopt;
  return static_cast<std::size_t>(number - 1);
}

Result<std::size_t> Contents::lower_bound(std::string_view wanted) const {
  std::size_t low = 0;
  std::size_t high = count_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view own = id(middle);
    if (own.empty()) return damaged_inside("`contents` does not read as written");
    if (own < wanted) {
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
