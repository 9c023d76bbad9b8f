#include "language/language_name.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace baraza::language {

std::string language_name(std::string_view tag, std::string_view in) {
  const auto locale_of = [](std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), status);
    return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
  };
  icu::UnicodeString name;
  locale_of(tag).getDisplayLanguage(locale_of(in), name);
  std::string result;
  name.toUTF8String(result);
  return result.empty() ? std::string(tag) : result;
}

}  // namespace baraza::language
