#include "language/role.hpp"

#include <array>
#include <cstddef>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace baraza::language {
namespace {

constexpr std::array<Role, 128> ascii_roles = [] {
  std::array<Role, 128> roles{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) roles[c] = Role::letter;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) roles[c] = Role::letter;
  for (std::size_t c = '0'; c <= '9'; ++c) roles[c] = Role::digit;
  roles['-'] = Role::hyphen;
  roles['\''] = Role::apostrophe;
  roles['.'] = Role::dot;
  roles[','] = Role::comma;
  return roles;
}();

bool is_spaceless(UChar32 point) {
  if (point < 0x0E00) return false;
  if (point == 0x30FC || point == 0xFF70) return true;  // the long mark both kana scripts share
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(point, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

Role role_by_category(UChar32 point) {
  const auto category = U_GET_GC_MASK(point);
  if ((category & U_GC_ND_MASK) != 0) return Role::digit;
  if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) == 0) return Role::other;
  return is_spaceless(point) ? Role::spaceless : Role::letter;
}

}  // namespace

Role role_of(char32_t character) {
  if (character < 0x80) return ascii_roles[character];
  switch (character) {
    case 0x2010:
    case 0x2011:
    case 0xFF0D:
      return Role::hyphen;
    case 0x02BB:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0xFF07:
      return Role::apostrophe;
    case 0xFF0C:
      return Role::comma;
    case 0xFF0E:
      return Role::dot;
    case 0x00AD:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return Role::silent;
    default:
      return role_by_category(static_cast<UChar32>(character));
  }
}

}  // namespace baraza::language
