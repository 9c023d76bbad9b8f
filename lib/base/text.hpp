// Words for text that every stage speaks: splitting, escaping, UTF-8, slugs, the nearest word.
//
// Nothing here knows a locale. Letters are ASCII's unless a name says otherwise; what needs
// Unicode's tables is in language/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baraza {

std::string_view trim(std::string_view text);  // without ASCII white space at both ends
std::string_view without_line_ends(std::string_view text);  // at its end
std::vector<std::string_view> split(std::string_view text,
                                    char separator);  // "a,,b" has three parts
// The lines of a text without their ends (LF or CRLF); a last line end begins no further line.
std::vector<std::string_view> lines_of(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string to_lower(std::string_view text);

// `1 case`, `2 cases`, `2 countries` with the plural given.
std::string counted(std::size_t number, std::string_view one, std::string_view many);

// For an element's text and for a quoted attribute's value: & < > " ' are escaped.
std::string escape_html(std::string_view text);
// `%` and everything but letters, digits and -._~/ become %XX; for a path in an address.
std::string escape_path(std::string_view path);

// A slug: a-z and 0-9 in parts joined by single hyphens, 1 to 80 characters: `south-africa`.
bool is_slug(std::string_view text);

// The place of the first byte that is not UTF-8 (overlong forms, surrogates and what lies above
// U+10FFFF are not), or npos.
std::size_t find_invalid_utf8(std::string_view text);
// How many code points valid UTF-8 holds.
std::size_t count_characters(std::string_view text);
// Takes one code point from the front of `text`, which is not empty; U+FFFD for a bad byte.
char32_t take_character(std::string_view& text);
void append_utf8(std::string& text, char32_t character);
// At most `characters` code points; cut at a space where one is near, with `…` where it was
// cut.
std::string shorten(std::string_view text, std::size_t characters);

// How many insertions, deletions, replacements and swaps of neighbours turn one into the other,
// in code points (optimal string alignment); more than `most` is answered as most + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

// The words of `known` a writer may have meant by `word`, nearest first, at most three; those
// that differ by letter case, hyphens, underscores or spaces alone come first. The allowance
// grows with the word: 1 edit up to 4 letters, 2 up to 8, else 3.
std::vector<std::string> nearest(const std::vector<std::string>& known, std::string_view word);

// "did you mean `a`?", "did you mean `a`, `b` or `c`?", or empty.
std::string did_you_mean(const std::vector<std::string>& words);

}  // namespace baraza
