#include "content/text_marks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "content/record.hpp"
#include "tests/content/build_tree.hpp"

using baraza::content::find_hash_place;
using baraza::content::hash_digits;
using baraza::content::hash_lines;
using baraza::content::hash_of_text;
using baraza::content::hashes_written;
using baraza::content::HashPlace;
using baraza::content::make_number;
using baraza::content::Node;
using baraza::content::pack;
using baraza::content::Record;
using baraza::content::text_marks;
using baraza::content::TextMark;
using baraza::content::texts_of;
using baraza::content::unnamed_items;
using baraza::content::UnnamedItem;
using baraza::content::unpack;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

namespace {

std::vector<std::string> paths_of(const Record& record) {
  std::vector<std::string> paths;
  for (const TextMark& mark : text_marks(record))
    paths.push_back(mark.hash == 0 ? "(" + mark.path + ")" : mark.path);
  return paths;
}

Record record_of(Node front) {
  Record record;
  record.front = std::move(front);
  return record;
}

}  // namespace

TEST_CASE("a record's texts have paths of ids, and what is no text has none") {
  Record record = record_of(map({
      {"schema", text("case/1")},
      {"title", text("Wells")},
      {"year", make_number("2016")},
      {"tags", texts({"water"})},
      {"told_by", text("A grandmother")},
      {"lessons",
       list({map({{"id", text("b")}, {"claim", text("C.")}, {"kind", text("advice")}}),
             map({{"id", text("a-b")}, {"question", text("Q?")}, {"claim", text("")}}),
             map({{"claim", text("nobody can name it")}})})},
      {"harms", list({text("has no id")})},
      {"transfer", map({{"needs", texts({"one", "two"})}, {"breaks_if", texts({"three"})}})},
      {"lenses", list({map({{"term", text("f/t")}, {"because", text("B.")}})})},
      {"rests_on", list({map({{"lesson", text("c#l")}, {"why", text("W.")}})})},
      {"events", text("not a list")},
      {"interests", Node{.kind = Node::Kind::broken}},
  }));
  record.body.passages = {{"One.", "", "", 12}, {"Two.", "", "", 14}};
  CHECK(paths_of(record) ==
        std::vector<std::string>{"body", "(events)", "(interests)", "(lenses/f/t)",
                                 "lenses/f/t/because", "(lessons/a-b)", "lessons/a-b/question",
                                 "(lessons/b)", "lessons/b/claim", "(rests_on/c#l)",
                                 "rests_on/c#l/why", "title", "told_by", "transfer/breaks_if/1",
                                 "transfer/needs/1", "transfer/needs/2"});
  CHECK(text_marks(record).front().span == baraza::Span{12, 1, 12, 1});
  CHECK(text_marks(record_of(Node{})).empty());
}

TEST_CASE("a record's texts are those that have a hash, with what they say") {
  Record record = record_of(map({
      {"title", text("Wells")},
      {"lessons", list({map({{"id", text("b")}, {"claim", text("C.")}, {"kind", text("x")}}),
                        map({{"id", text("b")}, {"claim", text("a second time")}})})},
      {"transfer", map({{"needs", texts({"one", "two"})}})},
  }));
  record.body.passages = {{"One.", "", "", 12}, {"Two.", "", "", 14}};
  std::vector<std::string> lines;
  for (const baraza::content::RecordText& one : texts_of(record))
    lines.push_back(one.path + ": " + one.value);
  CHECK(lines == std::vector<std::string>{"body: One.\nTwo.\n", "lessons/b/claim: C.",
                                          "title: Wells", "transfer/needs/1: one",
                                          "transfer/needs/2: two"});
  for (const baraza::content::RecordText& one : texts_of(record)) {
    const std::vector<TextMark> marks = text_marks(record);
    CHECK(std::any_of(marks.begin(), marks.end(), [&](const TextMark& mark) {
      return mark.path == one.path && mark.hash == hash_of_text(one.value);
    }));
  }
}

TEST_CASE("an item that has a text and no id cannot be named") {
  const Node front = map({
      {"harms", list({text("a text"), map({{"what", text("no id")}}),
                      map({{"id", text("a")}, {"what", text("W.")}})})},
      {"funding", list({map({{"from", text("no text of its own")}})})},
      {"relations", list({map({{"from", text("a")}, {"words", text("helps")}})})},
      {"transfer", map({{"needs", texts({"one"})}})},
      {"tags", texts({"water"})},
  });
  CHECK(unnamed_items(front) ==
        std::vector<UnnamedItem>{{"harms", {}}, {"harms", {}}, {"relations", {}}});
  CHECK(baraza::content::is_name("actors/county/name"));
  CHECK_FALSE(baraza::content::is_name("lessons/county/claim"));
}

TEST_CASE("a hash is of the value, sixteen digits for ever") {
  CHECK(hash_digits(hash_of_text("Wells in Kitui")) == "8ccd02cb198e3061");
  CHECK(hash_of_text("Wells in Kitui") != hash_of_text("Wells in Kitui."));
  CHECK(hash_digits(0xAB) == "00000000000000ab");
  const Node front = map({{"source_hashes", map({{"title", text("00000000000000ab")},
                                                 {"body", text("none")},
                                                 {"summary", text("0000000000000AB0")}})}});
  const std::vector<TextMark> hashes = hashes_written(front);
  REQUIRE(hashes.size() == 3);
  CHECK(hashes[0].path == "body");
  CHECK(hashes[0].hash == 0);
  CHECK(hashes[1].hash == 0);
  CHECK(hashes[2].hash == 0xAB);
}

TEST_CASE("marks are the same after they were packed") {
  const std::vector<TextMark> marks = {
      {"lessons/a", 0, {3, 9, 3, 10}},
      {"lessons/a/claim", 0xFFFFFFFFFFFFFFFF, {4, 1, 5, 6}},
      {"lessons/ab", 0, {}},
      {"title", 1, {1, 2, 3, 4}},
  };
  const std::string bytes = pack(marks);
  CHECK(unpack(bytes) == marks);
  CHECK(bytes.size() < 60);
  CHECK(unpack("").empty());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK(unpack(std::string_view(bytes).substr(0, length)).size() < marks.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    CHECK(unpack(changed).size() < 100);
  }
}

TEST_CASE("further hashes go where the front matter has room for them") {
  using Style = HashPlace::Style;
  Node front = map({{"title", text("T")}});
  front.span = {2, 1, 4, 9};
  front.keys[0].span = {2, 1, 2, 6};
  CHECK(find_hash_place(front) == HashPlace{Style::new_key, {5, 1, 5, 1}, 2});

  Node hashes = map({{"title", text("x")}});
  hashes.span = {6, 5, 6, 30};
  hashes.keys[0].span = {6, 5, 6, 10};
  Node with_lines = front;
  with_lines.keys.push_back({"source_hashes", {5, 1, 5, 14}});
  with_lines.children.push_back(hashes);
  CHECK(find_hash_place(with_lines) == HashPlace{Style::lines, {7, 1, 7, 1}, 4});

  Node with_braces = with_lines;
  with_braces.children[1].span = {5, 16, 5, 40};
  with_braces.children[1].children[0].span = {5, 24, 5, 38};
  CHECK(find_hash_place(with_braces) == HashPlace{Style::braces, {5, 38, 5, 38}, 0});
  with_braces.children[1].keys.clear();
  with_braces.children[1].children.clear();
  CHECK(find_hash_place(with_braces).style == Style::empty_braces);

  Node in_braces = front;
  in_braces.keys[0].span = {2, 2, 2, 7};
  CHECK(find_hash_place(in_braces).style == Style::none);
  Node broken = front;
  broken.children[0].kind = Node::Kind::broken;
  CHECK(find_hash_place(broken).style == Style::none);

  const std::vector<TextMark> two = {{"body", 1, {}}, {"title", 2, {}}};
  CHECK(hash_lines({Style::new_key, {}, 2}, two) ==
        "source_hashes:\n  body: \"0000000000000001\"\n  title: \"0000000000000002\"\n");
  CHECK(hash_lines({Style::lines, {}, 4}, two).starts_with("    body: "));
  CHECK(hash_lines({Style::braces, {}, 0}, two) ==
        ", body: \"0000000000000001\", title: \"0000000000000002\"");
  CHECK(hash_lines({Style::empty_braces, {}, 0}, two).starts_with("body: "));
}
