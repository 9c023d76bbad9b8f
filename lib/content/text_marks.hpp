// The texts of a record by path: what ties a translation to its original, text by text.
//
// A path names a text for ever: `title`, `summary`, `interests`, `because`, `body`, a field of
// an item by the item's id, `lessons/test-inside/claim`, and an item of a plain list by its
// number from 1, `transfer/needs/2`. A lens has its `term` for an id, and what an insight rests
// on its `lesson`. An item without an id has no path, since nobody could name it.
//
// A hash tells whether a text is still the one that was translated. It is made of the value
// alone, so quotes, line breaks of YAML and marks of Markdown do not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "content/tree.hpp"

namespace baraza::content {

struct Record;

// A text, or what texts belong to: an item, whose path ends with its id and whose span is its
// id's; or a field that could not be read, with its name for a path.
struct TextMark {
  std::string path = {};
  std::uint64_t hash = 0;  // 0: no text
  Span span = {};

  bool operator==(const TextMark&) const = default;
};

// What a record says in words, sorted by path: the fields that a translation may give, and
// every text of the top level that the model has no name for. Terms, dates and names of sources
// are none. Nothing where the front matter could not be read.
std::vector<TextMark> text_marks(const Record& record);

// A text itself. That of the body is its passages, each in a line.
struct RecordText {
  std::string path = {};
  std::string value = {};
  Span span = {};

  bool operator==(const RecordText&) const = default;
};
// The texts that text_marks() gives hashes of, sorted by path.
std::vector<RecordText> texts_of(const Record& record);
// Is it the name of an actor? Few of those differ from language to language.
bool is_name(std::string_view path);

// An item that has texts and no id, so that nobody can translate them.
struct UnnamedItem {
  std::string list = {};
  Span span = {};

  bool operator==(const UnnamedItem&) const = default;
};
std::vector<UnnamedItem> unnamed_items(const Node& front);

// The hashes that a translation says its texts were made from, sorted by path, with the place
// of each entry. One that is no hash is given as 0.
std::vector<TextMark> hashes_written(const Node& front);

// Where further hashes go in the front matter of a translation.
struct HashPlace {
  // As a key of its own, as further lines, in the braces of `{}`, or behind the last of `{a:
  // b}`.
  enum class Style : std::uint8_t { none, new_key, lines, empty_braces, braces };

  Style style = Style::none;  // none: there is no safe place
  Span at = {};               // an empty span: before the character that stands there
  int indent = 0;             // of a line

  bool operator==(const HashPlace&) const = default;
};
HashPlace find_hash_place(const Node& front);
// What to write at `place`, so that it says the hashes of `marks`.
std::string hash_lines(const HashPlace& place, const std::vector<TextMark>& marks);

// Of the first 16 hexadecimal digits of the text's hash; never 0.
std::uint64_t hash_of_text(std::string_view value);
std::string hash_digits(std::uint64_t hash);

// Marks, sorted by path, in few bytes, as cards keep them; and back. Other bytes give the marks
// before the first that cannot be read.
std::string pack(const std::vector<TextMark>& marks);
std::vector<TextMark> unpack(std::string_view bytes);

}  // namespace baraza::content
