#include "parse/suppressions.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/text.hpp"

namespace baraza::parse {
namespace {

using content::Suppression;

constexpr std::string_view directive = "baraza-disable-next-line";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The words of a comment that is all there is in `line`; empty where it is none.
std::string_view comment_in(std::string_view line, bool body) {
  std::string_view words = trim(line);
  if (body) {
    if (!words.starts_with("<!--") || !words.ends_with("-->") || words.size() < 7) return {};
    return trim(words.substr(4, words.size() - 7));
  }
  return words.starts_with('#') ? trim(words.substr(1)) : std::string_view();
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

class Finder {
 public:
  Finder(std::string_view text, int body_line)
      : lines_(lines_of(text)), body_line_(body_line) {}

  std::vector<Suppression> find() {
    std::vector<Suppression> found;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view words = comment_in(lines_[i], is_body(i));
      if (!words.starts_with(directive)) continue;
      if (words.size() > directive.size() && !is_blank(words[directive.size()])) continue;
      found.push_back(read(i, words));
    }
    return found;
  }

 private:
  bool is_body(std::size_t index) const { return static_cast<int>(index) + 1 >= body_line_; }

  Span span_of(std::size_t index, std::string_view part) const {
    const std::string_view line = lines_[index];
    const auto begin = static_cast<std::size_t>(part.data() - line.data());
    const int line_number = static_cast<int>(index) + 1;
    const int column = static_cast<int>(count_characters(line.substr(0, begin))) + 1;
    return {line_number, column, line_number,
            column + static_cast<int>(count_characters(part))};
  }

  Suppression read(std::size_t index, std::string_view words) const {
    Suppression suppression{.span = span_of(index, words)};
    std::string_view rest = words.substr(directive.size());
    while (!(rest = trim(rest)).empty()) {
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t,"));
      if (word == "because") {
        suppression.reason = trim(rest.substr(word.size()));
        break;
      }
      if (!word.empty()) suppression.codes.push_back({std::string(word), span_of(index, word)});
      rest.remove_prefix(std::max<std::size_t>(word.size(), 1));
    }
    const std::size_t first = next_line(index);
    suppression.first_line = static_cast<int>(first) + 1;
    suppression.last_line = static_cast<int>(last_line(first)) + 1;
    return suppression;
  }

  // Comments may stand one above the other, all for the same line.
  std::size_t next_line(std::size_t index) const {
    std::size_t next = index + 1;
    while (next < lines_.size() && (!comment_in(lines_[next], is_body(next)).empty() ||
                                    (is_body(next) && trim(lines_[next]).empty())))
      ++next;
    return next;
  }

  // In the front matter what is indented more belongs to the line, and so do the items of a
  // list in the column of its key; in the body all up to the next blank line.
  std::size_t last_line(std::size_t first) const {
    if (first >= lines_.size()) return first;
    const std::size_t indent = indent_of(lines_[first]);
    const bool key = trim(lines_[first]).ends_with(':');
    std::size_t last = first;
    for (std::size_t i = first + 1; i < lines_.size() && is_body(i) == is_body(first); ++i) {
      const bool blank = trim(lines_[i]).empty();
      if (is_body(i)) {
        if (blank) break;
      } else if (!blank) {
        const std::size_t own = indent_of(lines_[i]);
        const bool item = key && own == indent && trim(lines_[i]).starts_with("- ");
        if (own <= indent && !item) break;
      }
      if (!blank) last = i;
    }
    return last;
  }

  std::vector<std::string_view> lines_;
  int body_line_;
};

}  // namespace

std::vector<Suppression> find_suppressions(std::string_view text, int body_line) {
  if (text.find(directive) == std::string_view::npos) return {};
  return Finder(text, body_line).find();
}

}  // namespace baraza::parse
