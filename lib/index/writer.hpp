// Writes the index of a bank: a new generation beside the one in use, which takes its place in
// one step when it is whole and on the disk.
//
// A generation is built on the one before: of each shard only the documents whose records have
// changed are made again, and a shard without any is shared by both. The answers are the same
// as those of an index that was made from nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "index/record_groups.hpp"
#include "index/terms.hpp"

namespace baraza::index {

struct IndexOptions {
  std::size_t shards = shard_count;
  // Of text, kept in memory before they are written. Xapian looks each posting up among all
  // that wait: with four times as many the whole takes half as long again.
  std::size_t flush_bytes = 1 << 18;
  unsigned workers = 1;                            // processes at work at a time
  std::map<std::string, std::string> fields = {};  // what people call a field of a case
  std::string schema = {};  // what the facets were read from; see flags.hpp
  // The words that records are shown with, by language, the bank's own first.
  std::vector<std::pair<std::string, content::Node>> interface = {};
};

struct IndexSummary {
  std::string generation = {};
  bool unchanged = false;     // the generation in use is already this one
  bool from_nothing = false;  // nothing of a generation before was used
  std::string why = {};       // if there was one: why not, in words
  bool damaged = false;       // because it was
  std::size_t documents = 0;
  std::size_t lessons = 0;
  std::size_t made = 0;     // documents that are new or have changed
  std::size_t removed = 0;  // documents that are gone
};

// Writes the index of `bank` into `index_folder`, which is made if it is missing. Only one
// writer may work in a folder at a time; readers may go on. `inputs` tells what the bank holds,
// and of its cards none is asked for. The same records give the same answers, and a
// generation of the same name unless one that must stay has it. Nothing is written where
// nothing has changed. The generation before is kept for its readers; older ones are removed
// when nobody reads them any more. Killed at any moment, the folder answers as the old or the
// new index. Where the generation before turns out to be damaged, the new one is made from
// nothing.
//
// Fails without a rule where the disk refuses, and with what `read` said of a record; the index
// in use then stays.
Result<IndexSummary> write_index(const content::Bank& bank, const Inputs& inputs,
                                 const RecordReader& read, const std::string& index_folder,
                                 const IndexOptions& options = {});

}  // namespace baraza::index
