#include "parse/heading_id.hpp"

#include "base/text.hpp"

namespace baraza::parse {
namespace {

// Letters, marks and digits, as far as headings need them: above ASCII all that is not one of
// the blocks of punctuation, symbols and spaces.
bool belongs_to_word(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00) return c == 0x200C || c == 0x200D;
  if (c >= 0x2E00 && c < 0x2E80) return false;
  if (c >= 0x3000 && c < 0x3005) return false;
  if (c >= 0x3008 && c < 0x3021) return false;
  if (c == 0x0964 || c == 0x0965 || c == 0x060C || c == 0x061B || c == 0x061F) return false;
  if (c >= 0xFE00 && c < 0xFE70) return false;
  if (c >= 0xFF00 && c < 0xFF10) return false;
  return c < 0xFFF0 || (c >= 0x10000 && c < 0x1F000) || c >= 0x20000;
}

// Lower case for the scripts of the languages around us that have it: Latin, Greek, Cyrillic.
char32_t lower(char32_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 32;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  const bool even_is_upper = (c >= 0x100 && c < 0x130) || (c >= 0x14A && c < 0x178) ||
                             (c >= 0x1E00 && c < 0x1E96) || (c >= 0x1EA0 && c < 0x1F00);
  const bool odd_is_upper = (c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F);
  if ((even_is_upper && c % 2 == 0) || (odd_is_upper && c % 2 == 1)) return c + 1;
  return c;
}

}  // namespace

std::string make_anchor(std::string_view text) {
  std::string anchor;
  bool gap = false;
  while (!text.empty()) {
    const char32_t c = take_character(text);
    if (c == '\'' || c == 0x2019) continue;  // `the state's` is one word
    if (!belongs_to_word(c)) {
      gap = true;
      continue;
    }
    if (gap && !anchor.empty()) anchor += '-';
    gap = false;
    append_utf8(anchor, lower(c));
  }
  return anchor;
}

std::string HeadingIds::next(std::string_view text) {
  std::string base = make_anchor(shorten(text, 80));
  if (base.empty()) base = "section";
  int& count = counts_[base];
  std::string id;
  do {
    id = ++count == 1 ? base : base + "-" + std::to_string(count);
  } while (!used_.insert(id).second);
  return id;
}

}  // namespace baraza::parse
