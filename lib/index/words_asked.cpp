#include "index/words_asked.hpp"

#include <algorithm>

namespace baraza::index {

Matcher::Matcher(const std::vector<AskedWord>& asked) : asked_(&asked) {
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i].form != AskedWord::Form::prefix) by_text_.emplace(asked[i].text, i);
    for (const std::string& stem : asked[i].stems) by_stem_.emplace(stem, i);
  }
}

std::size_t Matcher::find(const language::Word& word, const std::string& language) {
  auto& seen = seen_[language];
  const auto known = seen.find(word.for_stemmer());
  if (known != seen.end()) return known->second;
  const std::size_t found = look_up(word, language);
  seen.emplace(word.for_stemmer(), found);
  return found;
}

std::size_t Matcher::look_up(const language::Word& word, const std::string& language) {
  if (const auto at = by_text_.find(word.text); at != by_text_.end()) return at->second;
  if (!by_stem_.empty()) {
    const auto at = by_stem_.find(stemmers_.in(language).stem(word));
    if (at != by_stem_.end()) return at->second;
  }
  const auto prefix = std::find_if(asked_->begin(), asked_->end(), [&](const AskedWord& one) {
    return one.form == AskedWord::Form::prefix && word.text.starts_with(one.text);
  });
  return prefix == asked_->end() ? none : static_cast<std::size_t>(prefix - asked_->begin());
}

}  // namespace baraza::index
