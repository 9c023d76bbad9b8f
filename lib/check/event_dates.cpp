#include <string>
#include <vector>

#include "base/text.hpp"
#include "check/record_rules.hpp"

namespace baraza::check {

using content::Date;
using content::Node;

namespace {

constexpr int years_of_a_wrong_digit = 10;

struct Event {
  const Node* date = nullptr;
  std::string id = {};
  Date when = {};
};

// Is no date for certain on the wrong side of the one before it, with that at `without` left
// out?
bool is_in_order(const std::vector<Event>& events, std::size_t without, bool rising) {
  const Date* last = nullptr;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i == without) continue;
    const Date& now = events[i].when;
    if (last != nullptr && (rising ? is_before(now, *last) : is_before(*last, now)))
      return false;
    last = &now;
  }
  return true;
}

// Would the events be in order, were it not for this one? Of three or more, that is no
// accident.
bool breaks_order(const std::vector<Event>& events, std::size_t index) {
  if (events.size() < 3) return false;
  const std::size_t none = events.size();
  if (is_in_order(events, none, true) || is_in_order(events, none, false)) return false;
  return is_in_order(events, index, true) || is_in_order(events, index, false);
}

std::vector<Event> read_events(const Node& front) {
  std::vector<Event> events;
  for (const Node& item : front.items_of("events")) {
    const Node* date = item.find("date");
    if (date == nullptr) continue;
    const Date when = content::parse_date(date->scalar());
    if (when.known()) events.push_back({date, item.text_of("id"), when});
  }
  return events;
}

}  // namespace

void check_event_dates(const content::Record& record, Diagnostics& found) {
  const Date& start = record.card.start;
  const Date end = record.card.ongoing ? Date{} : record.card.end;
  const bool in_disorder = start.known() && end.known() && is_before(end, start);
  if ((!start.known() && !end.known()) || in_disorder) return;
  const std::vector<Event> events = read_events(record.front);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Date& when = events[i].when;
    const bool before = start.known() && is_before(when, start);
    const bool after = end.known() && is_before(end, when);
    if (!before && !after) continue;
    const int years = before ? start.year - when.year : when.year - end.year;
    if (years < years_of_a_wrong_digit && !breaks_order(events, i)) continue;
    const std::string edge = before ? "start" : "end";
    const Node* limit = record.front.find_path({"period", edge});
    found.add({.severity = Severity::warning,
               .rule = "E320",  // event-outside-period
               .where = {record.card.path, events[i].date->span},
               .message = "the event `" + shorten(events[i].id, 60) + "` is dated `" +
                          events[i].date->scalar() + "`, " +
                          (before ? "before the period's start" : "after the period's end") +
                          ", `" + limit->scalar() + "`",
               .hint = "one of the two dates may be wrong; what only led to the case or came "
                       "of it may stay",
               .notes = {{{record.card.path, limit->span},
                          before ? "the period starts here" : "the period ends here"}},
               .edits = {}});
  }
}

void check_event_order(const content::Record& record, Diagnostics& found) {
  for (const Diagnostic& one : found.all())
    if (one.rule == "E320") return;
  const std::vector<Event> events = read_events(record.front);
  const std::size_t none = events.size();
  if (is_in_order(events, none, true) || is_in_order(events, none, false)) return;
  for (std::size_t i = 1; i < events.size(); ++i) {
    if (!is_before(events[i].when, events[i - 1].when)) continue;
    found.add({.severity = Severity::hint,
               .rule = "E307",  // event-out-of-order
               .where = {record.card.path, events[i].date->span},
               .message = "the event `" + shorten(events[i].id, 60) + "` of `" +
                          events[i].date->scalar() + "` stands after one of `" +
                          events[i - 1].date->scalar() + "`",
               .hint = "put the events in the order of their dates, as the page has them, or "
                       "correct the date",
               .notes = {{{record.card.path, events[i - 1].date->span}, "the one before it"}},
               .edits = {}});
    return;
  }
}

}  // namespace baraza::check
