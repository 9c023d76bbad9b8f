#include "base/record_store.hpp"

#include <algorithm>
#include <utility>

#include "base/binary.hpp"
#include "base/hash.hpp"

namespace baraza {
namespace {

constexpr std::string_view magic = "baraza-records/2";
constexpr std::int64_t too_fresh_ns =
    2'000'000'000;  // the coarsest clock of a file system, FAT's
constexpr std::uint64_t worth_compacting = std::uint64_t{1} << 20U;

std::string blobs_path(const std::string& path) { return path + ".blobs"; }

}  // namespace

RecordStore::RecordStore(std::string path, std::string key, std::int64_t now_ns)
    : path_(std::move(path)), key_(std::move(key)), now_ns_(now_ns) {
  load();
}

RecordStore::~RecordStore() = default;

void RecordStore::load() {
  Result<MappedFile> file = MappedFile::open(path_);
  if (!file || file->bytes().size() < magic.size() + hash_digits) return;
  mapped_ = std::move(*file);
  if (load_table(mapped_.bytes())) return;
  old_.clear();
  blobs_.reset();
}

bool RecordStore::load_table(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return false;
  const std::string_view table =
      bytes.substr(magic.size(), bytes.size() - magic.size() - hash_digits);
  if (hash_of(table) != bytes.substr(bytes.size() - hash_digits)) return false;

  BinaryReader reader(table);
  if (reader.view() != key_) return false;
  blobs_.emplace(BlobFile::open(blobs_path(path_)));
  if (blobs_->id().empty() || reader.view() != blobs_->id()) return false;
  const std::size_t count = reader.count();
  old_.reserve(count);
  for (std::size_t left = count; left > 0 && reader.ok(); --left) {
    OldEntry& one = old_.emplace_back();
    one.name = reader.view();
    one.entry.stamp.size = reader.number();
    one.entry.stamp.mtime_ns = static_cast<std::int64_t>(reader.number());
    one.entry.stamp.inode = reader.number();
    one.entry.trusted = reader.flag();
    one.entry.hash = reader.view();
    one.entry.blob_hash = reader.view();
    one.entry.place.offset = reader.number();
    one.entry.place.size = reader.number();
    one.entry.head = reader.view();
  }
  return reader.ok();
}

const RecordStore::OldEntry* RecordStore::find_old(std::string_view name) const {
  if (next_ < old_.size() && old_[next_].name == name) return &old_[next_++];
  const auto at = std::lower_bound(
      old_.begin(), old_.end(), name,
      [](const OldEntry& one, std::string_view key) { return one.name < key; });
  if (at == old_.end() || at->name != name) return nullptr;
  next_ = static_cast<std::size_t>(at - old_.begin()) + 1;
  return &*at;
}

RecordStore::OldEntry* RecordStore::find_old(std::string_view name) {
  return const_cast<OldEntry*>(std::as_const(*this).find_old(name));  // NOLINT: it is ours
}

bool RecordStore::is_trusted(const FileStamp& stamp) const {
  return stamp.mtime_ns < now_ns_ - too_fresh_ns;
}

std::optional<RecordStore::Kept> RecordStore::find(std::string_view name,
                                                   const FileStamp& stamp) {
  OldEntry* const old = find_old(name);
  if (old == nullptr || !old->entry.trusted || old->entry.stamp != stamp) return std::nullopt;
  old->entry.kept = true;
  return Kept{old->entry.head, old->entry.hash, old->entry.blob_hash};
}

std::optional<RecordStore::Kept> RecordStore::find_by_hash(std::string_view name,
                                                           const FileStamp& stamp,
                                                           std::string_view hash) {
  OldEntry* const old = find_old(name);
  if (old == nullptr || old->entry.hash != hash) return std::nullopt;
  Entry& entry = old->entry;
  const bool trusted = is_trusted(stamp);
  if (entry.stamp != stamp || entry.trusted != trusted) changed_ = true;
  entry.stamp = stamp;
  entry.trusted = trusted;
  entry.kept = true;
  return Kept{entry.head, entry.hash, entry.blob_hash};
}

bool RecordStore::knows(std::string_view name, std::string_view hash) const {
  const OldEntry* const old = find_old(name);
  return old != nullptr && old->entry.hash == hash;
}

void RecordStore::put(std::string_view name, const FileStamp& stamp, std::string_view hash,
                      std::string_view head, std::string_view blob) {
  if (OldEntry* const old = find_old(name); old != nullptr) old->entry.kept = false;
  NewEntry& made = new_[std::string(name)];
  made = {.hash = std::string(hash), .blob_hash = hash_of(blob), .head = std::string(head)};
  made.entry = {.stamp = stamp,
                .trusted = is_trusted(stamp),
                .kept = true,
                .hash = made.hash,
                .blob_hash = made.blob_hash,
                .head = made.head};
  changed_ = true;
  Status status = open_blobs();
  if (status) {
    const Result<BlobFile::Place> place = blobs_->append(blob);
    if (place)
      made.entry.place = *place;
    else
      status = place.error();
  }
  if (!status) {
    trouble_ = status.error();
    made.blob = blob;
  }
}

std::optional<RecordStore::Kept> RecordStore::kept(std::string_view name) const {
  if (const auto made = new_.find(name); made != new_.end())
    return Kept{made->second.head, made->second.hash, made->second.blob_hash};
  const OldEntry* const old = find_old(name);
  if (old == nullptr || !old->entry.kept) return std::nullopt;
  return Kept{old->entry.head, old->entry.hash, old->entry.blob_hash};
}

std::optional<std::string> RecordStore::read(std::string_view name) const {
  const Entry* entry = nullptr;
  if (const auto made = new_.find(name); made != new_.end()) {
    if (made->second.blob) return made->second.blob;
    entry = &made->second.entry;
  } else if (const OldEntry* const old = find_old(name); old != nullptr && old->entry.kept) {
    entry = &old->entry;
  }
  if (entry == nullptr || !blobs_) return std::nullopt;
  std::optional<std::string> blob = blobs_->read(entry->place);
  if (!blob || hash_of(*blob) != entry->blob_hash) return std::nullopt;
  return blob;
}

std::size_t RecordStore::size() const {
  const auto found = std::count_if(old_.begin(), old_.end(),
                                   [](const OldEntry& old) { return old.entry.kept; });
  return static_cast<std::size_t>(found) + new_.size();
}

// What no other file of blobs was made of.
std::string RecordStore::seed() const {
  static unsigned made = 0;
  return std::to_string(now_ns_) + " " + std::to_string(::getpid()) + " " +
         std::to_string(++made);
}

Status RecordStore::lock() {
  if (lock_) return Done{};
  Result<Lock> lock = Lock::take(path_ + ".lock", path_);
  if (!lock) return lock.error();
  lock_.emplace(std::move(*lock));
  const std::size_t slash = path_.rfind('/');
  remove_temporaries(slash == std::string::npos ? "." : path_.substr(0, slash));
  return Done{};
}

// Another process may have written a file of blobs since this one was opened: ours is then no
// longer at its place, and what is added to it would be lost.
Status RecordStore::open_blobs() {
  if (trouble_) return *trouble_;
  if (lock_ && blobs_) return Done{};
  if (Status status = lock(); !status) return status;
  if (blobs_) {
    if (blobs_->is_at(blobs_path(path_))) return Done{};
    return Diagnostic{.message = "another run has written `" + path_ + "` meanwhile"};
  }
  Result<BlobFile> blobs = BlobFile::start(blobs_path(path_), seed());
  if (!blobs) return blobs.error();
  blobs_.emplace(std::move(*blobs));
  return Done{};
}

Status RecordStore::save() {
  if (trouble_) return *trouble_;
  if (!changed_ && size() == old_.size() + new_.size()) return Done{};
  Status status = open_blobs();
  if (status && blobs_->bytes() > 2 * live_bytes() + worth_compacting) status = compact();
  if (status) status = blobs_->commit();
  if (status) status = write_whole(path_, table_bytes());
  if (!status) {
    trouble_ = status.error();
    return status;
  }
  std::erase_if(old_, [](const OldEntry& old) { return !old.entry.kept; });
  next_ = 0;
  changed_ = false;
  lock_.reset();
  return Done{};
}

std::uint64_t RecordStore::live_bytes() const {
  std::uint64_t bytes = 0;
  for (const OldEntry& old : old_)
    if (old.entry.kept) bytes += old.entry.place.size;
  for (const auto& [name, made] : new_) bytes += made.entry.place.size;
  return bytes;
}

// Copies what is still named to a new file.
Status RecordStore::compact() {
  Result<BlobFile> fresh = BlobFile::start(blobs_path(path_), seed());
  if (!fresh) return fresh.error();
  std::vector<std::pair<Entry*, BlobFile::Place>> moved;
  for (OldEntry& old : old_)
    if (old.entry.kept) moved.emplace_back(&old.entry, BlobFile::Place{});
  for (auto& [name, made] : new_) moved.emplace_back(&made.entry, BlobFile::Place{});
  for (auto& [entry, place] : moved) {
    const std::optional<std::string> blob = blobs_->read(entry->place);
    const Result<BlobFile::Place> there = fresh->append(blob.value_or(std::string()));
    if (!there) return there.error();
    place = *there;
  }
  // Only now: whoever could not copy them all keeps the old places.
  for (const auto& [entry, place] : moved) entry->place = place;
  blobs_.reset();
  blobs_.emplace(std::move(*fresh));
  return Done{};
}

std::string RecordStore::table_bytes() const {
  BinaryWriter table;
  table.reserve(mapped_.bytes().size() + worth_compacting);
  table.raw(magic);
  table.text(key_);
  table.text(blobs_->id());
  table.number(size());
  const auto add = [&](std::string_view name, const Entry& entry) {
    table.text(name);
    table.number(entry.stamp.size);
    table.number(static_cast<std::uint64_t>(entry.stamp.mtime_ns));
    table.number(entry.stamp.inode);
    table.flag(entry.trusted);
    table.text(entry.hash);
    table.text(entry.blob_hash);
    table.number(entry.place.offset);
    table.number(entry.place.size);
    table.text(entry.head);
  };
  auto made = new_.begin();
  for (const OldEntry& old : old_) {
    if (!old.entry.kept) continue;
    for (; made != new_.end() && made->first < old.name; ++made)
      add(made->first, made->second.entry);
    add(old.name, old.entry);
  }
  for (; made != new_.end(); ++made) add(made->first, made->second.entry);
  table.raw(hash_of(std::string_view(table.bytes()).substr(magic.size())));
  return table.take();
}

}  // namespace baraza
