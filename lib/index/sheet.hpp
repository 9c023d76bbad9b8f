// What the index keeps of a record to show it whole: its fields and its text with their form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/body.hpp"
#include "content/tree.hpp"

namespace baraza::index {

// A record in one language; a lesson's own part of its case.
struct Sheet {
  std::string language = {};
  content::Node fields = {};  // without places
  content::Body body = {};    // of a lesson its detail; HTML and links alone

  bool operator==(const Sheet&) const = default;
};

// `fields` with the texts of its translation in place of its own. Items of lists are matched by
// their `id`, `term` or `lesson`, those of plain lists by their number; what is not translated
// stays.
content::Node translated(const content::Node& fields, const content::Node& translation);

// The sheet in the first of `languages` that there is one in, else the original; null if there
// are none.
const Sheet* sheet_in(const std::vector<Sheet>& sheets,
                      const std::vector<std::string>& languages);

std::string encode(const std::vector<Sheet>& sheets);
// Bytes that are no sheets give some anyway, and `ok` false.
std::vector<Sheet> decode_sheets(std::string_view bytes, bool& ok);

}  // namespace baraza::index
