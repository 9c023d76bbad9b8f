// The Xapian databases of a generation being written.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/schema.hpp"
#include "index/document.hpp"
#include "index/postings.hpp"

namespace baraza::index {

class Shards {
 public:
  // New databases `shard-0` and so on in `folder`.
  static Result<Shards> create(const std::string& folder, std::size_t count);
  Shards(Shards&& other) noexcept;
  Shards& operator=(Shards&& other) = delete;
  Shards(const Shards&) = delete;
  Shards& operator=(const Shards&) = delete;
  ~Shards();

  // `number` is that of the document's entry.
  Status add(const Document& document, const Postings& postings,
             const std::vector<content::Facet>& facets, std::size_t number);
  Status flush();   // gives what is in memory to the system
  Status commit();  // and closes; on the disk itself

 private:
  struct Databases;
  explicit Shards(std::unique_ptr<Databases> databases);

  std::unique_ptr<Databases> databases_;
};

// The shard of a document: that of the hash of its case's id, or of its own.
std::size_t shard_of(const Entry& entry, std::size_t shards);

}  // namespace baraza::index
