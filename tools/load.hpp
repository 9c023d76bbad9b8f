// A bank, read and checked whole: what check reports on and what index and build start from.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/record_store.hpp"
#include "base/result.hpp"
#include "check/controls.hpp"
#include "content/bank.hpp"
#include "content/outline.hpp"
#include "content/record.hpp"
#include "tools/definitions.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

// How much of each record is read: its outline alone, which is enough to check it, or its card
// too.
enum class Depth { outlines, cards };

struct LoadedBank {
  std::string root = {};
  Depth depth = Depth::cards;
  Definitions definitions = {};
  content::Bank bank = {};  // its cards too, where `depth` says so
  // By path; those of broken records too, so that others may refer to them.
  std::vector<content::Outline> records = {};
  Diagnostics found = {};  // of everything
  std::size_t files = 0;   // how many were checked
  std::shared_ptr<RecordStore> store = {};
  struct Unkept {
    std::string head = {};
    std::string blob = {};
  };
  std::map<std::string, Unkept> unkept = {};  // encoded, of files that the store must not keep
  check::Suppressions suppressions = {};      // of every record that has some
  int today = 0;                              // as Env has it

  // A hash of the bytes of a record's file, empty where it cannot be read; and one of all that
  // was made of it, its findings too.
  std::string hash_of_file(const std::string& path) const;
  std::string hash_of_record(const std::string& path) const;
  // The whole record of a file of this bank, or its card.
  Result<content::Record> read(const std::string& path) const;
  Result<content::Card> read_card(const std::string& path) const;
  content::RecordReader reader() const;
};

// Finds the bank that holds env.start, and reads and checks all of it: unchanged files from the
// cache, the others by workers; what `overlay` has stands in for files. Fails only where there
// is no bank or the work was interrupted.
Result<LoadedBank> load_bank(const Env& env, Depth depth, const Overlay& overlay = {});

// Hashes of the bytes of all that an index depends on beside the records, by path.
std::map<std::string, std::string> hash_definitions(const std::string& root,
                                                    const Definitions& definitions);

// Hashes of the bytes of all files of a bank, by path; empty where one cannot be read.
struct FileHashes {
  std::map<std::string, std::string> records = {};
  std::map<std::string, std::string> definitions = {};
};
// Reads only the files that the cache does not know as they are now, and leaves it as it is.
FileHashes hash_bank_files(const std::string& root);

// Checks what needs several files, anew: after cards were left out.
void check_cards(const LoadedBank& loaded, Diagnostics& found);

}  // namespace baraza::tools
