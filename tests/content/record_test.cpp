#include "content/record.hpp"

#include <doctest/doctest.h>

#include "content/outline.hpp"
#include "tests/content/build_tree.hpp"

using baraza::Severity;
using baraza::content::decode;
using baraza::content::decode_head;
using baraza::content::encode;
using baraza::content::encode_head;
using baraza::content::Head;
using baraza::content::head_of;
using baraza::content::make_card;
using baraza::content::make_number;
using baraza::content::Record;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;
using baraza::test::texts;

namespace {

Record sample() {
  Record record;
  record.front =
      map({{"title", text("Wells")},
           {"countries", texts({"kenya"})},
           {"aliases", texts({"old-wells"})},
           {"period", map({{"start", make_number("2016")}})},
           {"outcomes", list({map({{"id", text("o")}, {"sources", texts({"s1"})}})})},
           {"lessons", list({map({{"id", text("l")}, {"sources", texts({"s1"})}})})}});
  record.front.span = {2, 1, 9, 4};
  record.card = make_card(record.front, {{.field = "countries"}}, "cases/wells.md");
  record.card.text_marks = baraza::content::pack(baraza::content::text_marks(record));
  record.card.published_span = {3, 1, 3, 9};
  record.card.review_due = {2030, 1, 0, false};
  record.card.review_span = {4, 1, 4, 9};
  record.card.source_hashes = baraza::content::pack({{"title", 7, {5, 1, 5, 9}}});
  record.card.hash_place = {baraza::content::HashPlace::Style::lines, {6, 1, 6, 1}, 2};
  record.card.references = {{"case", "other", {3, 4, 3, 9}}};
  record.body = {.html = "<p><a href=\"\">x</a></p>",
                 .slots = {{12, 0}},
                 .links = {{"other.md", "x", false, {9, 1, 9, 5}}},
                 .headings = {{"h", "H", 2, {8, 1, 8, 4}}},
                 .passages = {{"x", "H", "h", 9}}};
  record.details = {{"l", record.body}};
  record.findings = {{.severity = Severity::warning,
                      .rule = "W999",
                      .where = {"cases/wells.md", {1, 2, 1, 3}},
                      .message = "m",
                      .hint = "h",
                      .notes = {{{"a", {1, 1, 1, 2}}, "n"}},
                      .edits = {{{1, 1, 1, 2}, "e"}}}};
  return record;
}

}  // namespace

TEST_CASE("a record is the same after it was written and read") {
  const Record record = sample();
  const auto again = decode(encode(record));
  REQUIRE(again.has_value());
  CHECK(*again == record);
  const auto card = baraza::content::decode_card(encode(record));
  REQUIRE(card.has_value());
  CHECK(*card == record.card);
}

TEST_CASE("the head of a record has its outline, its findings and its suppressions") {
  Record record = sample();
  const Head head = head_of(record);
  CHECK(head.findings == record.findings);
  CHECK(head.suppressions == record.suppressions);
  CHECK(head.outline.id == record.card.id);
  CHECK(head.outline.lessons.size() == record.card.lessons.size());
  record.card.text_marks = {};  // a head that is read back has no texts
  record.card.source_hashes = {};
  record.card.hash_place = {};
  const auto again = decode_head(encode_head(head));
  REQUIRE(again.has_value());
  CHECK(*again == head_of(record));
  const std::string bytes = encode_head(head);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(decode_head(std::string_view(bytes).substr(0, length)).has_value());
  CHECK_FALSE(decode_head(bytes + "x").has_value());
}

TEST_CASE("an outline has the links that may matter to other records") {
  Record record;
  for (const char* target :
       {"../a.md#x", "#here", "map.png", "https://a.org/b.md", "mailto:a@b.org", "//a.org/x"})
    record.card.links.push_back({.target = target});
  const Head head = head_of(record);
  REQUIRE(head.outline.links.size() == 4);
  CHECK(head.outline.links[0].target == "../a.md#x");
  CHECK(head.outline.links[3].target == "//a.org/x");
}

TEST_CASE("a record that was cut or changed is refused or read, and nothing else") {
  const std::string bytes = encode(sample());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(decode(std::string_view(bytes).substr(0, length)).has_value());
  CHECK_FALSE(decode(bytes + "x").has_value());
  int read = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    read += decode(changed).has_value() ? 1 : 0;
  }
  CHECK(read > 0);  // a letter of a text may change
}

TEST_CASE("a tree deeper than any file may be is refused") {
  Record record;
  for (int i = 0; i < 1000; ++i) {
    baraza::content::Node outer = list({});
    outer.children.push_back(std::move(record.front));
    record.front = std::move(outer);
  }
  CHECK_FALSE(decode(encode(record)).has_value());
}
