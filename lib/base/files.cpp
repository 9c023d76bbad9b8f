#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/text.hpp"

namespace baraza {
namespace {

std::string quoted(std::string_view path) { return "`" + std::string(path) + "`"; }

std::string hint_for(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return "make room on the disk and run it again; what was there is as it was";
    case EFBIG:
      return "a limit on the size of files is set (see `ulimit -f`)";
    case EACCES:
    case EPERM:
      return "give yourself the permission, or run it as the user who owns it";
    case EROFS:
      return "this file system takes no changes; work in a copy elsewhere";
    case EMFILE:
    case ENFILE:
      return "too many files are open (see `ulimit -n`)";
    case ENOTDIR:
      return "a part of this path is a file, not a folder";
    case ENAMETOOLONG:
      return "use shorter names";
    default:
      return {};
  }
}

Diagnostic cannot_read(std::string_view shown, std::string message, std::string hint = {}) {
  return {.rule = "E110",
          .where = {.path = std::string(shown)},
          .message = std::move(message),
          .hint = std::move(hint)};
}

Diagnostic cannot_read(std::string_view shown, int number) {
  return cannot_read(shown, "cannot be read: " + error_text(number), hint_for(number));
}

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t mebibyte = std::size_t{1} << 20;
  if (bytes != 0 && bytes % mebibyte == 0) return std::to_string(bytes / mebibyte) + " MiB";
  return counted(bytes, "byte", "bytes");
}

Diagnostic too_large(std::string_view shown, std::size_t most) {
  return {.rule = "E114",
          .where = {.path = std::string(shown)},
          .message = "the file is larger than " + size_in_words(most),
          .hint = "split it, or leave out what is not text"};
}

FileStamp stamp_from(const struct stat& info) {
  return {.size = static_cast<std::uint64_t>(info.st_size),
          .mtime_ns = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 +
                      info.st_mtim.tv_nsec,
          .inode = static_cast<std::uint64_t>(info.st_ino)};
}

EntryKind kind_from(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::folder;
  if (S_ISLNK(mode)) return EntryKind::symlink;
  return EntryKind::other;
}

}  // namespace

std::string error_text(int number) {
  std::string text = std::generic_category().message(number);
  if (!text.empty()) text.replace(0, 1, to_lower(text.substr(0, 1)));
  return text;
}

Diagnostic system_error(std::string_view doing, std::string_view path, int number) {
  return {.message =
              "cannot " + std::string(doing) + " " + quoted(path) + ": " + error_text(number),
          .hint = hint_for(number)};
}

std::string join_path(std::string_view a, std::string_view b) {
  if (a.empty() || b.starts_with('/')) return std::string(b);
  std::string result(a);
  if (!result.ends_with('/')) result.push_back('/');
  return result.append(b);
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  return stamp_from(info);
}

EntryKind kind_of(const std::string& path) {
  struct stat info = {};
  if (::lstat(path.c_str(), &info) != 0) return EntryKind::missing;
  return kind_from(info.st_mode);
}

std::string real_path(const std::string& path) {
  std::string head = path.empty() ? "." : path;
  std::string tail;
  for (;;) {
    using Text = std::unique_ptr<char, decltype(&std::free)>;
    const Text real(::realpath(head.c_str(), nullptr), &std::free);
    if (real != nullptr) return tail.empty() ? real.get() : join_path(real.get(), tail);
    if (errno != ENOENT || kind_of(head) == EntryKind::symlink) return {};

    while (head.size() > 1 && head.ends_with('/')) head.pop_back();
    const std::size_t slash = head.rfind('/');
    const std::string last = head.substr(slash == std::string::npos ? 0 : slash + 1);
    if (last == "." || last == "..") return {};
    tail = tail.empty() ? last : join_path(last, tail);
    head = slash == std::string::npos ? "." : slash == 0 ? "/" : head.substr(0, slash);
  }
}

bool lies_within(std::string_view path, std::string_view folder) {
  if (path == folder || folder == "/") return true;
  return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

namespace {

// Opens a plain file for reading.
Result<Descriptor> open_plain(const std::string& path, std::string_view shown,
                              FileStamp& stamp) {
  // Without O_NONBLOCK a named pipe would be waited for.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) return cannot_read(shown, errno);
  struct stat info = {};
  if (::fstat(file.get(), &info) != 0) return cannot_read(shown, errno);
  if (S_ISDIR(info.st_mode)) return cannot_read(shown, "this is a folder, not a file");
  if (!S_ISREG(info.st_mode)) return cannot_read(shown, "this is not a plain file");
  stamp = stamp_from(info);
  return file;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::string_view shown, std::size_t most,
                              FileStamp* stamp) {
  FileStamp now;
  const Result<Descriptor> file = open_plain(path, shown, now);
  if (!file) return file.error();
  if (now.size > most) return too_large(shown, most);
  if (stamp != nullptr) *stamp = now;

  // One byte more than expected: the last read then finds the end at once.
  std::string bytes(static_cast<std::size_t>(now.size) + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(2 * size);
    const ssize_t got = ::read(file->get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(shown, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > most) return too_large(shown, most);
  }
  bytes.resize(size);
  return bytes;
}

Result<std::string> read_start(const std::string& path, std::string_view shown,
                               std::size_t most, FileStamp* stamp) {
  FileStamp now;
  const Result<Descriptor> file = open_plain(path, shown, now);
  if (!file) return file.error();
  if (stamp != nullptr) *stamp = now;
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(now.size, most)), '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = ::read(file->get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(shown, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

namespace {

// Lists one folder after the other; the folders yet to be read are kept in a list of their own.
class Lister {
 public:
  Lister(std::string root, Diagnostics& found)
      : root_(std::move(root)), real_root_(real_path(root_)), found_(found) {}

  std::vector<Entry> list(const std::string& folder) {
    struct stat info = {};
    const std::string path = join_path(root_, folder);
    if (::stat(path.c_str(), &info) != 0) {
      found_.add(cannot_read(folder, errno));
    } else if (!S_ISDIR(info.st_mode)) {
      found_.add(cannot_read(folder, "this is a file, and should be a folder",
                             "move it away, or rename it"));
    } else if (!lies_within(real_path(path), real_root_)) {
      found_.add(leaves_bank(folder));
    } else {
      waiting_.push_back(folder);
    }
    while (!waiting_.empty()) {
      const std::string next = std::move(waiting_.back());
      waiting_.pop_back();
      read(next);
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return std::move(entries_);
  }

 private:
  void read(const std::string& folder) {
    const std::string path = join_path(root_, folder);
    Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    std::vector<std::string> names;
    if (!opened || !read_names(Descriptor(::dup(opened.get())), names))
      return found_.add(cannot_read(folder, errno));
    for (const std::string& name : names)
      if (!name.starts_with('.')) look_at(folder, opened.get(), name);
  }

  void look_at(const std::string& folder, int opened, const std::string& name) {
    const std::string path = join_path(folder, name);
    if (!is_plain_text(name)) return found_.add(odd_name(folder, name));
    struct stat info = {};
    if (::fstatat(opened, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
      return found_.add(cannot_read(path, errno));

    const EntryKind kind = kind_from(info.st_mode);
    if (kind == EntryKind::symlink) return follow(path);
    if (kind == EntryKind::folder) {
      waiting_.push_back(path);
      if (name.ends_with(".md"))
        found_.add({.rule = "E113",
                    .where = {.path = path},
                    .message = "this folder is named like a file",
                    .hint = "take `.md` off its name"});
    }
    if (kind == EntryKind::other && name.ends_with(".md"))
      found_.add(cannot_read(path, "this is not a plain file"));
    entries_.push_back({path, kind, kind == EntryKind::file ? stamp_from(info) : FileStamp()});
  }

  void follow(const std::string& path) {
    const std::string full = join_path(root_, path);
    struct stat info = {};
    if (::stat(full.c_str(), &info) != 0) {
      if (errno != ENOENT && errno != ELOOP && errno != ENOTDIR)
        return found_.add(cannot_read(path, errno));
      const bool circle = errno == ELOOP;
      return found_.add(
          {.rule = "E112",
           .where = {.path = path},
           .message = circle ? "this symlink leads in a circle" : "this symlink leads nowhere",
           .hint = "remove it, or let it lead to a file of the bank"});
    }
    const std::string target = real_path(full);
    if (!lies_within(target, real_root_)) return found_.add(leaves_bank(path));
    if (S_ISDIR(info.st_mode) && lies_within(real_path(parent_of(full)), target))
      return found_.add({.rule = "E112",
                         .where = {.path = path},
                         .message = "this symlink leads in a circle, to a folder it is in",
                         .hint = "remove it"});
    if (S_ISREG(info.st_mode))
      entries_.push_back({path, EntryKind::file, stamp_from(info)});
    else
      entries_.push_back({path, EntryKind::symlink, {}});
  }

  static std::string parent_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
  }

  static bool is_plain_text(std::string_view name) {
    return find_invalid_utf8(name) == std::string_view::npos &&
           std::none_of(name.begin(), name.end(), [](char c) {
             return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
           });
  }

  static Diagnostic odd_name(const std::string& folder, const std::string& name) {
    return {.rule = "E115",
            .where = {.path = folder},
            .message = "a name in this folder is not plain text: `" + escape_path(name) + "`",
            .hint = "rename it; bytes that are not text are shown here as %XX"};
  }

  static Diagnostic leaves_bank(const std::string& path) {
    return {.rule = "E111",
            .where = {.path = path},
            .message = "this symlink leaves the bank",
            .hint = "put the file itself here"};
  }

  std::string root_;
  std::string real_root_;
  Diagnostics& found_;
  std::vector<std::string> waiting_;
  std::vector<Entry> entries_;
};

}  // namespace

bool read_names(Descriptor folder, std::vector<std::string>& names) {
  DIR* stream = ::fdopendir(folder.get());
  if (stream == nullptr) return false;
  folder.release();  // the stream's from here on
  for (;;) {
    errno = 0;
    const dirent* one = ::readdir(stream);  // NOLINT(concurrency-mt-unsafe)
    if (one == nullptr) break;
    const std::string_view name = &one->d_name[0];
    if (name != "." && name != "..") names.emplace_back(name);
  }
  const int number = errno;
  ::closedir(stream);
  errno = number;
  std::sort(names.begin(), names.end());
  return number == 0;
}

std::vector<Entry> list_folder(const std::string& root, const std::string& folder,
                               Diagnostics& found) {
  return Lister(root, found).list(folder);
}

}  // namespace baraza
