#include "language/fold.hpp"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text.hpp"

namespace baraza::language {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string replace_bad_bytes(std::string_view text) {
  std::string result;
  while (!text.empty()) append_utf8(result, take_character(text));
  return result;
}

std::string normalize(const icu::Normalizer2* form, std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos)
    return normalize(form, replace_bad_bytes(text));
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                      nullptr, status);
  return U_SUCCESS(status) ? result : std::string(text);
}

// Latin letters that no mark can be taken off. The African ones are those of the Africa
// Alphabet, which are typed as the letter beside them where a keyboard lacks them.
struct PlainLetter {
  char32_t letter;
  std::string_view plain;
};
constexpr PlainLetter plain_letters[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"},
    {U'ı', "i"},  {U'ł', "l"}, {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƀ', "b"},
    {U'ƒ', "f"},  {U'ƙ', "k"}, {U'ƴ', "y"}, {U'ǝ', "e"},  {U'ɓ', "b"}, {U'ɔ', "o"},
    {U'ɖ', "d"},  {U'ɗ', "d"}, {U'ə', "e"}, {U'ɛ', "e"},  {U'ɣ', "g"}, {U'ɨ', "i"},
    {U'ɩ', "i"},  {U'ɲ', "n"}, {U'ʉ', "u"}, {U'ʊ', "u"},  {U'ʋ', "v"}, {U'ʒ', "z"},
};

void append_plain(std::string& text, char32_t letter) {
  const auto* const found =
      std::find_if(std::begin(plain_letters), std::end(plain_letters),
                   [&](const PlainLetter& one) { return one.letter == letter; });
  if (found == std::end(plain_letters)) {
    append_utf8(text, letter);
  } else {
    text += found->plain;
  }
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? normalize(form, text) : std::string(text);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return to_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return U_SUCCESS(status) ? normalize(form, text) : std::string(text);
}

std::string fold_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(folded);

  const std::string apart = normalize(form, folded);
  std::string_view rest = apart;
  std::string result;
  bool after_latin = false;
  while (!rest.empty()) {
    const char32_t letter = take_character(rest);
    const auto point = static_cast<UChar32>(letter);
    if (u_charType(point) == U_NON_SPACING_MARK && after_latin) continue;
    UErrorCode script_status = U_ZERO_ERROR;
    after_latin = uscript_getScript(point, &script_status) == USCRIPT_LATIN;
    if (after_latin) {
      append_plain(result, letter);
    } else {
      append_utf8(result, letter);
    }
  }
  return nfc(result);
}

}  // namespace baraza::language
