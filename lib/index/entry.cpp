#include "index/entry.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/stem.hpp"

namespace baraza::index {
namespace {

void put(BinaryWriter& out, const content::Date& date) {
  out.number(static_cast<std::uint64_t>(date.year));
  out.number(static_cast<std::uint64_t>(date.month));
  out.number(static_cast<std::uint64_t>(date.day));
  out.flag(date.about);
}

content::Date take_date(BinaryReader& in) {
  content::Date date;
  date.year = static_cast<int>(in.number() % 10000);
  date.month = static_cast<int>(in.number() % 13);
  date.day = static_cast<int>(in.number() % 32);
  date.about = in.flag();
  return date;
}

void put(BinaryWriter& out, const content::Outcome& outcome) {
  for (const std::string* text :
       {&outcome.id, &outcome.claim, &outcome.aim, &outcome.direction, &outcome.corroboration})
    out.text(*text);
  put_words(out, outcome.basis);
  put_words(out, outcome.sources);
}

content::Outcome take_outcome(BinaryReader& in) {
  content::Outcome outcome;
  for (std::string* text :
       {&outcome.id, &outcome.claim, &outcome.aim, &outcome.direction, &outcome.corroboration})
    *text = in.text();
  outcome.basis = take_words(in);
  outcome.sources = take_words(in);
  return outcome;
}

// The members of plain text, in the order they are written in.
template <class AnyEntry>
auto texts_of(AnyEntry& entry) {
  return std::array{&entry.id,        &entry.case_id,     &entry.case_title, &entry.stage,
                    &entry.state,     &entry.lesson_kind, &entry.path,       &entry.url,
                    &entry.publisher, &entry.published,   &entry.updated};
}

template <class AnyEntry>
auto lists_of(AnyEntry& entry) {
  return std::array{&entry.basis, &entry.corroboration, &entry.authors, &entry.tags,
                    &entry.lenses};
}

void put_parts(BinaryWriter& out, const Entry& entry) {
  out.number(entry.titles.size());
  for (const Title& title : entry.titles) {
    out.text(title.language);
    out.text(title.title);
    out.text(title.summary);
  }
  out.number(entry.terms.size());
  for (const auto& [facet, terms] : entry.terms) {
    out.text(facet);
    put_words(out, terms);
  }
  out.number(entry.outcomes.size());
  for (const content::Outcome& outcome : entry.outcomes) put(out, outcome);
  out.number(entry.rests_on.size());
  for (const content::Support& support : entry.rests_on) {
    out.text(support.lesson);
    out.text(support.stance);
    out.text(support.why);
  }
}

void take_parts(BinaryReader& in, Entry& entry) {
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    Title& title = entry.titles.emplace_back();
    title.language = in.text();
    title.title = in.text();
    title.summary = in.text();
  }
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string facet = in.text();
    entry.terms[std::move(facet)] = take_words(in);
  }
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    entry.outcomes.push_back(take_outcome(in));
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    content::Support& support = entry.rests_on.emplace_back();
    support.lesson = in.text();
    support.stance = in.text();
    support.why = in.text();
  }
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::case_study:
      return "case";
    case Kind::lesson:
      return "lesson";
    case Kind::insight:
      return "insight";
    case Kind::digest:
      return "digest";
  }
  return {};
}

std::size_t choose_language(const std::vector<std::string_view>& texts,
                            const std::vector<std::string>& languages) {
  for (const std::string& language : languages) {
    const auto exact = std::find(texts.begin(), texts.end(), language);
    if (exact != texts.end()) return static_cast<std::size_t>(exact - texts.begin());
    const std::string primary = language::primary_language(language);
    const auto near = std::find_if(texts.begin(), texts.end(), [&](std::string_view text) {
      return language::primary_language(text) == primary;
    });
    if (near != texts.end()) return static_cast<std::size_t>(near - texts.begin());
  }
  return 0;
}

const Title& Entry::title_in(const std::vector<std::string>& languages) const {
  static const Title none;
  std::vector<std::string_view> texts;
  texts.reserve(titles.size());
  for (const Title& title : titles) texts.emplace_back(title.language);
  return titles.empty() ? none : titles[choose_language(texts, languages)];
}

void put_words(BinaryWriter& out, const std::vector<std::string>& words) {
  out.number(words.size());
  for (const std::string& word : words) out.text(word);
}

std::vector<std::string> take_words(BinaryReader& in) {
  std::vector<std::string> words;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) words.push_back(in.text());
  return words;
}

std::string encode(const Entry& entry) {
  BinaryWriter out;
  out.number(static_cast<std::uint64_t>(entry.kind));
  for (const std::string* text : texts_of(entry)) out.text(*text);
  for (const std::vector<std::string>* list : lists_of(entry)) put_words(out, *list);
  put(out, entry.start);
  put(out, entry.end);
  out.flag(entry.ongoing);
  out.number(static_cast<std::uint64_t>(entry.line));
  put_parts(out, entry);
  return out.take();
}

Entry decode_entry(std::string_view bytes, bool& ok) {
  BinaryReader in(bytes);
  Entry entry;
  const std::uint64_t kind = in.number();
  if (kind > static_cast<std::uint64_t>(Kind::digest)) in.fail();
  entry.kind = static_cast<Kind>(kind % 4);
  for (std::string* text : texts_of(entry)) *text = in.text();
  for (std::vector<std::string>* list : lists_of(entry)) *list = take_words(in);
  entry.start = take_date(in);
  entry.end = take_date(in);
  entry.ongoing = in.flag();
  entry.line = static_cast<int>(in.number() & 0x7FFFFFFF);
  take_parts(in, entry);
  ok = in.ok() && in.at_end();
  return entry;
}

std::string encode(const std::vector<Text>& texts) {
  BinaryWriter out;
  out.number(texts.size());
  for (const Text& text : texts) {
    out.text(text.language);
    out.text(text.path);
    out.number(text.passages.size());
    for (const content::Passage& passage : text.passages) {
      out.text(passage.text);
      out.text(passage.heading);
      out.text(passage.anchor);
      out.number(static_cast<std::uint64_t>(passage.line));
    }
  }
  return out.take();
}

std::vector<Text> decode_texts(std::string_view bytes, bool& ok) {
  BinaryReader in(bytes);
  std::vector<Text> texts;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    Text& text = texts.emplace_back();
    text.language = in.text();
    text.path = in.text();
    for (std::size_t more = in.count(); more > 0 && in.ok(); --more) {
      content::Passage& passage = text.passages.emplace_back();
      passage.text = in.text();
      passage.heading = in.text();
      passage.anchor = in.text();
      passage.line = static_cast<int>(in.number() & 0x7FFFFFFF);
    }
  }
  ok = in.ok() && in.at_end();
  return texts;
}

}  // namespace baraza::index
