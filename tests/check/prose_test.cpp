#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "check/check_length.hpp"
#include "check/record_rules.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {
namespace {

using content::Record;
using content::RecordKind;
using Lines = std::vector<std::string>;

// `count` words, the first with a capital, without a full stop.
std::string words(std::size_t count) {
  std::string text = "Word";
  for (std::size_t i = 1; i < count; ++i) text += " word";
  return text;
}

// The codes and the messages of findings in a record that says `front` in JSON.
Lines sentences(const std::string& front, RecordKind kind = RecordKind::case_study,
                const std::string& language = "") {
  Record record;
  record.card.kind = kind;
  record.card.language = language;
  record.front = tree_of(front);
  Diagnostics found;
  check_sentences(record, found);
  Lines lines;
  for (const Diagnostic& one : found.all()) {
    CHECK(one.severity == Severity::hint);
    lines.push_back(one.rule + " " + one.message);
  }
  return lines;
}

std::string summary(const std::string& text) { return R"({"summary": ")" + text + "\"}"; }

}  // namespace

TEST_CASE("a sentence of more than thirty words is told with its beginning") {
  CHECK(sentences(summary(words(30) + ". " + words(30) + ".")).empty());
  CHECK(sentences(summary("It rained. " + words(31) + ".")) ==
        Lines{"E182 a sentence of `summary` has 31 words: `Word word word word word word word "
              "word…`"});
  CHECK(
      sentences(R"({"lessons": [{"id": "a", "claim": ")" + words(31) +
                R"("}, {"id": "b", "claim": "Short."}], "outcomes": [{"id": "c", "claim": ")" +
                words(40) + "\"}]}") ==
      Lines{"E182 a sentence of `outcomes/c/claim` has 40 words: `Word word word word word "
            "word word word…`",
            "E182 a sentence of `lessons/a/claim` has 31 words: `Word word word word word "
            "word word word…`"});
}

TEST_CASE("where a sentence ends is not a matter of full stops alone") {
  struct Row {
    std::string_view what;
    std::string text;
    bool is_long;
  };
  const Row rows[] = {
      {"an abbreviation ends none", words(20) + " Prof. Otieno " + words(15) + ".", true},
      {"nor do decimals", words(20) + " 0.17 and 1.5 " + words(15) + ".", true},
      {"a question does", words(20) + "? " + words(20) + ".", false},
      {"a quotation does", words(20) + " “no.” " + words(20) + ".", false},
      {"words with a hyphen are one", words(28) + " village-level well-being-first.", false},
      {"Hindi has another stop", words(20) + "। " + words(20) + "।", false},
      {"a semicolon does not", words(20) + "; " + words(20) + ".", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(sentences(summary(row.text)).empty() == !row.is_long);
  }
}

TEST_CASE("the title of an insight is a claim; translations and drafts of texts are left") {
  const std::string title = R"({"title": ")" + words(31) + "\"}";
  CHECK(sentences(title).empty());
  CHECK(sentences(title, RecordKind::insight).size() == 1);
  CHECK(sentences(summary(words(31)), RecordKind::translation).empty());
  CHECK(sentences(summary("TO WRITE: " + words(31))).empty());
  CHECK(sentences(R"({"summary": 3, "lessons": "none", "outcomes": [{"claim": []}]})").empty());
}

TEST_CASE("a bank says how many words a case has") {
  struct Row {
    std::string_view what;
    content::WordLimits limits;
    std::size_t count;
    std::string_view message;
  };
  const Row rows[] = {
      {"no limits", {}, 3, ""},
      {"within both", {3, 5}, 3, ""},
      {"within both", {3, 5}, 5, ""},
      {"no upper one", {3, 0}, 900, ""},
      {"few", {3, 5}, 2, "the text has 2 words, and a case of this bank has 3 at least"},
      {"one", {3, 5}, 1, "the text has 1 word, and a case of this bank has 3 at least"},
      {"none", {3, 0}, 0, "the text has 0 words, and a case of this bank has 3 at least"},
      {"many", {0, 5}, 6, "the text has 6 words, and a case of this bank has 5 at most"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Record record;
    record.front = tree_of("{}");
    if (row.count > 0) record.body.passages = {{words(1), "", "", 9}};
    if (row.count > 1) record.body.passages.push_back({words(row.count - 1), "", "", 11});
    check_length({.case_words = row.limits}, record);
    REQUIRE(record.findings.size() == (row.message.empty() ? 0 : 1));
    if (row.message.empty()) continue;
    CHECK(record.findings[0].rule == "E183");
    CHECK(record.findings[0].message == row.message);
    CHECK(record.findings[0].where.span.line == (row.count > 0 ? 9 : 0));
  }
  for (const RecordKind kind : {RecordKind::insight, RecordKind::translation}) {
    Record other;
    other.card.kind = kind;
    other.front = tree_of("{}");
    check_length({.case_words = {3, 5}, .digest_words = {3, 5}}, other);
    CHECK(other.findings.empty());
  }
  Record draft;
  draft.card.draft = true;
  draft.front = tree_of("{}");
  check_length({.case_words = {3, 5}}, draft);
  CHECK(draft.findings.empty());
}

TEST_CASE("a bank says how many words a digest entry has, by limits of their own") {
  struct Row {
    content::Settings settings;
    std::size_t count;
    bool draft;
    std::string_view message;
  };
  const content::WordLimits limits = {40, 80};
  const Row rows[] = {
      {{.digest_words = limits}, 40, false, ""},
      {{.digest_words = limits}, 80, false, ""},
      {{.digest_words = limits},
       39,
       false,
       "the text has 39 words, and a digest entry of this bank has 40 at least"},
      {{.digest_words = limits},
       81,
       false,
       "the text has 81 words, and a digest entry of this bank has 80 at most"},
      {{.digest_words = limits}, 3, true, ""},
      {{.case_words = limits}, 3, false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    Record record;
    record.card.kind = RecordKind::digest;
    record.card.draft = row.draft;
    record.front = tree_of("{}");
    record.body.passages = {{words(row.count), "", "", 9}};
    check_length(row.settings, record);
    REQUIRE(record.findings.size() == (row.message.empty() ? 0 : 1));
    if (!row.message.empty()) CHECK(record.findings[0].message == row.message);
  }
}

TEST_CASE("events stand in the order of their dates, one way or the other") {
  struct Row {
    std::string_view what, events, finding;
  };
  const Row rows[] = {
      {"in order",
       R"([{"id":"a","date":2015},{"id":"b","date":"2015-03"},{"id":"c","date":2016}])", ""},
      {"the newest first", R"([{"id":"a","date":2016},{"id":"b","date":2015}])", ""},
      {"out of order",
       R"([{"id":"a","date":2015},{"id":"b","date":2017},{"id":"c","date":2016}])",
       "the event `c` of `2016` stands after one of `2017`"},
      {"that cannot be told",
       R"([{"id":"a","date":2015},{"id":"b","date":"2016~"},)"
       R"({"id":"c","date":2016}])",
       ""},
      {"no dates", R"([{"id":"a"},{"id":"b","date":"soon"}])", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Record record;
    record.front = tree_of(R"({"events": )" + std::string(row.events) + "}");
    Diagnostics found;
    check_event_order(record, found);
    REQUIRE(found.size() == (row.finding.empty() ? 0 : 1));
    if (!row.finding.empty()) CHECK(found.all()[0].message == row.finding);
    Diagnostics told;
    told.add({.rule = "E320"});
    check_event_order(record, told);
    CHECK(told.size() == 1);
  }
}

}  // namespace baraza::check
