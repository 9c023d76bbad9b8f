#include "index/seal.hpp"

#include <utility>

#include "base/files.hpp"
#include "base/files_copy.hpp"
#include "base/text.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

constexpr const char* seal_name = "seal";
constexpr const char* note_name = "damage";
constexpr const char* trusted_name = "iamglass";  // of each shard

std::string find_damage_of(const std::string& folder, const SealedFile& file, Look look) {
  const std::string path = join_path(folder, file.path);
  const std::optional<FileStamp> stamp = stamp_of(path);
  if (!stamp) return "`" + file.path + "` is missing";
  if (stamp->size != file.size)
    return "`" + file.path + "` has " +
           counted(static_cast<std::size_t>(stamp->size), "byte", "bytes") + ", and had " +
           std::to_string(file.size);
  if (look == Look::sizes && !file.path.ends_with(trusted_name)) return {};
  if (look == Look::stamps && stamp->mtime_ns == file.mtime_ns) return {};
  const Result<std::string> hash = hash_of_file(path);
  if (!hash) return "`" + file.path + "` cannot be read";
  if (*hash != file.hash) return "`" + file.path + "` does not read as written";
  return {};
}

Result<std::vector<SealedFile>> decode_seal(std::string_view bytes) {
  BinaryReader in(bytes);
  std::vector<SealedFile> files;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    files.push_back(take_sealed_file(in));
  if (!in.ok() || !in.at_end()) return damaged("`seal` does not read as written");
  return files;
}

}  // namespace

void put(BinaryWriter& out, const SealedFile& file) {
  out.text(file.path);
  out.number(file.size);
  out.number(static_cast<std::uint64_t>(file.mtime_ns));
  out.text(file.hash);
}

SealedFile take_sealed_file(BinaryReader& in) {
  SealedFile file;
  file.path = in.text();
  file.size = in.number();
  file.mtime_ns = static_cast<std::int64_t>(in.number());
  file.hash = in.text();
  return file;
}

Result<SealedFile> seal_file(const std::string& folder, const std::string& path) {
  const std::string full = join_path(folder, path);
  const std::optional<FileStamp> stamp = stamp_of(full);
  if (!stamp) return damaged("`" + path + "` is missing");
  Result<std::string> hash = hash_of_file(full);
  if (!hash) return hash.error();
  return SealedFile{
      .path = path, .size = stamp->size, .mtime_ns = stamp->mtime_ns, .hash = std::move(*hash)};
}

Result<std::vector<SealedFile>> seal_folder(const std::string& folder,
                                            const std::string& part) {
  std::vector<SealedFile> files;
  Diagnostics unread;
  for (const Entry& entry : list_folder(folder, part, unread)) {
    if (entry.kind != EntryKind::file) continue;
    Result<SealedFile> file = seal_file(folder, entry.path);
    if (!file) return file.error();
    files.push_back(std::move(*file));
  }
  if (!unread.empty()) return unread.all().front();
  return files;
}

Status write_seal(const std::string& folder, const std::vector<SealedFile>& files) {
  BinaryWriter out;
  out.number(files.size());
  for (const SealedFile& file : files) put(out, file);
  return write_whole(join_path(folder, seal_name), with_hash(out.bytes()));
}

Result<std::vector<SealedFile>> read_seal(const std::string& folder) {
  return read_side_file(folder, seal_name, decode_seal);
}

std::vector<std::string> find_damage(const std::string& folder,
                                     const std::vector<SealedFile>& files, Look look) {
  std::vector<std::string> damage;
  for (const SealedFile& file : files)
    if (std::string found = find_damage_of(folder, file, look); !found.empty())
      damage.push_back(std::move(found));
  if (look == Look::sizes) return damage;
  const std::string note = join_path(folder, note_name);
  if (damage.empty() && kind_of(note) == EntryKind::file) {
    const Result<std::string> text = read_file(note, note);
    if (text)
      for (const std::string_view line : split(*text, '\n'))
        if (!line.empty()) damage.emplace_back(line);
    if (damage.empty()) damage.emplace_back("what was noted of its damage cannot be read");
  }
  return damage;
}

Status note_damage(const std::string& folder, const std::vector<std::string>& damage) {
  return write_whole(join_path(folder, note_name), join(damage, "\n") + "\n");
}

}  // namespace baraza::index
