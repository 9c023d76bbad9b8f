// The half of base/files.hpp that changes the disk.
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/files.hpp"

namespace baraza {
namespace {

constexpr std::string_view temporary_prefix = ".baraza-tmp-";

// Opens a new file under the first temporary name that is free.
Descriptor open_temporary(int folder, std::string& name) {
  const std::string prefix = std::string(temporary_prefix) + std::to_string(::getpid()) + "-";
  for (int i = 0; i < 10000; ++i) {
    name = prefix + std::to_string(i);
    Descriptor file(::openat(folder, name.c_str(),
                             O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file || errno != EEXIST) return file;
  }
  return {};
}

// A file that is replaced keeps its permissions.
void take_permissions(int folder, const std::string& name, int file) {
  struct stat info = {};
  if (::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return;
  if (S_ISREG(info.st_mode)) static_cast<void>(::fchmod(file, info.st_mode & 0777));
}

Status write_all(int file, std::string_view bytes, const std::string& shown) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return system_error("write", shown, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return Done();
}

}  // namespace

Result<FileWriter> FileWriter::open(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return system_error("write", path, errno);
  Result<FileWriter> writer =
      open_at(opened.get(), slash == std::string::npos ? path : path.substr(slash + 1), path);
  if (writer) writer->own_folder_ = std::move(opened);
  return writer;
}

Result<FileWriter> FileWriter::open_at(int folder, const std::string& name, std::string shown) {
  FileWriter writer;
  writer.folder_ = folder;
  writer.name_ = name;
  writer.shown_ = std::move(shown);
  writer.file_ = open_temporary(folder, writer.temporary_);
  if (!writer.file_) return system_error("write", writer.shown_, errno);
  take_permissions(folder, name, writer.file_.get());
  return writer;
}

FileWriter::~FileWriter() {
  if (!file_) return;
  file_.close();
  ::unlinkat(folder_, temporary_.c_str(), 0);
}

Status FileWriter::append(std::string_view bytes) {
  if (Status status = write_all(file_.get(), bytes, shown_); !status) return status;
  size_ += bytes.size();
  return Done();
}

Status FileWriter::commit(Sync sync) {
  int failed = 0;
  if (sync == Sync::yes && ::fsync(file_.get()) != 0) failed = errno;
  if (!file_.close() && failed == 0) failed = errno;
  if (failed == 0 && ::renameat(folder_, temporary_.c_str(), folder_, name_.c_str()) != 0)
    failed = errno;
  if (failed != 0) {
    ::unlinkat(folder_, temporary_.c_str(), 0);
    return system_error("write", shown_, failed);
  }
  if (sync == Sync::yes && ::fsync(folder_) != 0) return system_error("write", shown_, errno);
  return Done();
}

Status write_whole(const std::string& path, std::string_view bytes, Sync sync) {
  Result<FileWriter> writer = FileWriter::open(path);
  if (!writer) return writer.error();
  if (Status status = writer->append(bytes); !status) return status;
  return writer->commit(sync);
}

Status append_to(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
  if (!file) return system_error("write", path, errno);
  if (Status status = write_all(file.get(), bytes, path); !status) return status;
  if (!file.close()) return system_error("write", path, errno);
  return Done();
}

bool is_temporary(std::string_view name) { return name.starts_with(temporary_prefix); }

void remove_temporaries(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  std::vector<std::string> names;
  if (!opened || !read_names(Descriptor(::fcntl(opened.get(), F_DUPFD_CLOEXEC, 0)), names))
    return;
  for (const std::string& name : names)
    if (is_temporary(name)) ::unlinkat(opened.get(), name.c_str(), 0);
}

Status make_folders(const std::string& path) {
  for (std::size_t end = 0; end != std::string::npos;) {
    end = path.find('/', end + 1);
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), 0777) == 0) continue;
    const int number = errno;
    struct stat info = {};
    if (::stat(part.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;
    if (number == EEXIST || number == ENOTDIR)
      return Diagnostic{
          .message = "cannot make the folder `" + part + "`: a file is in the way",
          .hint = "move the file away, or name another folder"};
    return system_error("make the folder", part, number);
  }
  return Done();
}

Status remove_tree(const std::string& folder, const std::string& name) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) {
    if (errno == ENOENT) return Done();
    return system_error("remove", join_path(folder, name), errno);
  }
  return remove_tree_at(opened.get(), name, join_path(folder, name));
}

Status remove_tree_at(int folder, const std::string& name, const std::string& shown) {
  if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT) return Done();
  if (errno != EISDIR && errno != EPERM) return system_error("remove", shown, errno);

  const Descriptor opened(
      ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  std::vector<std::string> names;
  if (!opened || !read_names(Descriptor(::fcntl(opened.get(), F_DUPFD_CLOEXEC, 0)), names))
    return system_error("remove", shown, errno);
  for (const std::string& inner : names) {
    Status status = remove_tree_at(opened.get(), inner, join_path(shown, inner));
    if (!status) return status;
  }
  if (::unlinkat(folder, name.c_str(), AT_REMOVEDIR) != 0)
    return system_error("remove", shown, errno);
  return Done();
}

}  // namespace baraza
