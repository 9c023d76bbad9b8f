// A pack: what lists, hits and excerpts show of documents, one after the other in one file,
// which is never changed once it is written. A generation has a few, and shares those with the
// generation before that it does not replace; where each document's parts are in them is told
// by its contents (contents.hpp).
//
// Each part stands after the eight first digits of its hash.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza::index {

// What is kept of each document, in this order.
enum class Part : std::uint8_t { entry, texts, sheets };
inline constexpr std::size_t part_count = 3;

using PartBytes = std::array<std::string, part_count>;

// Where the parts of a document are: side by side in one pack.
struct PackPlace {
  std::uint32_t pack = 0;  // its number
  std::uint64_t offset = 0;
  std::array<std::uint32_t, part_count> sizes = {};  // of the parts alone

  std::uint64_t bytes() const;  // that they take in the pack
  bool operator==(const PackPlace&) const = default;
};

class PackWriter {
 public:
  // A new file, which belongs to the pack `number`.
  static Result<PackWriter> open(const std::string& path, std::uint32_t number);

  Result<PackPlace> add(const PartBytes& parts);
  // Takes over parts as they stand in another pack.
  Result<PackPlace> add_raw(std::string_view bytes, const PackPlace& before);
  Status commit();
  std::uint64_t size() const { return size_; }

 private:
  PackWriter(FileWriter file, std::uint32_t number) : file_(std::move(file)), number_(number) {}
  Status flush();

  FileWriter file_;
  std::uint32_t number_ = 0;
  std::string pending_;
  std::uint64_t size_ = 0;
};

class Pack {
 public:
  // Fails unless the file has this size.
  static Result<Pack> open(const std::string& path, std::uint64_t size);

  // Both fail where what they read is not what was written.
  Result<std::string> read(const PackPlace& place, Part part) const;
  Result<std::string> read_raw(const PackPlace& place) const;  // all parts, for add_raw()

 private:
  Pack(Descriptor file, std::string name, std::uint64_t size)
      : file_(std::move(file)), name_(std::move(name)), size_(size) {}
  bool read_at(std::uint64_t offset, std::uint64_t size, std::string& bytes) const;
  Diagnostic too_short() const;
  Diagnostic changed() const;

  Descriptor file_;
  std::string name_;
  std::uint64_t size_ = 0;
};

std::string pack_name(std::uint32_t number);  // `pack-7`

}  // namespace baraza::index
