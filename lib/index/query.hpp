// The query language: what a reader typed, read into clauses. Free text never fails.
//
//   words                 any of them; the more the better
//   "a phrase"            these words in this order, required: 32 at most, and none among more
//                         than 32 plain words
//   +word -word           required, excluded
//   =word                 this form of the word, not its stem
//   word*                 all words that begin so, 1,024 in the whole query
//   a OR b                either; of use with the signs above
//   a AND b, a NOT b      +a +b, a -b; in a query all in capitals these two are words
//   field:value           only such records; year:2010..2015 is a period that overlaps
//   field:(a b -c)        any of these values but that one; OR, AND, NOT and signs hold
//   ( ... )               a group that a sign, a field or OR applies to
//   https://a.org/b       an address: its words, none of which is taken for a slip
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baraza::index {

enum class Need : std::uint8_t { may, must, must_not };

struct Clause {
  enum class Kind : std::uint8_t { words, phrase, exact, prefix, field, group };

  Kind kind = Kind::words;
  Need need = Need::may;
  std::string text = {};              // as typed, without its signs; of a field its value
  std::string field = {};             // of a field: the name in the list that was given
  std::vector<Clause> children = {};  // of a group
  bool insisted = false;              // of a field: `+` stands before it
  // Of words: those that begin before this byte of `text` are of an address, or the name of a
  // field that there is not.
  std::size_t fixed = 0;

  bool operator==(const Clause&) const = default;
};

struct ParsedQuery {
  std::vector<Clause> clauses = {};
  std::vector<std::string> notes = {};  // what was left out, in words
  // What stands before a colon like a field's name and is none, in lower case, each once.
  std::vector<std::string> unknown_fields = {};

  bool operator==(const ParsedQuery&) const = default;
};

inline constexpr std::size_t max_query_bytes = 4096;
inline constexpr std::size_t max_query_words = 256;  // and as many parts
inline constexpr std::size_t max_query_depth = 32;

// Reads any bytes. What is beyond the limits is dropped, and `notes` says so.
//
// `a:b` asks for a field if `fields` holds `a`; else it is text, and `a`, if it is a name of
// two letters or more, one of the unknown fields.
ParsedQuery parse_query(std::string_view text, const std::vector<std::string>& fields);

}  // namespace baraza::index
