#include "language/personal.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.hpp"
#include "language/personal_parts.hpp"

namespace baraza::language {
namespace {

constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_domain = 253;

// What ends names of files and not of hosts: `pump@2x.png` is a picture.
constexpr std::string_view file_endings[] = {"avif", "css", "gif", "htm", "html",
                                             "jpeg", "jpg", "js",  "md",  "pdf",
                                             "png",  "svg", "txt", "webp"};

bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

bool is_local(char c) { return is_word(c) || c == '.' || c == '%' || c == '+' || c == '-'; }

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && to_lower(text.substr(0, lower.size())) == lower;
}

// The end of a web address that begins at `at`; `at` where none does.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  constexpr std::string_view firsts = "hHwWfF";
  if (firsts.find(text[at]) == std::string_view::npos) return at;
  if (at > 0 && is_word(text[at - 1])) return at;
  const std::string_view rest = text.substr(at);
  const bool address =
      starts_with_any_case(rest, "http://") || starts_with_any_case(rest, "https://") ||
      starts_with_any_case(rest, "ftp://") || starts_with_any_case(rest, "www.");
  if (!address) return at;
  return std::min(text.find_first_of(" \t\r\n<>\"", at), text.size());
}

std::size_t begin_of_local_part(std::string_view text, std::size_t at, std::size_t least) {
  std::size_t begin = at;
  while (begin > least && at - begin < longest_local_part && is_local(text[begin - 1])) --begin;
  while (begin < at && !is_word(text[begin])) ++begin;
  const bool of_something_else =
      begin > 0 && (text[begin - 1] == '@' || text[begin - 1] == '/' || text[begin - 1] == '=');
  return of_something_else ? at : begin;
}

// The end of the name of a host that begins at `at`; `at` where there is none.
std::size_t end_of_domain(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < longest_domain &&
         (is_letter(text[end]) || is_digit(text[end]) || text[end] == '-' || text[end] == '.'))
    ++end;
  while (end > at && !is_letter(text[end - 1]) && !is_digit(text[end - 1])) --end;
  const std::string_view domain = text.substr(at, end - at);
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain[0] == '-') return at;
  if (domain.find("..") != std::string_view::npos) return at;
  const std::string last = to_lower(domain.substr(dot + 1));
  if (last.size() < 2 || !std::all_of(last.begin(), last.end(), is_letter)) return at;
  if (std::find(std::begin(file_endings), std::end(file_endings), last) !=
      std::end(file_endings))
    return at;
  // `a@b.org@c`, `git@host.org:path` and `a@host.org/path` are no addresses of people.
  if (end < text.size() && (text[end] == '@' || text[end] == '/' || text[end] == '_'))
    return at;
  if (end + 1 < text.size() && text[end] == ':' && is_word(text[end + 1])) return at;
  return end;
}

bool may_open_number(std::string_view text, std::size_t at) {
  const char c = text[at];
  return is_digit(c) || c == '+' || c == '-' || c == '(' || c == '\xE2' || c == 'N' ||
         c == 'S' || c == 'E' || c == 'W';
}

}  // namespace

std::vector<Personal> find_personal(std::string_view text) {
  std::vector<Personal> found;
  std::size_t free = 0;  // where the last one ended
  std::size_t at = 0;
  const auto take = [&](PersonalKind kind, std::size_t begin, std::size_t end) {
    found.push_back({kind, begin, end});
    free = at = end;
  };
  while (at < text.size()) {
    if (const std::size_t end = end_of_address(text, at); end > at) {
      free = at = end;
      continue;
    }
    if (text[at] == '@') {
      const std::size_t begin = begin_of_local_part(text, at, free);
      const std::size_t end = end_of_domain(text, at + 1);
      if (begin < at && end > at + 1) {
        take(PersonalKind::email_address, begin, end);
        continue;
      }
    }
    if (!may_open_number(text, at)) {
      ++at;
      continue;
    }
    const Reading coordinates = read_coordinates(text, at);
    if (coordinates.found) {
      take(PersonalKind::coordinates, at, coordinates.end);
      continue;
    }
    const Reading number = read_phone_number(text, at);
    if (number.found)
      take(PersonalKind::phone_number, at, number.end);
    else
      at = number.end;
  }
  return found;
}

}  // namespace baraza::language
