#include "language/slug.hpp"

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "language/fold.hpp"

namespace baraza::language {
namespace {

constexpr std::size_t max_slug = 80;

// Cuts at a hyphen if there is one in the second half.
void cut_slug(std::string& slug) {
  if (slug.size() <= max_slug) return;
  const std::size_t hyphen = slug.rfind('-', max_slug);
  slug.resize(hyphen != std::string::npos && hyphen >= max_slug / 2 ? hyphen : max_slug);
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ'; }

}  // namespace

std::string slugify(std::string_view title) {
  const std::string folded = fold_accents(fold(title));
  std::string slug;
  bool gap = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const char32_t c = take_character(rest);
    if (is_apostrophe(c)) continue;
    const bool kept = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    if (kept && gap && !slug.empty()) slug.push_back('-');
    if (kept) slug.push_back(static_cast<char>(c));
    gap = !kept;
  }
  cut_slug(slug);
  return slug;
}

std::string anchor(std::string_view heading) {
  const std::string folded = fold(heading);
  std::string result;
  bool gap = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const char32_t c = take_character(rest);
    if (is_apostrophe(c)) continue;
    const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
    const bool kept = (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
    if (kept && gap && !result.empty()) result.push_back('-');
    if (kept) append_utf8(result, c);
    gap = !kept;
  }
  return result;
}

}  // namespace baraza::language
