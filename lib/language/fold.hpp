// One spelling for texts that only differ in how they are written.
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

// Unicode's composed form, NFC. Bytes that are no UTF-8 become U+FFFD.
std::string nfc(std::string_view text);

// For comparing ids and labels: letter case, width and composition no longer matter (Unicode's
// NFKC_Casefold), accents still do.
std::string fold(std::string_view text);

// Takes the accents off Latin letters, and writes ø ł ɔ ŋ æ as o l o n ae; other scripts are
// left as they are. `folded` is what fold() gave.
std::string fold_accents(std::string_view folded);

}  // namespace baraza::language
