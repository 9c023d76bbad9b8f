#include "language/width.hpp"

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace baraza::language {
namespace {

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

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += width_of_character(take_character(text));
  return columns;
}

std::string_view cut_to_width(std::string_view text, std::size_t columns) {
  std::string_view rest = text;
  std::size_t taken = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    taken += width_of_character(take_character(next));
    if (taken > columns) break;
    rest = next;
  }
  return text.substr(0, text.size() - rest.size());
}

}  // namespace baraza::language
