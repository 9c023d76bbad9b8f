#include "base/mapped_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/descriptor.hpp"
#include "base/files.hpp"

namespace baraza {

Result<MappedFile> MappedFile::open(const std::string& path, Use use) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0) return system_error("read", path, errno);
  if (!S_ISREG(info.st_mode)) return system_error("read", path, EINVAL);
  MappedFile mapped;
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size == 0) return mapped;
  // To have all pages at once is quicker than to ask for most of them one by one.
  const int flags = MAP_PRIVATE | (use == Use::whole ? MAP_POPULATE : 0);
  void* const start = ::mmap(nullptr, size, PROT_READ, flags, file.get(), 0);
  if (start == MAP_FAILED) return system_error("read", path, errno);
  mapped.bytes_ = {static_cast<const char*>(start), size};
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (bytes_.empty()) return;
  void* const start = const_cast<char*>(bytes_.data());  // NOLINT: munmap takes no const
  ::munmap(start, bytes_.size());
}

}  // namespace baraza
