#include <array>
#include <cstddef>
#include <string>

#include "check/formats.hpp"

namespace baraza::check {
namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes `count` digits from the front; -1 where there are fewer.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

int days_in(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

struct DateParts {
  int year = -1;
  int month = -1;  // -1: not said
  int day = -1;
  bool read = false;  // the text has the form of a date
};

DateParts read_parts(std::string_view text) {
  DateParts parts;
  parts.year = take_digits(text, 4);
  if (parts.year < 0) return parts;
  if (take(text, '-')) {
    parts.month = take_digits(text, 2);
    if (parts.month < 0) return parts;
    if (take(text, '-')) {
      parts.day = take_digits(text, 2);
      if (parts.day < 0) return parts;
    }
  }
  take(text, '~');
  parts.read = text.empty();
  return parts;
}

// `+01:30`, `Z`; the minutes to add to reach UTC.
bool take_offset(std::string_view& text, int& minutes) {
  minutes = 0;
  if (take(text, 'Z') || take(text, 'z')) return true;
  const bool minus = take(text, '-');
  if (!minus && !take(text, '+')) return false;
  const int hour = take_digits(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return false;
  const int minute = take_digits(text, 2);
  if (minute < 0 || minute > 59) return false;
  minutes = (minus ? 1 : -1) * (hour * 60 + minute);
  return true;
}

}  // namespace

bool is_edtf_date(std::string_view text) {
  return read_parts(text).read && impossible_date(text).empty();
}

std::string impossible_date(std::string_view text) {
  const DateParts parts = read_parts(text);
  if (!parts.read) return {};
  if (parts.month == 0 || parts.month > 12) return "a year has months 01 to 12";
  if (parts.day == 0) return "a month begins with day 01";
  if (parts.day < 0 || parts.day <= days_in(parts.year, parts.month)) return {};
  return std::string(month_names.at(static_cast<std::size_t>(parts.month - 1))) + " " +
         std::to_string(parts.year) + " has " +
         std::to_string(days_in(parts.year, parts.month)) + " days";
}

bool is_date(std::string_view text) { return text.size() == 10 && is_edtf_date(text); }

bool is_time(std::string_view text) {
  const int hour = take_digits(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return false;
  const int minute = take_digits(text, 2);
  if (minute < 0 || minute > 59 || !take(text, ':')) return false;
  const int second = take_digits(text, 2);
  if (second < 0 || second > 60) return false;
  if (take(text, '.')) {
    if (text.empty() || !is_digit(text.front())) return false;
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  }
  int offset = 0;
  if (!take_offset(text, offset) || !text.empty()) return false;
  const int utc = (hour * 60 + minute + offset + 2 * 24 * 60) % (24 * 60);
  return second < 60 || utc == 23 * 60 + 59;  // a leap second ends a day of UTC
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') &&
         is_date(text.substr(0, 10)) && is_time(text.substr(11));
}

bool is_duration(std::string_view text) {
  if (!take(text, 'P')) return false;
  std::string_view units = "YMD";  // those that may still come; none may be left out between
  bool any = false;
  bool in_time = false;
  bool first = true;
  while (!text.empty()) {
    if (!in_time && take(text, 'T')) {
      in_time = true;
      units = "HMS";
      first = true;
      any = false;
      continue;
    }
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0 || digits == text.size()) return false;
    const char unit = text[digits];
    text.remove_prefix(digits + 1);
    if (unit == 'W' && !in_time && first) return text.empty();
    const std::size_t place = units.find(unit);
    if (place == std::string_view::npos || (!first && place != 0)) return false;
    units.remove_prefix(place + 1);
    first = false;
    any = true;
  }
  return any;
}

}  // namespace baraza::check
