// The words of a question that the index does not know.
#include <algorithm>
#include <utility>

#include "index/asking.hpp"
#include "index/spelling.hpp"
#include "index/terms.hpp"

namespace baraza::index {
namespace {

constexpr std::size_t most_checked = 16;

}  // namespace

bool Asker::has_stem(const std::vector<std::string>& stems) const {
  return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return all_.term_exists(make_term(stem_prefix, stem));
  });
}

bool Asker::is_known(const AskedWord& asked) const {
  return all_.term_exists(make_term({}, asked.text)) || has_stem(asked.stems) ||
         named_.contains(asked.text);
}

language::Word Asker::corrected(const language::Word& word) {
  if (!question_.correct || word.joined || language::is_number(word.text)) return word;
  if (const auto before = corrections_.find(word.text); before != corrections_.end())
    return before->second;
  language::Word result = word;
  if (!is_known(with_stems(word))) {
    language::Word near = word;
    near.text = nearest_known(word.text);
    near.accented.clear();
    if (!near.text.empty() && finds_some(near)) {
      plan_.replaced.push_back({word.text, near.text});
      result = std::move(near);
    }
  }
  corrections_.emplace(word.text, result);
  return result;
}

// A word of a label may be in no record itself, nor any other name of the same.
bool Asker::finds_some(const language::Word& word) {
  if (is_known(with_stems(word))) return true;
  const std::vector<Synonyms::Meaning> meanings = meanings_of({word});
  return std::any_of(meanings.begin(), meanings.end(),
                     [&](const Synonyms::Meaning& meaning) { return is_in_bank(meaning); });
}

bool Asker::is_in_bank(const Synonyms::Meaning& meaning) {
  std::vector<AskedWord> ignored;
  return std::any_of(meaning.names.begin(), meaning.names.end(), [&](std::string_view name) {
    return !stems_of_name(name, ignored).empty();
  });
}

std::string Asker::nearest_known(const std::string& word) {
  if (checked_++ >= most_checked) {
    note("only the first " + std::to_string(most_checked) +
         " words that no record has were checked for slips");
    return {};
  }
  const Result<const Speller*> speller = index_.speller();
  if (speller) return (*speller)->nearest_word(word);
  error_ = speller.error();
  return {};
}

}  // namespace baraza::index
