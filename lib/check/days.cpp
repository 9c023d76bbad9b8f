#include "check/days.hpp"

#include <chrono>
#include <string>

namespace baraza::check {
namespace {

int day_after(int yyyymmdd) {
  namespace chrono = std::chrono;
  const auto day = static_cast<unsigned>(yyyymmdd);
  const chrono::year_month_day today{chrono::year(yyyymmdd / 10000),
                                     chrono::month(day / 100 % 100), chrono::day(day % 100)};
  const chrono::year_month_day next = chrono::sys_days(today) + chrono::days(1);
  return static_cast<int>(next.year()) * 10000 +
         static_cast<int>(static_cast<unsigned>(next.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(next.day()));
}

}  // namespace

void check_days(const content::Outline& record, int today, Diagnostics& found) {
  if (today == 0) return;
  if (record.review_due.known() && latest_day(record.review_due) < today)
    found.add({.severity = Severity::hint,
               .rule = "E322",  // review-overdue
               .where = {record.path, record.review_span},
               .message = "the review was due by " + text_of(record.review_due),
               .hint = "look at the record again, then write when the next review is due"});
  // What is written on this day somewhere on earth may be tomorrow's here.
  if (record.last_dated.known() && earliest_day(record.last_dated) > day_after(today))
    found.add(
        {.severity = Severity::warning,
         .rule = "E308",  // far-date
         .where = {record.path, record.last_dated_span},
         .message = "the record says that it appeared, or was changed or looked at, on `" +
                    text_of(record.last_dated) + "`, a day that is yet to come",
         .hint = "correct the date"});
}

}  // namespace baraza::check
