#include "language/plural.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include <unicode/locid.h>
#include <unicode/plurrule.h>

namespace baraza::language {

std::string plural_category(std::uint64_t count, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
  if (U_FAILURE(status) || locale.isBogus()) return "other";
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, status));
  if (U_FAILURE(status) || rules == nullptr) return "other";
  constexpr std::uint64_t most = std::numeric_limits<int32_t>::max();
  std::string category;
  rules->select(static_cast<int32_t>(std::min(count, most))).toUTF8String(category);
  return category;
}

}  // namespace baraza::language
