// Writes the index of a bank: a new generation beside the one in use, which takes its place in
// one step when it is whole and on the disk.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "index/document.hpp"
#include "index/terms.hpp"

namespace baraza::index {

struct IndexOptions {
  std::size_t shards = shard_count;
  std::size_t flush_bytes = 2 << 20;  // of text, kept in memory before they are written
  // What the caller knows its input by, e.g. a hash of all files. An index that was made of the
  // same is left as it is, and no record is read. Empty: not known.
  std::string inputs = {};
  std::map<std::string, std::string> fields = {};  // what people call a field of a case
  // The words that records are shown with, by language, the bank's own first.
  std::vector<std::pair<std::string, content::Node>> interface = {};
};

struct IndexSummary {
  std::string generation = {};
  bool unchanged = false;     // the generation in use is already this one
  std::size_t documents = 0;  // not told where `inputs` decided
  std::size_t lessons = 0;
  std::size_t words = 0;  // different ones
};

// Writes the index of `bank` into `index_folder`, which is made if it is missing. Only one
// writer may work in a folder at a time; readers may go on. The same records give the same
// generation. The generation before is kept for its readers, older ones are removed. Killed at
// any moment, the folder answers as the old or the new index.
//
// Fails without a rule where the disk refuses, and with what `read` said of a record; the index
// in use then stays.
Result<IndexSummary> write_index(const content::Bank& bank, const RecordReader& read,
                                 const std::string& index_folder,
                                 const IndexOptions& options = {});

}  // namespace baraza::index
