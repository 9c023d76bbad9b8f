#include "parse/citations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "parse/findings.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {
namespace {

using content::Node;

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

struct Listed {
  std::vector<std::string> ids = {};  // sorted; none where citations cannot be told
  std::map<std::string, std::string> titles = {};
  Span span = {};           // of the list's name
  std::string prefix = {};  // of all of them
};

Listed listed_sources(const Node& front) {
  Listed listed;
  for (const Node& source : front.items_of("sources")) {
    listed.ids.push_back(source.text_of("id"));
    listed.titles[listed.ids.back()] = source.text_of("title");
    if (prefix_of(listed.ids.back()).empty()) return {};
  }
  std::sort(listed.ids.begin(), listed.ids.end());
  if (listed.ids.empty() || prefix_of(listed.ids.front()) != prefix_of(listed.ids.back()))
    return {};  // sorted, so those between are of the same letters too
  listed.span = front.find_key("sources")->span;
  listed.prefix = prefix_of(listed.ids.front());
  return listed;
}

// The words between two round brackets that have the form of an id.
std::vector<Stretch> ids_in(std::string_view text, std::size_t begin, std::size_t end,
                            std::string_view prefix) {
  std::vector<Stretch> words;
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    while (stop < end && (is_letter(text[stop]) || is_digit(text[stop]))) ++stop;
    if (stop > at && prefix_of(text.substr(at, stop - at)) == prefix)
      words.push_back({at, stop});
    at = std::max(stop, at + 1);
  }
  return words;
}

Diagnostic unknown_citation(const std::string& id, const Listed& listed, Place where) {
  const std::vector<std::string> near = nearest(listed.ids, id);
  const std::string shown = "`" + shorten(id, 60) + "`";
  const std::string hint =
      near.empty()
          ? "write the id of a source that is listed, add " + shown +
                " to `sources`, or take it out here with its brackets"
          : "the nearest id is `" + near.front() + "` (" +
                shorten(listed.titles.at(near.front()), 60) +
                "): write it only if that source says what stands here; else write another id "
                "of the list, or take " +
                shown + " out with its brackets";
  const std::string path = where.path;
  return {.severity = Severity::warning,
          .rule = "E318",  // unknown-citation
          .where = std::move(where),
          .message = "the list of sources has no " + shown,
          .hint = hint,
          .notes = {{{path, listed.span}, "the sources are listed here"}},
          .edits = {}};
}

}  // namespace

void check_citations(const Node& front, std::string_view text, const std::string& path,
                     Diagnostics& found) {
  const Listed listed = listed_sources(front);
  if (listed.ids.empty()) return;
  std::optional<Positions> positions;
  std::optional<Findings> findings;
  for (std::size_t open = text.find('('); open != nowhere; open = text.find('(', open + 1)) {
    // `](s9)` is the address of a link, and `f(s9)` no citation.
    const char before = open > 0 ? text[open - 1] : ' ';
    if (before == ']' || before == '`' || is_letter(before)) continue;
    const std::size_t close = text.find_first_of("()", open + 1);
    if (close == nowhere || text[close] == '(' || close - open > longest_citation) continue;
    for (const Stretch& word : ids_in(text, open + 1, close, listed.prefix)) {
      const std::string id(text.substr(word.begin, word.end - word.begin));
      if (std::binary_search(listed.ids.begin(), listed.ids.end(), id)) continue;
      if (!positions) {
        positions.emplace(text);
        findings.emplace(*positions, path, found);
      }
      findings->add(unknown_citation(id, listed, findings->place(word.begin, word.end)));
    }
  }
  if (findings) findings->flush();
}

}  // namespace baraza::parse
