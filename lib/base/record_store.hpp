// Keeps what was made from each file of the bank, until the file or what made it changes.
//
// Of each file it keeps a head, which every run asks for, and a blob, which few do. The heads
// stand in one table, the file `path`, which is written anew whenever something changed; the
// blobs in `path`.blobs, which is only added to, so that one changed file among thousands costs
// no more than the table. Blobs that nothing names any more are dropped when they are half of
// all. Both files are only a cache: whatever is wrong with them, they are taken as empty, and
// new ones are written by rename. Whoever writes removes what killed runs have left beside
// them. What heads and blobs mean is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/blob_file.hpp"
#include "base/files.hpp"
#include "base/lock.hpp"
#include "base/mapped_file.hpp"
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

  // What is kept of a file; the views live until that file is put once more or the store ends.
  struct Kept {
    std::string_view head = {};
    std::string_view hash = {};       // of the file's bytes
    std::string_view blob_hash = {};  // of the blob: equal where the blobs are
  };

  // What is kept of the file `name`, if it is unchanged by its stamp; nothing if it is unknown
  // or must be hashed. What is found is kept by the next save. Asking by the order of the names
  // is quickest.
  std::optional<Kept> find(std::string_view name, const FileStamp& stamp);
  // The same by the hash of its bytes, whatever its stamp was; takes the new stamp over.
  std::optional<Kept> find_by_hash(std::string_view name, const FileStamp& stamp,
                                   std::string_view hash);
  // The same, without keeping it: also for a forked worker.
  bool knows(std::string_view name, std::string_view hash) const;
  void put(std::string_view name, const FileStamp& stamp, std::string_view hash,
           std::string_view head, std::string_view blob);

  // Of a file that was found or put in this run; the blob also in a forked worker. No blob
  // where it is damaged.
  std::optional<Kept> kept(std::string_view name) const;
  std::optional<std::string> read(std::string_view name) const;

  // How many were found or put in this run.
  std::size_t size() const;

  // Writes what was found or put, if that is not what the file holds; the rest is dropped. A
  // store that cannot be written (a full disk, a folder that is read-only, another process that
  // is at it) costs time and no more: the error is worth a warning. Afterwards the store may be
  // used on.
  Status save();

 private:
  struct Entry {
    FileStamp stamp = {};
    bool trusted = false;
    bool kept = false;  // found in this run
    std::string_view hash = {};
    std::string_view blob_hash = {};
    std::string_view head = {};
    BlobFile::Place place = {};
  };
  struct OldEntry {
    std::string_view name = {};
    Entry entry = {};
  };
  // The views of `entry` are of the texts beside it.
  struct NewEntry {
    Entry entry = {};
    std::string hash = {};
    std::string blob_hash = {};
    std::string head = {};
    std::optional<std::string> blob = {};  // where no file could take it
  };
  using NewEntries = std::map<std::string, NewEntry, std::less<>>;

  void load();
  bool load_table(std::string_view bytes);
  const OldEntry* find_old(std::string_view name) const;
  OldEntry* find_old(std::string_view name);
  bool is_trusted(const FileStamp& stamp) const;
  std::string seed() const;
  Status lock();
  Status open_blobs();
  std::string table_bytes() const;
  Status compact();
  std::uint64_t live_bytes() const;

  std::string path_;
  std::string key_;
  std::int64_t now_ns_ = 0;
  MappedFile mapped_;
  std::vector<OldEntry> old_;     // as the table holds it, by name
  mutable std::size_t next_ = 0;  // where find_old() looks first
  NewEntries new_;
  std::optional<BlobFile> blobs_;
  std::optional<Lock> lock_;
  std::optional<Diagnostic> trouble_;  // why blobs stay in memory
  bool changed_ = false;
};

}  // namespace baraza
