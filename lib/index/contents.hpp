// The contents of a generation: every document by its id, with its number in Xapian and the
// place of its parts.
//
// Documents are numbered from 0 by the bytes of their ids. Their numbers in Xapian stay as they
// are while others come and go, so that one changed document leaves the others alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/blocks.hpp"
#include "index/pack.hpp"

namespace baraza::index {

struct Row {
  std::string id = {};
  std::uint32_t docid = 0;  // in the databases of all shards taken as one, from 1
  PackPlace place = {};

  bool operator==(const Row&) const = default;
};

struct PackSize {
  std::uint32_t number = 0;
  std::uint64_t bytes = 0;

  bool operator==(const PackSize&) const = default;
};

// The rows are in order. The bytes are for a file of with_block_hashes().
std::string encode_contents(const std::vector<Row>& rows, const std::vector<PackSize>& packs);

class Contents {
 public:
  Contents() = default;  // nothing
  // Fails where the file has none of the bytes that encode_contents() makes, as far as its head
  // tells. The rest is looked at as it is read: a row that is damaged has no id and no place.
  static Result<Contents> open(const std::string& path);
  bool whole() const { return blocks_.whole(); }  // is none?

  std::size_t size() const { return count_; }
  std::string_view id(std::size_t number) const;
  std::uint32_t docid(std::size_t number) const;
  std::optional<PackPlace> place(std::size_t number) const;
  Row row(std::size_t number) const;
  const std::vector<PackSize>& packs() const { return packs_; }

  std::optional<std::size_t> number_of(std::uint32_t docid) const;
  // The first that is not before `id`; damage where a row is damaged that would tell.
  Result<std::size_t> lower_bound(std::string_view id) const;

 private:
  std::string_view row_bytes(std::size_t number) const;
  // The bytes of the file's rows and ids that begin at `at`; nothing where they are damaged.
  std::string_view bytes(std::size_t at, std::size_t size) const {
    return blocks_.whole(at, size) ? blocks_.bytes().substr(at, size) : std::string_view();
  }

  Blocks blocks_;
  std::size_t count_ = 0;
  std::size_t docids_ = 0;  // one more than the last
  std::size_t rows_at_ = 0;
  std::size_t numbers_at_ = 0;
  std::size_t ids_at_ = 0;
  std::vector<PackSize> packs_;
};

// A document's number in the databases of `shards` shards taken as one, and the other way
// round: Xapian deals the numbers out in turn.
std::uint32_t merged_docid(std::uint32_t docid, std::size_t shard, std::size_t shards);
std::uint32_t docid_in_shard(std::uint32_t merged, std::size_t shards);
std::size_t shard_of_docid(std::uint32_t merged, std::size_t shards);

}  // namespace baraza::index
