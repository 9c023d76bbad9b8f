// The records that an index is made of, put together: a record stands with its translations.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/card.hpp"
#include "content/record.hpp"
#include "index/origin.hpp"

namespace baraza::index {

// A record of the bank, as far as its outline tells.
struct Source {
  std::string path = {};
  std::string id = {};
  content::RecordKind kind = content::RecordKind::case_study;
  std::string language = {};  // empty: the bank's own
  std::string translation_of = {};
  std::vector<std::string> lenses = {};
  std::string hash = {};  // of all that it says: equal where that is
};

// What a generation is to be made of.
struct Inputs {
  std::string program = {};          // the version of the program at work
  std::vector<Source> records = {};  // those that may be shown
  // All files, also of records that are left out, and what they depend on; both by path.
  std::vector<FileHash> files = {};
  std::vector<FileHash> definitions = {};
};

// Reads back all that the file of a record says. It is called in forked workers too.
using RecordReader = std::function<Result<content::Record>(const std::string& path)>;

struct RecordGroup {
  std::string id = {};
  std::vector<std::string> paths = {};  // of the record, then of its translations
  std::string hash = {};

  bool operator==(const RecordGroup&) const = default;
};

// By id. Of several records with one id the first by path stands; check says so.
std::vector<RecordGroup> make_record_groups(const std::vector<Source>& records);

// The shard of the documents of a group.
std::size_t shard_of(const std::string& id, std::size_t shards);

}  // namespace baraza::index
