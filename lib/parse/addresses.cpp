#include "parse/addresses.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "parse/findings.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {
namespace {

// How many bytes the beginning of an address takes, `https://`; also a misspelt one.
std::size_t size_of_scheme(std::string_view text) {
  constexpr std::array<std::string_view, 8> beginnings = {
      "https://", "http://", "https:/", "http:/", "https//", "http//", "https:", "http:"};
  const std::string start = to_lower(text.substr(0, 8));
  for (const std::string_view one : beginnings)
    if (start.starts_with(one)) return one.size();
  return 0;
}

// The end of the address from `begin` on, or of as much of it as a hint can show.
std::size_t end_of_address(std::string_view text, std::size_t begin) {
  const std::string_view shown = text.substr(begin, 400);
  return begin + std::min(shown.find_first_of(" \t\r\n<>\"'()[]{}"), shown.size());
}

}  // namespace

void check_addresses(std::string_view text, const std::string& path, Diagnostics& found) {
  std::optional<Positions> positions;
  std::optional<Findings> findings;
  for (std::size_t at = text.find("://"); at != std::string_view::npos;
       at = text.find("://", at + 1)) {
    const std::size_t second = at + 3;
    const std::size_t size = size_of_scheme(text.substr(second));
    const std::size_t letters = at >= 5 && to_lower(text.substr(at - 5, 5)) == "https" ? 5 : 4;
    const bool begins =
        at >= letters && to_lower(text.substr(at - letters, letters)).starts_with("http");
    if (size == 0 || !begins) continue;
    if (!positions) {
      positions.emplace(text);
      findings.emplace(*positions, path, found);
    }
    const std::size_t first = at - letters;
    const std::size_t end = end_of_address(text, second + size);
    // Of two whole beginnings one is kept, as it is written; a misspelt one goes.
    const bool whole = text.substr(second, size).ends_with("://");
    const Stretch surplus = whole ? Stretch{first, second} : Stretch{second, second + size};
    const std::string better =
        std::string(whole ? text.substr(second, end - second)
                          : text.substr(first, second - first)) +
        std::string(whole ? std::string_view()
                          : text.substr(second + size, end - second - size));
    findings->add(
        {.severity = Severity::warning,
         .rule = "E189",  // address-twice
         .where = findings->place(first, second + size),
         .message = "the address begins twice with `" +
                    std::string(text.substr(first, second - first)) + "`",
         .hint = "write `" + shorten(better, 80) + "`",
         .notes = {},
         .edits = {{.span = findings->place(surplus.begin, surplus.end).span, .text = ""}}});
    at = second;
  }
  if (findings) findings->flush();
}

}  // namespace baraza::parse
