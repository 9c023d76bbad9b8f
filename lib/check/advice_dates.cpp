// Dates as people write them.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/formats.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The months in English, Swahili, Portuguese, French, Indonesian and Spanish, short forms too.
constexpr std::array<std::string_view, 12> month_names = {
    " january jan januari janeiro janvier enero ",
    " february feb februari fevereiro février fevrier febrero ",
    " march mar machi março marco mars maret marzo ",
    " april apr aprili abril avril ",
    " may mei maio mai mayo ",
    " june jun juni junho juin junio ",
    " july jul julai julho juillet juli julio ",
    " august aug agosti agosto août aout agustus ",
    " september sep sept septemba setembro septembre septiembre ",
    " october oct oktoba outubro octobre oktober octubre ",
    " november nov novemba novembro novembre noviembre ",
    " december dec desemba dezembro décembre decembre desember diciembre ",
};

enum class PartKind { number, month, word };

struct Part {
  PartKind kind = PartKind::word;
  std::string text = {};
  int value = 0;    // of a number or a month
  char before = 0;  // the sign that stands before it; 0 at the beginning
};

int month_of(const std::string& word) {
  for (std::size_t i = 0; i < month_names.size(); ++i)
    if (month_names.at(i).find(" " + word + " ") != std::string_view::npos)
      return static_cast<int>(i) + 1;
  return 0;
}

// In lower case, with the plain hyphen for every dash.
std::string normalised(std::string_view text) {
  std::string result;
  for (text = trim(text); !text.empty();) {
    const char32_t c = take_character(text);
    append_utf8(result, c >= 0x2010 && c <= 0x2015 ? U'-' : c == 0xA0 ? U' ' : c);
  }
  return to_lower(result);
}

// Numbers, names of months and other words; `15th` is the number 15.
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  char before = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      Part part{PartKind::number, std::string(text.substr(at, end - at)), 0, before};
      part.value = part.text.size() < 9 ? std::stoi(part.text) : -1;
      const std::string_view rest = text.substr(end);
      for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (rest.starts_with(ordinal) && (rest.size() == 2 || !is_letter(rest[2])) &&
            part.text.size() <= 2)
          end += 2;
      parts.push_back(std::move(part));
      before = 0;
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      Part part{PartKind::word, std::string(text.substr(at, end - at)), 0, before};
      part.value = month_of(part.text);
      if (part.value != 0) part.kind = PartKind::month;
      parts.push_back(std::move(part));
      before = 0;
    } else {
      if (text[at] != ' ' || before == 0) before = text[at];
      ++end;
    }
    at = end;
  }
  return parts;
}

bool is_year(const Part& part) {
  return part.kind == PartKind::number && part.text.size() == 4 && part.value >= 1000;
}

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// The date of these numbers, or nothing if there is no such day.
std::optional<std::string> date_of(int year, int month, int day = 0) {
  if (month < 1 || month > 12 || day < 0 || day > 31) return std::nullopt;
  std::string text = std::to_string(year) + "-" + padded(month);
  if (day > 0) text += "-" + padded(day);
  return is_edtf_date(text) ? std::optional<std::string>(text) : std::nullopt;
}

bool is_any_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_present(const std::string& word) {
  return is_any_of(word, {"present", "now", "ongoing", "today", "current", "currently",
                          "continuing", "onwards", "onward"});
}

bool is_about(const std::string& word) {
  return is_any_of(word, {"ca", "c", "circa", "about", "around", "approx", "approximately",
                          "roughly", "probably", "perhaps"});
}

// A name of a month with a year, perhaps a day: `15 March 2015`, `Mar. 2015`.
std::optional<std::string> read_named(const std::vector<Part>& parts) {
  int year = 0;
  int month = 0;
  int day = 0;
  for (const Part& part : parts) {
    if (is_year(part) && year == 0) {
      year = part.value;
    } else if (part.kind == PartKind::month && month == 0) {
      month = part.value;
    } else if (part.kind == PartKind::number && part.text.size() <= 2 && part.value > 0 &&
               day == 0) {
      day = part.value;
    } else if (!is_any_of(part.text, {"of", "the", "de", "in"})) {
      return std::nullopt;
    }
  }
  return year == 0 || month == 0 ? std::nullopt : date_of(year, month, day);
}

void offer(Advice& advice, const std::optional<std::string>& date, bool certain) {
  if (!date) return;
  advice.better = *date;
  advice.certain = certain;
}

// A year and a month in digits: `2015/03`, `03-2015`, `2015-3`.
Advice read_two(const std::vector<Part>& parts) {
  Advice advice;
  const bool year_first = is_year(parts[0]);
  const Part& year = parts[year_first ? 0 : 1];
  const Part& month = parts[year_first ? 1 : 0];
  if (!is_year(year) || month.text.size() > 2) return advice;
  const bool hyphen = parts[1].before == '-';
  offer(advice, date_of(year.value, month.value), hyphen || !year_first);
  // 2003/04 is April to some and a budget's year to others.
  if (year_first && month.text.size() == 2 && month.value == (year.value + 1) % 100 && !hyphen)
    advice.hint = "for the month write `" + advice.better + "`, for the year that begins in " +
                  year.text + " `" + year.text + "`";
  if (!advice.hint.empty()) advice.better.clear();
  return advice;
}

// A day in digits: `31.05.2016`, `05/31/2016`, `2016/5/31`.
Advice read_three(const std::vector<Part>& parts) {
  Advice advice;
  if (is_year(parts[0])) {
    offer(advice, date_of(parts[0].value, parts[1].value, parts[2].value), true);
    if (advice.better.empty())
      offer(advice, date_of(parts[0].value, parts[2].value, parts[1].value), false);
    return advice;
  }
  if (!is_year(parts[2])) return advice;
  const int year = parts[2].value;
  const auto day_first = date_of(year, parts[1].value, parts[0].value);
  const auto month_first = date_of(year, parts[0].value, parts[1].value);
  if (day_first && month_first && day_first != month_first && parts[1].before != '.') {
    advice.hint = "write the year first: `" + *day_first + "` or `" + *month_first + "`";
    return advice;
  }
  offer(advice, day_first ? day_first : month_first,
        !(day_first && month_first) || day_first == month_first);
  return advice;
}

// What is only roughly a date: `early 2015`, `2016?`, `2010s`.
Advice read_rough(const std::vector<Part>& parts, std::string_view text) {
  Advice advice;
  const auto years = std::count_if(parts.begin(), parts.end(), is_year);
  if (years != 1) return advice;
  const std::string year = std::find_if(parts.begin(), parts.end(), is_year)->text;
  if (text.size() == 5 && text.back() == 's')
    advice.hint = "write a year in it, with `~` for about, such as `" + year + "~`";
  else
    advice.hint = "write `" + year + "`, or `" + year + "~` for about " + year;
  return advice;
}

// Two dates where one is wanted.
std::string range_hint(const YearRange& years, std::string_view field) {
  const bool of_period = field == "start" || field == "end";
  if (years.end.empty())
    return of_period ? "write `start: " + years.start + "` and `ongoing: true`"
                     : "write one date, such as `" + years.start + "`";
  return of_period ? "these are two dates: write `start: " + years.start +
                         "` and `end: " + years.end + "`"
                   : "write one date, `" + years.start + "` or `" + years.end + "`";
}

Advice read_digits(const std::vector<Part>& parts) {
  const bool digits = std::all_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.kind == PartKind::number;
  });
  Advice advice;
  if (!digits) return advice;
  if (parts.size() == 1 && parts[0].text.size() == 8)
    offer(advice,
          date_of(parts[0].value / 10000, parts[0].value / 100 % 100, parts[0].value % 100),
          true);
  if (parts.size() == 1 && parts[0].text.size() == 2) advice.hint = "a year has four digits";
  if (parts.size() == 2) return read_two(parts);
  if (parts.size() == 3) return read_three(parts);
  return advice;
}

}  // namespace

YearRange read_years(std::string_view text) {
  const std::string lower = normalised(text);
  const std::vector<Part> all = parts_of(lower);
  std::vector<Part> parts;
  bool since = false;
  for (const Part& part : all) {
    since = since || is_any_of(part.text, {"since", "from"});
    if (!is_any_of(part.text, {"to", "until", "till", "and", "since", "from", "the"}))
      parts.push_back(part);
  }
  if (parts.empty() || !is_year(parts[0])) return {};
  if (parts.size() == 1) {
    const bool open = lower.ends_with("-") || lower.ends_with("..");
    return open || since ? YearRange{parts[0].text, {}} : YearRange{};
  }
  if (parts.size() > 2) return {};
  if (is_present(parts[1].text)) return {parts[0].text, {}};
  if (is_year(parts[1]))
    return parts[1].value >= parts[0].value ? YearRange{parts[0].text, parts[1].text}
                                            : YearRange{};
  // 2014-16: what cannot be a month is the end of a year.
  const int later = parts[0].value / 100 * 100 + parts[1].value;
  if (parts[1].kind == PartKind::number && parts[1].text.size() == 2 && parts[1].value > 12 &&
      later > parts[0].value)
    return {parts[0].text, std::to_string(later)};
  return {};
}

Advice advise_date(std::string_view text, std::string_view field) {
  const std::string lower = normalised(text);
  if (const YearRange years = read_years(lower); years.known())
    return {.hint = range_hint(years, field)};
  std::vector<Part> parts = parts_of(lower);
  std::erase_if(parts, [](const Part& part) {
    return is_any_of(part.text, {"since", "from"});
  });
  const std::size_t dated = parts.size();
  std::erase_if(parts, [](const Part& part) { return is_about(part.text); });
  const bool about = parts.size() < dated || lower.starts_with("~") || lower.ends_with("?");
  if (parts.empty()) return {};
  if (is_present(parts[0].text) && field == "end")
    return {.hint = "leave `end` out and write `ongoing: true`"};
  Advice advice;
  // A time of day is more than is kept.
  if (lower.size() > 11 && is_edtf_date(lower.substr(0, 10)) &&
      (lower[10] == 't' || lower[10] == ' ')) {
    advice.better = lower.substr(0, 10);
    return advice;
  }
  if (parts.size() == 1 && is_year(parts[0]) && about) {
    advice.better = parts[0].text + "~";
    advice.certain = !lower.ends_with("?");  // unsure is not quite about
    return advice;
  }
  offer(advice, read_named(parts), true);
  if (advice.better.empty()) advice = read_digits(parts);
  if (advice.better.empty() && advice.hint.empty()) advice = read_rough(parts, lower);
  if (about && !advice.better.empty()) advice.better += "~";
  return advice;
}

}  // namespace baraza::check
