// Brings Portuguese plurals to their singular before they are stemmed, as Snowball's algorithm
// leaves the most frequent of them apart: avaliação and avaliações, social and sociais.
//
//   -ões -ães -ãos   -ão    and -ao, typed without its accent, is -ão
//   -ais -ois -uis   -al -ol -ul
//   -éis -eis        -el    but fáceis and its like, which are exceptions
//   -ns              -m     jovens, jovem
//
// Source: the plural step of V. M. Orengo and C. Huyck, A stemming algorithm for the Portuguese
// language (2001).
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

// `word` is folded, with its accents or without.
std::string singular_portuguese(std::string_view word);

}  // namespace baraza::language
