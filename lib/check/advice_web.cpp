// Addresses of the web and of mail as people write them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/formats.hpp"
#include "check/uri.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// `example.org`, `www.example.org/page`: begins with a host whose last part is letters.
bool begins_with_host(std::string_view text) {
  const std::string_view host = text.substr(0, text.find_first_of("/?#:"));
  const std::size_t point = host.rfind('.');
  if (point == std::string_view::npos || !is_hostname(host)) return false;
  const std::string_view top = host.substr(point + 1);
  return top.size() >= 2 && std::all_of(top.begin(), top.end(), is_letter);
}

// The first character that may stand nowhere in an address: its place and its size in bytes.
std::pair<std::size_t, std::size_t> find_wrong(std::string_view text, std::size_t from = 0) {
  constexpr std::string_view signs = "-._~:/?#@!$&'()*+,;=";
  const std::size_t host = text.find("://");
  const std::size_t path =
      host == std::string_view::npos ? host : text.find_first_of("/?#", host + 3);
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    const bool bracket = (c == '[' || c == ']') && at < path;  // around numbers of a host
    if (is_letter(c) || is_digit(c) || bracket || signs.find(c) != std::string_view::npos)
      continue;
    if (c == '%' && at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]))
      continue;
    std::string_view rest = text.substr(at);
    const std::size_t before = rest.size();
    take_character(rest);
    return {at, before - rest.size()};
  }
  return {std::string_view::npos, 0};
}

// With what may not stand there as `%20` and the like.
std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (std::size_t from = 0; from < text.size();) {
    const auto [at, size] = find_wrong(text, from);
    result += text.substr(from, at == std::string_view::npos ? at : at - from);
    if (at == std::string_view::npos) break;
    for (const char c : text.substr(at, size)) {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    from = at + size;
  }
  return result;
}

// What stands around an address in other texts: `<...>`, `[words](...)`, white space.
std::string_view unwrapped(std::string_view text) {
  text = trim(text);
  if (text.size() > 2 && text.front() == '<' && text.back() == '>')
    return text.substr(1, text.size() - 2);
  const std::size_t open = text.find("](");
  if (text.starts_with("[") && open != std::string_view::npos && text.back() == ')')
    return text.substr(open + 2, text.size() - open - 3);
  return text;
}

bool is_http(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && is_uri(text);
}

// What stands where `https://` should: `htps://`, `http:/`, `https//`, `ftp:`.
Advice advise_beginning(std::string_view text) {
  const std::size_t end = text.find_first_of(":/;");
  const std::string scheme = to_lower(text.substr(0, end));
  const std::size_t rest = end == std::string_view::npos ? std::string_view::npos
                                                         : text.find_first_not_of(":/;", end);
  const bool is_web = scheme == "http" || scheme == "https";
  const std::vector<std::string> near = nearest({"http", "https"}, scheme);
  if (end == std::string_view::npos || (!is_web && near.empty())) {
    const bool other = end != std::string_view::npos && text[end] == ':';
    return other ? Advice{.wrong = "it begins with `" + scheme + ":`"} : Advice{};
  }
  if (rest == std::string_view::npos) return {.wrong = "nothing follows `" + scheme + "`"};
  const std::string wanted = is_web ? scheme : near.front();
  std::string better = wanted + "://" + std::string(text.substr(rest));
  if (better == text) return {};
  return {.wrong = "it begins with `" + std::string(text.substr(0, rest)) + "`",
          .better = is_http(better) ? std::move(better) : std::string()};
}

Advice advise_wrong_sign(std::string_view text) {
  const auto [at, size] = find_wrong(text);
  if (at == std::string_view::npos) return {};
  Advice advice;
  advice.from = count_characters(text.substr(0, at));
  advice.count = 1;
  const std::string sign(text.substr(at, size));
  if (sign == " ") {
    const std::size_t second = text.find("http", 1);
    advice.wrong = "it holds a space";
    advice.hint = second != std::string_view::npos
                      ? "one address is wanted; give the other a place of its own"
                      : "a space in an address is written `%20`: `" + escaped(text) + "`";
    return advice;
  }
  advice.wrong = sign == "%" ? std::string("no two digits follow the `%`")
                             : "`" + sign + "` may not stand in it";
  // Beyond ASCII a host is written in another way than a path.
  const Uri uri = split_uri(text);
  const std::string better = escaped(text);
  if (find_wrong(uri.authority).first == std::string::npos && is_http(better))
    advice.better = better;
  return advice;
}

}  // namespace

Advice advise_uri(std::string_view text) {
  const std::string_view inner = unwrapped(text);
  if (inner != text && is_http(inner))
    return {.better = std::string(inner), .certain = trim(text) == inner};
  const std::string lower = to_lower(inner);
  for (const std::string_view none : {"n/a", "na", "none", "tbc", "tbd", "-", "?", "unknown"})
    if (lower == none) return {.hint = "leave the line out if there is no address"};
  if (lower.starts_with("doi:") || lower.starts_with("10.")) {
    std::string better = "https://doi.org/";
    better += trim(inner.substr(lower.starts_with("doi:") ? 4 : 0));
    if (is_http(better)) return {.wrong = "it is a DOI", .better = std::move(better)};
  }
  if (begins_with_host(inner)) {
    std::string better = "https://" + std::string(inner);
    return {.wrong = "`https://` is missing before it",
            .better = is_http(better) ? std::move(better) : escaped(better)};
  }
  if (inner.starts_with("//")) {
    std::string better = "https:" + std::string(inner);
    return {.wrong = "`https:` is missing before it", .better = std::move(better)};
  }
  if (Advice advice = advise_beginning(inner); !advice.wrong.empty()) return advice;
  return advise_wrong_sign(inner);
}

Advice advise_email(std::string_view text) {
  std::string_view inner = unwrapped(text);
  if (to_lower(inner).starts_with("mailto:")) inner.remove_prefix(7);
  if (inner != text && is_email(inner)) return {.better = std::string(inner), .certain = true};
  const std::size_t at = inner.find('@');
  if (at == std::string_view::npos) {
    std::string better(inner);
    for (const std::string_view word : {" at ", " [at] ", "(at)", "[at]"})
      if (const std::size_t found = better.find(word); found != std::string::npos)
        return {.wrong = "it has no `@`",
                .better = is_email(better.replace(found, word.size(), "@")) ? better : ""};
    return {.wrong = "it has no `@`"};
  }
  if (at == 0) return {.wrong = "nothing stands before the `@`"};
  if (at + 1 == inner.size()) return {.wrong = "nothing stands behind the `@`"};
  if (inner.find('@', at + 1) != std::string_view::npos)
    return {.wrong = "it has several `@`", .hint = "one address is wanted"};
  const std::size_t space = inner.find(' ');
  if (space != std::string_view::npos)
    return {.wrong = "it holds a space",
            .from = count_characters(inner.substr(0, space)),
            .count = 1};
  if (!is_hostname(inner.substr(at + 1)))
    return {.wrong = "`" + std::string(inner.substr(at + 1)) + "` is no name of a host"};
  return {.wrong = "`" + std::string(inner.substr(0, at)) + "` may not stand before the `@`"};
}

}  // namespace baraza::check
