// One shard of a generation being written: a Xapian database.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/schema.hpp"
#include "index/document.hpp"
#include "index/postings.hpp"

namespace baraza::index {

class ShardWriter {
 public:
  // A new database in a folder that does not exist yet.
  static Result<ShardWriter> create(const std::string& folder);
  // One that nobody reads: it is changed in place, and is worth nothing until it is closed.
  static Result<ShardWriter> edit(const std::string& folder);
  ShardWriter(ShardWriter&& other) noexcept;
  ShardWriter& operator=(ShardWriter&& other) = delete;
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;
  ~ShardWriter();

  // Adds a document under this number, in place of the one that has it.
  Status put(std::uint32_t docid, const Entry& entry, const Postings& postings);
  Status remove(std::uint32_t docid);
  // The words of a document, by themselves, each once.
  Result<std::vector<std::string>> words_of(std::uint32_t docid) const;

  Status flush();  // gives what is in memory to the system
  Status close();

 private:
  struct Database;
  explicit ShardWriter(std::unique_ptr<Database> database);
  static Result<ShardWriter> open(const std::string& folder, bool exists);

  std::unique_ptr<Database> database_;
};

// In how many documents of a closed database each word is.
Result<std::map<std::string, std::int64_t>> count_words(const std::string& folder);

// Writes the closed database in `from` anew to `to`, without gaps. Its documents keep their
// numbers.
Status pack_shard(const std::string& from, const std::string& to);

}  // namespace baraza::index
