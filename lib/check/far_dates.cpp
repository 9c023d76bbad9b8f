#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/record_rules.hpp"

namespace baraza::check {

using content::Date;
using content::Node;

namespace {

constexpr int most_years_ahead = 5;   // of what is told, after the record last changed
constexpr int most_years_apart = 50;  // of when it appeared, after all that it tells

struct Dated {
  std::string path = {};  // of the field, for people
  const Node* node = nullptr;
  Date when = {};
};

void add(std::string path, const Node* node, std::vector<Dated>& dates) {
  if (node == nullptr) return;
  const Date when = content::parse_date(node->scalar());
  if (when.known()) dates.push_back({std::move(path), node, when});
}

// When the record appeared and when it was changed or looked at.
std::vector<Dated> dates_of_record(const Node& front) {
  std::vector<Dated> dates;
  add("published", front.find("published"), dates);
  add("updated", front.find("updated"), dates);
  add("review/on", front.find_path({"review", "on"}), dates);
  return dates;
}

// When that happened which it tells.
std::vector<Dated> dates_told(const Node& front) {
  std::vector<Dated> dates;
  add("date", front.find("date"), dates);
  add("period/start", front.find_path({"period", "start"}), dates);
  add("period/end", front.find_path({"period", "end"}), dates);
  add("stage/as_of", front.find_path({"stage", "as_of"}), dates);
  for (const Node& event : front.items_of("events"))
    add("events/" + event.text_of("id"), event.find("date"), dates);
  for (const Node& source : front.items_of("sources"))
    add("sources/" + source.text_of("id"), source.find("year"), dates);
  return dates;
}

// The last of them, but for one; null if there is none.
const Dated* last_of(const std::vector<Dated>& dates, const Dated* but = nullptr) {
  const Dated* last = nullptr;
  for (const Dated& one : dates)
    if (&one != but && (last == nullptr || one.when.year > last->when.year)) last = &one;
  return last;
}

// Is the place of a date told already?
bool is_told(const Diagnostics& found, const Node& date) {
  for (const Diagnostic& one : found.all())
    if (one.where.span == date.span) return true;
  return false;
}

void add_finding(const content::Record& record, const Dated& far, const Dated& near,
                 const std::string& words, Diagnostics& found) {
  if (is_told(found, *far.node)) return;
  found.add({.severity = Severity::warning,
             .rule = "E308",  // far-date
             .where = {record.card.path, far.node->span},
             .message = "`" + shorten(far.path, 60) + "` is dated `" + far.node->scalar() +
                        "`, " + words + ", `" + near.node->scalar() + "`",
             .hint = "correct whichever of the two is mistyped",
             .notes = {{{record.card.path, near.node->span}, "`" + near.path + "` is this"}},
             .edits = {}});
}

}  // namespace

void check_far_dates(const content::Record& record, Diagnostics& found) {
  if (found.has_errors()) return;
  const std::vector<Dated> own = dates_of_record(record.front);
  const std::vector<Dated> told = dates_told(record.front);
  const Dated* changed = last_of(own);
  for (const Dated& one : told)
    if (changed != nullptr && one.when.year > changed->when.year + most_years_ahead)
      add_finding(record, one, *changed, "years after the record was last changed", found);
  for (const Dated& one : own) {
    const Dated* before = last_of(own, &one);
    const Dated* last = last_of(told);
    if (before != nullptr && (last == nullptr || before->when.year > last->when.year))
      last = before;
    if (last != nullptr && one.when.year > last->when.year + most_years_apart)
      add_finding(record, one, *last, "decades after the last date that the record has", found);
  }
}

}  // namespace baraza::check
