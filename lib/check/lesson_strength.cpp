#include "base/text.hpp"
#include "check/record_rules.hpp"

namespace baraza::check {

void check_lesson_strength(const content::Record& record, Diagnostics& found) {
  if (record.card.outcomes.empty() || found.has_errors()) return;
  for (const content::Lesson& lesson : record.card.lessons) {
    const bool known = !lesson.basis.empty() || !lesson.corroboration.empty();
    if (known || lesson.sources.empty()) continue;
    const content::Node* node = nullptr;
    for (const content::Node& item : record.front.items_of("lessons"))
      if (item.text_of("id") == lesson.id) node = &item;
    if (node == nullptr || node->find("outcomes") != nullptr) continue;
    found.add({.severity = Severity::hint,
               .rule = "E309",  // lesson-without-outcome
               .where = {record.card.path, lesson.span},
               .message = "the lesson `" + shorten(lesson.id, 60) +
                          "` shares no source with an outcome, so its page cannot say by which "
                          "kind of evidence it is known",
               .hint = "name the outcomes that bear on it, `outcomes: [" +
                       record.card.outcomes.front().id +
                       "]`, or write `outcomes: []` if none does",
               .notes = {},
               .edits = {}});
  }
}

}  // namespace baraza::check
