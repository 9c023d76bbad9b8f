// The index on disk, told once: its files, and the terms and values of its Xapian databases.
//
//   <index>/current            one line, the name of the generation in use
//   <index>/<generation>/      the name is a hash of all that it answers from
//     about                    settings, facets, labels and synonyms (about.hpp)
//     contents                 every id with its document in Xapian and its place in the packs
//     pack-0, pack-1, ...      what lists, hits, excerpts and whole records show (pack.hpp)
//     flags                    the facets alone, for the options of commands (flags.hpp)
//     insights                 which rest on which lessons (standings.hpp)
//     interface                the words that records are shown with, by language
//     words                    every word with the number of its documents, for spelling
//     origin                   what it was made of (origin.hpp)
//     seal                     what each of these files was when it was whole (seal.hpp)
//     shard-0 ... shard-7      Xapian databases; a case and its lessons share one
//       marks                  what the shard's documents are counted by (marks.hpp)
//
// Packs and shards are never changed: a generation shares with the one before those that it
// does not replace, as hard links.
//
// One document a lesson, insight, case or digest entry. Prefixes are Xapian's own where it has
// one, https://xapian.org/docs/omega/termprefixes.html
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace baraza::index {

inline constexpr unsigned format_version = 9;
inline constexpr std::size_t shard_count = 8;

// Words stand for themselves, with positions. The rest is without positions.
inline constexpr std::string_view stem_prefix = "Z";         // stems of title and text
inline constexpr std::string_view title_prefix = "S";        // words of the title
inline constexpr std::string_view title_stem_prefix = "ZS";  // stems of the title
inline constexpr std::string_view id_prefix = "Q";           // the id, once in the index
inline constexpr std::string_view language_prefix = "L";     // of each of its texts
inline constexpr std::string_view kind_prefix = "XK";        // case, lesson, insight, digest
inline constexpr std::string_view facet_prefix = "XF";       // XFcountries:kenya
inline constexpr std::string_view has_facet_prefix = "XH";   // XHcountries: it has some

// Values: days as yyyymmdd.
inline constexpr unsigned first_day_slot = 1;  // of the period, or of publication
inline constexpr unsigned last_day_slot = 2;   // of the period; 99999999 if it goes on

// Xapian takes terms of at most 245 bytes, of which a zero counts twice.
inline std::string make_term(std::string_view prefix, std::string_view text) {
  constexpr std::size_t most = 200;
  std::string term(prefix);
  term += text.size() > most ? hash_of(text) : std::string(text);
  return term;
}

inline std::string facet_term(std::string_view facet, std::string_view term) {
  return make_term(facet_prefix, std::string(facet) + ":" + std::string(term));
}

}  // namespace baraza::index
