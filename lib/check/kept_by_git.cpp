#include <string>

#include "check/record_rules.hpp"

namespace baraza::check {

using content::Node;

void check_kept_by_git(const content::Record& record, Diagnostics& found) {
  const Node* sensitivity = record.front.find("sensitivity");
  const std::string level = sensitivity == nullptr ? "" : sensitivity->scalar();
  const Node* embargo = record.front.find("embargo");
  const bool held = level == "hold" || level == "lesson-only";
  if (!held && (embargo == nullptr || embargo->scalar().empty())) return;
  const std::string what = level == "hold"          ? "the record is held back"
                           : level == "lesson-only" ? "the site shows the lessons alone"
                                                    : "the record is not shown yet";
  found.add({.severity = Severity::hint,
             .rule = "E327",  // kept-by-git
             .where = {record.card.path, held ? sensitivity->span : embargo->span},
             .message = what + ", but git shows this file to all who may read the repository, "
                               "and keeps it when it is deleted",
             .hint = "what must not be known stays outside: keep the file on a computer, or in "
                     "a private repository, until it may be told",
             .notes = {},
             .edits = {}});
}

}  // namespace baraza::check
