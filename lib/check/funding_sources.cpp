#include "base/text.hpp"
#include "check/record_rules.hpp"

namespace baraza::check {

using content::Node;

void check_funding_sources(const content::Record& record, Diagnostics& found) {
  if (record.front.items_of("sources").empty() || found.has_errors()) return;
  for (const Node& stream : record.front.items_of("funding")) {
    const bool says_how_much =
        stream.find("amount") != nullptr || stream.find("years") != nullptr;
    if (!says_how_much || stream.find("sources") != nullptr) continue;
    const std::string from = stream.text_of("from");
    found.add({.severity = Severity::hint,
               .rule = "E218",  // unsourced-money
               .where = {record.card.path, stream.children.front().span},
               .message = from.empty()
                              ? "a stream of money names no source"
                              : "the money from `" + shorten(from, 60) + "` names no source",
               .hint = "say where it was found, `sources: [" +
                       record.front.items_of("sources").front().text_of("id") + "]`",
               .notes = {},
               .edits = {}});
  }
}

}  // namespace baraza::check
