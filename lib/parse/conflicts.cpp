#include "parse/conflicts.hpp"

#include <cstddef>

#include "base/text.hpp"
#include "parse/findings.hpp"

namespace baraza::parse {
namespace {

constexpr std::string_view begins = "<<<<<<<";
constexpr std::string_view divides = "=======";
constexpr std::string_view ends = ">>>>>>>";

// The sign alone in its line, or with a name behind it.
bool has_sign(std::string_view line, std::string_view sign) {
  return line.starts_with(sign) && (line.size() == sign.size() || line[sign.size()] == ' ');
}

std::string lines_between(int before, int behind) {
  const std::string first = std::to_string(before + 1);
  if (behind - before < 2) return "nothing";
  if (behind - before == 2) return "line " + first;
  return "lines " + first + " to " + std::to_string(behind - 1);
}

}  // namespace

bool check_conflicts(std::string_view text, const std::string& path, Diagnostics& found) {
  if (text.find(begins) == std::string_view::npos) return true;
  const Positions positions(text);
  Findings findings(positions, path, found);
  bool none = true;
  int first = 0;    // the line where one begins; 0: none is open
  int divided = 0;  // the line between its versions
  for (int line = 1; line <= positions.last_line(); ++line) {
    const std::size_t begin = positions.offset_of_line(line);
    const std::size_t end = positions.end_of_line(line);
    const std::string_view words = text.substr(begin, end - begin);
    if (has_sign(words, begins)) {
      first = line;
      divided = 0;
    } else if (first != 0 && trim(words) == divides) {
      divided = line;
    } else if (divided != 0 && has_sign(words, ends)) {
      none = false;
      const std::size_t at = positions.offset_of_line(first);
      findings.add("E190", at, at + begins.size(),  // merge-conflict
                   "two versions stand here, of which git could not make one: " +
                       lines_between(first, divided) + ", and " + lines_between(divided, line),
                   "keep what is right of the two, and take out the lines " +
                       std::to_string(first) + ", " + std::to_string(divided) + " and " +
                       std::to_string(line));
      first = divided = 0;
    }
  }
  findings.flush();
  return none;
}

}  // namespace baraza::parse
