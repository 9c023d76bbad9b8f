// Keeps what was made from each file of the bank, until the file or what made it changes.
//
// A store is one file: the blobs, then a table of them, then where the table starts and its
// hash. It is only a cache: whatever is wrong with it, it is taken as empty, and a new one is
// written by rename. What the blobs mean is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza {

class RecordStore {
 public:
  // Opens the store in the file `path`. `key` stands for all that shapes the blobs but the
  // files themselves (version, schemas); with another key than it was saved with, the store is
  // empty. `now_ns` is the time in nanoseconds since 1970: a file changed in the last two
  // seconds could change once more without a new stamp, so its stamp is not trusted the next
  // time.
  RecordStore(std::string path, std::string key, std::int64_t now_ns);
  RecordStore(const RecordStore&) = delete;
  RecordStore& operator=(const RecordStore&) = delete;
  ~RecordStore();

  // The blob of the file `name`, if it is unchanged by its stamp; nothing if it is unknown or
  // must be hashed. What is found is kept by the next save.
  std::optional<std::string> find(const std::string& name, const FileStamp& stamp);
  // The same by the hash of its bytes, whatever its stamp was; takes the new stamp over.
  std::optional<std::string> find_by_hash(const std::string& name, const FileStamp& stamp,
                                          std::string_view hash);
  void put(const std::string& name, const FileStamp& stamp, std::string_view hash,
           std::string_view blob);

  // The blob of a file that was found or put in this run; also in a forked worker.
  std::optional<std::string> read(const std::string& name) const;

  // How many were found or put in this run.
  std::size_t size() const { return kept_.size(); }

  // Writes what was found or put, if that is not what the file holds; the rest is dropped. A
  // store that cannot be written (a full disk, a folder that is read-only) costs time and no
  // more: the error is worth a warning. Afterwards the store may be used on.
  Status save();

 private:
  enum class Source : std::uint8_t { mapped, written, memory };

  struct Entry {
    FileStamp stamp = {};
    bool trusted = false;
    std::string hash = {};  // of the file's bytes
    Source source = Source::mapped;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::string blob_hash = {};
    std::string blob = {};  // of `memory` only
  };
  using Table = std::map<std::string, Entry, std::less<>>;

  void load();
  bool load_table(std::string_view bytes);
  void unmap();
  std::optional<std::string> blob_of(const Entry& entry) const;
  std::optional<std::string> keep(const std::string& name, const Entry& entry);
  bool is_trusted(const FileStamp& stamp) const;
  Status open_writer();
  Status write_rest();

  std::string path_;
  std::string key_;
  std::int64_t now_ns_ = 0;
  std::string_view mapped_;
  Table old_;   // as the file holds it
  Table kept_;  // found or put in this run
  std::optional<FileWriter> writer_;
  Descriptor unsaved_;  // the writer's file while it is saved, and for good if it cannot be
  std::optional<Diagnostic> trouble_;  // why blobs stay in memory
  bool changed_ = false;
};

}  // namespace baraza
