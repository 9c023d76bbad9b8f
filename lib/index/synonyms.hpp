// Words that mean the same, as an index keeps them: the labels and other names of the terms of
// vocabularies and frameworks, and what schemas/synonyms.yaml lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/bank.hpp"
#include "index/postings.hpp"
#include "index/record_groups.hpp"

namespace baraza::index {

// A name may have at most so many words to be known by.
inline constexpr std::size_t most_words_of_name = 6;

// By what the words of a name are known: their stems in one language, joined by spaces. Joined
// forms of compounds are passed over.
std::string synonym_key(const std::vector<language::Word>& words, const language::Stemmer& in);

// All names of the bank, in one binary form that is searched as it is; of frameworks, those of
// the ones that `records` are held against. `languages` are those that queries are stemmed in.
std::string encode_synonyms(const content::Bank& bank, const std::vector<Source>& records,
                            const std::vector<std::string>& languages);

class Synonyms {
 public:
  // `bytes` is what encode_synonyms gave and must stay; of other bytes there are no names.
  explicit Synonyms(std::string_view bytes);

  // Other names of what one name stands for.
  struct Meaning {
    std::string_view source = {};  // `synonyms`, or a vocabulary or framework
    std::vector<std::string_view> names = {};
  };
  // What is known by `key`. A label leads to all other names of its term, and these to the
  // labels alone, as they are often narrower; the words of schemas/synonyms.yaml to each other.
  std::vector<Meaning> find(std::string_view key) const;

  // Every name.
  std::vector<std::string_view> names() const;

 private:
  struct Set {
    std::string_view source = {};
    std::vector<std::string_view> first = {};  // the labels
    std::vector<std::string_view> other = {};
  };
  struct Key {
    std::string_view key = {};
    std::uint32_t set = 0;
    std::uint32_t name = 0;  // in `first`, then in `other`
  };

  std::vector<Set> sets_;
  std::vector<Key> keys_;  // by key
};

}  // namespace baraza::index
