// A record: all that one file of the bank says, in the one form that workers answer with and
// that the cache keeps.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "content/body.hpp"
#include "content/card.hpp"
#include "content/suppression.hpp"
#include "content/tree.hpp"

namespace baraza::content {

// Stands before every text of a new record that its writer must still replace.
inline constexpr std::string_view unwritten_mark = "TO WRITE: ";

// Stands as a comment behind a value of a new record that is only an example.
inline constexpr std::string_view example_mark = "an example; write your own";

// Does a text begin with the mark? A Markdown text may have lost the space behind it.
inline bool is_unwritten(std::string_view text) {
  return text.starts_with(unwritten_mark.substr(0, unwritten_mark.size() - 1));
}

struct Record {
  Card card = {};
  Node front = {};  // the front matter, whole
  Body body = {};
  std::vector<std::pair<std::string, Body>> details =
      {};                                 // by lesson id, its `detail` as Markdown
  std::vector<Diagnostic> findings = {};  // of this file alone
  std::vector<Suppression> suppressions = {};
  std::vector<Span> examples = {};  // lines with the example_mark; not kept by encode()

  // A record with errors is not indexed or rendered.
  bool has_errors() const;
  bool operator==(const Record&) const = default;
};

// The versioned binary form. decode answers nothing but what encode made: any other bytes, cut
// or changed, give an error or some record, and never read outside `bytes`.
std::string encode(const Record& record);
Result<Record> decode(std::string_view bytes);

// The card alone, which comes first.
Result<Card> decode_card(std::string_view bytes);

// Reads a record back, whole, when its page or its postings are made.
using RecordReader = std::function<Result<Record>(const Card&)>;

}  // namespace baraza::content
