#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "check/check_length.hpp"
#include "check/record_rules.hpp"
#include "language/sentences.hpp"
#include "language/word_count.hpp"

namespace baraza::check {

using content::Node;
using content::Record;
using content::RecordKind;

namespace {

constexpr std::size_t longest_sentence = 30;  // in words

struct Prose {
  std::string path = {};
  const Node* text = nullptr;
};

void add_claims(const Node& front, const std::string& list, std::vector<Prose>& texts) {
  for (const Node& item : front.items_of(list))
    if (const Node* claim = item.find("claim"); claim != nullptr)
      texts.push_back({list + "/" + item.text_of("id") + "/claim", claim});
}

// What most people read and nothing more: the summary, and whatever is a claim.
std::vector<Prose> leading_texts(const Record& record) {
  std::vector<Prose> texts;
  if (record.card.kind == RecordKind::insight)
    if (const Node* title = record.front.find("title"); title != nullptr)
      texts.push_back({"title", title});
  if (const Node* summary = record.front.find("summary"); summary != nullptr)
    texts.push_back({"summary", summary});
  add_claims(record.front, "outcomes", texts);
  add_claims(record.front, "lessons", texts);
  return texts;
}

struct Sentence {
  std::string_view text = {};
  std::size_t words = 0;
};

// The longest, or one without words.
Sentence longest_of(std::string_view text, std::string_view language) {
  Sentence longest;
  if (language::count_words(text) <= longest_sentence) return longest;
  std::vector<std::size_t> starts = language::sentence_starts(text, language);
  starts.push_back(text.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::string_view sentence = text.substr(starts[i], starts[i + 1] - starts[i]);
    if (const std::size_t words = language::count_words(sentence); words > longest.words)
      longest = {sentence, words};
  }
  return longest;
}

std::string advice_on_length(bool digest, bool few) {
  if (digest)
    return few ? "tell what it is, who would gain by reading it, and what it does not show"
               : "leave out what it tells itself: an entry only leads to it";
  return few ? "tell what was done, for whom it changed something, and what did not work"
             : "leave out what a source tells as well, or make two cases of it";
}

}  // namespace

void check_sentences(const Record& record, Diagnostics& found) {
  if (record.card.kind == RecordKind::translation) return;  // as long as its original's
  for (const Prose& one : leading_texts(record)) {
    if (!one.text->is_text() || one.text->text.starts_with(content::unwritten_mark)) continue;
    const std::string& language = record.card.language;
    const Sentence longest = longest_of(one.text->text, language.empty() ? "en" : language);
    if (longest.words <= longest_sentence) continue;
    found.add({.severity = Severity::hint,
               .rule = "E182",  // long-sentence
               .where = {record.card.path, one.text->span},
               .message = "a sentence of `" + one.path + "` has " +
                          std::to_string(longest.words) + " words: `" +
                          shorten(trim(longest.text), 40) + "`",
               .hint = "more than " + std::to_string(longest_sentence) +
                       " are hard to follow at one reading; make two sentences of it",
               .notes = {},
               .edits = {}});
  }
}

void check_length(const content::Settings& settings, Record& record) {
  const bool digest = record.card.kind == RecordKind::digest;
  if (!digest && record.card.kind != RecordKind::case_study) return;
  const content::WordLimits& limits = digest ? settings.digest_words : settings.case_words;
  if (record.card.draft || !limits.known() || record.front.is_broken()) return;
  std::size_t words = 0;
  for (const content::Passage& passage : record.body.passages)
    words += language::count_words(passage.text);
  const bool few = words < limits.least;
  if (!few && (limits.most == 0 || words <= limits.most)) return;
  const int line = record.body.passages.empty() ? 0 : record.body.passages.front().line;
  record.findings.push_back(
      {.severity = Severity::hint,
       .rule = "E183",  // text-words
       .where = {record.card.path, line == 0 ? Span{} : Span{line, 1, line, 1}},
       .message = "the text has " + counted(words, "word", "words") + ", and a " +
                  (digest ? "digest entry" : "case") + " of this bank has " +
                  (few ? std::to_string(limits.least) + " at least"
                       : std::to_string(limits.most) + " at most"),
       .hint = advice_on_length(digest, few),
       .notes = {},
       .edits = {}});
}

}  // namespace baraza::check
