// The work on one shard, done by a process of its own: the documents of its changed records are
// made, and its database and its pack are written.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "index/record_groups.hpp"
#include "index/seal.hpp"
#include "index/shard_result.hpp"

namespace baraza::index {

// A document of the generation before whose record has changed or is gone.
struct OldDocument {
  std::uint32_t docid = 0;  // in its shard
  std::string hash = {};
  Entry entry = {};
};

struct ShardTask {
  std::size_t shard = 0;
  std::string before = {};      // the generation to start from; empty: from nothing
  std::string folder = {};      // the generation being written
  bool repack = false;          // has the database many gaps?
  std::uint32_t pack = 0;       // the number of the pack for what is new
  std::size_t flush_bytes = 0;  // of text, kept in memory before they are written
  std::vector<const RecordGroup*> groups = {};  // that are new or changed
  std::map<std::string, OldDocument> old = {};  // by id
  std::vector<bool> taken = {};                 // by docid: those that are in use
  std::vector<SealedFile> sealed = {};          // the files of the shard before
};

std::string shard_name(std::size_t shard);          // `shard-3`
inline constexpr const char* marks_file = "marks";  // in it

// Changes nothing where all documents are as before.
Result<ShardResult> work_on_shard(const content::Bank& bank, const RecordReader& read,
                                  const ShardTask& task);

}  // namespace baraza::index
