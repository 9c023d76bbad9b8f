#include "content/citations.hpp"

#include <algorithm>

namespace baraza::content {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t longest_prefix = 3;
constexpr std::size_t longest_citation = 200;  // bytes between two round brackets

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// `s` of `s12`; nothing of an id that is not letters and a number.
std::string_view prefix_of(std::string_view id) {
  std::size_t letters = 0;
  while (letters < id.size() && is_letter(id[letters])) ++letters;
  const bool numbered =
      letters > 0 && letters <= longest_prefix && letters < id.size() &&
      std::all_of(id.begin() + static_cast<std::ptrdiff_t>(letters), id.end(), is_digit);
  return numbered ? id.substr(0, letters) : std::string_view();
}

// The words between two round brackets that have the form of an id.
void add_ids(std::string_view text, std::size_t begin, std::size_t end, std::string_view prefix,
             std::vector<Citation>& citations) {
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    while (stop < end && (is_letter(text[stop]) || is_digit(text[stop]))) ++stop;
    const std::string_view word = text.substr(at, stop - at);
    if (stop > at && prefix_of(word) == prefix)
      citations.push_back({std::string(word), at, stop});
    at = std::max(stop, at + 1);
  }
}

}  // namespace

bool SourceIds::contains(std::string_view id) const {
  return std::binary_search(ids.begin(), ids.end(), id);
}

SourceIds source_ids(const Node& front) {
  SourceIds sources;
  for (const Node& source : front.items_of("sources")) {
    sources.ids.push_back(source.text_of("id"));
    if (prefix_of(sources.ids.back()).empty()) return {};
  }
  std::sort(sources.ids.begin(), sources.ids.end());
  if (sources.ids.empty() || prefix_of(sources.ids.front()) != prefix_of(sources.ids.back()))
    return {};  // sorted, so those between are of the same letters too
  sources.prefix = prefix_of(sources.ids.front());
  return sources;
}

std::vector<Citation> citations_in(std::string_view text, const SourceIds& sources) {
  std::vector<Citation> citations;
  if (sources.ids.empty()) return citations;
  for (std::size_t open = text.find('('); open != nowhere; open = text.find('(', open + 1)) {
    // `](s9)` is the address of a link, and `f(s9)` no citation.
    const char before = open > 0 ? text[open - 1] : ' ';
    if (before == ']' || before == '`' || is_letter(before)) continue;
    const std::size_t close = text.find_first_of("()", open + 1);
    if (close == nowhere || text[close] == '(' || close - open > longest_citation) continue;
    add_ids(text, open + 1, close, sources.prefix, citations);
  }
  return citations;
}

}  // namespace baraza::content
