// Files and folders: read, list in order, write whole, remove.
//
// Two kinds of error come from here. What is wrong with a file of the bank is a finding with a
// code and its place: E110 cannot be read, E111 a symlink leaves the bank, E112 a symlink leads
// nowhere or in a circle, E113 a folder is named like a file, E114 too large, E115 a name that
// is not plain text. What the system refuses (no space, no permission to write) has an empty
// rule and no place, names the file in its message, and means that baraza could not run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace baraza {

// What the system says of errno `number`: `no such file or directory`.
std::string error_text(int number);

// "cannot write `public/x`: no space left on device", with what would help.
Diagnostic system_error(std::string_view doing, std::string_view path, int number);

// `a/b`; `b` alone where `a` is empty or `b` starts at the root.
std::string join_path(std::string_view a, std::string_view b);

// ---- looking

// What tells without reading that a file is as it was.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;

  bool operator==(const FileStamp&) const = default;
};

// Of a file, through symlinks; nothing where there is no file.
std::optional<FileStamp> stamp_of(const std::string& path);

enum class EntryKind { missing, file, folder, symlink, other };

// What is at `path` itself: a symlink is not followed.
EntryKind kind_of(const std::string& path);

// `path` from the root without `.`, `..` and symlinks, as far as it exists; what does not exist
// yet is added as written. Empty where a file stands in the way or it cannot be told.
std::string real_path(const std::string& path);

// Is `path` the folder `folder` or below it? Both as real_path gives them.
bool lies_within(std::string_view path, std::string_view folder);

// ---- reading

constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

// The whole file. `shown` is its path as users see it; `stamp`, if given, is what the file was
// when it was opened. E110; E114 if it has more than `most` bytes.
Result<std::string> read_file(const std::string& path, std::string_view shown,
                              std::size_t most = no_limit, FileStamp* stamp = nullptr);

// The same of the first `most` bytes, of a file that may have more.
Result<std::string> read_start(const std::string& path, std::string_view shown,
                               std::size_t most, FileStamp* stamp = nullptr);

struct Entry {
  std::string path = {};  // relative to the root of the bank
  EntryKind kind = EntryKind::file;
  FileStamp stamp = {};  // of a file

  bool operator==(const Entry&) const = default;
};

// All that lies in `root`/`folder` and below, by the bytes of its path. Names that start with a
// dot are left out. A symlink to a file of the bank counts as that file; one to a folder of the
// bank is told as a symlink and not followed, since that folder is listed where it is. Symlinks
// that leave `root`, lead nowhere or in a circle, names that are not plain text and folders
// that cannot be read are findings, and left out: E110 to E113, E115.
std::vector<Entry> list_folder(const std::string& root, const std::string& folder,
                               Diagnostics& found);

// The names in an open folder, sorted, without `.` and `..`; false, with errno set, where it
// cannot be read.
bool read_names(Descriptor folder, std::vector<std::string>& names);

// ---- writing

// Should the bytes be on the disk itself, safe from a power cut, before it is told done?
enum class Sync { no, yes };

// A file that appears whole or not at all: written beside its place under a temporary name and
// renamed. Unless committed, it is gone with its writer, and what was there stays.
class FileWriter {
 public:
  static Result<FileWriter> open(const std::string& path);
  // The file `name` in the open folder `folder`, which must stay open; `shown` is for messages.
  static Result<FileWriter> open_at(int folder, const std::string& name, std::string shown);
  FileWriter(FileWriter&& other) noexcept = default;
  FileWriter& operator=(FileWriter&& other) = delete;
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter();

  Status append(std::string_view bytes);
  Status commit(Sync sync = Sync::no);

  std::uint64_t size() const { return size_; }
  int descriptor() const { return file_.get(); }  // may be read from

 private:
  FileWriter() = default;

  Descriptor own_folder_;
  int folder_ = -1;
  Descriptor file_;
  std::string name_;
  std::string temporary_;
  std::string shown_;
  std::uint64_t size_ = 0;
};

Status write_whole(const std::string& path, std::string_view bytes, Sync sync = Sync::no);

// Adds `bytes` at the end of the file, which is made where there is none.
Status append_to(const std::string& path, std::string_view bytes);

// Is this the name of a temporary file, left by a run that was killed?
bool is_temporary(std::string_view name);
// Removes those of one folder; only for who holds its lock.
void remove_temporaries(const std::string& folder);

// `path` and the folders above it that are missing.
Status make_folders(const std::string& path);

// Removes `name`, a file or a folder with all in it, from `folder`. Symlinks are removed, never
// followed; it is fine if there is nothing.
Status remove_tree(const std::string& folder, const std::string& name);
Status remove_tree_at(int folder, const std::string& name, const std::string& shown);

}  // namespace baraza
