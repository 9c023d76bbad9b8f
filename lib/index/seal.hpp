// The seal of a generation: what each of its files was when it was whole. What is damaged must
// not be taken for up to date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.hpp"
#include "base/result.hpp"

namespace baraza::index {

struct SealedFile {
  std::string path = {};  // in the generation's folder
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::string hash = {};

  bool operator==(const SealedFile&) const = default;
};

void put(BinaryWriter& out, const SealedFile& file);
SealedFile take_sealed_file(BinaryReader& in);

// The file as it is now.
Result<SealedFile> seal_file(const std::string& folder, const std::string& path);
// The same of every file in the folder `part` of `folder`, by path.
Result<std::vector<SealedFile>> seal_folder(const std::string& folder, const std::string& part);

Status write_seal(const std::string& folder, const std::vector<SealedFile>& files);
Result<std::vector<SealedFile>> read_seal(const std::string& folder);

// How closely to look: `sizes`, for who wants an answer at once, reads only what Xapian
// believes without a check; `stamps` the files that were written since they were sealed.
enum class Look : std::uint8_t { sizes, stamps, bytes };

// What is no longer as it was sealed, in words; nothing where all is.
std::vector<std::string> find_damage(const std::string& folder,
                                     const std::vector<SealedFile>& files, Look look);

// Leaves in the generation a note of its damage, which find_damage() answers from then on.
Status note_damage(const std::string& folder, const std::vector<std::string>& damage);

}  // namespace baraza::index
