#include "check/unwritten.hpp"

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Node;

// The first value that a new record came with, and how many there are.
struct Unwritten {
  const Node* first = nullptr;
  std::size_t count = 0;
};

void find_unwritten(const Node& node, Unwritten& unwritten) {
  if (node.is_text() && node.text.starts_with(content::unwritten_mark)) {
    if (unwritten.first == nullptr) unwritten.first = &node;
    ++unwritten.count;
  }
  for (const Node& child : node.children) find_unwritten(child, unwritten);
}

}  // namespace

void check_unwritten(const content::Record& record, Diagnostics& found) {
  Unwritten unwritten;
  find_unwritten(record.front, unwritten);
  Span where = unwritten.first == nullptr ? Span{} : unwritten.first->span;
  for (const content::Passage& passage : record.body.passages) {
    if (!passage.text.starts_with(trim(content::unwritten_mark))) continue;
    if (where.line == 0) where.line = passage.line;
    ++unwritten.count;
  }
  for (const Span& example : record.examples) {
    if (where.line == 0 || example.line < where.line) where = example;
    ++unwritten.count;
  }
  if (unwritten.count == 0) return;
  found.add(
      {.severity = record.card.draft ? Severity::hint : Severity::error,
       .rule = "E217",  // unwritten-text
       .where = {record.card.path, where},
       .message = counted(unwritten.count, "text is", "texts are") + " still to be written",
       .hint =
           record.examples.empty()
               ? "replace what begins with `TO WRITE:` by your own words"
               : "replace what begins with `TO WRITE:`, and each value that is marked as an "
                 "example, by what is so; then take the mark out"});
}

}  // namespace baraza::check
