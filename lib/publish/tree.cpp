#include "publish/tree.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace baraza::publish {
namespace {

constexpr int open_folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

Tree::Look look_from(const struct stat& info) {
  Tree::Look look;
  look.kind = S_ISREG(info.st_mode)   ? EntryKind::file
              : S_ISDIR(info.st_mode) ? EntryKind::folder
              : S_ISLNK(info.st_mode) ? EntryKind::symlink
                                      : EntryKind::other;
  look.device = static_cast<std::uint64_t>(info.st_dev);
  look.inode = static_cast<std::uint64_t>(info.st_ino);
  return look;
}

Tree::Look look_at(int folder, const std::string& name) {
  struct stat info = {};
  if (::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return {};
  return look_from(info);
}

// Opens the folder `name`; where there is none, makes it in place of whatever is there.
Descriptor open_or_make(int folder, const std::string& name, const std::string& shown) {
  Descriptor opened(::openat(folder, name.c_str(), open_folder_flags));
  if (opened) return opened;
  if (errno == ENOTDIR || errno == ELOOP) {
    if (!remove_tree_at(folder, name, shown)) return {};
  } else if (errno != ENOENT) {
    return {};
  }
  if (::mkdirat(folder, name.c_str(), 0777) != 0 && errno != EEXIST) return {};
  return Descriptor(::openat(folder, name.c_str(), open_folder_flags));
}

bool is_link_refused(int number) {
  constexpr std::array<int, 6> refusals = {EXDEV, EPERM, EMLINK, ENOSYS, EINVAL, EOPNOTSUPP};
  return std::find(refusals.begin(), refusals.end(), number) != refusals.end();
}

}  // namespace

Result<Tree> Tree::open(const std::string& path, std::string shown) {
  Tree tree;
  tree.root_ = Descriptor(::open(path.c_str(), open_folder_flags));
  tree.shown_ = std::move(shown);
  if (!tree.root_) return system_error("open the folder", tree.shown_, errno);
  return tree;
}

bool Tree::is_at(const std::string& path) const {
  struct stat ours = {};
  return ::fstat(root_.get(), &ours) == 0 && look_from(ours).same_file(look_at(AT_FDCWD, path));
}

int Tree::open_folder(const std::string& path, Missing missing) {
  int at = root_.get();
  std::size_t depth = 0;
  for (std::size_t start = 0; start < path.size(); ++depth) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string name = path.substr(start, end - start);
    start = end + 1;
    if (depth < open_.size() && open_[depth].name != name) open_.resize(depth);
    if (depth == open_.size()) {
      Descriptor folder = missing == Missing::make
                              ? open_or_make(at, name, shown_path(path))
                              : Descriptor(::openat(at, name.c_str(), open_folder_flags));
      if (!folder) return -1;
      open_.push_back({name, std::move(folder)});
    }
    at = open_[depth].folder.get();
  }
  return at;
}

Tree::Spot Tree::find_spot(const std::string& path, Missing missing) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {root_.get(), path};
  return {open_folder(path.substr(0, slash), missing), path.substr(slash + 1)};
}

Tree::Look Tree::look(const std::string& path) {
  const Spot spot = find_spot(path, Missing::leave);
  return spot.folder < 0 ? Look() : look_at(spot.folder, spot.name);
}

Descriptor Tree::open_file(const std::string& path, struct stat& info) {
  const Spot spot = find_spot(path, Missing::leave);
  if (spot.folder < 0) return {};
  Descriptor file(::openat(spot.folder, spot.name.c_str(),
                           O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file || ::fstat(file.get(), &info) != 0) return {};
  if (S_ISREG(info.st_mode)) return file;
  errno = EINVAL;
  return {};
}

std::optional<Tree::Look> Tree::find_same(const std::string& path, std::string_view bytes) {
  struct stat info = {};
  const Descriptor file = open_file(path, info);
  if (!file || static_cast<std::uint64_t>(info.st_size) != bytes.size()) return std::nullopt;
  std::array<char, 32768> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  while (!bytes.empty()) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    const std::string_view piece(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    if (piece.empty() || !bytes.starts_with(piece)) return std::nullopt;
    bytes.remove_prefix(piece.size());
  }
  return look_from(info);
}

Result<std::string> Tree::read(const std::string& path) {
  struct stat info = {};
  const Descriptor file = open_file(path, info);
  if (!file) return system_error("read", shown_path(path), errno);
  std::string bytes;
  std::array<char, 32768> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("read", shown_path(path), errno);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

namespace {

struct Named {
  std::string name;
  EntryKind kind = EntryKind::other;
};

struct CloseStream {
  void operator()(DIR* stream) const { ::closedir(stream); }
};
using Stream = std::unique_ptr<DIR, CloseStream>;

// What a folder holds, sorted; false, with errno set, where it cannot be read.
bool read_entries(DIR* stream, std::vector<Named>& entries) {
  for (;;) {
    errno = 0;
    const dirent* one = ::readdir(stream);  // NOLINT(concurrency-mt-unsafe)
    if (one == nullptr) break;
    Named named = {.name = &one->d_name[0]};
    if (named.name == "." || named.name == "..") continue;
    named.kind = one->d_type == DT_REG   ? EntryKind::file
                 : one->d_type == DT_DIR ? EntryKind::folder
                 : one->d_type == DT_LNK ? EntryKind::symlink
                                         : look_at(::dirfd(stream), named.name).kind;
    entries.push_back(std::move(named));
  }
  if (errno != 0) return false;
  std::sort(entries.begin(), entries.end(),
            [](const Named& a, const Named& b) { return a.name < b.name; });
  return true;
}

Status walk_folder(Descriptor folder, const std::string& path, const std::string& shown,
                   const Tree::Visit& visit) {
  const Stream stream(folder ? ::fdopendir(folder.get()) : nullptr);
  if (stream != nullptr) folder.release();  // the stream's from here on
  std::vector<Named> entries;
  if (stream == nullptr || !read_entries(stream.get(), entries))
    return system_error("read the folder", join_path(shown, path), errno);
  for (const Named& entry : entries) {
    const std::string inner = join_path(path, entry.name);
    if (!visit(inner, entry.kind) || entry.kind != EntryKind::folder) continue;
    Descriptor opened(::openat(::dirfd(stream.get()), entry.name.c_str(), open_folder_flags));
    Status status = walk_folder(std::move(opened), inner, shown, visit);
    if (!status) return status;
  }
  return Done();
}

}  // namespace

Status Tree::walk(const Visit& visit) {
  Descriptor again(::openat(root_.get(), ".", open_folder_flags));
  return walk_folder(std::move(again), "", shown_, visit);
}

Status Tree::write(const std::string& path, std::string_view bytes, Sync sync) {
  if (look(path).kind == EntryKind::folder)
    if (Status status = remove(path); !status) return status;
  const Spot spot = find_spot(path, Missing::make);
  if (spot.folder < 0) return system_error("write", shown_path(path), errno);
  Result<FileWriter> writer = FileWriter::open_at(spot.folder, spot.name, shown_path(path));
  if (!writer) return writer.error();
  if (Status status = writer->append(bytes); !status) return status;
  return writer->commit(sync);
}

Status Tree::write_unseen(const std::string& path, std::string_view bytes) {
  if (Status status = remove(path); !status) return status;
  const Spot spot = find_spot(path, Missing::make);
  if (spot.folder < 0) return system_error("write", shown_path(path), errno);
  Descriptor file(::openat(spot.folder, spot.name.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) return system_error("write", shown_path(path), errno);
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return system_error("write", shown_path(path), errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (!file.close()) return system_error("write", shown_path(path), errno);
  return Done();
}

Status Tree::make_folder(const std::string& path) {
  if (open_folder(path, Missing::make) >= 0) return Done();
  return system_error("make the folder", shown_path(path), errno);
}

Status Tree::take_from(Tree& from, const std::string& path, bool may_link) {
  if (Status status = remove(path); !status) return status;
  const Spot source = from.find_spot(path, Missing::leave);
  if (source.folder < 0) return system_error("read", from.shown_path(path), errno);
  const Spot target = find_spot(path, Missing::make);
  if (target.folder < 0) return system_error("write", shown_path(path), errno);
  if (may_link) {
    if (::linkat(source.folder, source.name.c_str(), target.folder, target.name.c_str(), 0) ==
        0)
      return Done();
    if (!is_link_refused(errno)) return system_error("write", shown_path(path), errno);
  }
  struct stat info = {};
  if (::fstatat(source.folder, source.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
    return system_error("read", from.shown_path(path), errno);
  if (S_ISLNK(info.st_mode)) return copy_symlink(source, target, path);
  Result<std::string> bytes = from.read(path);
  if (!bytes) return bytes.error();
  if (Status status = write_unseen(path, *bytes); !status) return status;
  if (::fchmodat(target.folder, target.name.c_str(), info.st_mode & 0777, 0) == 0)
    return Done();
  return system_error("write", shown_path(path), errno);
}

bool Tree::can_link_from(const Tree& from, const std::string& name) const {
  const std::string trial = ".baraza-tmp-link";
  ::unlinkat(root_.get(), trial.c_str(), 0);
  const bool could =
      ::linkat(from.root_.get(), name.c_str(), root_.get(), trial.c_str(), 0) == 0 ||
      !is_link_refused(errno);
  ::unlinkat(root_.get(), trial.c_str(), 0);
  return could;
}

Status Tree::copy_symlink(const Spot& source, const Spot& target, const std::string& path) {
  std::string leads_to(PATH_MAX, '\0');
  const ssize_t size =
      ::readlinkat(source.folder, source.name.c_str(), leads_to.data(), leads_to.size() - 1);
  if (size < 0) return system_error("read", shown_path(path), errno);
  leads_to.resize(static_cast<std::size_t>(size));
  if (::symlinkat(leads_to.c_str(), target.folder, target.name.c_str()) == 0) return Done();
  return system_error("write", shown_path(path), errno);
}

Status Tree::remove(const std::string& path) {
  const Spot spot = find_spot(path, Missing::leave);
  if (spot.folder < 0) return Done();
  const EntryKind kind = look_at(spot.folder, spot.name).kind;
  if (kind == EntryKind::missing) return Done();
  Status status = remove_tree_at(spot.folder, spot.name, shown_path(path));
  if (kind == EntryKind::folder) open_.clear();
  return status;
}

void Tree::remove_empty_above(const std::string& path) {
  std::string folder = path;
  for (std::size_t slash = folder.rfind('/'); slash != std::string::npos;
       slash = folder.rfind('/')) {
    folder.resize(slash);
    open_.clear();
    const Spot spot = find_spot(folder, Missing::leave);
    if (spot.folder < 0 || ::unlinkat(spot.folder, spot.name.c_str(), AT_REMOVEDIR) != 0)
      return;
  }
}

}  // namespace baraza::publish
