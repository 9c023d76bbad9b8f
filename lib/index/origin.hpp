// What a generation was made of: enough to tell what has changed since, and to change no more
// than that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace baraza::index {

struct FileHash {
  std::string path = {};
  std::string hash = {};  // of what it says; empty: it could not be read

  bool operator==(const FileHash&) const = default;
};

// One document that was made of a group; the hash is of all that the index keeps of it.
struct OriginDocument {
  std::uint32_t docid = 0;
  std::string hash = {};

  bool operator==(const OriginDocument&) const = default;
};

// The documents of one record and its translations.
struct OriginGroup {
  std::string id = {};
  std::string hash = {};  // of the records
  std::vector<OriginDocument> documents = {};

  bool operator==(const OriginGroup&) const = default;
};

// By field and term, in how many documents.
using TermCounts = std::map<std::string, std::map<std::string, std::int64_t>>;

struct Origin {
  std::string answers = {};                // a hash of all that the generation answers from
  std::string program = {};                // the version that made it
  std::string language = {};               // see language_mark()
  std::vector<FileHash> definitions = {};  // bank.yaml, schemas and vocabularies, by path
  std::vector<FileHash> files = {};        // of all records, also those left out, by path
  std::vector<OriginGroup> groups = {};    // by id
  TermCounts terms = {};                   // of the documents
  std::vector<std::uint64_t> packed = {};  // of each shard, its bytes when it was last packed

  bool operator==(const Origin&) const = default;
};

// For a file of with_hash().
std::string encode(const Origin& origin);
Result<Origin> decode_origin(std::string_view bytes);

// A hash of the words and stems of a few sentences: another one where a library, or our own
// data, treats the words of some language in another way.
std::string language_mark();

// The paths that two lists do not have in common, or have with another hash, sorted. Both are
// by path.
struct Change {
  enum class Kind : std::uint8_t { added, changed, removed };
  Kind kind = Kind::changed;
  std::string path = {};

  bool operator==(const Change&) const = default;
};
std::vector<Change> find_changes(const std::vector<FileHash>& before,
                                 const std::vector<FileHash>& now);

}  // namespace baraza::index
