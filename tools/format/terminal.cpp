#include "tools/format/terminal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <sys/ioctl.h>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t narrowest = 40;  // below that, lines are left to the terminal to break

}  // namespace

std::size_t columns_for(int descriptor, bool is_terminal) {
  const char* set = std::getenv("COLUMNS");  // NOLINT(concurrency-mt-unsafe)
  const std::string_view digits = set == nullptr ? "" : set;
  std::size_t columns = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), columns);
  if (read.ec == std::errc() && read.ptr == digits.data() + digits.size() && columns > 0)
    return columns;
  winsize size = {};
  if (!is_terminal || ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

std::size_t width_within(std::size_t columns) {
  return columns == 0 ? text_width : std::clamp(columns, narrowest, text_width);
}

std::string_view colour::of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::hint:
      return "1;36";
  }
  return bold;
}

std::string Paint::operator()(std::string_view code, std::string_view text) const {
  if (!on || text.empty() || code.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

bool is_harmless(char32_t character) {
  const bool control =
      character < 0x20 || character == 0x7F || (character >= 0x80 && character < 0xA0);
  const bool ends_line = character == 0x2028 || character == 0x2029;
  const bool turns = (character >= 0x202A && character <= 0x202E) ||
                     (character >= 0x2066 && character <= 0x2069);
  return !control && !ends_line && !turns && character != 0xFEFF;
}

std::string visible(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (character == '\t')
      result += ' ';
    else
      append_utf8(result, is_harmless(character) ? character : U'\uFFFD');
  }
  return result;
}

}  // namespace baraza::tools
