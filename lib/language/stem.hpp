// Stems: the part that the forms of a word share, language by language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "language/words.hpp"

struct sb_stemmer;

namespace baraza::language {

// Stems the words of one language. Snowball's algorithms where it has one
// (https://snowballstem.org/algorithms/), for English its second, for Portuguese after its
// plurals were brought to the singular; a light one of our own for Swahili; a list of
// exceptions before either. A language without a stemmer keeps its words as they are. Stems
// carry no Latin accents, so that a word typed without them finds its forms.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);  // a BCP 47 tag: `en`, `pt-BR`, `sw`

  std::string stem(const Word& word) const;

  const std::string& language() const { return language_; }  // its primary part, `pt`
  bool stems() const { return stemmer_ != nullptr || language_ == "sw"; }

 private:
  struct Closer {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::string language_;
  std::unique_ptr<sb_stemmer, Closer> stemmer_;
};

// The first part of a BCP 47 tag in lower case: `pt` of `pt-BR`.
std::string primary_language(std::string_view tag);

}  // namespace baraza::language
