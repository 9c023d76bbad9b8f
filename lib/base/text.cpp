#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace baraza {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// One code point in UTF-8: its value and how many bytes it takes; 0 bytes where it is bad.
struct Decoded {
  char32_t character = replacement;
  std::size_t bytes = 0;
};

// The ranges of the second byte are those of table 3-7 of the Unicode standard, which leave out
// overlong forms, surrogates and what lies above U+10FFFF.
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return {};

  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < length) return {};
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < lowest || byte(1) > highest) return {};

  char32_t character = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    character = character << 6 | (byte(i) & 0x3FU);
  }
  return {character, length};
}

// How many of the first bytes are ASCII, eight at a time.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080ULL) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::u32string characters_of(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  while (!text.empty()) result.push_back(take_character(text));
  return result;
}

// Lower case, without what joins words: two texts that are alike here are one word to a writer.
std::string loosely(std::string_view text) {
  std::string result;
  for (const char c : to_lower(text))
    if (c != '-' && c != '_' && c != ' ') result.push_back(c);
  return result;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_line_ends(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result.append(separator);
    result.append(parts[i]);
  }
  return result;
}

std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string result = std::to_string(number);
  result.push_back(' ');
  return result.append(number == 1 ? one : many);
}

std::string escape_html(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) switch (c) {
      case '&':
        result.append("&amp;");
        break;
      case '<':
        result.append("&lt;");
        break;
      case '>':
        result.append("&gt;");
        break;
      case '"':
        result.append("&quot;");
        break;
      case '\'':
        result.append("&#39;");
        break;
      default:
        result.push_back(c);
    }
  return result;
}

std::string escape_path(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : path) {
    if (is_lower(c) || is_upper(c) || is_digit(c) || plain.find(c) != std::string_view::npos) {
      result.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result.push_back('%');
    result.push_back(digits[byte >> 4]);
    result.push_back(digits[byte & 0xF]);
  }
  return result;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > 80) return false;
  char before = '-';
  for (const char c : text) {
    if (!is_lower(c) && !is_digit(c) && c != '-') return false;
    if (c == '-' && before == '-') return false;
    before = c;
  }
  return before != '-';
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_prefix(text.substr(at));
    if (at == text.size()) break;
    const std::size_t bytes = decode(text.substr(at)).bytes;
    if (bytes == 0) return at;
    at += bytes;
  }
  return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) {
  const auto continues = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
  });
  return text.size() - static_cast<std::size_t>(continues);
}

char32_t take_character(std::string_view& text) {
  const Decoded one = decode(text);
  text.remove_prefix(std::max<std::size_t>(one.bytes, 1));
  return one.character;
}

void append_utf8(std::string& text, char32_t character) {
  const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (surrogate || character > 0x10FFFF) character = replacement;
  if (character < 0x80) return put(character);
  if (character < 0x800) {
    put(0xC0 | character >> 6);
  } else {
    if (character < 0x10000) {
      put(0xE0 | character >> 12);
    } else {
      put(0xF0 | character >> 18);
      put(0x80 | (character >> 12 & 0x3F));
    }
    put(0x80 | (character >> 6 & 0x3F));
  }
  put(0x80 | (character & 0x3F));
}

std::string shorten(std::string_view text, std::size_t characters) {
  if (characters == 0) return {};
  std::string_view rest = text;
  std::size_t cut = 0;    // where the last character but one ends: `…` takes the last
  std::size_t space = 0;  // the last space in the second half of what may stay
  for (std::size_t taken = 0; !rest.empty(); ++taken) {
    const std::size_t at = text.size() - rest.size();
    if (taken == characters - 1) cut = at;
    if (taken < characters && 2 * taken >= characters && is_space(text[at])) space = at;
    if (taken == characters) {
      std::string result(trim(text.substr(0, space > 0 ? space : cut)));
      return result.append("…");
    }
    take_character(rest);
  }
  return std::string(text);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::u32string one = characters_of(a);
  const std::u32string two = characters_of(b);
  const std::size_t longer = std::max(one.size(), two.size());
  if (longer - std::min(one.size(), two.size()) > most) return most + 1;

  // Three rows of the table. Only the band where at most `most` characters are ahead is filled
  // in; all beside it stays too far.
  const std::size_t too_far = std::min(most, longer) + 1;
  std::array<std::vector<std::size_t>, 3> rows;
  for (std::vector<std::size_t>& row : rows) row.assign(two.size() + 1, too_far);
  for (std::size_t i = 0; i <= one.size(); ++i) {
    std::vector<std::size_t>& now = rows[i % 3];
    const std::vector<std::size_t>& before = rows[(i + 2) % 3];
    const std::vector<std::size_t>& two_before = rows[(i + 1) % 3];
    const std::size_t first = i > most ? i - most : 0;
    const std::size_t last =
        most < two.size() - std::min(i, two.size()) ? i + most : two.size();
    if (first > 0) now[first - 1] = too_far;
    for (std::size_t j = first; j <= last; ++j) {
      std::size_t least = i == 0 ? j : j == 0 ? i : too_far;
      if (i > 0) least = std::min(least, before[j] + 1);
      if (j > 0) least = std::min(least, now[j - 1] + 1);
      if (i > 0 && j > 0) {
        const bool same = one[i - 1] == two[j - 1];
        least = std::min(least, before[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
          least = std::min(least, two_before[j - 2] + 1);
      }
      now[j] = std::min(least, too_far);
    }
    if (last < two.size()) now[last + 1] = too_far;
  }
  return std::min(rows[one.size() % 3][two.size()], most + 1);
}

std::vector<std::string> nearest(const std::vector<std::string>& known, std::string_view word) {
  const std::size_t letters = count_characters(word);
  const std::size_t most = letters <= 4 ? 1 : letters <= 8 ? 2 : 3;
  const std::string lower = to_lower(word);
  const std::string loose = loosely(word);

  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& candidate : known) {
    if (candidate == word) continue;
    const bool alike = !loose.empty() && loosely(candidate) == loose;
    const std::size_t edits = alike ? 0 : edit_distance(to_lower(candidate), lower, most);
    if (edits <= most) found.emplace_back(edits, candidate);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());

  std::vector<std::string> result;
  for (std::size_t i = 0; i < found.size() && i < 3; ++i) result.push_back(found[i].second);
  return result;
}

std::string did_you_mean(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  std::string result = "did you mean ";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result.append(i + 1 == words.size() ? " or " : ", ");
    result.append("`").append(words[i]).append("`");
  }
  return result.append("?");
}

}  // namespace baraza
