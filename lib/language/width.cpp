#include "language/width.hpp"

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace baraza::language {
namespace {

constexpr char32_t joiner = 0x200D;
constexpr char32_t as_sign = 0xFE0E;     // the selectors: a sign in the text's colour,
constexpr char32_t as_picture = 0xFE0F;  // or a picture

std::size_t width_of_character(char32_t character) {
  if (character >= 0x20 && character < 0x7F) return 1;
  const auto point = static_cast<UChar32>(character);
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK)) != 0) return 0;
  if ((category & U_GC_CF_MASK) != 0) return character == 0xAD ? 1 : 0;
  if (character >= 0x1160 && character <= 0x11FF) return 0;  // inner parts of a Hangul syllable
  const int32_t east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

bool has(char32_t character, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(character), property) != 0;
}

int32_t break_of(char32_t character) {
  return u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_line_break_or_control(int32_t kind) {
  return kind == U_GCB_CONTROL || kind == U_GCB_CR || kind == U_GCB_LF;
}

// The parts of a Hangul syllable: a leading one, a vowel, a trailing one, or two in one.
bool joins_hangul(int32_t before, int32_t after) {
  if (before == U_GCB_L)
    return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
  if (before == U_GCB_V || before == U_GCB_LV) return after == U_GCB_V || after == U_GCB_T;
  return (before == U_GCB_T || before == U_GCB_LVT) && after == U_GCB_T;
}

// Annex #29 for what follows the first character of a letter.
struct Joining {
  int32_t last = 0;              // the break property of the character before
  bool picture = false;          // is the letter so far an emoji and its marks?
  std::size_t flag_letters = 0;  // regional indicators go in pairs

  explicit Joining(char32_t first)
      : last(break_of(first)),
        picture(has(first, UCHAR_EXTENDED_PICTOGRAPHIC)),
        flag_letters(last == U_GCB_REGIONAL_INDICATOR ? 1 : 0) {}

  bool takes(char32_t next) {
    const int32_t kind = break_of(next);
    if (is_line_break_or_control(last) || is_line_break_or_control(kind)) return false;
    const bool mark = kind == U_GCB_EXTEND || kind == U_GCB_ZWJ || kind == U_GCB_SPACING_MARK;
    const bool flag = kind == U_GCB_REGIONAL_INDICATOR && flag_letters == 1;
    const bool joined = picture && last == U_GCB_ZWJ && has(next, UCHAR_EXTENDED_PICTOGRAPHIC);
    if (!mark && !flag && !joined && !joins_hangul(last, kind) && last != U_GCB_PREPEND)
      return false;
    if (flag) flag_letters = 2;
    if (kind == U_GCB_SPACING_MARK) picture = false;
    last = kind;
    return true;
  }
};

// What `character` adds to a letter that began with `first` and takes `columns` so far.
std::size_t added_width(char32_t first, char32_t character, std::size_t columns) {
  const bool becomes_picture = character == as_picture
                                   ? has(first, UCHAR_EMOJI)
                                   : has(first, UCHAR_EXTENDED_PICTOGRAPHIC) &&
                                         (has(character, UCHAR_EXTENDED_PICTOGRAPHIC) ||
                                          has(character, UCHAR_EMOJI_MODIFIER));
  if (becomes_picture) return columns == 1 ? 1 : 0;  // a picture takes two, whatever it is of
  return width_of_character(character);
}

}  // namespace

Letter take_letter(std::string_view& text) {
  const std::string_view whole = text;
  const char32_t first = take_character(text);
  Letter letter = {.characters = 1, .columns = width_of_character(first)};
  const bool plain = first >= 0x20 && first < 0x7F;
  const bool plain_next = text.empty() || static_cast<unsigned char>(text.front()) < 0x80;
  if (!plain || !plain_next) {
    Joining joining(first);
    while (!text.empty()) {
      std::string_view rest = text;
      const char32_t next = take_character(rest);
      if (!joining.takes(next)) break;
      letter.columns += added_width(first, next, letter.columns);
      ++letter.characters;
      text = rest;
    }
  }
  letter.text = whole.substr(0, whole.size() - text.size());
  return letter;
}

std::size_t width_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += take_letter(text).columns;
  return columns;
}

std::string_view cut_to_width(std::string_view text, std::size_t columns) {
  std::string_view rest = text;
  std::size_t taken = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    taken += take_letter(next).columns;
    if (taken > columns) break;
    rest = next;
  }
  return text.substr(0, text.size() - rest.size());
}

std::string steady(std::string_view letter) {
  if (letter.empty()) return {};
  std::string_view rest = letter;
  const char32_t first = take_character(rest);
  const bool picture = has(first, UCHAR_EXTENDED_PICTOGRAPHIC);
  std::string result;
  append_utf8(result, first);
  while (!rest.empty()) {
    const char32_t character = take_character(rest);
    if (character == as_sign || character == as_picture) continue;
    if (picture && (character == joiner || has(character, UCHAR_EMOJI_MODIFIER))) continue;
    append_utf8(result, character);
  }
  return result;
}

}  // namespace baraza::language
