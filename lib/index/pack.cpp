#include "index/pack.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

constexpr std::size_t check_size = 8;
constexpr std::size_t write_at_once = 1 << 16;

std::string check_of(std::string_view part) { return hash_of(part).substr(0, check_size); }

// Of a part behind its check.
bool is_whole(std::string_view bytes) {
  return check_of(bytes.substr(check_size)) == bytes.substr(0, check_size);
}

}  // namespace

std::uint64_t PackPlace::bytes() const {
  std::uint64_t bytes = 0;
  for (const std::uint32_t size : sizes) bytes += check_size + size;
  return bytes;
}

std::string pack_name(std::uint32_t number) { return "pack-" + std::to_string(number); }

Result<PackWriter> PackWriter::open(const std::string& path, std::uint32_t number) {
  Result<FileWriter> file = FileWriter::open(path);
  if (!file) return file.error();
  return PackWriter(std::move(*file), number);
}

Result<PackPlace> PackWriter::add(const PartBytes& parts) {
  PackPlace place{.pack = number_, .offset = size_};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    place.sizes[i] = static_cast<std::uint32_t>(parts[i].size());
    pending_ += check_of(parts[i]);
    pending_ += parts[i];
  }
  size_ += place.bytes();
  if (Status flushed = flush(); !flushed) return flushed.error();
  return place;
}

Result<PackPlace> PackWriter::add_raw(std::string_view bytes, const PackPlace& before) {
  PackPlace place = before;
  place.pack = number_;
  place.offset = size_;
  pending_ += bytes;
  size_ += bytes.size();
  if (Status flushed = flush(); !flushed) return flushed.error();
  return place;
}

Status PackWriter::flush() {
  if (pending_.size() < write_at_once) return Done{};
  Status written = file_.append(pending_);
  pending_.clear();
  return written;
}

Status PackWriter::commit() {
  if (Status written = file_.append(pending_); !written) return written;
  pending_.clear();
  return file_.commit();
}

Result<Pack> Pack::open(const std::string& path, std::uint64_t size) {
  std::string name = path.substr(path.rfind('/') + 1);
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0)
    return damaged("`" + name + "` cannot be read: " + error_text(errno));
  if (static_cast<std::uint64_t>(info.st_size) != size)
    return damaged("`" + name + "` is not whole");
  return Pack(std::move(file), std::move(name), size);
}

// All of it or nothing.
bool Pack::read_at(std::uint64_t offset, std::uint64_t size, std::string& bytes) const {
  if (offset > size_ || size > size_ - offset) return false;
  bytes.resize(static_cast<std::size_t>(size));
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t step = ::pread(file_.get(), bytes.data() + got, bytes.size() - got,
                                 static_cast<off_t>(offset + got));
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) return false;
    got += static_cast<std::size_t>(step);
  }
  return true;
}

Result<std::string> Pack::read(const PackPlace& place, Part part) const {
  const auto number = static_cast<std::size_t>(part);
  std::uint64_t offset = place.offset;
  for (std::size_t i = 0; i < number; ++i) offset += check_size + place.sizes[i];
  std::string bytes;
  if (!read_at(offset, std::uint64_t{check_size} + place.sizes[number], bytes))
    return too_short();
  if (!is_whole(bytes)) return changed();
  bytes.erase(0, check_size);
  return bytes;
}

Result<std::string> Pack::read_raw(const PackPlace& place) const {
  std::string bytes;
  if (!read_at(place.offset, place.bytes(), bytes)) return too_short();
  std::string_view rest = bytes;
  for (const std::uint32_t size : place.sizes) {
    if (!is_whole(rest.substr(0, check_size + size))) return changed();
    rest.remove_prefix(check_size + size);
  }
  return bytes;
}

Diagnostic Pack::too_short() const { return damaged_inside("`" + name_ + "` ends too early"); }

Diagnostic Pack::changed() const {
  return damaged_inside("a part of `" + name_ + "` does not read as written");
}

}  // namespace baraza::index
