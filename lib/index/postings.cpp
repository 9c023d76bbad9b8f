#include "index/postings.hpp"

#include <algorithm>
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
    for (auto& [language, words] : counted_) post_words(language, words);
    post_filters();
    return Postings(std::move(items_));
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
                  std::unordered_map<std::string, Counted>& words) {
    for (auto& [text, counted] : words) {
      const std::uint32_t number = counted.in_text + title_counts * counted.in_title;
      const std::string& stem = stemmers_.stem(language, counted.word);
      post(make_term({}, text), {number, std::move(counted.positions)});
      post(make_term(stem_prefix, stem), {number});
      if (counted.in_title == 0) continue;
      post(make_term(title_prefix, text), {counted.in_title});
      post(make_term(title_stem_prefix, stem), {counted.in_title});
    }
  }

  void post_filters() {
    const Entry& entry = document_.entry;
    post(make_term(id_prefix, entry.id));
    post(make_term(kind_prefix, name_of(entry.kind)));
    for (const Title& title : entry.titles)
      post(make_term(language_prefix, language::primary_language(title.language)));
    for (const auto& [facet, terms] : entry.terms) {
      if (!terms.empty()) post(make_term(has_facet_prefix, facet));
      for (const std::string& term : terms) post(facet_term(facet, term));
    }
  }

  void post(std::string term, Posting posting = {}) {
    items_.emplace_back(std::move(term), std::move(posting));
  }

  const Document& document_;
  Stemmers& stemmers_;
  std::map<std::string, std::unordered_map<std::string, Counted>> counted_;
  std::uint32_t position_ = 0;
  Postings::Items items_;
};

}  // namespace

Postings::Postings(Items items) : items_(std::move(items)) {
  std::stable_sort(items_.begin(), items_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  auto last = items_.begin();
  for (auto at = items_.begin(); at != items_.end(); ++at) {
    if (at == last) continue;
    if (at->first != last->first) {
      if (++last != at) *last = std::move(*at);
      continue;
    }
    last->second.count += at->second.count;
    std::vector<std::uint32_t>& more = at->second.positions;
    last->second.positions.insert(last->second.positions.end(), more.begin(), more.end());
  }
  if (last != items_.end()) items_.erase(last + 1, items_.end());
}

const Posting* Postings::find(std::string_view term) const {
  const auto at = std::lower_bound(
      items_.begin(), items_.end(), term,
      [](const auto& item, std::string_view wanted) { return item.first < wanted; });
  return at != items_.end() && at->first == term ? &at->second : nullptr;
}

Stemmers::Known& Stemmers::known_in(const std::string& language) {
  const auto found = by_language_.find(language);
  if (found != by_language_.end()) return found->second;
  return by_language_.emplace(language, Known{.stemmer = language::Stemmer(language)})
      .first->second;
}

const std::string& Stemmers::stem(const std::string& language, const language::Word& word) {
  constexpr std::size_t most = 100'000;  // words that are remembered
  Known& known = known_in(language);
  if (known.stems.size() >= most) known.stems.clear();
  const auto [at, fresh] = known.stems.try_emplace(word.for_stemmer());
  if (fresh) at->second = known.stemmer.stem(word);
  return at->second;
}

Postings make_postings(const Document& document, Stemmers& stemmers) {
  return Poster(document, stemmers).post();
}

}  // namespace baraza::index
