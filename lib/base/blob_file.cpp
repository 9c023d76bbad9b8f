#include "base/blob_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

#include "base/hash.hpp"

namespace baraza {
namespace {

constexpr std::string_view magic = "baraza-blobs/1 ";
constexpr std::size_t id_size = 32;

// False, with errno set, where not all of it could be read; 0 then means the file's end.
bool read_at(int file, char* bytes, std::size_t size, std::uint64_t offset) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got =
        ::pread(file, bytes + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return true;
}

bool write_at(int file, std::string_view bytes, std::uint64_t offset) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
    offset += static_cast<std::uint64_t>(put);
  }
  return true;
}

}  // namespace

BlobFile BlobFile::open(const std::string& path) {
  BlobFile blobs;
  constexpr int how = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  Descriptor file(::open(path.c_str(), O_RDWR | how));
  if (!file) file = Descriptor(::open(path.c_str(), O_RDONLY | how));
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return blobs;
  std::string start(magic.size() + id_size, '\0');
  if (!read_at(file.get(), start.data(), start.size(), 0) || !start.starts_with(magic))
    return blobs;
  blobs.path_ = path;
  blobs.id_ = start.substr(magic.size());
  blobs.file_ = std::move(file);
  return blobs;
}

Result<BlobFile> BlobFile::start(const std::string& path, std::string_view seed) {
  Result<FileWriter> writer = FileWriter::open(path);
  if (!writer) return writer.error();
  BlobFile blobs;
  blobs.path_ = path;
  blobs.id_ = hash_of(seed);
  // The writer closes its file before the rename; this one stays open.
  blobs.file_ = Descriptor(::fcntl(writer->descriptor(), F_DUPFD_CLOEXEC, 0));
  if (!blobs.file_) return system_error("write", path, errno);
  if (!write_at(blobs.file_.get(), std::string(magic) + blobs.id_, 0))
    return system_error("write", path, errno);
  blobs.writer_.emplace(std::move(*writer));
  return blobs;
}

std::uint64_t BlobFile::bytes() const {
  struct stat info = {};
  if (!file_ || ::fstat(file_.get(), &info) != 0) return 0;
  return static_cast<std::uint64_t>(info.st_size);
}

bool BlobFile::is_at(const std::string& path) const {
  struct stat own = {};
  struct stat there = {};
  return file_ && ::fstat(file_.get(), &own) == 0 && ::lstat(path.c_str(), &there) == 0 &&
         own.st_ino == there.st_ino && own.st_dev == there.st_dev;
}

Result<BlobFile::Place> BlobFile::append(std::string_view blob) {
  const Place place{.offset = bytes(), .size = blob.size()};
  if (write_at(file_.get(), blob, place.offset)) return place;
  const int number = errno;
  if (::ftruncate(file_.get(), static_cast<off_t>(place.offset)) != 0) {
    // What lies behind the last blob is never read.
  }
  return system_error("write", path_, number);
}

std::optional<std::string> BlobFile::read(const Place& place) const {
  if (!file_ || place.offset > bytes() || place.size > bytes() - place.offset)
    return std::nullopt;
  std::string blob(static_cast<std::size_t>(place.size), '\0');
  if (!read_at(file_.get(), blob.data(), blob.size(), place.offset)) return std::nullopt;
  return blob;
}

Status BlobFile::commit() {
  if (!writer_) return Done{};
  Status done = writer_->commit();
  writer_.reset();
  return done;
}

}  // namespace baraza
