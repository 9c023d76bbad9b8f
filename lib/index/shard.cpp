#include "index/shard.hpp"

#include <algorithm>
#include <utility>

#include <xapian.h>

#include "base/files.hpp"
#include "base/text.hpp"
#include "index/marks.hpp"
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
std::string day_text(std::uint32_t day) {
  std::string digits = std::to_string(day);
  return std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
}

Xapian::Document make_document(const Entry& entry, const Postings& postings) {
  Xapian::Document result;
  for (const auto& [term, posting] : postings) {
    if (term.size() > 240) continue;  // no word is so long
    if (posting.positions.empty()) result.add_term(term, posting.count);
    for (std::size_t i = 0; i < posting.positions.size(); ++i)
      result.add_posting(term, posting.positions[i], i == 0 ? posting.count : 0);
  }
  const Days days = days_of(entry);
  if (days.first != 0) {
    result.add_value(first_day_slot, day_text(days.first));
    result.add_value(last_day_slot, day_text(days.last));
  }
  return result;
}

// What is written goes to the disk in one piece when it is done. DB_DANGEROUS, which would
// change blocks in place, hides why a disk refuses.
constexpr int flags = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

// Prefixes begin with a capital letter, and words are folded.
bool is_word(const std::string& term) { return term.front() < 'A' || term.front() > 'Z'; }

}  // namespace

struct ShardWriter::Database {
  std::string folder;
  Xapian::WritableDatabase xapian;
};

ShardWriter::ShardWriter(std::unique_ptr<Database> database) : database_(std::move(database)) {}
ShardWriter::ShardWriter(ShardWriter&& other) noexcept = default;

// A database that is not closed before commits what it has when it goes, and may throw; what is
// given up on is only removed.
ShardWriter::~ShardWriter() {
  if (!database_) return;
  try {
    database_->xapian.close();
  } catch (const Xapian::Error& error) {
    return;
  }
}

Result<ShardWriter> ShardWriter::open(const std::string& folder, bool exists) {
  auto database = std::make_unique<Database>();
  database->folder = folder;
  const Status opened = guarded(folder, [&] {
    database->xapian = Xapian::WritableDatabase(
        folder, flags | (exists ? Xapian::DB_OPEN : Xapian::DB_CREATE));
  });
  if (!opened) return opened.error();
  return ShardWriter(std::move(database));
}

Result<ShardWriter> ShardWriter::create(const std::string& folder) {
  return open(folder, false);
}

Result<ShardWriter> ShardWriter::edit(const std::string& folder) { return open(folder, true); }

Status ShardWriter::put(std::uint32_t docid, const Entry& entry, const Postings& postings) {
  return guarded(database_->folder, [&] {
    database_->xapian.replace_document(docid, make_document(entry, postings));
  });
}

Status ShardWriter::remove(std::uint32_t docid) {
  return guarded(database_->folder, [&] { database_->xapian.delete_document(docid); });
}

Result<std::vector<std::string>> ShardWriter::words_of(std::uint32_t docid) const {
  std::vector<std::string> words;
  const Status read = guarded(database_->folder, [&] {
    const Xapian::WritableDatabase& xapian = database_->xapian;
    for (auto term = xapian.termlist_begin(docid); term != xapian.termlist_end(docid); ++term)
      if (std::string text = *term; is_word(text)) words.push_back(std::move(text));
  });
  if (!read) return read.error();
  return words;
}

Status ShardWriter::flush() {
  return guarded(database_->folder, [&] { database_->xapian.commit(); });
}

Status ShardWriter::close() {
  return guarded(database_->folder, [&] {
    database_->xapian.commit();
    database_->xapian.close();
  });
}

Result<std::map<std::string, std::int64_t>> count_words(const std::string& folder) {
  std::map<std::string, std::int64_t> words;
  const Status counted = guarded(folder, [&] {
    const Xapian::Database xapian(folder, Xapian::DB_BACKEND_GLASS);
    for (auto term = xapian.allterms_begin(); term != xapian.allterms_end(); ++term)
      if (std::string text = *term; is_word(text))
        words.emplace_hint(words.end(), std::move(text), term.get_termfreq());
  });
  if (!counted) return counted.error();
  return words;
}

Status pack_shard(const std::string& from, const std::string& to) {
  return guarded(to, [&] {
    Xapian::Database(from, Xapian::DB_BACKEND_GLASS).compact(to, Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace baraza::index
