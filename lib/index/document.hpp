// Makes of the bank's records the documents of the index: one each for a case, a lesson, an
// insight and a digest entry, with the words of all its languages.
#pragma once

#include <string>
#include <vector>

#include "content/bank.hpp"
#include "content/record.hpp"
#include "index/entry.hpp"
#include "index/pack.hpp"
#include "index/sheet.hpp"

namespace baraza::index {

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

// The documents of one record that may be shown, which stands first, and of its translations;
// by the bytes of their ids. Of a case that is `lesson-only` there are the lessons alone, and
// of these only the terms that they name themselves, as the others may tell where it was. The
// insights of their entries are left out, since other records tell of them.
std::vector<Document> make_documents(const content::Bank& bank,
                                     std::vector<content::Record> records);

// What a pack keeps of a document.
PartBytes encode_parts(const Document& document);
// A hash of all that the index has of a document; `parts` are its own.
std::string hash_of_document(const Document& document, const PartBytes& parts);

}  // namespace baraza::index
