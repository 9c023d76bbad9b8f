// What the work on one shard comes to: its new documents and files, and what they count.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/origin.hpp"
#include "index/pack.hpp"
#include "index/seal.hpp"
#include "index/standings.hpp"

namespace baraza::index {

struct MadeDocument {
  std::string id = {};
  std::uint32_t docid = 0;  // in its shard
  std::string hash = {};
  bool same = false;  // as before: its place is the old one
  PackPlace place = {};
};

struct ShardResult {
  std::vector<std::vector<MadeDocument>> groups = {};  // of each of the task's groups
  std::vector<SealedFile> files = {};  // of the shard and its pack; none: nothing was changed
  std::uint64_t packed = 0;            // bytes of the database, if it was packed
  std::uint64_t pack_bytes = 0;
  std::map<std::string, std::int64_t> words = {};  // how many documents more have each word
  TermCounts terms = {};                           // the same of terms
  std::vector<LessonStanding> standings = {};      // of the new insights
};

// From the process that does the work to the one that waits for it.
std::string encode(const Result<ShardResult>& result);
Result<ShardResult> decode_shard_result(std::string_view bytes);

}  // namespace baraza::index
