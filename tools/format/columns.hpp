// Records as rows: the columns that a list may have, by name, and what a record says in each.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "index/hit.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

// For whom a row is: programs are told ids, people the labels of terms.
enum class Audience { programs, people };

struct Column {
  std::string name = {};
  bool number = false;     // set to the right
  bool flexible = false;   // long text, which may be cut where there is no room
  std::string joint = {};  // between several values
  std::function<std::vector<std::string>(const index::Hit&, const Look&, Audience)> values = {};

  // In one line, without tabs and control characters.
  std::string text(const index::Hit& hit, const Look& look, Audience audience) const;
};

// The names of all columns that records of this bank can have; facets by their flags.
std::vector<std::string> column_names(const index::About& about);

// The columns of `id,kind,title`, by name. Fails with the rule `usage` where there is no such
// column.
Result<std::vector<Column>> find_columns(const std::string& names, const index::About& about);

// Tab-separated: a line of names, then a line a record.
void write_tsv(const std::vector<index::Hit>& hits, const std::vector<Column>& columns,
               const Look& look, std::ostream& out);

// In columns that line up, below their names, in lines of at most `width` columns; 0: of any
// length. Where there is no room for the long texts beside the rest, they go below it.
void write_table(const std::vector<index::Hit>& hits, const std::vector<Column>& columns,
                 const Look& look, std::size_t width, std::ostream& out);

}  // namespace baraza::tools
