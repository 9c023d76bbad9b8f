// Names of languages and the tags that BCP 47 has for them. For check's own files alone.
#pragma once

#include <span>
#include <string_view>

namespace baraza::check {

struct LanguageName {
  std::string_view tag;    // `sw`
  std::string_view code;   // of three letters, which BCP 47 replaces by the tag: `swa`
  std::string_view names;  // in English and in itself, in small letters, parted by `|`
};

// Source: ISO 639-1 and 639-2, as registered at
// https://www.iana.org/assignments/language-subtag-registry
std::span<const LanguageName> language_names();

}  // namespace baraza::check
