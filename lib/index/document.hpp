// Makes of the bank's records the documents of the index: one each for a case, a lesson, an
// insight and a digest entry, with the words of all its languages.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "content/record.hpp"
#include "index/entry.hpp"
#include "index/sheet.hpp"

namespace baraza::index {

// Reads back all that the file of a card says.
using RecordReader = std::function<Result<content::Record>(const content::Card&)>;

// Words that a document may be found by, and that are not shown as its text: the names of its
// terms, actors and authors, and the title of a lesson's case.
struct Context {
  std::string language = {};
  std::string text = {};

  bool operator==(const Context&) const = default;
};

struct Document {
  Entry entry = {};
  std::vector<Text> texts = {};    // one for each of entry.titles, in the same order
  std::vector<Sheet> sheets = {};  // the same
  std::vector<Context> context = {};
};

// The documents of all records that may be shown, by the bytes of their ids. Ends at the first
// error, of `read` or of `take`. Drafts and held records are left out. Of a case that is
// `lesson-only` there are the lessons alone, and of these only the terms that they name
// themselves, as the others may tell where it was.
Status each_document(const content::Bank& bank, const RecordReader& read,
                     const std::function<Status(const Document&)>& take);

}  // namespace baraza::index
