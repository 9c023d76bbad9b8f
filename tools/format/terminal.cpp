#include "tools/format/terminal.hpp"

#include <algorithm>

#include <sys/ioctl.h>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t narrowest = 40;  // below that, lines are left to the terminal to break

}  // namespace

std::size_t width_for(int descriptor) {
  winsize size = {};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return text_width;
  return std::clamp<std::size_t>(size.ws_col, narrowest, text_width);
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
  if (!on || text.empty()) return std::string(text);
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

std::string hung(std::string_view lead, std::string_view text, std::size_t width) {
  const std::size_t column = language::width_of(lead);
  std::string result(lead);
  std::size_t used = column;
  while (!text.empty()) {
    const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find(' ', spaces), text.size());
    const std::string_view word = text.substr(spaces, end - spaces);
    const std::size_t wide = language::width_of(word);
    if (used > column && used + spaces + wide > width) {
      result += "\n" + std::string(column, ' ');
      used = column;
    } else {
      result.append(spaces, ' ');
      used += spaces;
    }
    result += word;
    used += wide;
    text.remove_prefix(end);
  }
  return result + "\n";
}

}  // namespace baraza::tools
