#include "base/record_store.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/binary.hpp"
#include "base/descriptor.hpp"
#include "base/hash.hpp"

namespace baraza {
namespace {

constexpr std::string_view magic = "baraza-records/1";
constexpr std::size_t hash_size = 32;
constexpr std::size_t footer_size = 8 + hash_size;
constexpr std::int64_t too_fresh_ns =
    2'000'000'000;  // the coarsest clock of a file system, FAT's

std::string footer(std::uint64_t table_offset, std::string_view table) {
  std::string bytes;
  for (unsigned shift = 0; shift < 64; shift += 8)
    bytes.push_back(static_cast<char>(table_offset >> shift & 0xFF));
  return bytes + hash_of(table);
}

std::uint64_t table_offset_in(std::string_view footer_bytes) {
  std::uint64_t offset = 0;
  for (unsigned i = 0; i < 8; ++i)
    offset |= static_cast<std::uint64_t>(static_cast<unsigned char>(footer_bytes[i]))
              << (8 * i);
  return offset;
}

}  // namespace

RecordStore::RecordStore(std::string path, std::string key, std::int64_t now_ns)
    : path_(std::move(path)), key_(std::move(key)), now_ns_(now_ns) {
  load();
}

RecordStore::~RecordStore() { unmap(); }

void RecordStore::unmap() {
  if (!mapped_.empty())
    ::munmap(const_cast<char*>(mapped_.data()),
             mapped_.size());  // NOLINT: munmap takes no const
  mapped_ = {};
}

void RecordStore::load() {
  const Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return;
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size < magic.size() + footer_size) return;
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (start == MAP_FAILED) return;
  mapped_ = {static_cast<const char*>(start), size};
  if (load_table(mapped_)) return;
  old_.clear();
  unmap();
}

bool RecordStore::load_table(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return false;
  const std::string_view foot = bytes.substr(bytes.size() - footer_size);
  const std::uint64_t offset = table_offset_in(foot);
  if (offset > bytes.size() - footer_size) return false;
  const std::string_view table =
      bytes.substr(static_cast<std::size_t>(offset),
                   bytes.size() - footer_size - static_cast<std::size_t>(offset));
  if (footer(offset, table) != foot) return false;

  BinaryReader reader(table);
  if (reader.text() != key_) return false;
  for (std::size_t left = reader.count(); left > 0; --left) {
    std::string name = reader.text();
    Entry entry;
    entry.stamp.size = reader.number();
    entry.stamp.mtime_ns = static_cast<std::int64_t>(reader.number());
    entry.stamp.inode = reader.number();
    entry.trusted = reader.flag();
    entry.hash = reader.text();
    entry.offset = reader.number();
    entry.size = reader.number();
    entry.blob_hash = reader.text();
    if (!reader.ok() || entry.offset > offset || entry.size > offset - entry.offset)
      return false;
    old_.emplace_hint(old_.end(), std::move(name), std::move(entry));
  }
  return reader.ok();
}

bool RecordStore::is_trusted(const FileStamp& stamp) const {
  return stamp.mtime_ns < now_ns_ - too_fresh_ns;
}

std::optional<std::string> RecordStore::blob_of(const Entry& entry) const {
  std::string blob;
  switch (entry.source) {
    case Source::memory:
      return entry.blob;
    case Source::mapped:
      blob = mapped_.substr(static_cast<std::size_t>(entry.offset),
                            static_cast<std::size_t>(entry.size));
      break;
    case Source::written: {
      blob.resize(static_cast<std::size_t>(entry.size));
      std::size_t done = 0;
      while (done < blob.size()) {
        const ssize_t got =
            ::pread(unsaved_ ? unsaved_.get() : writer_->descriptor(), blob.data() + done,
                    blob.size() - done, static_cast<off_t>(entry.offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        done += static_cast<std::size_t>(got);
      }
    }
  }
  if (hash_of(blob) != entry.blob_hash) return std::nullopt;
  return blob;
}

std::optional<std::string> RecordStore::keep(const std::string& name, const Entry& entry) {
  std::optional<std::string> blob = blob_of(entry);
  if (blob) kept_[name] = entry;
  return blob;
}

std::optional<std::string> RecordStore::find(const std::string& name, const FileStamp& stamp) {
  const auto at = old_.find(name);
  if (at == old_.end() || !at->second.trusted || at->second.stamp != stamp) return std::nullopt;
  return keep(name, at->second);
}

std::optional<std::string> RecordStore::find_by_hash(const std::string& name,
                                                     const FileStamp& stamp,
                                                     std::string_view hash) {
  const auto at = old_.find(name);
  if (at == old_.end() || at->second.hash != hash) return std::nullopt;
  Entry entry = at->second;
  entry.stamp = stamp;
  entry.trusted = is_trusted(stamp);
  if (entry.stamp != at->second.stamp || entry.trusted != at->second.trusted) changed_ = true;
  return keep(name, entry);
}

void RecordStore::put(const std::string& name, const FileStamp& stamp, std::string_view hash,
                      std::string_view blob) {
  Entry entry = {.stamp = stamp,
                 .trusted = is_trusted(stamp),
                 .hash = std::string(hash),
                 .source = Source::written,
                 .offset = 0,
                 .size = blob.size(),
                 .blob_hash = hash_of(blob)};
  Status status = open_writer();
  if (status) {
    entry.offset = writer_->size();
    status = writer_->append(blob);
  }
  if (!status) {
    trouble_ = status.error();
    entry.source = Source::memory;
    entry.blob = blob;
  }
  kept_[name] = std::move(entry);
  changed_ = true;
}

std::optional<std::string> RecordStore::read(const std::string& name) const {
  const auto at = kept_.find(name);
  if (at == kept_.end()) return std::nullopt;
  return blob_of(at->second);
}

Status RecordStore::open_writer() {
  if (trouble_) return *trouble_;
  if (writer_) return Done();
  Result<FileWriter> writer = FileWriter::open(path_);
  if (!writer) return writer.error();
  writer_.emplace(std::move(*writer));
  return writer_->append(magic);
}

Status RecordStore::save() {
  if (trouble_) return *trouble_;
  if (!changed_ && kept_.size() == old_.size()) return Done();
  Status status = open_writer();
  if (status) {
    // The writer closes its file before the rename, and that may still be refused.
    unsaved_ = Descriptor(::fcntl(writer_->descriptor(), F_DUPFD_CLOEXEC, 0));
    status = write_rest();
  }
  if (!status) {
    trouble_ = status.error();
    return status;
  }
  unsaved_.close();
  // From here on it is the file that was just written that is read.
  writer_.reset();
  old_.clear();
  kept_.clear();
  unmap();
  changed_ = false;
  load();
  kept_ = old_;
  return Done();
}

Status RecordStore::write_rest() {
  BinaryWriter table;
  table.text(key_);
  table.number(kept_.size());
  for (const auto& [name, entry] : kept_) {
    std::uint64_t offset = entry.offset;
    if (entry.source == Source::mapped) {
      offset = writer_->size();
      Status status = writer_->append(mapped_.substr(static_cast<std::size_t>(entry.offset),
                                                     static_cast<std::size_t>(entry.size)));
      if (!status) return status;
    }
    table.text(name);
    table.number(entry.stamp.size);
    table.number(static_cast<std::uint64_t>(entry.stamp.mtime_ns));
    table.number(entry.stamp.inode);
    table.flag(entry.trusted);
    table.text(entry.hash);
    table.number(offset);
    table.number(entry.size);
    table.text(entry.blob_hash);
  }
  const std::string foot = footer(writer_->size(), table.bytes());
  if (Status status = writer_->append(table.bytes() + foot); !status) return status;
  return writer_->commit();
}

}  // namespace baraza
