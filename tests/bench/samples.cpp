#include "tests/bench/samples.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "parse/case_file.hpp"

namespace baraza::bench {
namespace {

using content::Node;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter_byte(char c) {
  return is_capital(c) || is_small(c) || static_cast<unsigned char>(c) >= 0xC3;
}

// A word of a text between what is written against it: `(` `Kenya` `'s,`.
struct Parts {
  std::string before = {};
  std::string core = {};
  std::string after = {};
};

Parts parts_of(const std::string& word) {
  std::size_t begin = 0;
  while (begin < word.size() && !is_letter_byte(word[begin]) && !is_digit(word[begin])) ++begin;
  std::size_t end = begin;
  while (end < word.size() && word[end] != ',' && word[end] != '.' && word[end] != ':' &&
         word[end] != ';' && word[end] != '?' && word[end] != '!' && word[end] != ')')
    ++end;
  std::string core = word.substr(begin, end - begin);
  std::string after = word.substr(end);
  for (const std::string_view possessive : {"'s", "’s", "'", "’"}) {
    if (!core.ends_with(possessive)) continue;
    after.insert(0, possessive);
    core.resize(core.size() - possessive.size());
    break;
  }
  return {word.substr(0, begin), core, after};
}

// The texts of the bank, each of its kind, before anything is learnt of them: what is a name
// shows only in all of them together.
class Reader {
 public:
  void add(Kind kind, const std::string& text) {
    if (!trim(text).empty()) texts_.emplace_back(kind, cleaned(text));
  }
  void add_each(Kind kind, const std::vector<Node>& items, std::string_view key) {
    for (const Node& item : items) add(kind, item.text_of(key));
  }

  void teach(Samples& samples) {
    // Titles of sources have capitals everywhere.
    for (const auto& [kind, text] : texts_)
      if (kind != Kind::source)
        for (const std::string& sentence : sentences(kind, text)) look_for_names(sentence);
    for (const auto& [kind, text] : texts_) {
      Manner& manner = samples.manners[static_cast<std::size_t>(kind)];
      std::size_t learnt = 0;
      for (const std::string& sentence : sentences(kind, text)) {
        const std::vector<std::string> words = pattern_of(sentence);
        if (words.empty()) continue;
        manner.chain.learn(words);
        ++learnt;
      }
      if (learnt > 0) manner.lengths.push_back(learnt);
    }
  }

 private:
  // Without quotation marks, which a chain would leave unpaired, and without citations.
  static std::string cleaned(const std::string& text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"') continue;
      if (text.compare(i, 3, "“") == 0 || text.compare(i, 3, "”") == 0) {
        i += 2;
        continue;
      }
      const bool cites =
          text[i] == '(' && i + 2 < text.size() && text[i + 1] == 's' && is_digit(text[i + 2]);
      const std::size_t closing = cites ? text.find(')', i) : std::string::npos;
      if (closing == std::string::npos) {
        clean.push_back(text[i]);
        continue;
      }
      if (clean.ends_with(' ')) clean.pop_back();
      i = closing;
    }
    return clean;
  }

  // A title or a claim is one sentence, whatever signs are in it.
  static std::vector<std::string> sentences(Kind kind, const std::string& text) {
    switch (kind) {
      case Kind::title:
      case Kind::claim:
      case Kind::question:
      case Kind::tie:
      case Kind::transfer:
      case Kind::source:
      case Kind::insight:
        return {text};
      default:
        return sentences_of(text);
    }
  }

  // A word with a capital inside a sentence, of which the texts have no form without, is a
  // name.
  void look_for_names(const std::string& sentence) {
    bool first = true;
    for (const std::string_view word : split(sentence, ' ')) {
      const std::string core = parts_of(std::string(word)).core;
      if (core.size() < 2) continue;
      if (is_small(core[0])) small_.insert(core);
      if (is_capital(core[0]) && is_small(core[1]) && !first) capital_.insert(core);
      first = word.ends_with(':');
    }
  }

  bool is_name(const std::string& core) const {
    static const std::set<std::string> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return capital_.contains(core) && !small_.contains(to_lower(core)) &&
           !months.contains(core);
  }

  // Digits become slots, in the words that are numbers; four that are a year become one.
  static std::string number_pattern(const std::string& word) {
    if (std::any_of(word.begin(), word.end(), is_letter_byte)) return word;
    std::string pattern;
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t end = i;
      while (end < word.size() && is_digit(word[end])) ++end;
      const std::string_view digits = std::string_view(word).substr(i, end - i);
      if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
        pattern.push_back(year_slot);
      else if (end > i)
        pattern.append(digits.size(), digit_slot);
      else
        pattern.push_back(word[i]);
      if (end > i) i = end - 1;
    }
    return pattern;
  }

  // A sentence as a chain learns it; nothing of one that has signs of Markdown or YAML in it,
  // or is hardly one.
  std::vector<std::string> pattern_of(const std::string& sentence) const {
    constexpr std::size_t fewest = 3;
    if (sentence.find_first_of("*_[]<>#|\\`{}~^=@+&") != std::string::npos ||
        sentence.find("://") != std::string::npos)
      return {};
    std::vector<std::string> pattern;
    std::string name;  // the slot of the name that is being read
    for (const std::string_view word : split(sentence, ' ')) {
      if (word.empty()) continue;
      if (word == "-" || word == "--") return {};
      const Parts parts = parts_of(std::string(word));
      const bool goes_on = !name.empty() && parts.before.empty();
      if (!is_name(parts.core)) {
        pattern.push_back(number_pattern(std::string(word)));
        name.clear();
        continue;
      }
      if (goes_on) pattern.pop_back();
      name =
          (goes_on ? name.substr(0, name.size() - 1) + body_slot : parts.before + place_slot);
      pattern.push_back(name + parts.after);
      if (!parts.after.empty()) name.clear();
    }
    if (pattern.size() < fewest) pattern.clear();
    return pattern;
  }

  std::vector<std::pair<Kind, std::string>> texts_;
  std::set<std::string> capital_;
  std::set<std::string> small_;
};

void add_body(Kind kind, const content::Body& body, Reader& reader) {
  for (const content::Passage& passage : body.passages)
    if (passage.text != passage.heading) reader.add(kind, passage.text);
}

void add_case(const parse::Document& document, Reader& reader) {
  const Node& front = document.front;
  reader.add(Kind::title, front.text_of("title"));
  reader.add(Kind::summary, front.text_of("summary"));
  const std::vector<Node>& lessons = front.items_of("lessons");
  reader.add_each(Kind::claim, lessons, "claim");
  reader.add_each(Kind::because, lessons, "because");
  reader.add_each(Kind::limits, lessons, "limits");
  reader.add_each(Kind::question, lessons, "question");
  reader.add_each(Kind::outcome, front.items_of("outcomes"), "claim");
  reader.add_each(Kind::outcome_limits, front.items_of("outcomes"), "limits");
  reader.add_each(Kind::event, front.items_of("events"), "what");
  reader.add_each(Kind::tie, front.items_of("relations"), "words");
  reader.add_each(Kind::source, front.items_of("sources"), "title");
  for (const char* list : {"needs", "breaks_if", "not_tested_in"})
    if (const Node* items = front.find_path({"transfer", list}); items != nullptr)
      for (const Node& item : items->children) reader.add(Kind::transfer, item.text);
  add_body(Kind::body, document.body, reader);
}

void add_insight(const parse::Document& document, Reader& reader) {
  reader.add(Kind::insight, document.front.text_of("title"));
  reader.add(Kind::insight_summary, document.front.text_of("summary"));
  reader.add_each(Kind::why, document.front.items_of("rests_on"), "why");
  add_body(Kind::insight_body, document.body, reader);
}

Status read_records(const std::string& root, Samples& samples) {
  Diagnostics found;
  Reader reader;
  for (const Entry& entry : list_folder(root, "cases", found)) {
    if (!entry.path.ends_with(".md") || entry.path.ends_with("README.md")) continue;
    const Result<std::string> bytes = read_file(join_path(root, entry.path), entry.path);
    if (!bytes) return bytes.error();
    const parse::Document document = parse::parse_record(*bytes, entry.path, found);
    const std::string language = document.front.text_of("language");
    if (!language.empty() && language != "en") continue;
    const std::string schema = document.front.text_of("schema");
    if (schema == "case/1") add_case(document, reader);
    if (schema == "insight/1") add_insight(document, reader);
    for (const std::string& tag : document.front.texts_of("tags"))
      if (schema == "case/1") samples.tags.push_back(tag);
  }
  reader.teach(samples);
  for (const Manner& manner : samples.manners)
    if (manner.chain.empty())
      return Diagnostic{.message = "`" + root + "` has not every kind of text to learn from"};
  return Done{};
}

Status read_vocabularies(const std::string& root, Samples& samples) {
  Diagnostics found;
  for (const Entry& entry : list_folder(root, "schemas/vocabularies", found)) {
    const Result<std::string> bytes = read_file(join_path(root, entry.path), entry.path);
    if (!bytes) return bytes.error();
    content::Vocabulary list =
        content::make_vocabulary(parse::parse_yaml_file(*bytes, entry.path, found), entry.path);
    samples.vocabularies.lists[list.id] = std::move(list);
  }
  return Done{};
}

}  // namespace

std::vector<std::string> Samples::terms(const std::string& vocabulary) const {
  std::vector<std::string> ids;
  if (const content::Vocabulary* list = vocabularies.find(vocabulary); list != nullptr)
    for (const content::Term& term : list->terms)
      if (!term.deprecated) ids.push_back(term.id);
  return ids;
}

std::string Samples::label(const std::string& vocabulary, const std::string& term) const {
  const content::Vocabulary* list = vocabularies.find(vocabulary);
  const content::Term* found = list == nullptr ? nullptr : list->find(term);
  return found == nullptr ? term : found->label_in("en");
}

Result<Samples> read_samples(const std::string& root) {
  Samples samples;
  if (const Status read = read_vocabularies(root, samples); !read) return read.error();
  if (const Status read = read_records(root, samples); !read) return read.error();
  return samples;
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool ends = text[i] == '.' || text[i] == '?' || text[i] == '!';
    if (!ends || text[i + 1] != ' ' || !(is_capital(text[i + 2]) || is_digit(text[i + 2])))
      continue;
    sentences.emplace_back(text.substr(begin, i + 1 - begin));
    begin = i + 2;
  }
  if (begin < text.size()) sentences.emplace_back(text.substr(begin));
  return sentences;
}

}  // namespace baraza::bench
