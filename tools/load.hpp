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
#include "content/record.hpp"
#include "tools/definitions.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

struct LoadedBank {
  std::string root = {};
  Definitions definitions = {};
  content::Bank bank = {};  // the cards of broken records too, so that others may refer to them
  Diagnostics found = {};   // of everything
  std::size_t files = 0;    // how many were checked
  std::map<std::string, std::string> hashes = {};  // of what was read of each record, by path
  std::shared_ptr<RecordStore> store = {};
  std::map<std::string, std::string> unkept = {};  // encoded records the store must not keep
  check::Suppressions suppressions = {};           // of every record that has some
  int today = 0;                                   // as Env has it

  // A hash of what the bank says and of all records in it now: equal where those are.
  std::string inputs() const;
  // Gives the whole record of a card of this bank.
  content::RecordReader reader() const;
};

// Finds the bank that holds env.start, and reads and checks all of it: unchanged files from the
// cache, the others by workers; what `overlay` has stands in for files. Fails only where there
// is no bank or the work was interrupted.
Result<LoadedBank> load_bank(const Env& env, const Overlay& overlay = {});

// Checks what needs several files, anew: after cards were left out.
void check_cards(const LoadedBank& loaded, Diagnostics& found);

}  // namespace baraza::tools
