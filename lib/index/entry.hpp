// What the index keeps of a document to show it: in lists, hits and excerpts, without reading
// the bank's files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.hpp"
#include "content/body.hpp"
#include "content/card.hpp"

namespace baraza::index {

enum class Kind : std::uint8_t { case_study, lesson, insight, digest };

// `case`, `lesson`, `insight`, `digest`: as in flags and JSON.
std::string_view name_of(Kind kind);

// The name of a document in one language: a case's title and summary, a lesson's claim alone.
struct Title {
  std::string language = {};
  std::string title = {};
  std::string summary = {};

  bool operator==(const Title&) const = default;
};

// An insight that rests on a lesson.
struct Standing {
  std::string insight = {};  // its id
  std::string title = {};
  std::string stance = {};

  bool operator==(const Standing&) const = default;
};

// Which of several texts, named by their languages, is in the first of `languages` that there
// is one in; the same language elsewhere will do. 0, the original, where there is none.
std::size_t choose_language(const std::vector<std::string_view>& texts,
                            const std::vector<std::string>& languages);

struct Entry {
  Kind kind = Kind::case_study;
  std::string id = {};             // of a lesson `case#lesson`
  std::string case_id = {};        // of a case and of its lessons
  std::string case_title = {};     // empty where the case itself is not to be shown
  std::vector<Title> titles = {};  // the original first, then its translations by language
  content::TermsByFacet terms = {};
  std::vector<std::string> basis = {};  // of a case, those of all its outcomes
  std::vector<std::string> corroboration = {};
  content::Date start = {};  // of a digest entry both are the day of publication
  content::Date end = {};
  bool ongoing = false;
  std::string stage = {};
  std::string state = {};                 // of an insight
  std::string lesson_kind = {};           // of a lesson: advice, warning, ...
  std::string path = {};                  // the file in the bank
  int line = 0;                           // in it, from 1; 0: the whole file
  std::vector<std::string> authors = {};  // of a digest entry, of what it points to
  std::vector<std::string> tags = {};
  std::string url = {};  // of a digest entry
  std::string publisher = {};
  std::string published = {};
  std::string updated = {};
  std::vector<content::Outcome> outcomes = {};  // of a case
  std::vector<content::Support> rests_on = {};  // of an insight
  std::vector<Standing> insights = {};          // of a lesson
  std::vector<std::string> lenses = {};

  // The title in the first of `languages` that there is one in, else the original.
  const Title& title_in(const std::vector<std::string>& languages) const;
  bool operator==(const Entry&) const = default;
};

// The text of a document in one language, in reading order.
struct Text {
  std::string language = {};
  std::string path = {};  // of the file that it stands in
  std::vector<content::Passage> passages = {};

  bool operator==(const Text&) const = default;
};

// Without the insights, which are kept apart (standings.hpp).
std::string encode(const Entry& entry);
std::string encode(const std::vector<Text>& texts);
// Bytes that are no entry give one anyway, and `ok` false.
Entry decode_entry(std::string_view bytes, bool& ok);
std::vector<Text> decode_texts(std::string_view bytes, bool& ok);

// Lists of words in the same form, for the files beside.
void put_words(BinaryWriter& out, const std::vector<std::string>& words);
std::vector<std::string> take_words(BinaryReader& in);

}  // namespace baraza::index
