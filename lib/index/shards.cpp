#include "index/shards.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "index/terms.hpp"

namespace baraza::index {
namespace {

// What the system said, where Xapian wraps it twice: "Modifications failed (DatabaseError:
// Error writing block 0 (File too large)), and couldn't open at the old revision: ...".
std::string reason_in(const std::string& message) {
  const std::size_t end = message.find("))");
  const std::size_t begin = message.rfind('(', end);
  if (end == std::string::npos || begin == std::string::npos) return message;
  const std::string reason = message.substr(begin + 1, end - begin - 1);
  return to_lower(reason.substr(0, 1)) + reason.substr(std::min<std::size_t>(1, reason.size()));
}

Diagnostic cannot_write(const std::string& folder, const Xapian::Error& error) {
  std::string why = reason_in(error.get_msg());
  if (const char* system = error.get_error_string(); system != nullptr)
    why += std::string(": ") + system;
  return {.message = "cannot write the index in `" + folder + "`: " + why,
          .hint = "the index in use was left as it is; free some space or check who may write"};
}

// Xapian::Error is no std::exception, so nobody above would catch it.
template <class Work>
Status guarded(const std::string& folder, const Work& work) {
  try {
    work();
    return Done{};
  } catch (const Xapian::Error& error) {
    return cannot_write(folder, error);
  }
}

// yyyymmdd, in eight digits.
std::string day_text(int day) {
  std::string digits = std::to_string(day);
  return std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
}

Xapian::Document make_document(const Document& document, const Postings& postings,
                               const std::vector<content::Facet>& facets, std::size_t number) {
  Xapian::Document result;
  result.set_data(std::to_string(number));
  for (const auto& [term, posting] : postings) {
    if (term.size() > 240) continue;  // no word is so long
    if (posting.positions.empty()) result.add_term(term, posting.count);
    for (std::size_t i = 0; i < posting.positions.size(); ++i)
      result.add_posting(term, posting.positions[i], i == 0 ? posting.count : 0);
  }
  const Entry& entry = document.entry;
  result.add_value(kind_slot, std::string(name_of(entry.kind)));
  if (entry.start.known()) {
    result.add_value(first_day_slot, day_text(content::earliest_day(entry.start)));
    const content::Date& end = entry.end.known() ? entry.end : entry.start;
    result.add_value(last_day_slot,
                     entry.ongoing ? "99999999" : day_text(content::latest_day(end)));
  }
  const content::Date newest =
      content::parse_date(entry.updated.empty() ? entry.published : entry.updated);
  if (newest.known()) result.add_value(newest_slot, day_text(content::latest_day(newest)));
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const auto terms = entry.terms.find(facets[i].field);
    if (terms != entry.terms.end() && !terms->second.empty())
      result.add_value(first_facet_slot + static_cast<unsigned>(i), join(terms->second, "\n"));
  }
  return result;
}

// The bytes of all files of a folder, and the folder itself, to the disk.
Status sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return system_error("write", folder, errno);
  DIR* listing = ::opendir(folder.c_str());
  if (listing == nullptr) return system_error("write", folder, errno);
  int failed = 0;
  while (const dirent* entry = ::readdir(listing)) {  // NOLINT(concurrency-mt-unsafe)
    if (entry->d_name[0] == '.') continue;
    const Descriptor file(::openat(opened.get(), entry->d_name, O_RDONLY | O_CLOEXEC));
    if ((!file || ::fsync(file.get()) != 0) && failed == 0) failed = errno;
  }
  ::closedir(listing);
  if (failed == 0 && ::fsync(opened.get()) != 0) failed = errno;
  if (failed != 0) return system_error("write", folder, failed);
  return Done{};
}

}  // namespace

struct Shards::Databases {
  std::string folder;
  std::vector<Xapian::WritableDatabase> shards;
};

Shards::Shards(std::unique_ptr<Databases> databases) : databases_(std::move(databases)) {}
Shards::Shards(Shards&& other) noexcept = default;

// A database that is not closed before commits what it has when it goes, and may throw; what is
// given up on is only removed.
Shards::~Shards() {
  if (!databases_) return;
  for (Xapian::WritableDatabase& shard : databases_->shards) {
    try {
      shard.close();
    } catch (const Xapian::Error& error) {
      continue;
    }
  }
}

Result<Shards> Shards::create(const std::string& folder, std::size_t count) {
  auto databases = std::make_unique<Databases>();
  databases->folder = folder;
  const Status made = guarded(folder, [&] {
    for (std::size_t i = 0; i < count; ++i)
      databases->shards.emplace_back(
          folder + "/shard-" + std::to_string(i),
          Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  });
  if (!made) return made.error();
  return Shards(std::move(databases));
}

Status Shards::add(const Document& document, const Postings& postings,
                   const std::vector<content::Facet>& facets, std::size_t number) {
  const std::size_t shard = shard_of(document.entry, databases_->shards.size());
  return guarded(databases_->folder, [&] {
    databases_->shards[shard].add_document(make_document(document, postings, facets, number));
  });
}

Status Shards::flush() {
  return guarded(databases_->folder, [&] {
    for (Xapian::WritableDatabase& shard : databases_->shards) shard.commit();
  });
}

Status Shards::commit() {
  Status written = guarded(databases_->folder, [&] {
    for (Xapian::WritableDatabase& shard : databases_->shards) {
      shard.commit();
      shard.close();
    }
  });
  if (!written) return written;
  for (std::size_t i = 0; i < databases_->shards.size(); ++i) {
    const std::string folder = databases_->folder + "/shard-" + std::to_string(i);
    if (Status synced = sync_folder(folder); !synced) return synced;
  }
  return Done{};
}

std::size_t shard_of(const Entry& entry, std::size_t shards) {
  const std::string hash = hash_of(entry.case_id.empty() ? entry.id : entry.case_id);
  return std::strtoul(hash.substr(0, 4).c_str(), nullptr, 16) % shards;
}

}  // namespace baraza::index
