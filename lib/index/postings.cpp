#include "index/postings.hpp"

#include <utility>

#include "index/terms.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

constexpr std::uint32_t gap = 100;         // in positions, between texts that are not one
constexpr std::uint32_t title_counts = 2;  // a word of a title counts as so many of the text

// Occurrences of one language's words, before they are stemmed: each word is stemmed once.
struct Counted {
  language::Word word = {};
  std::uint32_t in_text = 0;
  std::uint32_t in_title = 0;
  std::vector<std::uint32_t> positions = {};
};

class Poster {
 public:
  Poster(const Document& document, Stemmers& stemmers)
      : document_(document), stemmers_(stemmers) {}

  Postings post() {
    for (const Title& title : document_.entry.titles) count(title.language, title.title, true);
    for (const Text& text : document_.texts)
      for (const content::Passage& passage : text.passages)
        count(text.language, passage.text, false);
    for (const Context& context : document_.context)
      count(context.language, context.text, false);
    for (const auto& [language, words] : counted_) post_words(language, words);
    post_filters();
    return std::move(postings_);
  }

 private:
  void count(const std::string& language, const std::string& text, bool title) {
    auto& words = counted_[language];
    std::uint32_t last = 0;
    for (language::Word& word : language::words_of(text)) {
      Counted& counted = words[word.text];
      (title ? counted.in_title : counted.in_text) += 1;
      counted.positions.push_back(position_ + word.position);
      last = word.position;
      // Of words that differ by accents alone the first decides the stem; see stem.hpp.
      if (counted.word.text.empty()) counted.word = std::move(word);
    }
    position_ += last + gap;
  }

  void post_words(const std::string& language,
                  const std::unordered_map<std::string, Counted>& words) {
    const language::Stemmer& stemmer = stemmers_.in(language);
    for (const auto& [text, counted] : words) {
      const std::uint32_t number = counted.in_text + title_counts * counted.in_title;
      const std::string stem = stemmer.stem(counted.word);
      Posting& plain = postings_[make_term({}, text)];
      plain.count += number;
      plain.positions.insert(plain.positions.end(), counted.positions.begin(),
                             counted.positions.end());
      postings_[make_term(stem_prefix, stem)].count += number;
      if (counted.in_title == 0) continue;
      postings_[make_term(title_prefix, text)].count += counted.in_title;
      postings_[make_term(title_stem_prefix, stem)].count += counted.in_title;
    }
  }

  void post_filters() {
    const Entry& entry = document_.entry;
    postings_[make_term(id_prefix, entry.id)];
    postings_[make_term(kind_prefix, name_of(entry.kind))];
    for (const Title& title : entry.titles)
      postings_[make_term(language_prefix, language::primary_language(title.language))];
    for (const auto& [facet, terms] : entry.terms)
      for (const std::string& term : terms) postings_[facet_term(facet, term)];
  }

  const Document& document_;
  Stemmers& stemmers_;
  std::map<std::string, std::unordered_map<std::string, Counted>> counted_;
  std::uint32_t position_ = 0;
  Postings postings_;
};

}  // namespace

const language::Stemmer& Stemmers::in(const std::string& language) {
  const auto found = by_language_.find(language);
  if (found != by_language_.end()) return found->second;
  return by_language_.emplace(language, language::Stemmer(language)).first->second;
}

Postings make_postings(const Document& document, Stemmers& stemmers) {
  return Poster(document, stemmers).post();
}

}  // namespace baraza::index
