// The texts of a made bank for other programs: the same documents as baraza's index has, with
// the same titles and texts, in the form that each of them reads fastest.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "tests/bench/records.hpp"

namespace baraza::bench {

// `dump.txt` and `index.script` for omega's scriptindex, `documents.csv` for SQLite.
class Peers {
 public:
  // In the folder `folder`, which exists.
  static Result<Peers> open(const std::string& folder);

  Status add(const MadeCase& made);
  Status add(const MadeInsight& made);
  Status commit();

 private:
  struct Document {
    std::string id = {};
    std::string title = {};
    std::string text = {};
    std::vector<std::string> countries = {};
    std::vector<std::string> sectors = {};
    std::vector<std::string> capabilities = {};
  };

  Peers(FileWriter dump, FileWriter table) : dump_(std::move(dump)), table_(std::move(table)) {}
  Status add(const Document& document);

  FileWriter dump_;
  FileWriter table_;
};

// Two words of the text that a reader might look for it with, or fewer where it has not so
// many.
std::string query_of(const std::string& text, Random& random);

}  // namespace baraza::bench
