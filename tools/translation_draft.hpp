// The text of a new translation: every text of the original that the schema of translations has
// a place for, each behind the mark that says that it is still to be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/record.hpp"
#include "content/tree.hpp"

namespace baraza::tools {

struct TranslationDraft {
  std::string text = {};                   // of the file
  std::vector<std::string> no_place = {};  // paths of texts that the schema does not know
};

// `schema` is that of translations, `file` the text of the file that holds `original`. The
// draft keeps the hashes of the texts, so that a change of the original shows while somebody is
// translating it. Names of actors are given as comments, since most stay as they are.
TranslationDraft draft_translation(const content::Node& schema, const content::Record& original,
                                   std::string_view file, const std::string& language);

// `body`, which begins in line `first_line` of its file, with the mark before each of its
// passages.
std::string mark_passages(std::string_view body, int first_line,
                          const std::vector<content::Passage>& passages);

}  // namespace baraza::tools
