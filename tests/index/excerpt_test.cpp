#include "index/excerpt.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"

namespace baraza::index {
namespace {

// The excerpt with its ranges in brackets.
std::string shown(const Excerpt& excerpt) {
  std::string text;
  std::size_t at = 0;
  for (const Range& range : excerpt.ranges) {
    text += excerpt.text.substr(at, range.offset - at);
    text += "[" + excerpt.text.substr(range.offset, range.length) + "]";
    at = range.offset + range.length;
  }
  return text + excerpt.text.substr(at);
}

std::vector<AskedWord> ask(const std::vector<std::string>& words) {
  std::vector<AskedWord> asked;
  asked.reserve(words.size());
  const language::Stemmer stemmer("en");
  for (const std::string& word : words)
    asked.push_back({.text = word, .stems = {stemmer.stem({.text = word})}});
  return asked;
}

std::string excerpt_of(const std::vector<std::string>& passages,
                       const std::vector<std::string>& words) {
  Text text{.language = "en"};
  for (const std::string& passage : passages) text.passages.push_back({.text = passage});
  const std::vector<AskedWord> asked = ask(words);
  Matcher matcher(asked);
  return shown(make_excerpt({text}, matcher, {"en"}));
}

TEST_CASE("an excerpt is the passage that answers best") {
  CHECK(excerpt_of({"One teacher.", "Coaches visit teachers.", "A coach and a teacher."},
                   {"teachers", "coach"}) == "[Coaches] visit [teachers].");
  CHECK(excerpt_of({"First of all.", "Then more."}, {"radio"}) == "First of all.");
  CHECK(excerpt_of({}, {"radio"}).empty());
  CHECK(excerpt_of({"A village-level plan"}, {"villagelevel", "village"}) ==
        "A [village-level] plan");
  CHECK(excerpt_of({"The Côte d’Ivoire’s teachers"}, {"cote", "teachers"}) ==
        "The [Côte] d’Ivoire’s [teachers]");
  CHECK(excerpt_of({"Bad \x1B[31m control \x07 bytes"}, {"bytes"}) ==
        "Bad  [31m control   [bytes]");
}

TEST_CASE("an excerpt of a long passage is cut between sentences") {
  std::string passage;
  for (int i = 0; i < 10; ++i) passage += "Nothing much was said here by anyone at all. ";
  passage += "Then the radio spoke. ";
  for (int i = 0; i < 10; ++i) passage += "Nothing much was said here by anyone at all. ";
  const std::string text = excerpt_of({passage}, {"radio"});
  CHECK(text.starts_with("… Then the [radio] spoke. Nothing"));
  CHECK(text.ends_with(". …"));
  CHECK(text.size() <= excerpt_letters + 12);
  CHECK(excerpt_of({passage}, {"thunder"}).starts_with("Nothing much"));
  // Near the end of the passage more stands before it than behind.
  const std::string end = excerpt_of({passage + "Then rain."}, {"rain"});
  CHECK(end.starts_with("… Nothing"));
  CHECK(end.ends_with("at all. Then [rain]."));
  CHECK(end.size() > excerpt_letters / 2);
}

TEST_CASE(
    "an excerpt of an endless sentence is cut between words, of an endless word anywhere") {
  std::string sentence;
  for (int i = 0; i < 200; ++i) sentence += i == 150 ? "radio " : "wordy ";
  const std::string text = excerpt_of({sentence}, {"radio"});
  CHECK(text.find("[radio]") != std::string::npos);
  CHECK(text.starts_with("… wordy"));
  CHECK(text.ends_with("wordy …"));

  std::string hindi;
  for (int i = 0; i < 1000; ++i) hindi += "क";
  const std::string cut = excerpt_of({hindi}, {"radio"});
  CHECK(find_invalid_utf8(cut) == std::string::npos);
  CHECK(count_characters(cut) == excerpt_letters + 2);
}

TEST_CASE("a heading is no excerpt where its text answers as well") {
  Text text{.language = "en"};
  text.passages = {
      {.text = "The radio", .heading = "The radio", .anchor = "the-radio", .line = 3},
      {.text = "A radio was bought.",
       .heading = "The radio",
       .anchor = "the-radio",
       .line = 5}};
  const std::vector<AskedWord> asked = ask({"radio"});
  Matcher matcher(asked);
  const Excerpt excerpt = make_excerpt({text}, matcher, {});
  CHECK(excerpt.text == "A radio was bought.");
  CHECK(excerpt.heading == "The radio");
  CHECK(excerpt.anchor == "the-radio");
  CHECK(excerpt.line == 5);
}

}  // namespace
}  // namespace baraza::index
