#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "content/card.hpp"

namespace baraza::content {
namespace {

int days_in(int year, int month) {
  constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month)];
}

// A number of exactly `width` digits, or -1.
int digits(std::string_view text, std::size_t width) {
  if (text.size() != width) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The year or the month that stands `step` after that of a date with `~`; other dates stay.
Date widened(Date date, int step) {
  if (!date.about) return date;
  if (date.month == 0) {
    date.year += step;
    return date;
  }
  constexpr int months = 12;
  const int month = date.year * months + date.month - 1 + step;
  return {.year = month / months, .month = month % months + 1, .about = true};
}

}  // namespace

Date parse_date(std::string_view text) {
  Date date;
  if (!text.empty() && text.back() == '~') {
    date.about = true;
    text.remove_suffix(1);
  }
  const std::vector<std::string_view> parts = split(text, '-');
  if (parts.empty() || parts.size() > 3) return {};
  const int year = digits(parts[0], 4);
  const int month = parts.size() > 1 ? digits(parts[1], 2) : 0;
  const int day = parts.size() > 2 ? digits(parts[2], 2) : 0;
  if (year < 1 || (parts.size() > 1 && (month < 1 || month > 12))) return {};
  if (parts.size() > 2 && (day < 1 || day > days_in(year, month))) return {};
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

std::string text_of(const Date& date) {
  if (!date.known()) return {};
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  std::string text = padded(date.year, 4);
  if (date.month != 0) text += "-" + padded(date.month, 2);
  if (date.day != 0) text += "-" + padded(date.day, 2);
  return date.about ? text + "~" : text;
}

int earliest_day(const Date& date) {
  return date.year * 10000 + (date.month == 0 ? 1 : date.month) * 100 +
         (date.day == 0 ? 1 : date.day);
}

int latest_day(const Date& date) {
  const int month = date.month == 0 ? 12 : date.month;
  return date.year * 10000 + month * 100 +
         (date.day == 0 ? days_in(date.year, month) : date.day);
}

bool is_before(const Date& a, const Date& b) {
  return latest_day(widened(a, 1)) < earliest_day(widened(b, -1));
}

}  // namespace baraza::content
