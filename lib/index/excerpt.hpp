// The passage of a text that answers a question best, short enough to read at a glance.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/words_asked.hpp"

namespace baraza::index {

// Bytes of a text to be highlighted.
struct Range {
  std::size_t offset = 0;
  std::size_t length = 0;

  bool operator==(const Range&) const = default;
};

struct Excerpt {
  std::string text = {};           // no control characters; `… ` and ` …` where it was cut
  std::vector<Range> ranges = {};  // ascending, apart
  std::string heading = {};        // that it stands under, or empty
  std::string anchor = {};         // the heading's id
  std::string path = {};           // of the file that it stands in, perhaps a translation
  int line = 0;                    // in that file; 0: not known
  std::string language = {};

  bool operator==(const Excerpt&) const = default;
};

// At most about this many letters are kept of a passage, which goes to the ends of sentences
// where it can.
inline constexpr std::size_t excerpt_letters = 300;

// The passage with the most of the words asked for, counted by what they weigh, each once; the
// first of equals, and the first of all where none has any. Among equals, texts in the first of
// `languages` come first. Empty if there are no passages.
Excerpt make_excerpt(const std::vector<Text>& texts, Matcher& matcher,
                     const std::vector<std::string>& languages);

// The words of `text` that were asked for.
std::vector<Range> find_ranges(std::string_view text, const std::string& language,
                               Matcher& matcher);

}  // namespace baraza::index
